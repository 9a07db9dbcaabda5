package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** A killed process does not show whether data reached the disk, the system calls do. */
class TracedTest {

    @TempDir
    private Path folder;

    @Test
    void everyAnswerFollowsACompletedSync() throws Exception {
        Trace.Verdict verdict = trace(false, 1, 150);
        System.out.println("traced: " + verdict);
        assertThat(verdict.answers()).isEqualTo(150);
        assertThat(verdict.syncs()).isGreaterThanOrEqualTo(150);
        assertThat(verdict.early()).isZero();
    }

    /** The disk is made slow, so that the next group is surely written while it works on the one before. */
    @Test
    void everyAnswerOfManyFollowsASyncThatBeganAfterItsWrite() throws Exception {
        Trace.Verdict verdict = trace(false, 12, 25, "-e", "inject=fdatasync:delay_enter=3000");
        System.out.println("traced, twelve at once: " + verdict);
        assertThat(verdict.answers()).isEqualTo(12 * 25);
        assertThat(verdict.meanwhile())
                .as("writes to the log while it is synced")
                .isPositive();
        assertThat(verdict.early()).isZero();
    }

    @Test
    void theTraceWouldSeeAStoreThatDoesNotSync() throws Exception {
        Trace.Verdict verdict = trace(true, 1, 150);
        System.out.println("traced without waiting for the disk: " + verdict);
        assertThat(verdict.early()).isEqualTo(150);
    }

    private Trace.Verdict trace(boolean unsafe, int writers, int each, String... options) throws Exception {
        Path trace = folder.resolve("trace");
        List<String> watched = new ArrayList<>(List.of("-y", "-xx", "-s", "400"));
        watched.addAll(List.of("-e", "trace=pwrite64,fdatasync,fsync,read,recvfrom,write,sendto", "-o", "" + trace));
        watched.addAll(List.of(options));
        Process process = new ProcessBuilder(Strace.command(
                        watched,
                        Processes.store(
                                folder.resolve("data"),
                                "-Ddiemcau.store.checkpointBytes=" + (1 << 30),
                                "-Ddiemcau.store.cutBytes=" + (1 << 30),
                                "-Ddiemcau.store.unsafe=" + unsafe)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] log;
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            try (MongoClient client = MongoClients.create(out.readLine() + "&serverSelectionTimeoutMS=60000")) {
                MongoCollection<Document> things = client.getDatabase("traced").getCollection("things");
                things.insertOne(new Document("_id", "first"));
                insert(things, writers, each);
                log = Files.readAllBytes(folder.resolve("data/store.db-wal"));
            }
        } finally {
            process.getOutputStream().close();
            process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
        return Trace.judge(Files.readAllLines(trace, StandardCharsets.ISO_8859_1), log);
    }

    private static void insert(MongoCollection<Document> things, int writers, int each) throws Exception {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        List<Thread> threads = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int first = w * each;
            var thread = new Thread(() -> {
                try {
                    for (int i = first; i < first + each; i++) {
                        things.insertOne(
                                new Document("_id", String.format("mark-%05d", i)).append("text", "x".repeat(200)));
                    }
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }
}
