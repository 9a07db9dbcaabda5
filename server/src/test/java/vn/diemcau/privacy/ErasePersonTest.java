package vn.diemcau.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Mongo;

class ErasePersonTest {
    private static final String PERSON = "00000000-0000-7000-8000-000000000077";
    private static final String NAME = "Lò Thị Quên";
    private static final JsonObject REASON = new JsonObject().put("reason", "Theo yêu cầu ngày 20/11/2026");

    @TempDir
    Path data;

    private static void roster(Caller office) {
        office.post(
                        "/units",
                        new JsonObject()
                                .put("code", "T")
                                .put("name", "Đảng bộ tỉnh")
                                .put("tree", "party")
                                .put("type", "province")
                                .put("level", 1)
                                .put("from", "2025-07-01"))
                .expect(201);
        office.put(
                        "/persons/" + PERSON,
                        new JsonObject()
                                .put("name", NAME)
                                .put("birth", "1971")
                                .put("phone", "0912345678")
                                .put("unit", "T")
                                .put("status", "official")
                                .put("from", "2026-01-01"))
                .expect(200);
    }

    /** Every document that still tells the name or the phone, but for the audit record, which must not change. */
    private List<String> telling() throws Exception {
        List<String> found = new ArrayList<>();
        StoreTool.use(data, uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                for (String name :
                        RunningPlatform.await(Mongo.all(mongo.database().listCollectionNames()))) {
                    if (name.equals("audit")) continue;
                    for (Document each : RunningPlatform.await(
                            Mongo.all(mongo.collection(name).find().batchSize(Mongo.BATCH)))) {
                        String text = each.toJson();
                        if (text.contains("Quên") || text.contains("quen") || text.contains("912345678"))
                            found.add(name + " " + text);
                    }
                }
            }
        });
        return found;
    }

    @Test
    void whoeverIsForgottenIsForgottenAgainAfterAnOlderBackupWasRestored() throws Exception {
        Path backup = data.resolveSibling(data.getFileName() + ".backup");
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = Caller.firstAdministrator(running);
            roster(office);
            assertThat(office.post("/persons/" + PERSON + "/erasure", REASON).problem(409))
                    .isEqualTo("still_belongs");
            office.post(
                            "/persons/" + PERSON + "/departures",
                            new JsonObject().put("lastDay", "2026-11-01").put("rev", rev(office)))
                    .expect(200);
            StoreTool.backup(data, backup);
            assertThat(telling()).isNotEmpty();
            assertThat(office.post("/persons/" + PERSON + "/erasure", REASON).status())
                    .isEqualTo(204);
            assertThat(telling()).isEmpty();
        }
        StoreTool.restore(data, backup);
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            assertThat(running.url()).isNotEmpty();
            assertThat(telling()).isEmpty();
        }
    }

    @Test
    void theNameGoesLastAndTheAccountJustBeforeSoThatWhatBrokeOffIsFoundAgain() {
        List<Holding> declared = List.of(
                Holding.blanked("persons", "_id", "name"),
                Holding.gone("accounts", "person", Holding.Of.PERSON),
                Holding.gone("sign_ins", "account", Holding.Of.ACCOUNT),
                Holding.gone("badges", "person", Holding.Of.PERSON));
        assertThat(ErasePerson.inTurn(declared))
                .extracting(Holding::collection)
                .containsExactly("sign_ins", "badges", "accounts", "persons");
    }

    private static long rev(Caller office) {
        return office.get("/persons/" + PERSON).expect(200).getLong("rev", 0L);
    }
}
