package vn.diemcau.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as cron calls it: {@code diemcau-recordings once DIR}, and what its exit says. */
class OnceTest {
    private static final int ALL_SENT = 0;
    private static final int NEVER_TAKEN = 1;
    private static final int USAGE = 2;
    private static final int LATER = 75;

    @TempDir
    Path folder;

    /** The script beside its jar, as it is installed. */
    private Path installed() throws IOException {
        Path home = Files.createDirectories(folder.resolve("bin"));
        Path script = home.resolve("diemcau-recordings");
        Files.copy(Path.of("diemcau-recordings").toAbsolutePath(), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        int made = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--file",
                        home.resolve("diemcau-recordings.jar").toString(),
                        "--main-class",
                        Main.class.getName(),
                        "-C",
                        Path.of("target/classes").toAbsolutePath().toString(),
                        ".");
        assertThat(made).isZero();
        return script;
    }

    private Path log() {
        return folder.resolve("log");
    }

    private int run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "DIEMCAU_RECORDINGS_CONFIG",
                        Files.createFile(folder.resolve("none.conf")).toString());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            assertThat(process.waitFor(Beside.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            return process.exitValue();
        } finally {
            Files.delete(folder.resolve("none.conf"));
        }
    }

    private static Path take(Path directory, String room, byte[] content) throws IOException {
        Path take = Files.createDirectories(directory.resolve(room));
        Path video = Files.write(take.resolve(room + "_2026-11-22-08-00-00.mp4"), content);
        Files.writeString(take.resolve("metadata.json"), "{\"meeting_url\":\"https://meet.example.vn/" + room + "\"}");
        return video;
    }

    private static byte[] film(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(
                new byte[] {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 0, 0}, 0, content, 0, 16);
        return content;
    }

    private static String sum(byte[] content) {
        return HexFormat.of().formatHex(Platform.sha256().digest(content));
    }

    @Test
    void onceSaysWhetherAllIsThereSomethingNeverWillBeOrItIsToBeTriedLater() throws Exception {
        Path script = installed();
        Path directory = Files.createDirectories(folder.resolve("recordings"));
        try (Beside server = new Beside(folder.resolve("data"))) {
            server.ready();
            Map<String, String> settings = new HashMap<>(Map.of(
                    "DIEMCAU_SERVER", server.url(),
                    "DIEMCAU_RECORDER_TOKEN", server.token(),
                    "DIEMCAU_SETTLE_SECONDS", "0",
                    "DIEMCAU_KEEP_HOURS", "0",
                    "DIEMCAU_FFMPEG", ""));
            byte[] first = film(5_000_000);
            Path good = take(directory, "phong-a", first);
            Path bad = take(directory, "phong-b", "no film at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(run(script, settings, "once", directory.toString()))
                    .as(Files.readString(log()))
                    .isEqualTo(NEVER_TAKEN);
            assertThat(good).doesNotExist();
            assertThat(bad).exists();
            assertThat(server.call("GET", "/recordings", "")).containsOnlyOnce(sum(first));
            assertThat(server.call("GET", "/recorders", ""))
                    .containsPattern("\"freeBytes\":[1-9]\\d{6,}")
                    .contains("\"waiting\":0", "\"failing\":1");

            Files.delete(bad);
            assertThat(run(script, settings, "once", directory.toString())).isEqualTo(ALL_SENT);

            server.kill();
            byte[] second = film(6_000_000);
            Path late = take(directory, "phong-c", second);
            settings.put("DIEMCAU_PATIENCE_SECONDS", "1");
            assertThat(run(script, settings, "once", directory.toString())).isEqualTo(LATER);
            assertThat(late).exists();
            server.start();
            server.ready();
            settings.remove("DIEMCAU_PATIENCE_SECONDS");
            assertThat(run(script, settings, "once", directory.toString())).isEqualTo(ALL_SENT);
            assertThat(late).doesNotExist();
            assertThat(server.call("GET", "/recordings", ""))
                    .containsOnlyOnce(sum(first))
                    .containsOnlyOnce(sum(second));
        }
    }

    @Test
    void whatIsMissingIsSaidAndNoSecretIsTakenFromTheCommandLine() throws Exception {
        Path script = installed();
        assertThat(run(script, Map.of(), "once", folder.toString())).isEqualTo(USAGE);
        assertThat(Files.readString(log())).contains("server must", "token or token-file");
        assertThat(run(script, Map.of(), "once", folder.toString(), "a-token")).isEqualTo(USAGE);
        assertThat(Files.readString(log())).contains("usage").doesNotContain("a-token");
        assertThat(run(script, Map.of())).isEqualTo(USAGE);
    }
}
