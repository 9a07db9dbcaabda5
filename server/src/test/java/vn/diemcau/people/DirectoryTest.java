package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

/** Looking through the directory and small corrections, through the real server; who may not. */
class DirectoryTest {
    private static RunningPlatform running;
    private static Caller office;
    private static Caller commune;

    @BeforeAll
    static void start(@TempDir Path files) throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        ProvinceFiles.write(new ProvinceFiles.Shape("19", 210, 1_000, 4, false), files);
        new ImportBench(office)
                .takeIn(List.of(files.resolve("units.csv"), files.resolve("roster.csv"), files.resolve("posts.csv")));
        String password = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "vanphong.xa")
                                .put("name", "Văn phòng xã")
                                .put("role", "unit_admin")
                                .put("unit", "T19-01864"))
                .expect(201)
                .getString("password");
        commune = new Caller(running).signedIn("vanphong.xa", password);
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static JsonObject somebody(String unit, int place) {
        return office.get("/units/" + unit + "/people")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(place);
    }

    private static JsonObject member(String name, String unit) {
        return new JsonObject()
                .put("name", name)
                .put("unit", unit)
                .put("status", "official")
                .put("birth", "1984-05-02")
                .put("from", "2026-01-01");
    }

    @Test
    void aPersonOfAnotherUnitIsNotThereForACommune() {
        String strange = somebody("T19-01879", 0).getString("id");
        assertThat(commune.get("/persons/" + strange).problem(404)).isEqualTo("not_found");
        assertThat(commune.get("/units/T19-01879/people").problem(404)).isEqualTo("not_found");
        assertThat(commune.get("/units/T19-01879/roster").problem(404)).isEqualTo("not_found");
        assertThat(commune.get("/units/T19-01864/roster").status()).isEqualTo(200);
        assertThat(commune.patch(
                                "/persons/" + strange,
                                new JsonObject().put("rev", 1).put("name", "Ai Đó"))
                        .problem(404))
                .isEqualTo("not_found");
        assertThat(commune.post(
                                "/person-searches",
                                new JsonObject().put("text", "a").put("unit", "T19"))
                        .problem(404))
                .isEqualTo("not_found");
        String own = somebody("T19-01864", 0).getString("id");
        assertThat(commune.get("/persons/" + own).expect(200).getString("id")).isEqualTo(own);
    }

    @Test
    void nobodyMovesAPersonIntoAUnitThatIsNotHis() {
        JsonObject own = somebody("T19-01864", 1);
        JsonObject move = new JsonObject()
                .put("rev", own.getLong("rev"))
                .put("unit", "T19-01879-B001")
                .put("from", "2026-11-01");
        assertThat(commune.post("/persons/" + own.getString("id") + "/moves", move)
                        .problem(404))
                .isEqualTo("not_found");
    }

    @Test
    void onlyTheProvinceMakesUnits() {
        JsonObject unit = new JsonObject()
                .put("code", "T19-01864-B900")
                .put("name", "Chi bộ mới")
                .put("tree", "party")
                .put("type", "party_cell")
                .put("level", 4)
                .put("parent", "T19-01864");
        assertThat(commune.post("/units", unit).problem(403)).isEqualTo("not_allowed");
        office.post("/units", unit).expect(201);
        assertThat(office.post("/units", unit).problem(409)).isEqualTo("code_taken");
        long rev = office.get("/units/T19-01864-B900").expect(200).getLong("rev");
        office.post(
                        "/units/T19-01864-B900/names",
                        new JsonObject().put("rev", rev).put("name", "Chi bộ Thôn Mới"))
                .expect(200);
        JsonObject renamed = office.get("/units/T19-01864-B900").expect(200);
        assertThat(renamed.getString("name")).isEqualTo("Chi bộ Thôn Mới");
        assertThat(renamed.getJsonArray("formerNames").getJsonObject(0).getString("name"))
                .isEqualTo("Chi bộ mới");
    }

    @Test
    void somebodyNewIsAddedOnceHoweverOftenItIsSent() {
        String id = UUID.randomUUID().toString();
        JsonObject wish = member("  nông văn   thử ", "T19-01864-B001").put("card", "123 456 789");
        JsonObject added = commune.put("/persons/" + id, wish).expect(200);
        assertThat(added.getString("card")).isEqualTo("000123456789");
        assertThat(commune.put("/persons/" + id, wish).expect(200)).isEqualTo(added);
        assertThat(commune.put("/persons/" + id, wish.copy().put("name", "Ai Khác"))
                        .problem(409))
                .isEqualTo("id_reused");
        assertThat(commune.put("/persons/" + UUID.randomUUID(), wish).problem(409))
                .isEqualTo("card_taken");
    }

    @Test
    void aStayForATimeIsWithTheOtherCellAndEndsByItself() {
        String id = UUID.randomUUID().toString();
        JsonObject added = office.put("/persons/" + id, member("Lý Thị Tạm", "T19-01864-B001"))
                .expect(200);
        JsonObject stay = new JsonObject()
                .put("rev", added.getLong("rev"))
                .put("unit", "T19-01879-B001")
                .put("from", "2026-03-01")
                .put("to", "2026-03-31");
        assertThat(commune.post("/persons/" + id + "/stays", stay).problem(404)).isEqualTo("not_found");
        JsonObject stays = office.post("/persons/" + id + "/stays", stay).expect(200);
        assertThat(stays.getJsonArray("memberships")).hasSize(3);
        assertThat(stays.getString("unit")).isEqualTo("T19-01864-B001");
        assertThat(stays.getString("status")).isEqualTo("official");
        String during = "/units/T19-01879-B001/people?on=2026-03-15&limit=500";
        assertThat(office.get(during).expect(200).getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> one.getString("id").equals(id))
                        .map(one -> one.getString("status")))
                .containsExactly("temporary");
        JsonObject backwards = stay.copy()
                .put("rev", stays.getLong("rev"))
                .put("from", "2026-09-02")
                .put("to", "2026-09-01");
        assertThat(office.post("/persons/" + id + "/stays", backwards).problem(400))
                .isEqualTo("period_backwards");
    }

    @Test
    void aMoveKeepsWhereThePersonWasBefore() {
        String id = UUID.randomUUID().toString();
        JsonObject added = office.put("/persons/" + id, member("Lý Thị Chuyển", "T19-01864-B001"))
                .expect(200);
        JsonObject move = new JsonObject()
                .put("rev", added.getLong("rev"))
                .put("unit", "T19-01879-B001")
                .put("from", "2026-06-01");
        JsonObject moved = office.post("/persons/" + id + "/moves", move).expect(200);
        assertThat(moved.getString("unit")).isEqualTo("T19-01879-B001");
        assertThat(moved.getJsonArray("memberships")).hasSize(2);
        assertThat(moved.getJsonArray("memberships").getJsonObject(0).getString("to"))
                .isEqualTo("2026-05-31");
        assertThat(office.post("/persons/" + id + "/moves", move).problem(409)).isEqualTo("changed_meanwhile");
        String before = "/units/T19-01864-B001/people?on=2026-03-01&limit=500";
        assertThat(office.get(before).expect(200).getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .map(one -> one.getString("id")))
                .contains(id);
        JsonObject earlier = move.copy().put("rev", moved.getLong("rev")).put("from", "2026-02-01");
        assertThat(office.post("/persons/" + id + "/moves", earlier).problem(422))
                .isEqualTo("later_records");
    }

    @Test
    void statusesAndPostsHoldFromTheirDay() {
        String id = UUID.randomUUID().toString();
        JsonObject person = office.put("/persons/" + id, member("Ma Văn Chức", "T19-01864-B001"))
                .expect(200);
        String today = LocalDate.now(StoredPeople.ZONE).toString();
        person = office.post(
                        "/persons/" + id + "/statuses",
                        new JsonObject()
                                .put("rev", person.getLong("rev"))
                                .put("status", "exempt")
                                .put("from", today))
                .expect(200);
        assertThat(person.getString("status")).isEqualTo("exempt");
        JsonObject post = new JsonObject()
                .put("rev", person.getLong("rev"))
                .put("unit", "T19-01864")
                .put("title", "Ủy viên Ban Chấp hành")
                .put("from", "2026-02-01");
        person = office.post("/persons/" + id + "/posts", post).expect(200);
        JsonObject ending = post.copy().put("rev", person.getLong("rev")).put("lastDay", "2026-10-31");
        person = office.post("/persons/" + id + "/post-endings", ending).expect(200);
        assertThat(person.getJsonArray("posts").getJsonObject(0).getString("to"))
                .isEqualTo("2026-10-31");
    }

    @Test
    void aSearchNeedsNoMarksAndPutsExactOnesFirst() {
        office.put("/persons/" + UUID.randomUUID(), member("Đặng Thị Tìm", "T19-01864-B001"))
                .expect(200);
        office.put("/persons/" + UUID.randomUUID(), member("Đằng Thị Tím", "T19-01864-B001"))
                .expect(200);
        List<String> plain = names("dang thi tim");
        assertThat(plain).contains("Đặng Thị Tìm", "Đằng Thị Tím");
        assertThat(names("đằng thị tím")).first().isEqualTo("Đằng Thị Tím");
    }

    @Test
    void unitsWhoseNameHoldsTheTypedWordsAsTheyStandComeFirst() {
        List<String> found = office.get("/units?text=chi%20bo").expect(200).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("name"))
                .toList();
        assertThat(found).isNotEmpty().allMatch(name -> name.startsWith("Chi bộ"));
    }

    private static List<String> names(String text) {
        return office
                .post("/person-searches", new JsonObject().put("text", text))
                .expect(200)
                .getJsonArray("items")
                .stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getString("name"))
                .toList();
    }

    @Test
    void anUnknownUnitWaitsForADecisionThatIsRememberedAndANameAloneDecidesNothing() {
        String sheet = "Họ và tên,Sinh ngày,Số thẻ Đảng,Tổ chức Đảng đang sinh hoạt\n"
                + "Lò Văn Một,01/02/1980,000900000001,Chi bộ chưa ai biết\n"
                + "Lò Văn Hai,01/02/1981,000900000002,T19-01864-B001\n";
        ImportBench imports = new ImportBench(office);
        String id = imports.begin();
        imports.addText(id, "a.csv", sheet);
        JsonObject preview = imports.preview(id);
        assertThat(ImportBench.report(preview, "a.csv").getInteger("waiting")).isEqualTo(1);
        JsonObject question =
                preview.getJsonObject("outcome").getJsonArray("questions").getJsonObject(0);
        String decide = "/imports/" + id + "/decisions/" + question.getString("id");
        assertThat(office.put(decide, new JsonObject().put("choice", "unit").put("target", "nowhere"))
                        .problem(400))
                .isEqualTo("not_a_choice");
        office.put(decide, new JsonObject().put("choice", "unit").put("target", "T19-01864-B001"))
                .expect(200);
        assertThat(ImportBench.report(imports.confirm(id), "a.csv").getInteger("refusedRows"))
                .isZero();
        assertThat(names("lo van mot")).containsExactly("Lò Văn Một");

        String again = imports.begin();
        imports.addText(again, "b.csv", sheet);
        assertThat(ImportBench.report(imports.preview(again), "b.csv")
                        .getJsonObject("effects")
                        .getInteger("unchanged"))
                .isEqualTo(2);

        String namesake = imports.begin();
        imports.addText(
                namesake, "c.csv", "Họ và tên,Năm sinh,Đơn vị,Diện\nLò Văn Hai,1981,T19-01864-B001,khách mời\n");
        JsonObject asked = imports.preview(namesake);
        assertThat(asked.getJsonObject("outcome")
                        .getJsonArray("questions")
                        .getJsonObject(0)
                        .getString("kind"))
                .isEqualTo("same_person");
    }

    @Test
    void aCommunesFileWritesNowhereElseAndItsUnitsAreNotItsToChange() {
        ImportBench imports = new ImportBench(commune);
        String id = imports.begin();
        imports.addText(
                id,
                "a.csv",
                "Họ và tên,Số thẻ Đảng,Chi bộ\nLò Văn Ba,000900000003,T19-01879-B001\nLò Văn Bốn,000900000004,T19-01864-B001\n");
        imports.addText(id, "u.csv", "code,name,parent\nT19-01864-B901,Chi bộ lạ,T19-01864\n");
        JsonObject preview = imports.preview(id);
        assertThat(ImportBench.tallies(ImportBench.report(preview, "a.csv"), "refusals"))
                .containsOnlyKeys("outside_your_unit");
        assertThat(ImportBench.tallies(ImportBench.report(preview, "u.csv"), "refusals"))
                .containsOnlyKeys("outside_your_unit");
        assertThat(office.get("/imports/" + id).problem(404)).isEqualTo("not_found");
    }
}
