package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** The disk says that it is full, at each place where the store writes: what was acknowledged stays, and nothing else is told as done. */
class DiskErrorsTest {

    @TempDir
    private Path folder;

    /** Inserts until it fails, or so many; then once more. Answers the code of the failure, 0 without one. */
    private int insert(int most, String call, String file, String when) throws Exception {
        Set<Integer> acknowledged = new HashSet<>();
        MongoException failure;
        Process process = new ProcessBuilder(Strace.command(
                        List.of(
                                "-o",
                                folder.resolve("trace").toString(),
                                "-P",
                                folder.resolve("data").resolve(file).toString(),
                                "-e",
                                "trace=" + call,
                                "-e",
                                "inject=" + call + ":error=ENOSPC:when=" + when),
                        Processes.store(folder.resolve("data"), "-Ddiemcau.store.checkpointBytes=" + (128 << 10))))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            try (MongoClient client = MongoClients.create(out.readLine() + "&serverSelectionTimeoutMS=60000")) {
                MongoCollection<Document> things = client.getDatabase("full").getCollection("things");
                things.createIndex(new Document("n", 1));
                failure = null;
                for (int i = 0; i < most && failure == null; i++) {
                    failure = tried(things, i, acknowledged);
                }
                MongoException again = tried(things, most, acknowledged);
                assertThat(again == null).as("as the one before").isEqualTo(failure == null);
            }
        } finally {
            process.getOutputStream().close();
            assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(acknowledged).isNotEmpty();
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("data"));
                MongoClient client = MongoClients.create(store.connectionString())) {
            List<Integer> there = new ArrayList<>();
            client.getDatabase("full")
                    .getCollection("things")
                    .find()
                    .forEach(document -> there.add(document.getInteger("_id")));
            assertThat(there).containsAll(acknowledged);
            assertThat(client.getDatabase("full")
                            .runCommand(new Document("validate", "things"))
                            .getBoolean("valid"))
                    .isTrue();
        }
        System.out.println("full at " + call + " of " + file + ": " + acknowledged.size() + " acknowledged, then "
                + (failure == null ? "no failure" : failure.getCode() + " " + failure.getMessage()));
        return failure == null ? 0 : failure.getCode();
    }

    private static @Nullable MongoException tried(
            MongoCollection<Document> things, int number, Set<Integer> acknowledged) {
        MongoException failure = catchThrowableOfType(
                MongoException.class,
                () -> things.insertOne(
                        new Document("_id", number).append("n", number % 10).append("text", "x".repeat(2000))));
        if (failure == null) {
            acknowledged.add(number);
        }
        return failure;
    }

    @Test
    void aLogThatCannotGrowRefusesWrites() throws Exception {
        assertThat(insert(2000, "pwrite64", "store.db-wal", "200+")).isEqualTo(14031);
    }

    @Test
    void aLogThatCannotBeSyncedAcknowledgesNothingMore() throws Exception {
        assertThat(insert(2000, "fdatasync", "store.db-wal", "50+")).isEqualTo(8);
    }

    @Test
    void aFileThatCannotTakeTheLogInLetsTheLogGrow() throws Exception {
        assertThat(insert(600, "pwrite64", "store.db", "10+")).isZero();
    }
}
