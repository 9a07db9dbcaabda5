package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** What people may know about their own data, ask of it, and what becomes of it in time. */
class PrivacyTest {
    private static Grounds grounds;
    private static Caller me;

    @BeforeAll
    static void start() throws Exception {
        grounds = new Grounds();
        me = grounds.callers.get("cadre@1");
    }

    @AfterAll
    static void stop() throws Exception {
        grounds.close();
    }

    private static List<JsonObject> items(Caller caller, String path) {
        return caller.get(path).expect(200).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    @Test
    void whoeverLookedAtMyRecordOrAListWithMeIsNamedToMe() {
        Caller office = grounds.callers.get("unit_admin@1");
        office.get("/persons/" + Grounds.person(1, 1)).expect(200);
        office.get("/persons/" + Grounds.person(1, 1)).expect(200);
        office.get("/persons/" + Grounds.person(1, 3)).expect(200);
        office.get("/units/T-1/people").expect(200);
        office.get("/sessions/buoi-1/sites/diem-1/roll").expect(200);
        me.get("/my/attendance/buoi-1/why");
        List<JsonObject> readers = items(me, "/my/readers").stream()
                .filter(one -> one.getString("name").equals("unitadmin1"))
                .toList();
        assertThat(readers)
                .extracting(one -> one.getString("what"))
                .containsExactlyInAnyOrder(
                        "/persons/{person}", "/units/{unit}/people", "/sessions/{session}/sites/{site}/roll");
        assertThat(readers).allSatisfy(one -> assertThat(one.getString("from")).isNotEmpty());
    }

    private static List<String> pagesOf(String reader) {
        return items(me, "/my/readers").stream()
                .filter(one -> one.getString("name").equals(reader))
                .map(one -> one.getString("what"))
                .toList();
    }

    @Test
    void whoeverLooksAtExcusesObjectionsAndReportsIsNamedToThoseWhoAreThere() throws Exception {
        Caller secretary = grounds.callers.get("cell_secretary@1");
        secretary.get("/absences").expect(200);
        assertThat(pagesOf("cellsecretary1")).isEmpty();
        me.put("/my/absences/x-9", new JsonObject().put("session", "buoi-1").put("reason", "Ốm"))
                .expect(200);
        secretary.get("/absences").expect(200);
        assertThat(pagesOf("cellsecretary1")).containsExactly("/absences");

        Caller trainer = grounds.callers.get("trainer@1");
        StoreTool.use(grounds.running.data(), uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                RunningPlatform.await(Mongo.one(mongo.collection("appeals")
                        .insertOne(new Document("_id", "y-1")
                                .append("session", "buoi-1")
                                .append("person", Grounds.person(1, 1))
                                .append("name", "Nguyễn Văn A")
                                .append("unitName", "Chi bộ xóm 1")
                                .append("paths", List.of("party:/T/T-1/T-1-B1/"))
                                .append("wish", "PRESENT")
                                .append("reason", "Có mặt")
                                .append("state", "OPEN")
                                .append("filedAt", new Date()))));
            }
        });
        trainer.get("/appeals").expect(200);
        trainer.put(
                        "/programmes/lop-1/reflections",
                        new JsonObject()
                                .put(
                                        "deadline",
                                        Instant.now().plus(Duration.ofDays(3)).toString()))
                .expect(200);
        trainer.get("/programmes/lop-1/reflections").expect(200);
        assertThat(pagesOf("trainer1")).containsExactlyInAnyOrder("/appeals", "/programmes/{programme}/reflections");
    }

    @Test
    void myDataIsWholeAndHoldsNoSecretAndNobodyElse() {
        Caller.Answer answer = me.get("/my/data");
        JsonObject held = answer.expect(200).getJsonObject("held");
        assertThat(held.fieldNames())
                .contains("persons", "accounts", "sign_ins", "required", "attendance", "replies", "badges", "reads");
        JsonObject names = answer.json().getJsonObject("names");
        assertThat(names.getJsonObject("sessions").getJsonObject("buoi-1").getString("title"))
                .isEqualTo("Hội nghị 1");
        assertThat(names.getJsonObject("units").getString("T-1-B1")).contains("Chi bộ xóm 1");
        assertThat(held.getJsonArray("persons")).hasSize(1);
        assertThat(held.getJsonArray("required")).hasSize(1);
        assertThat(held.getJsonArray("attendance")).hasSize(1);
        assertThat(answer.text()).contains("Nguyễn Văn A").doesNotContain("Nguyễn Văn B");
        assertThat(answer.text())
                .doesNotContain("argon2id")
                .doesNotContain("csrf")
                .doesNotContain("sortKey");
        assertThat(grounds.province.get("/my/data").problem(403)).isEqualTo("no_person");
    }

    @Test
    void theNoticeIsReadAgainWhenItChanges() {
        assertThat(me.get("/my/notice").expect(200).getInteger("version")).isZero();
        JsonObject notice = new JsonObject()
                .put("version", 1)
                .put("operator", "Tỉnh ủy")
                .put("contact", "vanphong@example.vn")
                .put("basis", "Luật 91/2025/QH15, điều lệ Đảng");
        grounds.province.put("/notice", notice).expect(200);
        assertThat(grounds.province.put("/notice", notice.put("version", 3)).problem(409))
                .isEqualTo("changed_meanwhile");
        assertThat(me.get("/my/notice").expect(200).getBoolean("seen")).isFalse();
        me.post("/my/notice", new JsonObject().put("version", 1)).expect(204);
        assertThat(me.get("/my/notice").expect(200).getBoolean("seen")).isTrue();
        grounds.province.put("/notice", notice.put("version", 2)).expect(200);
        assertThat(me.get("/my/notice").expect(200).getBoolean("seen")).isFalse();
        // a page that could not read the notice begins at the first version
        assertThat(grounds.province.put("/notice", notice.put("version", 1)).problem(409))
                .isEqualTo("changed_meanwhile");
        assertThat(me.get("/my/notice").expect(200).getInteger("version")).isEqualTo(2);
    }

    @Test
    void aRequestHasItsDaysAndIsAnsweredByWhoeverKeepsTheUnit() {
        String id = UUID.randomUUID().toString();
        JsonObject filed = me.put(
                        "/my/data-requests/" + id,
                        new JsonObject().put("kind", "correct").put("text", "Năm sinh chưa đúng"))
                .expect(200);
        assertThat(filed.getString("state")).isEqualTo("filed");
        assertThat(filed.getString("acknowledgeBy")).isLessThan(filed.getString("answerBy"));
        assertThat(items(grounds.callers.get("unit_admin@1"), "/data-requests"))
                .extracting(one -> one.getString("id"))
                .contains(id);
        assertThat(items(grounds.callers.get("unit_admin@2"), "/data-requests")).isEmpty();
        JsonObject done = new JsonObject().put("state", "done").put("answer", "Đã sửa");
        String answer = "/data-requests/" + id + "/answer";
        assertThat(grounds.callers.get("unit_admin@2").post(answer, done).problem(404))
                .isEqualTo("not_found");
        grounds.callers.get("unit_admin@1").post(answer, done).expect(200);
        assertThat(grounds.callers.get("unit_admin@1").post(answer, done).problem(409))
                .isEqualTo("changed_meanwhile");
        assertThat(items(me, "/my/data-requests").get(0).getString("answer")).isEqualTo("Đã sửa");
        Caller other = grounds.callers.get("cadre@2");
        assertThat(other.put("/my/data-requests/" + id, new JsonObject().put("kind", "see"))
                        .problem(409))
                .isEqualTo("id_reused");
    }

    @Test
    void whatIsTooOldIsCountedFirstAndGoesOnlyWhenAsked() throws Exception {
        StoreTool.use(grounds.running.data(), uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                RunningPlatform.await(Mongo.one(mongo.collection("reads")
                        .insertOne(new Document("_id", "long ago")
                                .append("at", Date.from(Instant.now().minus(Duration.ofDays(400))))
                                .append("person", Grounds.person(1, 1)))));
            }
        });
        assertThat(due("reads")).isEqualTo(1);
        assertThat(due("reads")).isEqualTo(1);
        JsonObject gone = grounds.province
                .post("/retention/runs", new JsonObject())
                .expect(200)
                .getJsonObject("deleted");
        assertThat(gone).isEqualTo(new JsonObject().put("reads", 1));
        assertThat(due("reads")).isZero();
    }

    private static int due(String kind) {
        JsonArray kinds = grounds.province.get("/retention").expect(200).getJsonArray("items");
        return kinds.stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow()
                .getInteger("due");
    }
}
