package vn.diemcau;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** What stands in the way of a start on this machine, a line each with what to do about it; the launcher looks at the tools first. */
public final class Doctor {
    private static final long ENOUGH_BYTES = 1_000_000_000;
    private static final int PATIENCE_SECONDS = 8;
    private static final Duration OLD_BACKUP = Duration.ofDays(7);

    /** How it is with one thing. */
    enum Finding {
        OK("ok    "),
        NOTE("note  "),
        LACK("lack  ");

        private final String word;

        Finding(String word) {
            this.word = word;
        }
    }

    private final Config config;
    private final Instant now;
    private final List<String> lines = new ArrayList<>();
    private boolean wrong;

    Doctor(Config config, Instant now) {
        this.config = config;
        this.now = now;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream console =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            Doctor doctor = new Doctor(Config.read(List.of(arguments), System.getenv()), Instant.now());
            boolean well = doctor.examine();
            doctor.lines.forEach(console::println);
            System.exit(well ? 0 : 1);
        } catch (Config.Faulty faulty) {
            String.valueOf(faulty.getMessage()).lines().forEach(line -> console.println(Finding.LACK.word + line));
            System.exit(1);
        }
    }

    /** What was found, in order. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Looks at everything; false when something must be done before a start can succeed. */
    boolean examine() throws InterruptedException {
        boolean running = data();
        port(config.port(), "--port N", running);
        port(config.healthPort(), "DIEMCAU_HEALTH_PORT", running);
        if (config.mongo() != null) mongo(config.mongo());
        else if (Files.exists(config.data().resolve("store.db"))) backup();
        return !wrong;
    }

    private void say(Finding finding, String what) {
        lines.add(finding.word + what);
        if (finding == Finding.LACK) wrong = true;
    }

    /** Answers whether a server is using the directory now. */
    private boolean data() {
        Path data = config.data().toAbsolutePath();
        Path there = data;
        while (there != null && !Files.exists(there)) there = there.getParent();
        if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
            say(Finding.LACK, "data directory " + data + " cannot be written to: name another with --data DIR");
            return false;
        }
        long free = there.toFile().getUsableSpace();
        if (free < ENOUGH_BYTES)
            say(Finding.LACK, "disk of " + data + ": " + free / 1_000_000 + " MB free, keep at least 1000: make room");
        else say(Finding.OK, "data directory " + data + ", " + free / 1_000_000 + " MB free");
        boolean locked = locked(data.resolve("store.lock"));
        if (locked)
            say(Finding.NOTE, "a server runs on this data directory now: a second one needs another --data DIR");
        return locked;
    }

    private static boolean locked(Path lock) {
        if (!Files.exists(lock)) return false;
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            return mine == null;
        } catch (IOException | OverlappingFileLockException held) {
            return true;
        }
    }

    private void port(int port, String change, boolean running) {
        if (port == 0) return;
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            say(Finding.OK, "port " + free.getLocalPort() + " is free");
        } catch (IOException taken) {
            if (running) say(Finding.NOTE, "port " + port + " is in use, by the server that runs here, it seems");
            else say(Finding.LACK, "port " + port + " is in use: choose another with " + change);
        }
    }

    private void mongo(String uri) throws InterruptedException {
        try (Mongo mongo = Mongo.connect(uri, "diemcau", false)) {
            Future<?> pong = Mongo.first(mongo.database().runCommand(new Document("ping", 1)));
            pong.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            say(Finding.OK, "MONGODB_URI answers");
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException | RuntimeException e) {
            say(
                    Finding.LACK,
                    "MONGODB_URI does not answer within " + PATIENCE_SECONDS
                            + " s: check address, name and password, and that MongoDB runs");
        }
    }

    private void backup() {
        Path last = config.data().resolve(StoreCommands.LAST_BACKUP);
        if (!Files.exists(last)) {
            say(Finding.NOTE, "no backup was ever made here: ./diemcau backup FILE");
            return;
        }
        try {
            FileTime at = Files.getLastModifiedTime(last);
            long days = Duration.between(at.toInstant(), now).toDays();
            boolean old = Duration.between(at.toInstant(), now).compareTo(OLD_BACKUP) > 0;
            say(
                    old ? Finding.NOTE : Finding.OK,
                    "last backup " + days + " days ago, "
                            + Files.readString(last).strip() + (old ? ": make a new one, ./diemcau backup FILE" : ""));
        } catch (IOException unreadable) {
            say(Finding.NOTE, "when the last backup was made cannot be read: " + last);
        }
    }

    /** For tests that ask about a configuration of their own. */
    static Doctor of(List<String> flags, Map<String, String> environment, Instant now) throws Config.Faulty {
        return new Doctor(Config.read(flags, environment), now);
    }
}
