package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.diemcau.Caller;
import vn.diemcau.Founding;
import vn.diemcau.RunningPlatform;

/** Reorganisations through the real server: drafted, looked at, approved, applied on the day, followed by all that hangs on units, and taken back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReorganisationTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final String MERGER = UUID.randomUUID().toString();
    private static final String BACK = UUID.randomUUID().toString();

    private static RunningPlatform running;
    private static Caller office;
    private static Founding founding;
    private static Caller commune;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        founding = new Founding(office);
        founding.unit("T", 1, "");
        for (String one : List.of("A", "B")) {
            founding.unit(one, 2, "T");
            founding.unit(one + "1", 4, one);
            founding.unit(one + "2", 4, one);
            for (String cell : List.of(one + "1", one + "2")) founding.person(cell, "Nông Văn " + cell);
        }
        commune = new Caller(running).signedIn("vanphong.a", founding.account("vanphong.a", "A"));
        office.put(
                "/places/nha-van-hoa",
                new JsonObject().put("name", "Nhà văn hóa").put("unit", "A"));
        programme("lop-a", "A", "A");
        programme("lop-tinh", "T", "A");
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static void programme(String id, String unit, String summoned) {
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp của " + unit)
                                .put("unit", unit)
                                .put("mode", "in_room"))
                .expect(201);
        String at = TODAY.plusDays(20) + "T01:00:00Z";
        office.put(
                        "/programmes/" + id + "/scope",
                        new JsonObject()
                                .put("rev", 0)
                                .put(
                                        "rules",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("kind", "units")
                                                        .put("units", new JsonArray().add(summoned)))))
                .expect(200);
        JsonObject session =
                new JsonObject().put("id", id + "-1").put("startsAt", at).put("endsAt", at.replace("T01", "T04"));
        office.post("/programmes/" + id + "/sessions", new JsonObject().put("sessions", new JsonArray().add(session)))
                .expect(200);
    }

    private static JsonObject merger(LocalDate date) {
        return new JsonObject()
                .put("kind", "consolidate")
                .put("date", date.toString())
                .put("decision", "12-QĐ/TU")
                .put("units", new JsonArray().add("A").add("B"))
                .put(
                        "fresh",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("code", "AB")
                                        .put("name", "Đơn vị AB")
                                        .put("type", "party_organization")
                                        .put("level", 2)
                                        .put("parent", "T")))
                .put("rightsFollow", true);
    }

    private static JsonObject read(String id) {
        return office.get("/reorganisations/" + id).expect(200);
    }

    private static JsonObject approval(JsonObject seen) {
        return new JsonObject()
                .put("rev", seen.getLong("rev"))
                .put("sees", seen.getJsonObject("does").getString("print"));
    }

    @Test
    @Order(1)
    void aDraftShowsWhatItWouldDoAndDoesNothing() {
        JsonObject draft = office.put("/reorganisations/" + MERGER, merger(TODAY.plusDays(3)))
                .expect(200);
        JsonObject does = draft.getJsonObject("does");
        assertThat(does.getJsonArray("faults")).isEmpty();
        assertThat(does.getJsonArray("ended")).hasSize(2);
        assertThat(does.getJsonArray("placed")).hasSize(4);
        assertThat(does.getInteger("members")).isEqualTo(4);
        JsonObject counts = does.getJsonObject("touched").getJsonObject("counts");
        assertThat(counts)
                .isEqualTo(new JsonObject()
                        .put("programme", 1)
                        .put("session", 1)
                        .put("room", 1)
                        .put("list", 2)
                        .put("group", 0)
                        .put("request", 0)
                        .put("account", 1));
        assertThat(office.get("/units/AB").status()).isEqualTo(404);
        assertThat(office.put("/reorganisations/" + MERGER, merger(TODAY.plusDays(3)))
                        .expect(200)
                        .getLong("rev"))
                .isEqualTo(draft.getLong("rev"));
    }

    @Test
    @Order(2)
    void onlyWhatWasSeenIsApprovedAndNothingBeforeItsDay() {
        JsonObject seen = read(MERGER);
        founding.person("A1", "Người đến sau");
        office.post("/units/A1/names", new JsonObject().put("rev", 1).put("name", "Đơn vị A1 mới"))
                .expect(200);
        JsonObject strange = approval(seen).put("sees", "another");
        assertThat(office.post("/reorganisations/" + MERGER + "/approval", strange)
                        .problem(409))
                .isEqualTo("other_than_seen");
        JsonObject approved = office.post("/reorganisations/" + MERGER + "/approval", approval(read(MERGER)))
                .expect(200);
        assertThat(approved.getString("state")).isEqualTo("approved");
        assertThat(office.post("/reorganisations/" + MERGER + "/application", new JsonObject())
                        .problem(422))
                .isEqualTo("too_early");
    }

    @Test
    @Order(3)
    void nobodyButTheProvinceSeesOrTouchesDrafts() {
        assertThat(commune.get("/reorganisations").status()).isEqualTo(403);
        assertThat(commune.get("/reorganisations/" + MERGER).status()).isEqualTo(403);
        assertThat(commune.put("/reorganisations/" + UUID.randomUUID(), merger(TODAY))
                        .status())
                .isEqualTo(403);
        assertThat(commune.post("/reorganisations/" + MERGER + "/approval", new JsonObject())
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Order(4)
    void anApprovedOneThatIsChangedIsADraftAgainAndIsAppliedOnItsDay() {
        JsonObject before = read(MERGER);
        JsonObject draft = office.put(
                        "/reorganisations/" + MERGER, merger(TODAY).put("rev", before.getLong("rev")))
                .expect(200);
        assertThat(draft.getString("state")).isEqualTo("draft");
        assertThat(office.post("/reorganisations/" + MERGER + "/application", new JsonObject())
                        .problem(422))
                .isEqualTo("state_not_allowed");
        office.post("/reorganisations/" + MERGER + "/approval", approval(draft)).expect(200);
        JsonObject applied = office.post("/reorganisations/" + MERGER + "/application", new JsonObject())
                .expect(200);
        assertThat(applied.getString("state")).isEqualTo("applied");
        assertThat(applied.getJsonObject("does").getJsonArray("placed")).hasSize(4);
        assertThat(office.post("/reorganisations/" + MERGER + "/application", new JsonObject())
                        .expect(200))
                .isEqualTo(applied);
        assertThat(office.get("/units/A1").expect(200).getString("path")).isEqualTo("/T/AB/A1/");
        assertThat(office.get("/units/A1?on=" + TODAY.minusDays(1)).expect(200).getString("path"))
                .isEqualTo("/T/A/A1/");
        assertThat(office.get("/units/A").expect(200).getBoolean("exists")).isFalse();
        assertThat(office.get("/units/AB").expect(200).getJsonArray("successions"))
                .hasSize(2);
    }

    @Test
    @Order(5)
    void whatHangsOnTheUnitsFollows() {
        JsonObject session = office.get("/sessions/lop-a-1").expect(200);
        assertThat(session.getString("unit")).isEqualTo("AB");
        assertThat(commune.get("/units/AB").expect(200).getString("id")).isEqualTo("AB");
        assertThat(commune.get("/programmes/lop-a").expect(200).getString("unit"))
                .isEqualTo("AB");
        assertThat(office.get("/places").expect(200).getJsonArray("items").encode())
                .contains("\"unit\":\"AB\"");
        JsonObject list = office.post("/sessions/lop-tinh-1/list-preview", new JsonObject())
                .expect(200);
        assertThat(list.encode()).contains("Nông Văn A1").contains("Nông Văn B2");
        assertThat(commune.get("/units/B1/people").expect(200).getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    @Order(5)
    void nobodyComesIntoAUnitThatEndedNotEvenFromADayOnWhichItStood() {
        JsonObject late = new JsonObject()
                .put("name", "Nông Văn Muộn")
                .put("unit", "A")
                .put("status", "official")
                .put("from", TODAY.minusDays(1).toString());
        assertThat(office.put("/persons/" + UUID.randomUUID(), late).problem(400))
                .isEqualTo("unknown_unit");
    }

    @Test
    @Order(6)
    void itIsTakenBackByALaterOneOnly() {
        JsonObject undo = new JsonObject()
                .put("kind", "undo")
                .put("date", TODAY.toString())
                .put("decision", "34-QĐ/TU")
                .put("undoes", MERGER);
        assertThat(office.post(
                                "/reorganisations/" + MERGER + "/withdrawal",
                                new JsonObject().put("rev", read(MERGER).getLong("rev")))
                        .problem(422))
                .isEqualTo("state_not_allowed");
        JsonObject named = undo.copy().put("units", new JsonArray().add("A"));
        assertThat(office.put("/reorganisations/" + BACK, named).problem(400)).isEqualTo("malformed");
        JsonObject early = office.put("/reorganisations/" + BACK, undo).expect(200);
        assertThat(whys(early)).contains("too_early");
        JsonObject draft = office.put(
                        "/reorganisations/" + BACK,
                        undo.put("date", TODAY.plusDays(1).toString()).put("rev", early.getLong("rev")))
                .expect(200);
        assertThat(whys(draft)).isEmpty();
        assertThat(draft.getJsonObject("does").getJsonArray("revived")).hasSize(2);
        office.post("/reorganisations/" + BACK + "/approval", approval(draft)).expect(200);
        JsonObject second =
                office.put("/reorganisations/" + UUID.randomUUID(), undo).expect(200);
        assertThat(whys(second)).contains("already_undone");
    }

    @Test
    @Order(7)
    void aDraftIsWithdrawnAndLeavesNothing() {
        String id = UUID.randomUUID().toString();
        JsonObject draft = office.put(
                        "/reorganisations/" + id,
                        new JsonObject()
                                .put("kind", "rename")
                                .put("date", TODAY.toString())
                                .put("decision", "56-QĐ/TU")
                                .put("units", new JsonArray().add("B1"))
                                .put("name", "Tên khác"))
                .expect(200);
        office.post("/reorganisations/" + id + "/withdrawal", new JsonObject().put("rev", draft.getLong("rev")))
                .expect(200);
        assertThat(read(id).getString("state")).isEqualTo("withdrawn");
        assertThat(office.get("/units/B1").expect(200).getString("name")).isEqualTo("Đơn vị B1");
        assertThat(office.get("/reorganisations")
                        .expect(200)
                        .getJsonArray("items")
                        .size())
                .isGreaterThanOrEqualTo(3);
    }

    private static List<String> whys(JsonObject reorganisation) {
        return reorganisation.getJsonObject("does").getJsonArray("faults").stream()
                .map(JsonObject.class::cast)
                .map(fault -> fault.getString("why"))
                .toList();
    }
}
