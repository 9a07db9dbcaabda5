package vn.diemcau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

class AuditTest {
    @TempDir
    private Path folder;

    private TestStore store;
    private Mongo mongo;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.open(folder);
        mongo = store.mongo();
    }

    @AfterEach
    void close() {
        store.end();
    }

    private void fill(int nodes, int records) {
        List<Future<Void>> added = new ArrayList<>();
        List<Audit> each = new ArrayList<>();
        for (int i = 0; i < nodes; i++) each.add(new Audit(mongo, InstantSource.system()));
        for (int i = 0; i < records; i++) {
            added.add(each.get(i % nodes)
                    .add("account-" + i % 3, "changed", "person/" + i, new JsonObject().put("after", "Đặng " + i)));
        }
        RunningPlatform.await(Future.all(added));
    }

    private AuditCheck.Verdict verdict(@org.jspecify.annotations.Nullable String witness) {
        return RunningPlatform.await(AuditCheck.of(mongo, witness));
    }

    @Test
    void twoNodesThatAppendAtOnceMakeOneChain() {
        fill(2, 1500);
        AuditCheck.Verdict verdict = verdict(null);
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.records()).isEqualTo(1500);
    }

    @Test
    void everyFieldThatIsChangedShowsWhere() {
        fill(1, 20);
        for (Map.Entry<String, Object> change : Map.<String, Object>of(
                        "at", new java.util.Date(0),
                        "by", "somebody-else",
                        "what", "nothing",
                        "target", "person/x",
                        "detail", "{}",
                        "previous", "0".repeat(64),
                        "hash", "f".repeat(64))
                .entrySet()) {
            Document before = RunningPlatform.await(
                    Mongo.one(mongo.collection("audit").find(new Document("_id", "000000000000007"))));
            replace(new Document(before).append(change.getKey(), change.getValue()));
            assertThat(verdict(null).fault()).as(change.getKey()).contains("000000000000007");
            replace(before);
            assertThat(verdict(null).fault()).isNull();
        }
    }

    private void replace(Document document) {
        RunningPlatform.await(
                Mongo.one(mongo.collection("audit").replaceOne(new Document("_id", document.get("_id")), document)));
    }

    @Test
    void aRecordThatIsTakenOutShows() {
        fill(1, 5);
        RunningPlatform.await(Mongo.one(mongo.collection("audit").deleteOne(new Document("_id", "000000000000003"))));
        assertThat(verdict(null).fault()).contains("000000000000004");
    }

    @Test
    void anEndThatWasCutOffShowsToWhoeverWroteItDown() {
        fill(1, 5);
        String end = verdict(null).end();
        fill(1, 2);
        assertThat(verdict(end).fault()).isNull();
        for (int number = 5; number <= 7; number++)
            RunningPlatform.await(Mongo.one(
                    mongo.collection("audit").deleteOne(new Document("_id", String.format("%015d", number)))));
        assertThat(verdict(null).fault()).isNull();
        assertThat(verdict(end).fault()).contains("not in the record any more");
    }
}
