package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.Caller;
import vn.diemcau.Founding;
import vn.diemcau.RunningPlatform;

/** A merger of two communes taken back the day after, through the real server: what followed and is still there returns, the rest stays. */
class TakingBackTest {
    private static final LocalDate TODAY = LocalDate.now(StoredPeople.ZONE);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private static RunningPlatform running;
    private static Caller office;
    private static Founding founding;
    private static Caller east;
    private static Caller west;
    private static String secretary;
    private static String deputy;
    private static JsonObject merged = new JsonObject();
    private static JsonObject seen = new JsonObject();
    private static JsonArray waitingWhileMerged = new JsonArray();

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        founding = new Founding(office);
        founding.unit("T", 1, "");
        founding.unit("C", 2, "T");
        for (String one : List.of("A", "B")) {
            founding.unit(one, 2, "T");
            founding.unit(one + "1", 4, one);
            founding.person(one + "1", "Nông Văn " + one);
        }
        secretary = founding.person("A", "Hoàng Thị Bí Thư");
        deputy = founding.person("A1", "Lý Văn Phó");
        founding.post(secretary, "A", "Bí thư", Founding.SINCE);
        founding.post(deputy, "A", "Phó Bí thư", Founding.SINCE);
        east = new Caller(running).signedIn("vanphong.a", founding.account("vanphong.a", "A"));
        west = new Caller(running).signedIn("vanphong.b", founding.account("vanphong.b", "B"));
        for (String room : List.of("nha-van-hoa", "hoi-truong")) room(room, "A");
        group("ban-chap-hanh", "A");
        planned();
        merged = carriedOut(merger());
        sinceThen();
        seen = draft(undo());
        carriedOut(seen);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static void room(String id, String unit) {
        office.put("/places/" + id, new JsonObject().put("name", "Phòng " + id).put("unit", unit))
                .expect(200);
    }

    private static void group(String id, String unit) {
        office.put(
                        "/groups/" + id,
                        new JsonObject()
                                .put("name", "Ban Chấp hành")
                                .put("unit", unit)
                                .put("persons", new JsonArray().add(secretary))
                                .put("rev", 0))
                .expect(200);
    }

    private static void programme(String id, String unit) {
        JsonObject site = new JsonObject()
                .put("id", "hoi-truong")
                .put("kind", "main")
                .put("name", "Hội trường")
                .put("units", new JsonArray().add("T"));
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp " + id)
                                .put("unit", unit)
                                .put("mode", "in_room")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        String at = TODAY.plusDays(20) + "T01:00:00Z";
        JsonObject session =
                new JsonObject().put("id", id + "-1").put("startsAt", at).put("endsAt", at.replace("T01", "T04"));
        office.post("/programmes/" + id + "/sessions", new JsonObject().put("sessions", new JsonArray().add(session)))
                .expect(200);
    }

