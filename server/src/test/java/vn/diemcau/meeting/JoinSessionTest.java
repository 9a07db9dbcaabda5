package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;

/** Who comes into a commune's class, as what, and who is told why not; its meeting server is away all the time. */
class JoinSessionTest {
    private static final String SITE = PlannedClass.SITE;
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @TempDir
    static Path data;

    private static PlannedClass planned;
    private static Caller office;
    private static List<Caller> cadres;
    private static Caller stranger;

    @BeforeAll
    static void start() throws Exception {
        planned = new PlannedClass(data.resolve("store"), NOW);
        office = planned.office;
        cadres = List.of(planned.cadre("T-1"), planned.cadre("T-1"), planned.cadre("T-1"));
        stranger = planned.cadre("T-2");
        planned.programme("lop");
        planned.session(
                "lop", "dang-hoc", Duration.ofMinutes(-5), Duration.ofHours(2), "TS. Nguyễn Văn An, Trường Chính trị");
        planned.session("lop", "chua-mo", Duration.ofHours(5), Duration.ofHours(7), null);
        planned.session("lop", "qua-gio", Duration.ofHours(-5), Duration.ofHours(-3), null);
        for (String id : List.of("huy", "hoan", "ket-thuc")) {
            planned.session("lop", id, Duration.ofMinutes(-5), Duration.ofHours(2), null);
        }
        planned.issue("lop");
        planned.state("huy", "cancelled");
        planned.state("hoan", "postponed");
        planned.state("ket-thuc", "ended");
        planned.programme("nhap");
        planned.session("nhap", "nhap-1", Duration.ofMinutes(-5), Duration.ofHours(2), null);
        for (String id : List.of("dang-hoc", "chua-mo", "qua-gio", "huy", "hoan", "ket-thuc")) {
            String path = "/sessions/" + id + "/join";
            Patience.until(
                    "the list is in force",
                    () -> !cadres.get(0).post(path, new JsonObject()).text().contains("not_on_list"));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        planned.close();
    }

    private static JsonObject join(Caller caller, String session) {
        return caller.post("/sessions/" + session + "/join", new JsonObject()).expect(200);
    }

    private static String refused(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        return answer.json().getString("code");
    }

    private static JsonObject claims(JsonObject admission) {
        String token = admission.getJsonObject("meeting").getString("token");
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static JsonObject meeting(Caller caller, String session) {
        return caller.get("/sessions/" + session + "/meeting").expect(200);
    }

    /** By answer and token alike, which must say the same. */
    private static boolean moderates(Caller caller) {
        JsonObject admission = join(caller, "dang-hoc");
        JsonObject meeting = admission.getJsonObject("meeting");
        JsonObject context = claims(admission).getJsonObject("context");
        boolean moderator = meeting.getBoolean("moderator");
        assertThat(meeting.getBoolean("mayRecord")).isEqualTo(moderator);
        assertThat(context.getJsonObject("user").getBoolean("moderator")).isEqualTo(moderator);
        assertThat(context.getJsonObject("features").getBoolean("recording")).isEqualTo(moderator);
        return moderator;
    }

    @Test
    void whoRunsTheSessionModeratesAndWhoIsMerelyAboveDoesNot() {
        assertThat(moderates(planned.account("gv-xa", "Giảng viên xã", "trainer", "T-1")))
                .isTrue();
        assertThat(moderates(planned.account("vp-xa", "Văn phòng xã", "unit_admin", "T-1")))
                .isTrue();
        assertThat(moderates(planned.account("gv-an", "Nguyễn Văn An", "trainer", "T")))
                .isTrue();
        Caller other = planned.account("gv-anh", "Nguyễn Văn Anh", "trainer", "T");
        assertThat(moderates(other)).isFalse();
        assertThat(moderates(planned.account("vp-tinh", "Văn phòng tỉnh", "unit_admin", "T")))
                .isFalse();
        assertThat(moderates(office)).isFalse();
        assertThat(moderates(cadres.get(0))).isFalse();
        // whoever may plan it still sees who is there, on our own pages
        assertThat(meeting(other, "dang-hoc").containsKey("people")).isTrue();
        assertThat(meeting(cadres.get(0), "dang-hoc").containsKey("people")).isFalse();
    }

    @Test
    void aPersonComesAsThatPersonWithANameAndNothingElse() {
        JsonObject admission = join(cadres.get(1), "dang-hoc");
        assertThat(admission.getString("subject")).isEqualTo(PlannedClass.person(1));
        assertThat(claims(admission).getJsonObject("context").getJsonObject("user"))
                .isEqualTo(new JsonObject()
                        .put("id", PlannedClass.person(1))
                        .put("name", "Nông Thị B")
                        .put("moderator", false));
    }

    @Test
    void whoMayNotComeIsToldWhyAndRaisesNoHand() {
        Map<String, String> reasons = Map.of(
                "huy", "session_cancelled",
                "hoan", "session_postponed",
                "ket-thuc", "session_over",
                "chua-mo", "session_not_open",
                "nhap-1", "not_found",
                "nowhere", "not_found");
        reasons.forEach((session, reason) -> {
            // a draft has no list yet
            String told = session.equals("nhap-1") ? "not_on_list" : reason;
            String path = "/sessions/" + session;
            assertThat(refused(cadres.get(0).post(path + "/join", new JsonObject())))
                    .isIn(reason, told);
            assertThat(refused(cadres.get(0).put(path + "/hand", new JsonObject())))
                    .isIn(reason, told);
            assertThat(refused(cadres.get(0).get(path + "/meeting"))).isIn(reason, told);
            assertThat(refused(cadres.get(0).get(path + "/meeting/live"))).isIn(reason, told);
            assertThat(refused(office.post(path + "/join", new JsonObject()))).isEqualTo(reason);
            assertThat(refused(office.put(path + "/hand", new JsonObject()))).isEqualTo(reason);
            assertThat(refused(office.post(path + "/hands/somebody/call", new JsonObject())))
                    .isEqualTo(reason);
        });
        assertThat(refused(stranger.post("/sessions/dang-hoc/join", new JsonObject())))
                .isEqualTo("not_on_list");
        assertThat(refused(stranger.put("/sessions/dang-hoc/hand", new JsonObject())))
                .isEqualTo("not_on_list");
        // whoever runs them reads them all the same
        for (String session : List.of("huy", "hoan", "ket-thuc", "chua-mo", "nhap-1")) {
            assertThat(meeting(office, session).getJsonArray("hands")).isEmpty();
        }
    }

    @Test
    void whoMayNotRunTheSessionGivesNobodyTheWord() {
        String hand = "/sessions/dang-hoc/hands/somebody";
        assertThat(cadres.get(1).post(hand + "/call", new JsonObject()).status())
                .isEqualTo(403);
        assertThat(cadres.get(1).delete(hand).status()).isEqualTo(403);
        assertThat(cadres.get(1).get("/meeting-servers").status()).isEqualTo(403);
    }

    @Test
    void whoComesEarlyIsToldWhenItOpens() {
        Caller.Answer early = cadres.get(0).post("/sessions/chua-mo/join", new JsonObject());
        assertThat(refused(early)).isEqualTo("session_not_open");
        assertThat(Instant.parse(early.json().getString("detail")))
                .isEqualTo(NOW.plus(Duration.ofHours(5)).minus(JoinSession.EARLY));
    }

    @Test
    void makingASessionLongerThatIsOverGivesTokensAgain() {
        assertThat(refused(cadres.get(0).post("/sessions/qua-gio/join", new JsonObject())))
                .isEqualTo("session_over");
        JsonObject longer = new JsonObject()
                .put("startsAt", NOW.plus(Duration.ofHours(-5)).toString())
                .put("endsAt", NOW.plus(Duration.ofHours(1)).toString());
        office.post("/sessions/qua-gio/moves", longer).expect(200);
        JsonObject admission = join(cadres.get(0), "qua-gio");
        assertThat(Instant.parse(admission.getString("closesAt")))
                .isEqualTo(NOW.plus(Duration.ofHours(1)).plus(JoinSession.LATE));
        JsonObject claims = claims(admission);
        assertThat(claims.getString("room"))
                .isEqualTo(admission.getJsonObject("meeting").getString("room"));
        assertThat(Instant.ofEpochSecond(claims.getLong("exp"))).isAfter(Instant.now());
    }

    @Test
    void aRoomsDeviceComesAsTheSiteAndStandsInTheQueueAsTheSite() {
        Caller device = planned.device("dang-hoc");
        JsonObject admission = join(device, "dang-hoc");
        assertThat(admission.getString("subject")).isEqualTo(Occupancy.user(SITE));
        assertThat(admission.getString("as")).isEqualTo("Hội trường xã");
        JsonObject user = claims(admission).getJsonObject("context").getJsonObject("user");
        assertThat(user.getString("id")).isEqualTo(Occupancy.user(SITE));
        assertThat(user.getBoolean("moderator")).isFalse();
        assertThat(device.put("/sessions/dang-hoc/hand", new JsonObject()).status())
                .isEqualTo(204);
        JsonObject hand = new JsonObject();
        for (Object each : meeting(office, "dang-hoc").getJsonArray("hands")) {
            if (((JsonObject) each).getBoolean("site")) hand = (JsonObject) each;
        }
        assertThat(hand.getString("subject")).isEqualTo(Occupancy.user(SITE));
        assertThat(hand.getString("name")).isEqualTo("Hội trường xã");
        assertThat(office.post("/sessions/dang-hoc/hands/" + Occupancy.user(SITE) + "/call", new JsonObject())
                        .status())
                .isEqualTo(204);
        assertThat(meeting(device, "dang-hoc").getJsonArray("hands").encode()).contains("\"called\":true");
        assertThat(device.delete("/sessions/dang-hoc/hand").status()).isEqualTo(204);
        assertThat(meeting(device, "dang-hoc").getJsonArray("hands").encode()).doesNotContain(Occupancy.user(SITE));
        assertThat(refused(device.put("/sessions/huy/hand", new JsonObject()))).isEqualTo("not_found");
    }

    @Test
    void withoutTheMeetingServerTheClassGoesOn() {
        Patience.until(
                "it is told that the meeting server is away",
                () -> office.get("/meeting-servers")
                                .expect(200)
                                .getJsonArray("items")
                                .getJsonObject(0)
                                .getString("failure")
                        != null);
        JsonObject tick = new JsonObject()
                .put("kind", "in")
                .put("by", "tick")
                .put("person", PlannedClass.person(2))
                .put("seenAt", Instant.now().toString());
        assertThat(planned.device("dang-hoc")
                        .put("/sessions/dang-hoc/sites/" + SITE + "/evidence/e1", tick)
                        .expect(200)
                        .getString("result"))
                .isEqualTo("counted");
        cadres.get(2).get("/programmes/lop/materials").expect(200);
        assertThat(cadres.get(2)
                        .put("/sessions/dang-hoc/hand", new JsonObject())
                        .status())
                .isEqualTo(204);
        assertThat(meeting(office, "dang-hoc").getJsonArray("hands").encode()).contains(PlannedClass.person(2));
        assertThat(cadres.get(2).delete("/sessions/dang-hoc/hand").status()).isEqualTo(204);
    }
}
