package vn.diemcau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Prosody from Debian with our module, on a port of its own, to be killed, stopped, filled and started again. */
public final class Prosody implements AutoCloseable {
    public static final String HOST = "meet.test";
    public static final String MUC = "conference.meet.test";
    public static final String BREAKOUT = "breakout.meet.test";
    public static final String APP_SECRET = "the secret of the tokens, long enough";
    public static final String FORMER_SECRET = "the secret before it, long enough as well";
    public static final String PRESENCE_SECRET = "the secret of the presence, long enough";
    public static final int READ_TIMEOUT = 2;
    public static final int HIBERNATION = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public final Path directory;
    public final int port;
    private final int readTimeout;
    private final int hibernation;
    private final List<String> options;
    private @Nullable Process process;

    /** One that gives up on people quickly, as tests want it. */
    public Prosody() throws IOException {
        this(READ_TIMEOUT, HIBERNATION);
    }

    /**
     * Not started yet.
     *
     * @param readTimeout seconds of silence before a connection is asked whether it lives
     * @param hibernation seconds for which a lost connection may be taken up again
     * @param options lines of configuration besides those every test needs
     */
    public Prosody(int readTimeout, int hibernation, String... options) throws IOException {
        this.readTimeout = readTimeout;
        this.hibernation = hibernation;
        directory = Files.createTempDirectory("diemcau-prosody");
        this.options = List.of(options);
        port = FreePort.take();
        write();
    }

    /** The sources this class was built from: the module lies there. */
    private static Path root() {
        try {
            URI built = Prosody.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(built).resolve("../../..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
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
                smacks_max_unacked_stanzas = 5
                storage = "memory"
                log = { { levels = { min = "info" }, to = "console" } }
                main_muc = "conference.meet.test"
                app_id = "diemcau"
                app_secret = "%6$s"
                diemcau_presence_secret = "%7$s"
                diemcau_presence_secret_former = "%9$s"
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
                        root(),
                        port,
                        readTimeout,
                        hibernation,
                        APP_SECRET,
                        PRESENCE_SECRET,
                        String.join("\n", options),
                        FORMER_SECRET);
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("prosody.cfg.lua"), config);
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/diemcau/presence";
    }

    public Path journal() {
        return directory.resolve("journal");
    }

    /** Its segments, the oldest first. */
    public List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(journal())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    /** Starts it and waits until the module answers. Writing past the end of the disk fails instead of killing it. */
    public Prosody start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "trap '' XFSZ; ulimit -n $(ulimit -Hn); exec prosody --config " + config()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("prosody.log").toFile()))
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("Prosody does not answer");
            LockSupport.parkNanos(Duration.ofMillis(25).toNanos());
        }
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
    public HttpResponse<String> get(String path) {
        return get(path, PRESENCE_SECRET);
    }

    public HttpResponse<String> get(String path, String secret) {
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
    public void kill() {
        end(true);
    }

    /** As an administrator ends it. */
    public void stop() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process running = process;
        if (running == null) return;
        if (forcibly) running.destroyForcibly();
        else running.destroy();
        try {
            if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Prosody does not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process = null;
    }

    /** From now on nothing can be written to any file, as when the disk is full; or again everything. */
    public void disk(boolean full) throws IOException, InterruptedException {
        Process running = process;
        if (running == null) throw new IllegalStateException("not started");
        Process limit = new ProcessBuilder(
                        "prlimit",
                        "--pid",
                        String.valueOf(running.pid()),
                        "--fsize=" + (full ? "0:unlimited" : "unlimited"))
                .inheritIO()
                .start();
        if (limit.waitFor() != 0) throw new IllegalStateException("prlimit failed");
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
