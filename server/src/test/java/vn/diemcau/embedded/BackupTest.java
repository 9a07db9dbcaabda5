package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** A backup is one moment of a busy store, and a restore puts it in the place of whatever is there. */
class BackupTest {

    @TempDir
    private Path folder;

    private Path data;
    private Path backup;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
        backup = folder.resolve("kept.db");
    }

    private static void insert(EmbeddedStore store, int from, int to) {
        try (MongoClient client = MongoClients.create(store.connectionString())) {
            List<Document> documents = new ArrayList<>();
            for (int i = from; i < to; i++) {
                documents.add(new Document("_id", i).append("text", "x".repeat(500)));
            }
            client.getDatabase("kept").getCollection("things").insertMany(documents);
        }
    }

    private static long count(Path data) throws StoreUnusable {
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString())) {
            var database = client.getDatabase("kept");
            assertThat(database.runCommand(new Document("validate", "things")).getBoolean("valid"))
                    .isTrue();
            return database.getCollection("things").countDocuments();
        }
    }

    private void fiveHundredKeptAndAThousandThere() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(data)) {
            insert(store, 0, 500);
            store.backup(backup);
            insert(store, 500, 1000);
        }
    }

    private List<Path> files(String prefix) throws Exception {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aBackupMadeWhileManyWriteIsOneMoment() throws Exception {
        int writers = 6;
        var acknowledged = new AtomicIntegerArray(writers);
        var stop = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<Throwable>();
        int[] before = new int[writers];
        int[] after = new int[writers];
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> things = client.getDatabase("kept").getCollection("things");
            things.createIndex(new Document("writer", 1).append("n", 1));
            List<Thread> threads = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                var thread = new Thread(() -> {
                    try {
                        for (int n = 0; !stop.get(); n++) {
                            things.insertOne(new Document("_id", writer + "-" + n)
                                    .append("writer", writer)
                                    .append("n", n)
                                    .append("text", "x".repeat(300)));
                            acknowledged.incrementAndGet(writer);
                        }
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                });
                threads.add(thread);
                thread.start();
            }
            try {
                Patience.until("all write", () -> sum(acknowledged) > 3000);
                for (int w = 0; w < writers; w++) {
                    before[w] = acknowledged.get(w);
                }
                store.backup(backup);
                for (int w = 0; w < writers; w++) {
                    after[w] = acknowledged.get(w);
                }
            } finally {
                stop.set(true);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
        }
        assertThat(failures).isEmpty();
        Path other = folder.resolve("other");
        StoreTool.restore(other, backup);
        int written = 0;
        try (EmbeddedStore store = EmbeddedStore.open(other);
                MongoClient client = MongoClients.create(store.connectionString())) {
            var database = client.getDatabase("kept");
            assertThat(database.runCommand(new Document("validate", "things")).getBoolean("valid"))
                    .isTrue();
            for (int w = 0; w < writers; w++) {
                List<Integer> kept = new ArrayList<>();
                database.getCollection("things")
                        .find(new Document("writer", w))
                        .sort(new Document("n", 1))
                        .forEach(document -> kept.add(document.getInteger("n")));
                // whoever writes one after the other is kept without a hole, with all that was acknowledged before
                assertThat(kept.size()).isBetween(before[w], after[w] + 1);
                assertThat(kept.get(kept.size() - 1)).isEqualTo(kept.size() - 1);
                written += after[w] - before[w];
            }
        }
        System.out.println("written while the backup was made: " + written);
        assertThat(written).isPositive();
    }

    private static int sum(AtomicIntegerArray numbers) {
        int sum = 0;
        for (int i = 0; i < numbers.length(); i++) {
            sum += numbers.get(i);
        }
        return sum;
    }

    @Test
    void aCutOffStoreIsReplacedAndKeptAsItIs() throws Exception {
        fiveHundredKeptAndAThousandThere();
        Path file = data.resolve("store.db");
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        byte[] broken = Files.readAllBytes(file);
        assertThat(catchThrowableOfType(StoreUnusable.class, () -> EmbeddedStore.open(data)))
                .hasMessageContaining("put a whole backup in its place with restore");
        StoreTool.restore(data, backup);
        assertThat(count(data)).isEqualTo(500);
        assertThat(files("store.db.before-restore-"))
                .singleElement()
                .satisfies(kept -> assertThat(Files.readAllBytes(kept)).isEqualTo(broken));
    }

    @Test
    void aStoreDamagedInsideIsReplaced() throws Exception {
        fiveHundredKeptAndAThousandThere();
        Path file = data.resolve("store.db");
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 7);
        Files.write(file, bytes);
        StoreTool.restore(data, backup);
        assertThat(count(data)).isEqualTo(500);
    }

    /** As after kill -9: what was written last is in the log only. */
    private void killed() throws Exception {
        fiveHundredKeptAndAThousandThere();
        Path live = folder.resolve("live");
        Files.createDirectory(live);
        Files.copy(data.resolve("store.db"), live.resolve("store.db"));
        try (EmbeddedStore store = EmbeddedStore.open(live)) {
            insert(store, 1000, 1200);
            Files.copy(live.resolve("store.db-wal"), data.resolve("store.db-wal"));
        }
    }

    @Test
    void theLogOfAKilledStoreIsKeptBesideItAndNeverBesideTheNewOne() throws Exception {
        killed();
        byte[] log = Files.readAllBytes(data.resolve("store.db-wal"));
        StoreTool.restore(data, backup);
        assertThat(data.resolve("store.db-wal")).doesNotExist();
        assertThat(count(data)).isEqualTo(500);
        List<Path> kept = files("store.db.before-restore-");
        assertThat(kept).hasSize(2);
        assertThat(Files.readAllBytes(kept.get(1))).isEqualTo(log);
        assertThat(catchThrowableOfType(StoreUnusable.class, () -> StoreTool.restore(data, kept.get(0))))
                .hasMessageContaining("its log");
        Path other = folder.resolve("other");
        Files.createDirectory(other);
        Files.copy(kept.get(0), other.resolve("store.db"));
        Files.copy(kept.get(1), other.resolve("store.db-wal"));
        assertThat(count(other)).isEqualTo(1200);
    }

    @Test
    void whereARestoreWasBrokenOffNoEmptyStoreIsMadeAndRestoringAgainEndsIt() throws Exception {
        killed();
        // the power fails after the old file was put aside, and before the new one is in its place
        Files.copy(backup, data.resolve("store.db.restoring"));
        Files.copy(data.resolve("store.db-wal"), data.resolve("store.db.before-restore-1-wal"));
        Files.move(data.resolve("store.db"), data.resolve("store.db.before-restore-1"));
        for (String gone : List.of("", "store.db-wal", "store.db.restoring")) {
            if (!gone.isEmpty()) {
                Files.delete(data.resolve(gone));
            }
            assertThat(catchThrowableOfType(StoreUnusable.class, () -> EmbeddedStore.open(data)))
                    .as("without " + gone)
                    .hasMessageContaining("restore again");
            assertThat(data.resolve("store.db")).doesNotExist();
        }
        Files.writeString(data.resolve("store.db-wal"), "the log of the store before");
        StoreTool.restore(data, backup);
        assertThat(count(data)).isEqualTo(500);
    }

    @Test
    void aCutOffBackupChangesNothing() throws Exception {
        fiveHundredKeptAndAThousandThere();
        byte[] whole = Files.readAllBytes(backup);
        Files.write(backup, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(catchThrowableOfType(StoreUnusable.class, () -> StoreTool.restore(data, backup)))
                .hasMessageContaining(backup.toString())
                .hasMessageContaining("cut off");
        assertThat(count(data)).isEqualTo(1000);
        assertThat(files("store.db.before-restore-")).isEmpty();
    }
}
