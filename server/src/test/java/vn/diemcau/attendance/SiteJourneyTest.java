package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;

/** From the plan to the closed roll through the whole server: slips, phones, packs, a cell's meeting. */
class SiteJourneyTest {
    private static RunningPlatform running;
    private static Caller office;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        unit("J", 1, null);
        unit("JC", 2, "J");
        unit("JB", 4, "JC");
        for (int i = 0; i < 5; i++) {
            office.put(
                            "/persons/" + person(i),
                            new JsonObject()
                                    .put("name", "Nông Văn " + "ABCDE".charAt(i) + "n")
                                    .put("unit", "JB")
                                    .put("status", i == 4 ? "exempt" : "official")
                                    .put("birth", "1980")
                                    .put("from", "2026-01-01"))
                    .expect(200);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static String person(int number) {
        return "00000000-0000-7000-8000-00000000000" + number;
    }

    private static void unit(String code, int level, @org.jspecify.annotations.Nullable String parent) {
        JsonObject body = new JsonObject()
                .put("code", code)
                .put("name", "Đơn vị " + code)
                .put("tree", "party")
                .put("type", level == 4 ? "party_cell" : "party_organization")
                .put("level", level)
                .put("from", "2026-01-01");
        if (parent != null) body.put("parent", parent);
        office.post("/units", body).expect(201);
    }

    @Test
    void aPhoneOpensASiteByItsSlipTakesTheRollAndClosesIt() {
        Instant start = Instant.now().plusSeconds(600);
        JsonObject site = new JsonObject()
                .put("id", "hall")
                .put("kind", "main")
                .put("name", "Hội trường")
                .put("seats", 60)
                .put("units", new JsonArray().add("J"));
        office.put(
                "/programmes/j1",
                new JsonObject()
                        .put("kind", "conference")
                        .put("title", "Hội nghị")
                        .put("unit", "J")
                        .put("mode", "hybrid")
                        .put("sites", new JsonArray().add(site)));
        office.post(
                "/programmes/j1/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "j1s")
                                                .put("startsAt", start.toString())
                                                .put(
                                                        "endsAt",
                                                        start.plusSeconds(7200).toString()))));
        int rev = office.get("/programmes/j1/scope").json().getInteger("rev");
        JsonObject rule = new JsonObject().put("kind", "units").put("units", new JsonArray().add("J"));
        office.put("/programmes/j1/scope", new JsonObject().put("rev", rev).put("rules", new JsonArray().add(rule)))
                .expect(200);
        office.post("/programmes/j1/state", new JsonObject().put("state", "issued"))
                .expect(200);
        Patience.until(
                "the list is in force",
                () -> office.get("/sessions/j1s/wall")
                                .json()
                                .getJsonObject("counts")
                                .getInteger("required")
                        == 4);
        assertThat(new String(
                        office.post("/sessions/j1s/slips", new JsonObject()).bytes(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        String code = office.get("/sessions/j1s/slips")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
        Caller phone = new Caller(running);
        JsonObject opened = phone.post(
                        "/site-openings", new JsonObject().put("code", code.toLowerCase(java.util.Locale.ROOT)))
                .expect(200);
        assertThat(opened.getString("site")).isEqualTo("hall");
        JsonObject pack = phone.get("/sessions/j1s/sites/hall/pack").expect(200);
        JsonObject inside = new JsonObject(
                new String(Base64.getUrlDecoder().decode(pack.getString("pack")), StandardCharsets.UTF_8));
        assertThat(inside.getJsonArray("people")).hasSize(5);
        JsonObject in = new JsonObject()
                .put("kind", "in")
                .put("by", "tick")
                .put("person", person(0))
                .put("seenAt", Instant.now().toString());
        assertThat(phone.put("/sessions/j1s/sites/hall/evidence/e1", in)
                        .expect(200)
                        .getString("result"))
                .isEqualTo("counted");
        phone.post(
                        "/sessions/j1s/sites/hall/reports",
                        new JsonObject().put("id", "r1").put("headCount", 3))
                .expect(200);
        JsonObject closed = phone.post("/sessions/j1s/sites/hall/closing", new JsonObject().put("id", "c1"))
                .expect(200);
        assertThat(closed.getString("state")).isEqualTo("closed");
        assertThat(closed.getInteger("headCount")).isEqualTo(3);
        Patience.until(
                "whoever did not come is counted",
                () -> office.get("/sessions/j1s/wall")
                                .json()
                                .getJsonObject("counts")
                                .getInteger("unexcused")
                        == 3);
        assertThat(new Caller(running)
                        .post("/site-openings", new JsonObject().put("code", code))
                        .problem(410))
                .isEqualTo("site_closed");
        assertThat(phone.get("/sessions/j1s/wall").problem(404)).isEqualTo("not_found");
    }

    @Test
    void aCellsMeetingIsHeldTickedExcusedAndAnswersTheMinutes() {
        Instant start = Instant.now().minusSeconds(5700);
        JsonObject plan = new JsonObject()
                .put("topic", "Sinh hoạt thường kỳ")
                .put("startsAt", start.toString())
                .put("minutes", 95);
        JsonObject meeting = office.put("/cells/JB/meetings/m1", plan).expect(200);
        assertThat(office.put("/cells/JB/meetings/m1", plan).expect(200).getString("session"))
                .isEqualTo("m1");
        for (int i = 0; i < 3; i++) {
            JsonObject tick = new JsonObject()
                    .put("kind", "in")
                    .put("by", "tick")
                    .put("person", person(i))
                    .put("seenAt", Instant.now().toString());
            assertThat(office.put("/sessions/m1/sites/" + meeting.getString("site") + "/evidence/t" + i, tick)
                            .expect(200)
                            .getString("result"))
                    .isEqualTo("counted");
        }
        office.put(
                        "/cells/JB/meetings/m1/excuses",
                        new JsonObject().put("person", person(3)).put("reason", "ốm"))
                .expect(200);
        JsonObject minutes =
                office.post("/cells/JB/meetings/m1/close", new JsonObject()).expect(200);
        assertThat(minutes.getJsonObject("sentenceParts"))
                .isEqualTo(new JsonObject()
                        .put("members", 5)
                        .put("present", 3)
                        .put("absent", 1)
                        .put("excused", 1)
                        .put("unexcused", 0)
                        .put("exempt", 1)
                        .put("minutes", 95));
        assertThat(office.get("/cells/JB/meeting")
                        .expect(200)
                        .getJsonObject("last")
                        .getBoolean("closed"))
                .isTrue();
    }
}
