package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** What one command may cost, and that it is given back. */
class LimitsTest {

    @TempDir
    private Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeEach
    void open() throws StoreUnusable {
        store = EmbeddedStore.open(folder.resolve("data"));
        client = MongoClients.create(store.connectionString());
        database = client.getDatabase("lasting");
        things = database.getCollection("things");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void aPatternThatWouldNeverEndIsEndedByItsTime() {
        things.insertOne(new Document("_id", 1).append("text", "x".repeat(200)));
        // with a reference back to a group no library can help trying out every way to part the text
        var endless = Filters.regex("text", "(x|xx)+\\1y");
        assertThatThrownBy(() ->
                        things.find(endless).maxTime(200, TimeUnit.MILLISECONDS).first())
                .isInstanceOf(MongoExecutionTimeoutException.class);
        var update = new Document("update", "things")
                .append(
                        "updates",
                        List.of(new Document("q", endless).append("u", new Document("$set", new Document("a", 1)))))
                .append("maxTimeMS", 200);
        assertThat(database.runCommand(update).getList("writeErrors", Document.class))
                .singleElement()
                .satisfies(error -> assertThat(error.get("code")).isEqualTo(50));
        assertThat(things.find(Filters.eq("_id", 1)).first()).isNotNull();
    }

    @Test
    void whatCommandsHoldInMemoryIsGivenBack() {
        LastingTest.fill(things, 5000, 50);
        things.createIndex(new Document("n", 1));
        for (int i = 0; i < 3; i++) {
            assertThat(things.distinct("n", Integer.class).into(new ArrayList<>()))
                    .hasSize(5000);
            things.find().sort(new Document("text", 1)).batchSize(10).first();
            things.aggregate(List.of(new Document("$group", new Document("_id", "$n"))))
                    .first();
            assertThatThrownBy(() -> things.aggregate(List.of(new Document("$nothing", 1)))
                            .first())
                    .isInstanceOf(MongoCommandException.class);
        }
        try (MongoCursor<Document> open =
                things.find().sort(new Document("text", 1)).batchSize(10).cursor()) {
            assertThat(open.hasNext()).isTrue();
            assertThat(Effort.held()).isPositive();
        }
        Patience.until("nothing is held any more", () -> Effort.held() == 0);
    }

    @Test
    void whatAnOpenCursorHoldsIsGivenBackWhenTheStoreCloses() throws Exception {
        LastingTest.fill(things, 500, 50);
        things.find().sort(new Document("text", 1)).batchSize(10).cursor().next();
        close();
        Patience.until("nothing is held any more", () -> Effort.held() == 0);
        open();
    }

    @Test
    void aJoinLargerThanADocumentMayBeIsRefused() {
        LastingTest.fill(things, 200, 100_000);
        var join = new Document("from", "things")
                .append("localField", "none")
                .append("foreignField", "none")
                .append("as", "all");
        var refusal = catchThrowableOfType(MongoCommandException.class, () -> things.aggregate(
                        List.of(new Document("$limit", 1), new Document("$lookup", join)))
                .first());
        assertThat(refusal.getCode()).isEqualTo(4568);
    }

    @Test
    void aSortThatNeedsTooMuchMemoryIsRefusedAndAnIndexHelps() {
        LastingTest.fill(things, 1200, 100_000);
        var refusal = catchThrowableOfType(
                MongoException.class,
                () -> things.find().sort(new Document("n", -1)).first());
        assertThat(refusal).isNull();
        var all = catchThrowableOfType(
                MongoCommandException.class,
                () -> things.find().sort(new Document("n", -1)).into(new ArrayList<>()));
        assertThat(all.getCode()).isEqualTo(292);
        things.createIndex(new Document("n", 1));
        long seen = 0;
        int last = Integer.MAX_VALUE;
        for (Document document : things.find().sort(new Document("n", -1))) {
            assertThat(document.getInteger("n")).isLessThan(last);
            last = document.getInteger("n");
            seen++;
        }
        assertThat(seen).isEqualTo(1200);
    }
}