    /** A class of A in three weeks, to which the secretary asks not to come. */
    private static void planned() {
        programme("lop-a", "A");
        office.put(
                        "/programmes/lop-a/scope",
                        new JsonObject()
                                .put("rev", 0)
                                .put(
                                        "rules",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("kind", "units")
                                                        .put("units", new JsonArray().add("A")))))
                .expect(200);
        office.post("/programmes/lop-a/state", new JsonObject().put("state", "issued"))
                .expect(200);
        office.put(
                        "/absences/xin-phep",
                        new JsonObject()
                                .put("session", "lop-a-1")
                                .put("person", secretary)
                                .put("reason", "Đi khám bệnh"))
                .expect(200);
    }

    private static JsonObject merger() {
        return draft(new JsonObject()
                .put("kind", "consolidate")
                .put("date", YESTERDAY.toString())
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
                .put("rightsFollow", true));
    }

    private static JsonObject undo() {
        return new JsonObject()
                .put("kind", "undo")
                .put("date", TODAY.toString())
                .put("decision", "34-QĐ/TU")
                .put("undoes", merged.getString("id"));
    }

    private static JsonObject draft(JsonObject wish) {
        return office.put("/reorganisations/" + UUID.randomUUID(), wish).expect(200);
    }

    private static JsonObject carriedOut(JsonObject draft) {
        String at = "/reorganisations/" + draft.getString("id");
        JsonObject does = draft.getJsonObject("does");
        assertThat(does.getJsonArray("faults")).isEmpty();
        office.post(
                        at + "/approval",
                        new JsonObject().put("rev", draft.getLong("rev")).put("sees", does.getString("print")))
                .expect(200);
        return office.post(at + "/application", new JsonObject()).expect(200);
    }

    /** While they were one: a room was given away, a class was planned, and the deputy got the same post elsewhere. */
    private static void sinceThen() {
        waitingWhileMerged = west.get("/absences").expect(200).getJsonArray("items");
        room("hoi-truong", "C");
        programme("lop-moi", "AB");
        founding.post(deputy, "C", "Phó Bí thư", YESTERDAY.toString());
    }

    private static List<JsonObject> objects(JsonObject page) {
        return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }

    private static JsonObject one(String path, String id) {
        return objects(office.get(path).expect(200)).stream()
                .filter(each -> each.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(JsonObject does, String which) {
        return does.getJsonObject(which).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(each -> each.getString("name") + ": " + each.getString("title"))
                .toList();
    }

    @Test
    void thePreviewSaysWhatReturnsAndWhatSomebodyHasToDecide() {
        JsonObject does = seen.getJsonObject("does");
        Map<String, String> effects = objects(does.getJsonObject("touched")).stream()
                .collect(Collectors.toMap(
                        each -> each.getString("what") + " " + each.getString("id"),
                        each -> each.getString("effect"),
                        (first, second) -> first));
        assertThat(effects)
                .containsEntry("programme lop-a", "returns")
                .containsEntry("session lop-a-1", "returns")
                .containsEntry("room nha-van-hoa", "returns")
                .containsEntry("group ban-chap-hanh", "returns")
                .containsEntry("request xin-phep", "returns")
                .containsEntry("room hoi-truong", "changed")
                .containsEntry("programme lop-moi", "open")
                .containsEntry("session lop-moi-1", "open")
                .containsValue("returns");
        assertThat(objects(does.getJsonObject("touched")).stream()
                        .filter(each -> each.getString("what").equals("account")
                                && each.getString("effect").equals("returns")))
                .extracting(each -> each.getString("title"))
                .containsExactlyInAnyOrder("Văn phòng A", "Văn phòng B");
        assertThat(titles(does, "postsReturn")).containsExactly("Hoàng Thị Bí Thư: Bí thư");
        assertThat(titles(does, "postsLeft")).containsExactly("Lý Văn Phó: Phó Bí thư");
    }

    @Test
    void plansRoomsAndGroupsThatFollowedAreBackAndTheOthersAreWhereTheyWere() {
        assertThat(office.get("/programmes/lop-a").expect(200).getString("unit"))
                .isEqualTo("A");
        assertThat(office.get("/sessions/lop-a-1").expect(200).getString("unit"))
                .isEqualTo("A");
        assertThat(one("/places", "nha-van-hoa").getString("unit")).isEqualTo("A");
        assertThat(one("/groups", "ban-chap-hanh").getString("unit")).isEqualTo("A");
        assertThat(one("/places", "hoi-truong").getString("unit")).isEqualTo("C");
        assertThat(office.get("/programmes/lop-moi").expect(200).getString("unit"))
                .isEqualTo("AB");
    }

    @Test
    void rightsThatFollowedAreTakenAndTheOwnOnesStay() {
        assertThat(east.get("/units/A1/people").expect(200).getJsonArray("items"))
                .hasSize(2);
        assertThat(east.get("/units/B1/people").problem(404)).isEqualTo("not_found");
        assertThat(west.get("/units/A1/people").problem(404)).isEqualTo("not_found");
        assertThat(east.get("/programmes/lop-a").status()).isEqualTo(200);
        assertThat(west.get("/programmes/lop-a").status()).isEqualTo(404);
    }

    @Test
    void aRequestThatWaitsIsDecidedByWhoeverHoldsTheUnitThen() {
        assertThat(waitingWhileMerged).hasSize(1);
        assertThat(objects(east.get("/absences").expect(200)))
                .extracting(each -> each.getString("id"))
                .containsExactly("xin-phep");
        assertThat(objects(west.get("/absences").expect(200))).isEmpty();
    }

    @Test
    void postsThatEndedAreHeldAgainFromTheDayOnAndTheTimeBetweenStays() {
        assertThat(posts(secretary, "A")).containsExactly("2025-07-01 – " + TODAY.minusDays(2), TODAY + " – ");
        assertThat(posts(deputy, "A")).containsExactly("2025-07-01 – " + TODAY.minusDays(2));
        assertThat(posts(deputy, "C")).containsExactly(YESTERDAY + " – ");
        assertThat(office.get("/units/A1?on=" + YESTERDAY).expect(200).getString("path"))
                .isEqualTo("/T/AB/A1/");
        assertThat(office.get("/units/A1").expect(200).getString("path")).isEqualTo("/T/A/A1/");
    }

    private static List<String> posts(String person, String unit) {
        return office.get("/persons/" + person).expect(200).getJsonArray("posts").stream()
                .map(JsonObject.class::cast)
                .filter(post -> post.encode().contains("\"" + unit + "\""))
                .map(post ->
                        post.getString("from") + " – " + (post.getString("to") == null ? "" : post.getString("to")))
                .toList();
    }
}
