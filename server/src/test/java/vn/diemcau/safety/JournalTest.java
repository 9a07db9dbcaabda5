package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.AuthenticatorApp;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.audit.AuditCheck;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** What was changed and what left the house stands in the audit record when the caller has the answer. */
class JournalTest {
    private static Grounds grounds;

    @BeforeAll
    static void start() throws Exception {
        grounds = new Grounds();
    }

    @AfterAll
    static void stop() throws Exception {
        grounds.close();
    }

    private static List<Document> records() throws Exception {
        List<Document> found = new ArrayList<>();
        StoreTool.use(grounds.running.data(), uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                found.addAll(RunningPlatform.await(Mongo.all(mongo.collection("audit")
                        .find()
                        .sort(new Document("_id", 1))
                        .batchSize(500))));
                assertThat(RunningPlatform.await(AuditCheck.of(mongo, null)).fault())
                        .isNull();
            }
        });
        return found;
    }

    @Test
    void aChangeOfThePlanSaysWhoWhatAndFromWhere() throws Exception {
        Caller trainer = grounds.callers.get("trainer@1");
        trainer.put(
                        "/programmes/lop-9",
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp bồi dưỡng")
                                .put("unit", "T-1")
                                .put("mode", "in_room")
                                .put("sites", new JsonArray()))
                .expect(201);
        Document last = records().get(records().size() - 1);
        assertThat(last.getString("what")).isEqualTo("put /programmes/{programme}");
        assertThat(last.getString("target")).isEqualTo("/programmes/lop-9");
        assertThat(last.getString("detail")).contains("Lớp bồi dưỡng").contains("\"from\":");
    }

    @Test
    void aTableThatLeavesTheHouseIsKeptAndARefusedChangeIsNot() throws Exception {
        grounds.callers.get("unit_admin@1").get("/reports/sessions/buoi-1/file?kind=list&format=xlsx");
        int before = records().size();
        grounds.callers.get("trainer@2").post("/sessions/buoi-1/state", new JsonObject().put("state", "cancelled"));
        assertThat(records()).hasSize(before);
        assertThat(records().stream().map(record -> record.getString("what"))).contains("document_exported");
    }

    private static JsonObject last(String what) throws Exception {
        List<Document> found = records().stream()
                .filter(record -> record.getString("what").equals(what))
                .toList();
        assertThat(found).as(what).isNotEmpty();
        return new JsonObject(found.get(found.size() - 1).getString("detail"));
    }

    @Test
    void whatIsWrongAtASignInStandsThereWithWhereItCameFrom() throws Exception {
        Caller phone = grounds.callers.get("cadre@1");
        String account = phone.get("/phone")
                .expect(200)
                .getJsonArray("people")
                .getJsonObject(0)
                .getString("account");
        JsonObject wrong = new JsonObject().put("account", account).put("pin", "111222");
        assertThat(phone.post("/sign-in", wrong).problem(401)).isEqualTo("wrong_pin");
        JsonObject refused = last("sign_in_refused");
        assertThat(refused.getString("by")).isEqualTo("pin");
        assertThat(refused.getString("from")).isNotEmpty();

        Caller trainer = grounds.callers.get("trainer@2");
        String password = Caller.ownPassword("trainer2");
        String secret = trainer.post("/me/second-factor", new JsonObject().put("password", password))
                .expect(200)
                .getString("secret");
        trainer.put("/me/second-factor", new JsonObject().put("code", AuthenticatorApp.code(secret)))
                .expect(200);
        assertThat(last("second_factor_set").getString("from")).isNotEmpty();
        JsonObject guess = new JsonObject()
                .put("login", "trainer2")
                .put("password", password)
                .put("code", "KHONGPHAI1");
        assertThat(new Caller(grounds.running).post("/sign-in", guess).problem(400))
                .isEqualTo("wrong_factor");
        assertThat(last("sign_in_refused").getString("by")).isEqualTo("second_factor");
        assertThat(trainer.post("/me/recovery-codes", new JsonObject().put("password", "khong dung"))
                        .problem(400))
                .isEqualTo("wrong_password");
        assertThat(last("sign_in_refused").getString("by")).isEqualTo("password_again");
    }

    @Test
    void eachRecordOfSomebodySaysFromWhereAndWhatWasBefore() throws Exception {
        Caller office = grounds.callers.get("unit_admin@1");
        long rev = office.get("/persons/" + Grounds.person(1, 4)).expect(200).getLong("rev");
        office.patch(
                        "/persons/" + Grounds.person(1, 4),
                        new JsonObject().put("birth", "1999").put("rev", rev))
                .expect(200);
        JsonObject account = grounds.province
                .post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "tamthoi")
                                .put("name", "Tạm thời")
                                .put("role", "trainer")
                                .put("unit", "T-1"))
                .expect(201);
        grounds.province
                .put("/accounts/" + account.getString("id") + "/active", new JsonObject().put("active", false))
                .expect(200);
        assertThat(last("account_disabled").getBoolean("before")).isTrue();
        assertThat(last("account_disabled").getBoolean("after")).isFalse();
        office.post(
                        "/sessions/buoi-1/attendance/" + Grounds.person(1, 4) + "/corrections",
                        new JsonObject()
                                .put("id", "sua-1")
                                .put("standing", "present")
                                .put("reason", "Có mặt từ đầu"))
                .expect(200);
        assertThat(last("attendance_corrected").getString("after")).isEqualTo("present");
        assertThat(last("attendance_corrected").getString("before")).isNotEqualTo("present");
        for (Document record : records()) {
            if (record.getString("by").equals("system")) continue;
            assertThat(new JsonObject(record.getString("detail")).getString("from", ""))
                    .as(record.toJson())
                    .isNotEmpty();
        }
    }

    @Test
    void noSecretStandsInTheRecord() throws Exception {
        assertThat(records().toString()).doesNotContain("260814").doesNotContain("mot cau that dai");
    }
}
