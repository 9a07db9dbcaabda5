package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.State;

class PolicyTest {
    private static JsonObject wish(int lateMinutes, int absentPercent) {
        return new JsonObject()
                .put("lateMinutes", lateMinutes)
                .put("earlyMinutes", 15)
                .put("remotePercent", 70)
                .put("absentPercent", absentPercent)
                .put("reason", "Theo quy chế lớp học");
    }

    private static final String PROPOSALS = "/programmes/programme/policy/proposals/";

    @Test
    void aProposedPolicyShowsWhoWouldChangeAndChangesNothingBeforeSomebodyElseApproves() throws Exception {
        try (Served served = new Served()) {
            served.stage.hold("open", 2).hold("closed", 2).settled();
            served.who("trainer", Grant.over(Role.TRAINER, "/T/C/"), null);
            for (String session : List.of("open", "closed")) {
                served.stage.claim(session, "e1", Kind.IN, "x0", "a", 10);
                served.stage.claim(session, "e2", Kind.IN, "y0", "b", 0);
            }
            served.ok("commune", "POST", "/sessions/closed/closing", new JsonObject().put("id", "c"));
            served.stage.settled();

            JsonObject proposed = served.ok("commune", "PUT", PROPOSALS + "p1", wish(5, 20));
            JsonObject effect = proposed.getJsonObject("effect");
            assertThat(effect.getMap())
                    .containsAllEntriesOf(Map.of("openSessions", 1, "closedSessions", 1, "changed", 1));
            assertThat(effect.getJsonArray("changes")
                            .getJsonObject(0)
                            .getJsonObject("person")
                            .getString("id"))
                    .isEqualTo("x0");
            assertThat(served.stage.outcome("open", "x0").flags()).isEmpty();

            assertThat(served.call("trainer", "POST", PROPOSALS + "p1/approval", null)
                            .status())
                    .isEqualTo(403);
            assertThat(served.call("stranger", "POST", PROPOSALS + "p1/approval", null)
                            .status())
                    .isEqualTo(404);
            assertThat(served.call("commune", "POST", PROPOSALS + "p1/approval", null)
                            .json()
                            .getString("code"))
                    .isEqualTo("own_proposal");
            assertThat(served.call("cell-x", "PUT", PROPOSALS + "p2", wish(5, 20))
                            .status())
                    .isEqualTo(404);

            JsonObject approved = served.ok("province", "POST", PROPOSALS + "p1/approval", null);
            assertThat(approved.getString("state")).isEqualTo("approved");
            assertThat(approved.getJsonObject("policy").getInteger("version")).isEqualTo(2);
            served.stage.settled();
            assertThat(served.stage.outcome("open", "x0").flags()).containsExactly(Flag.LATE);
            assertThat(served.stage.outcome("closed", "x0").flags()).isEmpty();
            assertThat(Stage.await(served.stage.feature.recount().handle("open")))
                    .isEmpty();
            assertThat(Stage.await(served.stage.feature.recount().handle("closed")))
                    .isEmpty();

            assertThat(served.ok("province", "POST", PROPOSALS + "p1/approval", null)
                            .getJsonObject("policy")
                            .getInteger("version"))
                    .as("approved twice is once")
                    .isEqualTo(2);
            assertThat(served.call("province", "POST", PROPOSALS + "p1/rejection", null)
                            .status())
                    .isEqualTo(409);
            assertThat(served.ok("commune", "GET", "/programmes/programme/policy", null)
                            .getJsonObject("current")
                            .getInteger("lateMinutes"))
                    .isEqualTo(5);
        }
    }

