package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.SmallOffice.id;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.SmallOffice;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

/** What an earlier version counted without sums of campaigns enters them at the first start of this one; a recount finds what is amiss. */
class CampaignUpgradeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path folder;

    private RunningPlatform running(TestStore store) throws Exception {
        return RunningPlatform.over(folder.resolve("data"), Map.of("MONGODB_URI", store.connectionString()));
    }

    private static void study(SmallOffice small) {
        LocalDate today = LocalDate.now(ZONE);
        small.office
                .put(
                        "/campaigns/nq",
                        new JsonObject()
                                .put("kind", "resolution_study")
                                .put("title", "Học tập nghị quyết")
                                .put("unit", "T")
                                .put("from", today.minusDays(10).toString())
                                .put("to", today.plusDays(10).toString())
                                .put("target", 90))
                .expect(200);
        small.programme("study", "resolution_study", "T", new JsonObject().put("campaign", "nq"));
        small.hold("study", List.of("T"), 9);
        small.come("study-1", "study-hall", List.of(id("A1", 1), id("A1", 2), id("B1", 1)));
        small.account("T", "&campaign=nq", 3);
    }

    /** As a version that knew nothing of campaigns' sums left it. */
    private static void asBefore(Mongo mongo) {
        change(mongo, "session_states", "campaign", "followed");
        change(mongo, "tallies", "slice");
        RunningPlatform.await(
                Mongo.one(mongo.collection("rollups").deleteMany(and(gte("_id", "party@"), lt("_id", "partyA")))));
        RunningPlatform.await(Mongo.one(mongo.collection("attendance_upgrades").deleteMany(new Document())));
    }

    private static void change(Mongo mongo, String collection, String... gone) {
        List<org.bson.conversions.Bson> all =
                java.util.Arrays.stream(gone).map(field -> unset(field)).toList();
        RunningPlatform.await(Mongo.one(mongo.collection(collection).updateMany(new Document(), combine(all))));
    }

    private static int present(Caller office) {
        return office.get("/reports/units/T?" + SmallOffice.month() + "&campaign=nq")
                .expect(200)
                .getJsonObject("total")
                .getJsonObject("counts")
                .getInteger("present");
    }

    @Test
    void sessionsCountedByAnEarlierVersionEnterTheirCampaign() throws Exception {
        try (TestStore store = TestStore.open(folder.resolve("store"))) {
            Caller before;
            try (SmallOffice small = new SmallOffice(running(store))) {
                study(small);
                before = small.office;
            }
            asBefore(store.mongo());
            try (RunningPlatform upgraded = running(store)) {
                Caller office = new Caller(upgraded).carrying(before);
                Patience.until("the campaign's sums are filled", () -> present(office) == 3);
                Patience.until("nothing differs from a recount", () -> differences(store)
                        .isEmpty());
                assertThat(RunningPlatform.await(Mongo.all(store.mongo()
                                .collection("attendance_upgrades")
                                .find()
                                .batchSize(9))))
                        .extracting(done -> done.getString("_id"))
                        .containsExactly("campaign_sums");
            }
            Document some = RunningPlatform.await(Mongo.first(
                            store.mongo().collection("rollups").find().batchSize(1)))
                    .orElseThrow();
            RunningPlatform.await(Mongo.one(store.mongo()
                    .collection("rollups")
                    .updateOne(eq("_id", some.getString("_id")), inc("counts.present", 1))));
            assertThat(differences(store)).singleElement().asString().startsWith(some.getString("_id"));
        }
    }

    private static List<String> differences(TestStore store) {
        return RunningPlatform.await(RecountCheck.all(store.mongo())).differences();
    }
}
