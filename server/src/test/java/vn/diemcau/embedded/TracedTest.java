package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** A killed process does not show whether data reached the disk, the system calls do. */
class TracedTest {

    private static final int WRITES = 150;

    @TempDir
    private Path folder;

    /** What a trace says: answers sent while the log held writes not yet synced, and syncs of the log completed. */
    private record Verdict(int answers, int early, int syncs) {}

    @Test
    void everyAnswerFollowsACompletedSync() throws Exception {
        Verdict verdict = trace(false);
        System.out.println("traced: " + verdict);
        assertThat(verdict.answers()).isGreaterThanOrEqualTo(WRITES);
        assertThat(verdict.syncs()).isGreaterThanOrEqualTo(WRITES);
        assertThat(verdict.early()).isZero();
    }

    @Test
    void theTraceWouldSeeAStoreThatDoesNotSync() throws Exception {
        Verdict verdict = trace(true);
        System.out.println("traced without waiting for the disk: " + verdict);
        assertThat(verdict.early()).isGreaterThanOrEqualTo(WRITES);
    }

    private static boolean canTrace() throws IOException, InterruptedException {
        try {
            Process probe = new ProcessBuilder("strace", "-e", "trace=write", "true")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Verdict trace(boolean unsafe) throws Exception {
        boolean possible = canTrace();
        if (!possible) {
            System.out.println("SKIPPED: the traced durability proof; install strace and allow ptrace");
        }
        assumeTrue(possible, "strace is missing or not allowed");
        Path trace = folder.resolve("trace");
        List<String> command = new ArrayList<>(List.of(
                "strace",
                "-f",
                "-y",
                "-s",
                "1",
                "-e",
                "trace=pwrite64,fdatasync,fsync,write,writev,sendto",
                "-o",
                trace.toString()));
        command.addAll(Processes.store(folder.resolve("data"), "-Ddiemcau.store.unsafe=" + unsafe));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long mark;
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            try (MongoClient client = MongoClients.create(out.readLine() + "&serverSelectionTimeoutMS=60000")) {
                MongoCollection<Document> things = client.getDatabase("traced").getCollection("things");
                things.insertOne(new Document("_id", "first"));
                mark = Files.size(trace);
                for (int i = 0; i < WRITES; i++) {
                    things.insertOne(new Document("_id", i).append("text", "x".repeat(200)));
                }
            }
        } finally {
            process.getOutputStream().close();
            process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
        return judge(Files.readAllLines(trace, StandardCharsets.ISO_8859_1), mark);
    }

    private static Verdict judge(List<String> lines, long mark) {
        int answers = 0;
        int early = 0;
        int syncs = 0;
        boolean dirty = false;
        long position = 0;
        Map<String, Boolean> syncing = new HashMap<>();
        for (String line : lines) {
            position += line.length() + 1;
            String thread = line.split(" ", 2)[0];
            boolean log = line.contains("store.db-wal");
            boolean sync = line.contains("fdatasync(") || line.contains("fsync(");
            if (line.contains("pwrite64(") && log) {
                dirty = true;
                syncing.replaceAll((key, clean) -> false);
            } else if (sync && log && line.contains("unfinished")) {
                syncing.put(thread, true);
            } else if (sync && log && line.endsWith("= 0")) {
                dirty = false;
                syncs++;
            } else if (line.contains("sync resumed>") && line.endsWith("= 0") && syncing.containsKey(thread)) {
                dirty = dirty && !Boolean.TRUE.equals(syncing.remove(thread));
                syncs++;
            } else if (position > mark
                    && line.contains("<socket:[")
                    && (line.contains("write(") || line.contains("sendto("))) {
                answers++;
                early += dirty ? 1 : 0;
            }
        }
        return new Verdict(answers, early, syncs);
    }
}
