package vn.diemcau.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agent and server are killed twenty times each, now the one first and now the other; in the end every byte is there once, and nothing was deleted before that. */
class KillTest {
    private static final int ROUNDS = 20;
    private static final Pattern KEPT =
            Pattern.compile("\"id\":\"([^\"]+)\"[^{}]*?\"state\":\"ready\"[^{}]*?\"sha256\":\"([0-9a-f]{64})\"");

    @TempDir
    static Path folder;

    @Test
    void everyByteArrivesOnceHoweverOftenBothAreKilled() throws Exception {
        long seed = Long.getLong("diemcau.kill.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path directory = Files.createDirectories(folder.resolve("recordings"));
        Map<Path, String> sums = new HashMap<>();
        for (int i = 0; i < 4; i++) record(directory, i, 9_000_000 + random.nextInt(9_000_000), random, sums);
        try (Beside server = new Beside(folder.resolve("data"))) {
            server.ready();
            String token = server.token();
            for (int round = 0; round < ROUNDS; round++) {
                if (round % 5 == 4) record(directory, 10 + round, 7_000_000, random, sums);
                Path log = folder.resolve("agent-" + round + ".log");
                Process agent = agent(server, directory, token, log);
                untilItSends(agent, log);
                // long enough, now and then, for a recording to arrive whole
                agent.waitFor(random.nextInt(round % 2 == 0 ? 250 : 2500), TimeUnit.MILLISECONDS);
                if (round % 2 == 0) {
                    server.kill();
                    server.start();
                    agent.waitFor(random.nextInt(2000), TimeUnit.MILLISECONDS);
                }
                agent.destroyForcibly();
                agent.waitFor();
                if (round % 2 != 0) {
                    server.kill();
                    server.start();
                }
                server.ready();
                assertThat(goneFrom(sums)).as("deleted here, so kept there").isSubsetOf(keptBy(server));
            }
            System.out.println(goneFrom(sums).size() + " of " + sums.size() + " were brought between the kills");
            Path log = folder.resolve("agent-last.log");
            Process last = agent(server, directory, token, log);
            assertThat(last.waitFor(Beside.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).as(Files.readString(log)).isZero();
            assertThat(goneFrom(sums)).containsExactlyInAnyOrderElementsOf(sums.values());
            List<String> kept = all(server);
            assertThat(kept).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sums.values());
            Matcher each = KEPT.matcher(server.call("GET", "/recordings", ""));
            while (each.find()) {
                byte[] bytes = server.bytes("GET", "/recordings/" + each.group(1) + "/content", "");
                assertThat(HexFormat.of().formatHex(Platform.sha256().digest(bytes)))
                        .isEqualTo(each.group(2));
            }
            assertThat(server.call("GET", "/recorders", "")).contains("\"waiting\":0");
        }
    }

    private static void untilItSends(Process agent, Path log) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (agent.isAlive() && !Files.readString(log).contains("goes on at") && System.nanoTime() < deadline)
            LockSupport.parkNanos(5_000_000);
    }

    private static void record(Path directory, int number, int size, Random random, Map<Path, String> sums)
            throws IOException {
        String room = "phong-" + number;
        Path take = Files.createDirectories(directory.resolve("take-" + number));
        byte[] content = new byte[size];
        random.nextBytes(content);
        System.arraycopy(
                new byte[] {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0}, 0, content, 0, 16);
        Path video = take.resolve(room + "_2026-11-22-08-00-" + String.format("%02d", number) + ".mp4");
        Files.write(video, content);
        Files.writeString(
                take.resolve("metadata.json"),
                "{\"meeting_url\":\"https://meet.example.vn/" + room + "\",\"participants\":[{\"name\":\"x\"}]}",
                StandardCharsets.UTF_8);
        sums.put(video, HexFormat.of().formatHex(Platform.sha256().digest(content)));
    }

    private static Process agent(Beside server, Path directory, String token, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Beside.java("vn.diemcau.recordings.Main", "once", directory.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "DIEMCAU_SERVER", server.url(),
                        "DIEMCAU_RECORDER_TOKEN", token,
                        "DIEMCAU_SETTLE_SECONDS", "0",
                        "DIEMCAU_KEEP_HOURS", "0",
                        "DIEMCAU_FFMPEG", ""));
        return builder.start();
    }

    private static Set<String> goneFrom(Map<Path, String> sums) {
        Set<String> gone = new HashSet<>();
        sums.forEach((video, sum) -> {
            if (!Files.exists(video)) gone.add(sum);
        });
        return gone;
    }

    private static Set<String> keptBy(Beside server) throws Exception {
        return new HashSet<>(all(server));
    }

    private static List<String> all(Beside server) throws Exception {
        return KEPT.matcher(server.call("GET", "/recordings", ""))
                .results()
                .map(result -> result.group(2))
                .toList();
    }
}
