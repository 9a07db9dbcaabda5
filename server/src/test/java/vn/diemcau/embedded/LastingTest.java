package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** Long use: memory stays bounded, nobody waits for ever, nobody without the secret gets in. */
class LastingTest {

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

    static void fill(MongoCollection<Document> collection, int count, int bytes) {
        List<Document> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(new Document("_id", i)
                    .append("n", i)
                    .append("group", i % 100)
                    .append("text", "x".repeat(bytes)));
            if (batch.size() * (bytes + 100) > 4 << 20 || i == count - 1) {
                collection.insertMany(batch);
                batch.clear();
            }
        }
    }

    @Test
    void aClosedStoreHoldsNoFileOpen() throws Exception {
        fill(things, 10, 10);
        close();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.map(LastingTest::target)).noneMatch(name -> name.startsWith(folder.toString()));
        }
        open();
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    @Test
    void longReadsDoNotStopShortOnes() throws Exception {
        fill(things, 60_000, 100);
        var stop = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var took = new ConcurrentLinkedQueue<Long>();
        List<Thread> longOnes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            longOnes.add(new Thread(() -> {
                while (!stop.get()) {
                    long start = System.nanoTime();
                    try {
                        things.aggregate(List.of(Document.parse("{$group: {_id: '$group', n: {$sum: '$n'}}}")))
                                .into(new ArrayList<>());
                    } catch (RuntimeException e) {
                        failures.add(e);
                        return;
                    }
                    took.add(System.nanoTime() - start);
                }
            }));
        }
        longOnes.forEach(Thread::start);
        try {
            Patience.until("the long ones are at it", () -> took.size() >= longOnes.size());
            List<Long> brief = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                long start = System.nanoTime();
                assertThat(things.find(Filters.eq("_id", i)).first()).isNotNull();
                brief.add(System.nanoTime() - start);
            }
            System.out.println("100 short reads beside 20 long ones took " + middle(brief) / 1_000_000
                    + " ms in the middle, the long ones " + middle(took) / 1_000_000 + " ms");
            // one behind the other they would take about the same, on any machine
            assertThat(middle(brief)).isLessThan(middle(took) / 2);
        } finally {
            stop.set(true);
            for (Thread thread : longOnes) {
                thread.join();
            }
        }
        assertThat(failures).isEmpty();
    }

    private static long middle(Collection<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void readersNeverSeeHalfAnUpdateNorMissADocument() throws Exception {
        things.createIndex(new Document("group", 1).append("n", 1));
        fill(things, 500, 20);
        var stop = new AtomicBoolean();
        var wrong = new ConcurrentLinkedQueue<String>();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            Random random = new Random(w);
            threads.add(new Thread(() -> {
                while (!stop.get()) {
                    int value = random.nextInt(1000);
                    things.updateOne(
                            Filters.eq("_id", random.nextInt(500)),
                            Updates.combine(Updates.set("n", value), Updates.set("copy", value)));
                }
            }));
        }
        threads.forEach(Thread::start);
        try {
            for (int i = 0; i < 60; i++) {
                int count = 0;
                for (Document document : things.find().batchSize(1000)) {
                    count++;
                    if (document.containsKey("copy") && !document.get("copy").equals(document.get("n"))) {
                        wrong.add(document.toJson());
                    }
                }
                assertThat(count).isEqualTo(500);
                assertThat(things.countDocuments(Filters.gte("group", 0))).isEqualTo(500);
            }
        } finally {
            stop.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(database.runCommand(new Document("validate", "things")).getBoolean("valid"))
                .isTrue();
    }

    @Test
    void aKilledCursorIsGoneAndALiveOneSurvivesWrites() {
        fill(things, 300, 10);
        try (MongoCursor<Document> cursor = things.find().batchSize(10).cursor()) {
            for (int i = 0; i < 10; i++) {
                assertThat(cursor.next().getInteger("n")).isEqualTo(i);
            }
            things.deleteMany(Filters.and(Filters.gte("n", 10), Filters.lt("n", 20)));
            things.insertOne(new Document("_id", "new").append("n", 1000));
            assertThat(cursor.next().getInteger("n")).isEqualTo(20);
            long id = cursor.getServerCursor().getId();
            database.runCommand(new Document("killCursors", "things").append("cursors", List.of(id)));
            assertThatThrownBy(() -> cursor.forEachRemaining(document -> {}))
                    .isInstanceOf(MongoCursorNotFoundException.class);
        }
    }

    @Test
    void theLogShrinksAgainAndIsGoneAfterClosing() throws Exception {
        for (int i = 0; i < 12; i++) {
            things.drop();
            fill(things, 8000, 1000);
        }
        assertThat(store.facts().logBytes()).isLessThan(64L << 20);
        close();
        assertThat(Files.notExists(folder.resolve("data/store.db-wal"))
                        || Files.size(folder.resolve("data/store.db-wal")) == 0)
                .isTrue();
        assertThat(folder.resolve("data/control.sock")).doesNotExist();
        open();
        assertThat(things.countDocuments()).isEqualTo(8000);
    }
}