    @Test
    void traineesAndWhoRunsTheClassSeeHowMuchWasMissed() throws Exception {
        try (Served served = new Served()) {
            served.stage.hold("one", 2).hold("two", 2).hold("three", 2).settled();
            served.ok("commune", "PUT", PROPOSALS + "p1", wish(15, 20));
            served.ok("province", "POST", PROPOSALS + "p1/approval", null);
            for (String session : List.of("one", "two", "three")) {
                served.stage.claim(session, "e-a", Kind.IN, "x1", "a", 0);
                served.stage.claim(session, "e-b", Kind.IN, "y1", "b", 0);
            }
            served.ok("commune", "POST", "/sessions/one/closing", new JsonObject().put("id", "c"));
            served.stage.settled();
            JsonObject mine = served.ok("x0", "GET", "/my/eligibility", null);
            JsonObject own = mine.getJsonArray("items").getJsonObject(0);
            assertThat(own.getMap())
                    .containsAllEntriesOf(
                            Map.of("unit", "session", "total", 3, "absent", 1, "allowed", 0, "state", "over"));
            JsonObject all = served.ok("commune", "GET", "/programmes/programme/eligibility", null);
            assertThat(all.getJsonArray("items").getJsonObject(0).getInteger("absent"))
                    .isEqualTo(1);
            assertThat(all.getJsonArray("items")).hasSize(4);
            assertThat(served.call("stranger", "GET", "/programmes/programme/eligibility", null)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void approvedLeaveIsMissedOnlyOnceItsSessionIsOver() throws Exception {
        try (Served served = new Served()) {
            Instant now = Instant.now();
            Stage stage = served.stage;
            served.ok("commune", "PUT", PROPOSALS + "p1", wish(15, 20));
            served.ok("province", "POST", PROPOSALS + "p1/approval", null);
            for (Duration from : List.of(Duration.ofDays(-3), Duration.ofHours(-1), Duration.ofDays(7))) {
                String id = "h" + from.toHours();
                stage.sessions.put(id, Stage.session(id, State.ISSUED, false, now.plus(from)));
                stage.list(id, List.of(Stage.required(id, "x0", Required.Standing.REQUIRED, Stage.X, "a")));
                Stage.await(stage.feature
                        .decided()
                        .decided(new Enrolments.Decision("q-" + id, id, "x0", "công tác", null, false, "admin", now)));
            }
            stage.settled();
            JsonObject own = served.ok("x0", "GET", "/my/eligibility", null)
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertThat(own.getMap()).containsAllEntriesOf(Map.of("total", 3, "absent", 1, "excused", 1, "ahead", 2));
        }
    }

    @Test
    void whoeverWillMissTooMuchByApprovedLeaveIsWarnedBeforeAndJudgedAfter() {
        List<Eligibility.Turn> turns = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            turns.add(new Eligibility.Turn(4, i < 4 ? Standing.EXCUSED : Standing.PRESENT, i < 2));
        }
        assertThat(Eligibility.of(Policy.CLASS, turns))
                .isEqualTo(new Eligibility(true, 64, 8, 8, 8, 12, Eligibility.State.NEAR));
        turns.replaceAll(turn -> new Eligibility.Turn(turn.periods(), turn.standing(), true));
        assertThat(Eligibility.of(Policy.CLASS, turns))
                .isEqualTo(new Eligibility(true, 64, 16, 16, 0, 12, Eligibility.State.OVER));
    }

    @Test
    void exactlyAFifthMayStillSitTheExamAndOnePeriodMoreMayNot() {
        assertThat(missed(64, 12).state()).isEqualTo(Eligibility.State.NEAR);
        assertThat(missed(65, 13).state()).isEqualTo(Eligibility.State.NEAR);
        assertThat(missed(64, 13).state()).isEqualTo(Eligibility.State.OVER);
        Eligibility eight = missed(64, 8);
        assertThat(eight).isEqualTo(new Eligibility(true, 64, 8, 0, 0, 12, Eligibility.State.NEAR));
        assertThat(missed(64, 4).state()).isEqualTo(Eligibility.State.FINE);
        assertThat(missed(64, 0).state()).isEqualTo(Eligibility.State.FINE);
    }

    private static Eligibility missed(int total, int absent) {
        List<Eligibility.Turn> turns = new ArrayList<>();
        for (int i = 0; i < total; i++) {
            turns.add(new Eligibility.Turn(1, i < absent ? Standing.UNEXCUSED : Standing.PRESENT, true));
        }
        return Eligibility.of(Policy.CLASS, turns);
    }

    @Property(tries = 500)
    void theThresholdIsExactOnIntegersWhateverTheSessionsAreLong(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 8) Integer> periods,
            @ForAll @IntRange(max = 99) int percent,
            @ForAll @IntRange(max = 40) int missed) {
        List<Eligibility.Turn> turns = new ArrayList<>();
        int total = 0;
        int absent = 0;
        for (int i = 0; i < periods.size(); i++) {
            boolean away = i < missed;
            total += periods.get(i);
            absent += away ? periods.get(i) : 0;
            turns.add(new Eligibility.Turn(periods.get(i), away ? Standing.EXCUSED : Standing.PRESENT, true));
        }
        Collections.shuffle(turns, new java.util.Random(total));
        Policy policy = new Policy("p", 1, 15, 15, 70, false, true, percent, true, 10, 15, 72);
        Eligibility one = Eligibility.of(policy, turns);
        assertThat(one.total()).isEqualTo(total);
        assertThat(one.absent()).isEqualTo(absent);
        assertThat(one.state() == Eligibility.State.OVER).isEqualTo(absent > one.allowed());
        assertThat(one.allowed() * 100).isLessThanOrEqualTo(total * percent);
    }
}
