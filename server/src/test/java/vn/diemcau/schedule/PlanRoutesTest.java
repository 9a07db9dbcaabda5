package vn.diemcau.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.problem.Problem;

class PlanRoutesTest {
    private static final Instant START = Instant.parse("2026-12-07T00:30:00Z");
    private RunningPlans running;

    @BeforeEach
    void start() throws Exception {
        running = new RunningPlans();
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    @Test
    void aProgrammeMadeTwiceUnderOneIdIsOne() {
        make("p1", "T19");
        assertThat(running.call("province", "PUT", "/programmes/p1", wish("T19"))
                        .status())
                .isEqualTo(200);
        assertThat(list("province", "draft")).containsExactly("p1");
    }

    @Test
    void aClassOfSixteenSessionsIsMadeIssuedMovedAndCancelled() {
        make("p1", "T19-1");
        JsonObject slots = running.call(
                        "trainer",
                        "POST",
                        "/recurrence-previews",
                        new JsonObject()
                                .put("from", "2026-12-07")
                                .put("count", 16)
                                .put("days", new JsonArray(List.of("monday", "tuesday", "wednesday", "thursday")))
                                .put(
                                        "blocks",
                                        new JsonArray(List.of(block("07:30", "11:00"), block("13:30", "17:00")))))
                .expect(200);
        JsonArray sessions = new JsonArray();
        int number = 0;
        for (Object slot : slots.getJsonArray("items"))
            sessions.add(((JsonObject) slot).copy().put("id", "s" + ++number));
        JsonObject asked = new JsonObject().put("sessions", sessions);
        running.call("trainer", "POST", "/programmes/p1/sessions", asked).expect(200);
        JsonArray rows = running.call("trainer", "POST", "/programmes/p1/sessions", asked)
                .expect(200)
                .getJsonArray("items");
        assertThat(rows).hasSize(16);
        assertThat(rows.getJsonObject(15).getInteger("number")).isEqualTo(16);
        assertThat(rows.getJsonObject(15).getString("endsAt")).isEqualTo("2026-12-17T10:00:00Z");
        assertThat(running.heard).isEmpty();

        issue("trainer", "p1");
        assertThat(running.heard).hasSize(16).contains("issued s1", "issued s16");
        assertThat(list("trainer", "upcoming")).containsExactly("p1");

        JsonObject moved = running.call(
                        "trainer", "POST", "/sessions/s2/moves", times("2026-12-19T00:30:00Z", "2026-12-19T04:00:00Z"))
                .expect(200);
        assertThat(moved.getInteger("sequence")).isEqualTo(1);
        assertThat(moved.getInteger("number")).isEqualTo(2);
        assertThat(running.heard).endsWith("changed s2 1");
        assertThat(running.call("trainer", "GET", "/programmes/p1").expect(200).getString("endsAt"))
                .isEqualTo("2026-12-19T04:00:00Z");

        assertThat(state("trainer", "/sessions/s3", "cancelled", null).problem(400))
                .isEqualTo("required");
        assertThat(state("trainer", "/sessions/s3", "cancelled", "Bão")
                        .expect(200)
                        .getInteger("sequence"))
                .isEqualTo(1);
        assertThat(running.call("trainer", "GET", "/sessions/s3/changes").text())
                .contains("Bão", "account-trainer");
        JsonObject whole =
                state("trainer", "/programmes/p1", "cancelled", "Hoãn toàn bộ").expect(200);
        assertThat(whole.getString("state")).isEqualTo("cancelled");
        assertThat(whole.getJsonArray("items").stream().map(row -> ((JsonObject) row).getString("state")))
                .containsOnly("cancelled");
        assertThat(whole.getString("startsAt")).isEqualTo("2026-12-07T00:30:00Z");
    }

    @Test
    void nothingIsIssuedWithoutSessions() {
        make("p1", "T19");
        assertThat(state("province", "/programmes/p1", "issued", null).problem(422))
                .isEqualTo("no_sessions");
    }

    @Test
    void newsThatAListenerRefusedIsToldAgain() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        running.plans
                .announcements()
                .whenIssued(session -> broken.get() ? Future.failedFuture("down") : Future.succeededFuture());
        make("p1", "T19");
        add("province", "p1", "s1", START);
        issue("province", "p1");
        assertThat(untold()).isEqualTo(1);
        broken.set(false);
        running.plans.start();
        Patience.until("it is told again", () -> untold() == 0);
        assertThat(running.heard.stream().filter("issued s1"::equals).count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aStaleEditIsRefusedAndNothingIsLost() {
        make("p1", "T19");
        add("province", "p1", "s1", START);
        JsonObject edit = new JsonObject().put("topic", "A").put("rev", 0);
        running.call("province", "PATCH", "/sessions/s1", edit).expect(200);
        assertThat(running.call("province", "PATCH", "/sessions/s1", edit.copy().put("topic", "B"))
                        .problem(409))
                .isEqualTo("changed_meanwhile");
        assertThat(running.call("province", "GET", "/sessions/s1").expect(200).getString("topic"))
                .isEqualTo("A");
    }

    @Test
    void sitesOfOneSessionChangeWithoutTouchingTheOthers() {
        make("p1", "T19");
        add("province", "p1", "s1", START);
        add("province", "p1", "s2", START.plusSeconds(86_400));
        JsonObject sites = running.call("province", "POST", "/programmes/p1/sites/one-per-unit", new JsonObject())
                .expect(200);
        assertThat(names(sites)).containsExactly("Hội trường tỉnh", "Xã Ba Bể", "Xã Đại Từ");
        JsonObject own = new JsonObject()
                .put(
                        "sites",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "x")
                                        .put("kind", "main")
                                        .put("name", "Riêng")));
        running.call("province", "PUT", "/sessions/s1/sites", own).expect(200);
        running.call(
                        "province",
                        "PUT",
                        "/programmes/p1/sites",
                        new JsonObject()
                                .put(
                                        "sites",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("id", "main")
                                                        .put("kind", "main")
                                                        .put("name", "Mới"))))
                .expect(200);
        assertThat(names(running.call("province", "GET", "/sessions/s1").expect(200)))
                .containsExactly("Riêng");
        assertThat(names(running.call("province", "GET", "/sessions/s2").expect(200)))
                .containsExactly("Mới");
        running.call("province", "DELETE", "/sessions/s1/sites").expect(200);
        assertThat(names(running.call("province", "GET", "/sessions/s1").expect(200)))
                .containsExactly("Mới");
    }

    @Test
    void aCopyOnAnotherDayKeepsTimesTopicsAndSites() {
        make("p1", "T19");
        add("province", "p1", "s1", START);
        add("province", "p1", "s2", START.plusSeconds(86_400));
        JsonObject copy =
                new JsonObject().put("id", "p2").put("startsOn", "2027-01-04").put("rehearsal", true);
        running.call("province", "POST", "/programmes/p1/copies", copy).expect(201);
        running.call("province", "POST", "/programmes/p1/copies", copy).expect(201);
        JsonObject whole = running.call("province", "GET", "/programmes/p2").expect(200);
        assertThat(whole.getBoolean("rehearsal")).isTrue();
        assertThat(whole.getJsonArray("items")).hasSize(2);
        assertThat(whole.getJsonArray("items").getJsonObject(1).getString("startsAt"))
                .isEqualTo("2027-01-05T00:30:00Z");
        assertThat(whole.getJsonArray("items").getJsonObject(0).getString("topic"))
                .isEqualTo("Chuyên đề");
        assertThat(names(whole)).containsExactly("Hội trường tỉnh");
    }

    @Test
    void aRehearsalGoesInOneActionAndWhatWasIssuedDoesNot() {
        make("p1", "T19");
        add("province", "p1", "s1", START);
        running.call(
                        "province",
                        "POST",
                        "/programmes/p1/copies",
                        new JsonObject()
                                .put("id", "p2")
                                .put("startsOn", "2026-12-06")
                                .put("rehearsal", true))
                .expect(201);
        issue("province", "p1");
        issue("province", "p2");
        assertThat(running.call("province", "DELETE", "/programmes/p1").problem(422))
                .isEqualTo("not_deletable");
        running.call("province", "DELETE", "/programmes/p2").expect(204);
        assertThat(running.heard).contains("deleted p2-1").doesNotContain("deleted s1");
        assertThat(running.call("province", "GET", "/programmes/p2").status()).isEqualTo(404);
        assertThat(running.call("province", "GET", "/sessions/p2-1").status()).isEqualTo(404);
    }

    @Test
    void clashesAreToldAndRefuseNothing() {
        running.plans.expected().from(session -> Future.succeededFuture(java.util.Map.of("main", 400)));
        make("p1", "T19");
        make("p2", "T19-1");
        add("province", "p1", "s1", START);
        add("province", "p2", "s2", START.plusSeconds(60));
        issue("province", "p1");
        JsonArray items = running.call("province", "GET", "/programmes/p1/clashes")
                .expect(200)
                .getJsonArray("items");
        assertThat(items.stream().map(item -> ((JsonObject) item).getString("kind")))
                .containsExactly("seats", "lecturer", "contact");
        assertThat(items.getJsonObject(1).getJsonObject("other").getString("unitName"))
                .isEqualTo("Đảng bộ xã Đại Từ");
    }

    @Test
    void theDirectoryIsImportedOnceAndTheSameAgainChangesNothing() {
        JsonObject pasted = new JsonObject()
                .put("unit", "T19")
                .put(
                        "text",
                        "Tên\tĐịa chỉ\tSố chỗ\tĐơn vị\nĐịa điểm\tĐịa chỉ\tSố chỗ\tĐơn vị\nHội trường\tTổ 1\t80\tXã Đại Từ");
        JsonObject row = running.call("province", "POST", "/place-previews", pasted)
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(row.getString("unit")).isEqualTo("T19-1");
        JsonObject table =
                new JsonObject().put("places", new JsonArray().add(row.copy().put("id", "h1")));
        assertThat(running.call("province", "POST", "/places/table", table)
                        .expect(200)
                        .getInteger("added"))
                .isEqualTo(1);
        assertThat(running.call("province", "POST", "/places/table", table)
                        .expect(200)
                        .getInteger("unchanged"))
                .isEqualTo(1);
        assertThat(running.call("province", "POST", "/place-previews", pasted).text())
                .contains("\"existing\":\"h1\"", "\"same\":true");
        assertThat(running.call("province", "GET", "/places?text=hoi%20truong").text())
                .contains("\"h1\"");
        assertThat(running.call("commune2", "GET", "/places").expect(200).getJsonArray("items"))
                .isEmpty();
        running.send(
                        "province",
                        "POST",
                        "/timetable-previews/file",
                        "Ngày,Từ,Đến\n7/12/2026,7h30,11h".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .expect(200);
    }

    @Test
    void cellMeetingsAreOnePerIdAndOneProgrammeAYear() throws Exception {
        Planning planning = running.plans.planning();
        Session first = RunningPlans.await(
                planning.cellMeeting("m1", "T19-1-B1", "Tháng 12", START, START.plusSeconds(5_400), "a"));
        Session again = RunningPlans.await(
                planning.cellMeeting("m1", "T19-1-B1", "Tháng 12", START, START.plusSeconds(5_400), "a"));
        assertThat(again.rev()).isEqualTo(first.rev());
        assertThat(first.state()).isEqualTo(State.ISSUED);
        assertThat(first.sites()).extracting(Site::id).containsExactly("cell");
        Session later = RunningPlans.await(planning.cellMeeting(
                "m2", "T19-1-B1", "Bất thường", START.plusSeconds(86_400), START.plusSeconds(90_000), "a"));
        assertThat(later.programme()).isEqualTo(first.programme());
        assertThatThrownBy(() -> RunningPlans.await(
                        planning.cellMeeting("m1", "T19-2-B1", "X", START, START.plusSeconds(60), "a")))
                .hasCauseInstanceOf(Problem.class);
        assertThat(running.heard).containsExactly("issued m1", "issued m2");
        assertThat(list("province", "upcoming")).isEmpty();
    }

    @Test
    void whoPlansForAnotherUnitFindsNothingThere() {
        make("p1", "T19-1");
        add("province", "p1", "s1", START);
        JsonObject empty = new JsonObject();
        for (String who : List.of("commune2", "secretary")) {
            assertThat(running.call(who, "GET", "/programmes/p1").status()).isEqualTo(404);
            assertThat(running.call(who, "PUT", "/programmes/p1", wish("T19-1")).status())
                    .isEqualTo(404);
            assertThat(running.call(who, "PUT", "/programmes/new", wish("T19-1"))
                            .status())
                    .isEqualTo(404);
            assertThat(running.call(who, "DELETE", "/programmes/p1").status()).isEqualTo(404);
            assertThat(state(who, "/programmes/p1", "issued", null).status()).isEqualTo(404);
            assertThat(running.call(
                                    who,
                                    "POST",
                                    "/programmes/p1/copies",
                                    new JsonObject().put("id", "c").put("startsOn", "2027-01-01"))
                            .status())
                    .isEqualTo(404);
            assertThat(running.call(who, "POST", "/programmes/p1/sessions", empty)
                            .status())
                    .isEqualTo(404);
            assertThat(running.call(who, "GET", "/programmes/p1/clashes").status())
                    .isEqualTo(404);
            assertThat(running.call(who, "PUT", "/programmes/p1/sites", empty).status())
                    .isEqualTo(404);
            assertThat(running.call(who, "POST", "/programmes/p1/sites/one-per-unit", empty)
                            .status())
                    .isEqualTo(404);
            assertThat(running.call(who, "GET", "/sessions/s1").status()).isEqualTo(404);
            assertThat(running.call(who, "PATCH", "/sessions/s1", empty).status())
                    .isEqualTo(404);
            assertThat(running.call(who, "DELETE", "/sessions/s1").status()).isEqualTo(404);
            assertThat(running.call(who, "GET", "/sessions/s1/changes").status())
                    .isEqualTo(404);
            assertThat(running.call(
                                    who,
                                    "POST",
                                    "/sessions/s1/moves",
                                    times("2026-12-08T00:00:00Z", "2026-12-08T01:00:00Z"))
                            .status())
                    .isEqualTo(404);
            assertThat(state(who, "/sessions/s1", "issued", null).status()).isEqualTo(404);
            assertThat(running.call(who, "PUT", "/sessions/s1/sites", empty).status())
                    .isEqualTo(404);
            assertThat(running.call(who, "DELETE", "/sessions/s1/sites").status())
                    .isEqualTo(404);
            assertThat(running.call(
                                    who,
                                    "PUT",
                                    "/places/x",
                                    new JsonObject().put("name", "X").put("unit", "T19-1"))
                            .status())
                    .isEqualTo(404);
            assertThat(running.call(
                                    who,
                                    "POST",
                                    "/place-previews",
                                    new JsonObject().put("unit", "T19-1").put("text", "A"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void cadresAndStewardsMayPlanNothing() {
        for (String who : List.of("cadre", "steward")) {
            for (String path : List.of(
                    "/recurrence-previews",
                    "/timetable-previews",
                    "/agenda-previews",
                    "/place-previews",
                    "/places/table")) {
                assertThat(running.call(who, "POST", path, new JsonObject()).problem(403))
                        .isEqualTo("not_allowed");
            }
            assertThat(running.call(who, "PUT", "/programmes/p9", wish("T19")).problem(403))
                    .isEqualTo("not_allowed");
            assertThat(running.call(who, "GET", "/programmes").problem(403)).isEqualTo("not_allowed");
        }
    }

    @Test
    void unitsBelowReadWhatIsIssuedAboveButNoDraftsAndNoPhones() {
        make("p1", "T19");
        add("province", "p1", "s1", START);
        assertThat(running.call("commune1", "GET", "/programmes/p1").status()).isEqualTo(404);
        issue("province", "p1");
        String seen = running.call("commune1", "GET", "/programmes/p1").text();
        assertThat(seen).contains("Hội trường tỉnh", "\"mayPlan\":false").doesNotContain("0911111111");
        assertThat(running.call("province", "GET", "/programmes/p1").text()).contains("0911111111");
        assertThat(list("commune1", "upcoming")).containsExactly("p1");
        assertThat(running.call("commune1", "DELETE", "/programmes/p1").status())
                .isEqualTo(404);
        assertThat(running.call("province", "GET", "/sessions/s1").text()).doesNotContain("dc-");
    }

    @Test
    void unitsToPlanForAreOnesOwnAndThoseBelowFoundWithoutMarks() {
        assertThat(ids(running.call("commune1", "GET", "/plan-units?text=na%20tu")
                        .expect(200)))
                .containsExactly("T19-1-B2");
        assertThat(ids(running.call("province", "GET", "/plan-units?text=na%20tu")
                        .expect(200)))
                .containsExactlyInAnyOrder("T19-1-B2", "T19-2-B1");
        assertThat(ids(running.call("trainer", "GET", "/plan-units").expect(200)))
                .startsWith("T19-1");
        assertThat(running.call("cadre", "GET", "/plan-units").status()).isEqualTo(403);
    }

    @Test
    void listsArePagedByACursor() {
        for (int i = 0; i < 5; i++) {
            make("p" + i, "T19");
            add("province", "p" + i, "s" + i, START.plusSeconds(i * 3600L));
            issue("province", "p" + i);
        }
        JsonObject first = running.call("province", "GET", "/programmes?group=upcoming&limit=3")
                .expect(200);
        JsonObject second = running.call(
                        "province", "GET", "/programmes?group=upcoming&limit=3&after=" + first.getString("next"))
                .expect(200);
        assertThat(ids(first)).containsExactly("p0", "p1", "p2");
        assertThat(ids(second)).containsExactly("p3", "p4");
        assertThat(second.containsKey("next")).isFalse();
        running.now.set(START.plusSeconds(7_000));
        assertThat(list("province", "running")).containsExactly("p0", "p1");
        running.now.set(START.plusSeconds(40_000));
        assertThat(list("province", "past")).containsExactly("p4", "p3", "p2", "p1", "p0");
        assertThat(running.call("province", "GET", "/programmes?group=past&text=lop%20boi")
                        .text())
                .contains("p4");
    }

    private void make(String id, String unit) {
        running.call("province", "PUT", "/programmes/" + id, wish(unit)).expect(201);
    }

    private static JsonObject wish(String unit) {
        return new JsonObject()
                .put("kind", "class")
                .put("title", "Lớp bồi dưỡng")
                .put("unit", unit)
                .put("mode", "hybrid")
                .put(
                        "sites",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "main")
                                        .put("kind", "main")
                                        .put("name", "Hội trường tỉnh")
                                        .put("seats", 300)
                                        .put("contactPhone", "0911111111")));
    }

    private void add(String who, String programme, String session, Instant start) {
        running.call(
                        who,
                        "POST",
                        "/programmes/" + programme + "/sessions",
                        new JsonObject()
                                .put(
                                        "sessions",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("id", session)
                                                        .put("topic", "Chuyên đề")
                                                        .put("lecturer", "Nguyễn Văn An")
                                                        .put("startsAt", start.toString())
                                                        .put(
                                                                "endsAt",
                                                                start.plusSeconds(10_800)
                                                                        .toString()))))
                .expect(200);
    }

    private void issue(String who, String programme) {
        state(who, "/programmes/" + programme, "issued", null).expect(200);
    }

    private RunningPlans.Answer state(
            String who, String path, String state, @org.jspecify.annotations.Nullable String reason) {
        return running.call(
                who,
                "POST",
                path + "/state",
                new JsonObject().put("state", state).put("reason", reason));
    }

    private static JsonObject times(String from, String to) {
        return new JsonObject().put("startsAt", from).put("endsAt", to);
    }

    private static JsonObject block(String from, String to) {
        return new JsonObject().put("from", from).put("to", to).put("periods", 4);
    }

    private List<String> list(String who, String group) {
        return ids(running.call(who, "GET", "/programmes?group=" + group).expect(200));
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private static List<String> names(JsonObject holder) {
        return holder.getJsonArray("sites").stream()
                .map(site -> ((JsonObject) site).getString("name"))
                .toList();
    }

    private int untold() {
        return RunningPlatform.await(new SessionStore(running.mongo).untold()).size();
    }
}
