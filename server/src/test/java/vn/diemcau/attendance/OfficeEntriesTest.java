package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.State;

/** What the office enters for a site: who a walk-in was, and what a call said. */
class OfficeEntriesTest {
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Ho_Chi_Minh");

    private static Served served;

    @BeforeAll
    static void open() throws Exception {
        served = new Served();
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    private static String site(String session) {
        return "/sessions/" + session + "/sites/a";
    }

    private static JsonObject row(JsonObject roll, String id) {
        return roll.getJsonArray("people").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWalkInThatWasMergedSaysIntoWhomAndBothStandInTheRoll() {
        served.stage.hold("joined", 2).settled();
        JsonObject walkIn = new JsonObject()
                .put("kind", "walk_in")
                .put("by", "tick")
                .put("name", "Nông Văn Tú")
                .put("seenAt", Make.START.toString());
        served.ok("commune", "PUT", site("joined") + "/evidence/w1", walkIn);
        served.ok("commune", "PUT", site("joined") + "/evidence/w2", walkIn);
        served.stage.settled();
        assertThat(row(served.ok("commune", "GET", site("joined") + "/roll", null), "walk:w1")
                        .getJsonObject("mergedInto"))
                .isNull();
        // y1 is expected at another site: nobody of this roll.
        for (String[] each : new String[][] {{"w1", "x1"}, {"w2", "y1"}}) {
            JsonObject merge = new JsonObject()
                    .put("id", "m-" + each[0])
                    .put("walkIn", each[0])
                    .put("person", each[1]);
            served.ok("commune", "POST", site("joined") + "/merges", merge);
        }
        served.stage.settled();
        JsonObject roll = served.ok("commune", "GET", site("joined") + "/roll", null);
        assertThat(row(roll, "walk:w1").getJsonObject("mergedInto").getMap())
                .containsAllEntriesOf(Map.of("id", "x1", "name", "Đồng chí x1"));
        assertThat(row(roll, "walk:w2").getJsonObject("mergedInto").getString("name"))
                .isEqualTo("Đồng chí y1");
        assertThat(row(roll, "x1").getJsonObject("outcome").getString("standing"))
                .isEqualTo("present");
        assertThat(row(roll, "x1").getJsonObject("mergedInto")).isNull();
    }

    @Test
    void aCallFromASiteIsOfTheSessionsDayOrLaterAndNeverStillToCome() {
        LocalDate date = LocalDate.ofInstant(Instant.now(), COUNTRY).minusDays(2);
        Instant day = date.atStartOfDay(COUNTRY).toInstant();
        Instant began = day.plus(Duration.ofHours(8));
        served.stage.sessions.put("called", Stage.session("called", State.ISSUED, false, began));
        served.stage.list("called", List.of(Stage.required("called", "x0", Required.Standing.REQUIRED, Stage.X, "a")));
        served.stage.settled();
        Instant yesterday = began.plus(Duration.ofDays(1));
        assertThat(called("c1", yesterday).status()).isEqualTo(200);
        assertThat(called("c2", day).status()).isEqualTo(200);
        assertThat(called("c3", day.minusSeconds(1)).json().getString("code")).isEqualTo("said_before_the_day");
        assertThat(called("c4", Instant.now().plus(Duration.ofHours(1))).json().getString("code"))
                .isEqualTo("said_in_future");
        served.stage.settled();
        JsonArray counts =
                served.ok("commune", "GET", site("called") + "/roll", null).getJsonArray("headCounts");
        assertThat(counts.stream().map(each -> ((JsonObject) each).getString("at")))
                .containsExactlyInAnyOrder(yesterday.toString(), day.toString());
    }

    private static Served.Back called(String id, Instant at) {
        JsonObject count = new JsonObject()
                .put("kind", "count")
                .put("by", "phone")
                .put("count", 31)
                .put("detail", "Đồng chí Hoa")
                .put("seenAt", at.toString());
        return served.call("commune", "PUT", site("called") + "/evidence/" + id, count);
    }

    @Test
    void actualTimesKeepTheirAuthorsAndABreakMayBeTakenBack() {
        served.stage.hold("times", 2).settled();
        JsonObject pause = new JsonObject()
                .put("from", Make.START.plusSeconds(600).toString())
                .put("to", Make.START.plusSeconds(1200).toString());
        JsonObject cut = declared("t1", "mất điện").put("breaks", new JsonArray().add(pause));
        assertThat(served.ok("commune", "POST", "/sessions/times/times", cut).getJsonArray("breaks"))
                .hasSize(1);
        JsonObject later = declared("t2", "bắt đầu muộn")
                .put("startsAt", Make.START.plusSeconds(300).toString());
        JsonObject kept = served.ok("commune", "POST", "/sessions/times/times", later);
        assertThat(kept.getJsonArray("breaks"))
                .as("what is left out stays as it is")
                .hasSize(1);
        JsonObject none = declared("t3", "điện không mất").put("breaks", new JsonArray());
        assertThat(served.ok("commune", "POST", "/sessions/times/times", none).getJsonArray("breaks"))
                .isEmpty();
        JsonObject backwards =
                new JsonObject().put("from", pause.getString("to")).put("to", pause.getString("from"));
        assertThat(served.call(
                                "commune",
                                "POST",
                                "/sessions/times/times",
                                declared("t4", "x").put("breaks", new JsonArray().add(backwards)))
                        .json()
                        .getString("code"))
                .isEqualTo("out_of_order");
        JsonObject seen = served.ok("commune", "GET", "/sessions/times/times", null);
        assertThat(seen.getJsonArray("declared").stream().map(each -> ((JsonObject) each).getString("reason")))
                .containsExactly("mất điện", "bắt đầu muộn", "điện không mất");
        assertThat(seen.getBoolean("mayDeclare")).isTrue();
    }

    private static JsonObject declared(String id, String reason) {
        return new JsonObject().put("id", id).put("reason", reason);
    }
}
