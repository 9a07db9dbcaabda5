package vn.diemcau.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Prosody from Debian with our module, on a port of its own, to be killed, stopped, filled and started again. */
final class Prosody implements AutoCloseable {
    static final String HOST = "meet.test";
    static final String MUC = "conference.meet.test";
    static final String BREAKOUT = "breakout.meet.test";
    static final String APP_SECRET = "the secret of the tokens, long enough";
    static final String PRESENCE_SECRET = "the secret of the presence, long enough";
    static final int READ_TIMEOUT = 2;
    static final int HIBERNATION = 2;

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    final Path directory;
    final int port;
    private final List<String> options;
    private @Nullable Process process;

    /** @param options lines of configuration besides those every test needs */
    Prosody(String... options) throws IOException {
        directory = Files.createTempDirectory("diemcau-prosody");
        this.options = List.of(options);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        write();
    }

    private void write() throws IOException {
        String config = """
                run_as_root = true
                daemonize = false
                data_path = "%1$s/data"
                pidfile = "%1$s/prosody.pid"
                plugin_paths = { "%2$s/deploy/prosody", "%2$s/server/src/test/resources/prosody" }
                modules_enabled = { "saslauth", "http", "websocket", "smacks", "test_rooms" }
                modules_disabled = { "s2s", "tls", "offline" }
                c2s_ports = { }
                c2s_direct_tls_ports = { }
                s2s_ports = { }
                http_ports = { %3$d }
                http_interfaces = { "127.0.0.1" }
                https_ports = { }
                http_default_host = "meet.test"
                allow_unencrypted_plain_auth = true
                consider_websocket_secure = true
                network_settings = { read_timeout = %4$d }
                smacks_hibernation_time = %5$d
                storage = "memory"
                log = { { levels = { min = "info" }, to = "console" } }
                main_muc = "conference.meet.test"
                app_id = "diemcau"
                app_secret = "%6$s"
                diemcau_presence_secret = "%7$s"
                diemcau_presence_directory = "%1$s/journal"
                diemcau_presence_beat = 1
                diemcau_presence_ping_seconds = 1
                %8$s
                VirtualHost "meet.test"
                    authentication = "test_token"
                    modules_enabled = { "diemcau_presence" }
                VirtualHost "auth.meet.test"
                    authentication = "insecure"
                    insecure_open_authentication = "Yes please, I know what I'm doing!"
                Component "conference.meet.test" "muc"
                    modules_enabled = { "diemcau_presence", "test_rooms" }
                    muc_room_locking = false
                    muc_room_default_public_jids = true
                Component "breakout.meet.test" "muc"
                    modules_enabled = { "diemcau_presence", "test_rooms" }
                    muc_room_locking = false
                    muc_room_default_public_jids = true
                """.formatted(
                        directory,
                        ROOT,
                        port,
                        READ_TIMEOUT,
                        HIBERNATION,
                        APP_SECRET,
                        PRESENCE_SECRET,
                        String.join("\n", options));
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("prosody.cfg.lua"), config);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/diemcau/presence";
    }

    Path journal() {
        return directory.resolve("journal");
    }

    /** Its segments, the oldest first. */
    List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(journal())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    /** Starts it and waits until the module answers. Writing past the end of the disk fails instead of killing it. */
    Prosody start() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' XFSZ; exec prosody --config " + config()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("prosody.log").toFile()))
                .start();
        Waiting.until("Prosody answers", this::answers);
        return this;
    }

    private Path config() {
        return directory.resolve("prosody.cfg.lua");
    }

    private boolean answers() {
        try {
            return get("/diemcau/presence?after=0&limit=1").statusCode() == 200;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** What it answers to somebody who has the secret. */
    HttpResponse<String> get(String path) {
        return get(path, PRESENCE_SECRET);
    }

    HttpResponse<String> get(String path, String secret) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Authorization", "Bearer " + secret)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** As a power cut ends it. */
    void kill() {
        end(true);
    }

    /** As an administrator ends it. */
    void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process running = process;
        if (running == null) return;
        if (forcibly) running.destroyForcibly();
        else running.destroy();
        try {
            assertThat(running.waitFor(20, TimeUnit.SECONDS)).as("Prosody ends").isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    /** From now on nothing can be written to any file, as when the disk is full; or again everything. */
    void disk(boolean full) throws IOException, InterruptedException {
        Process running = process;
        if (running == null) throw new IllegalStateException("not started");
        Process limit = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        String.valueOf(running.pid()),
                        "--fsize=" + (full ? "0:unlimited" : "unlimited"))
                .inheritIO()
                .start();
        assertThat(limit.waitFor()).isZero();
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
