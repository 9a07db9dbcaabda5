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

    @Test
    void noSecretStandsInTheRecord() throws Exception {
        assertThat(records().toString()).doesNotContain("260814").doesNotContain("mot cau that dai");
    }
}
