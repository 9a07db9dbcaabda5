package vn.diemcau.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Use case: brings one recording as far as it goes now. May be killed at any point and begun again. */
final class Bring {
    private static final System.Logger LOG = System.getLogger(Bring.class.getName());
    private static final int PIECE = 4_000_000;
    private static final int TIMES = 3;

    /** Told after each piece, so that whoever waits knows that it goes on. */
    interface Progress {
        void went();
    }

    private final Platform platform;
    private final Film film;
    private final Duration keep;
    private final Progress progress;

    Bring(Platform platform, Film film, Duration keep, Progress progress) {
        this.platform = platform;
        this.film = film;
        this.keep = keep;
        this.progress = progress;
    }

    /** Whether nothing is left to do but to wait; fails when it should be tried again later. */
    boolean handle(Take take) throws IOException, InterruptedException, Platform.Refused {
        Journal journal = Journal.of(take.directory());
        if (journal.stage() == Journal.Stage.FOUND) prepare(take, journal);
        if (journal.stage() == Journal.Stage.PREPARED) send(take, journal);
        if (journal.stage() == Journal.Stage.CONFIRMED) return clear(take, journal);
        return journal.stage() == Journal.Stage.FAILED;
    }

    private void prepare(Take take, Journal journal) throws IOException, InterruptedException {
        Path file = film.ready(take);
        film.poster(take);
        String name = take.video().getFileName().toString();
        journal.with("key", UUID.randomUUID())
                .with("file", file.getFileName())
                .with("size", Files.size(file))
                .with("sha256", sha256(file))
                .with("seconds", Film.seconds(file))
                .with("startedAt", take.startedAt())
                .with("name", name)
                .with("room", take.room())
                .keep(Journal.Stage.PREPARED);
        LOG.log(System.Logger.Level.INFO, "{0}: {1} bytes to send", name, journal.get("size"));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Platform.sha256();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void send(Take take, Journal journal) throws IOException, InterruptedException, Platform.Refused {
        try {
            upload(take.directory().resolve(journal.get("file")), journal);
            confirm(take, journal);
        } catch (Platform.Refused refused) {
            if (refused.isGone()) {
                journal.without("upload").keep(Journal.Stage.PREPARED);
            } else if (refused.code.equals("checksum_differs")) {
                again(journal);
            } else if (refused.isFinal()) {
                journal.with("reason", refused.code).keep(Journal.Stage.FAILED);
                platform.failed(journal.get("key"), refused.code);
            }
            throw refused;
        }
    }

    private void upload(Path file, Journal journal) throws IOException, InterruptedException, Platform.Refused {
        long size = journal.number("size");
        if (Files.size(file) != size) {
            // Somebody wrote on after all: what was prepared is void.
            journal.without("upload").keep(Journal.Stage.FOUND);
            throw new IOException(file + " has changed since it was prepared");
        }
        String upload = journal.get("upload");
        if (upload.isEmpty()) {
            upload = platform.open(journal.get("name"), size, journal.get("key"), journal.get("room"));
            journal.with("upload", upload).keep(Journal.Stage.PREPARED);
        }
        long at = platform.offset(upload);
        LOG.log(System.Logger.Level.INFO, "{0}: goes on at {1}", journal.get("name"), Long.toString(at));
        byte[] piece = new byte[PIECE];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            while (at < size) {
                int length = (int) Math.min(PIECE, size - at);
                in.seek(at);
                in.readFully(piece, 0, length);
                at = platform.append(upload, at, Platform.first(piece, length));
                progress.went();
            }
        }
    }

    private void confirm(Take take, Journal journal) throws IOException, InterruptedException, Platform.Refused {
        String kept = platform.confirm(journal.get("key"), about(journal));
        if (!kept.equals(journal.get("sha256")) && !kept.equals("removed"))
            throw new IOException("the server confirmed another checksum: " + kept);
        Path poster = take.directory().resolve(Film.POSTER);
        if (Files.exists(poster)) {
            try {
                platform.poster(journal.get("key"), poster);
            } catch (Platform.Refused withoutPicture) {
                LOG.log(System.Logger.Level.INFO, "the picture was not taken: {0}", withoutPicture.getMessage());
            }
        }
        journal.with("confirmedAt", Instant.now()).keep(Journal.Stage.CONFIRMED);
        progress.went();
        LOG.log(System.Logger.Level.INFO, "{0}: confirmed", journal.get("name"));
    }

    private static Map<String, Object> about(Journal journal) {
        String upload = journal.get("upload");
        return Map.of(
                "upload",
                upload.substring(upload.lastIndexOf('/') + 1),
                "room",
                journal.get("room"),
                "startedAt",
                journal.get("startedAt"),
                "seconds",
                journal.number("seconds"),
                "sha256",
                journal.get("sha256"));
    }

    /** What arrived was not what was sent: once more from the start, but not for ever. */
    private void again(Journal journal) throws IOException, InterruptedException, Platform.Refused {
        long times = journal.number("times") + 1;
        platform.terminate(journal.get("upload"));
        journal.without("upload").with("times", times).keep(times < TIMES ? Journal.Stage.FOUND : Journal.Stage.FAILED);
        if (times >= TIMES) platform.failed(journal.get("key"), "checksum_differs");
    }

    /** Deletes what the server has, when its time has come and the server says so once more. */
    private boolean clear(Take take, Journal journal) throws IOException, InterruptedException, Platform.Refused {
        if (Instant.now().isBefore(Instant.parse(journal.get("confirmedAt")).plus(keep))) return true;
        String kept = platform.confirm(journal.get("key"), about(journal));
        if (!kept.equals(journal.get("sha256")) && !kept.equals("removed")) {
            journal.without("upload").keep(Journal.Stage.PREPARED);
            throw new IOException("the server has lost it; it is sent again");
        }
        // The video last but the journal: until it is gone the journal knows that the server has it.
        Files.deleteIfExists(take.directory().resolve(Film.READY));
        Files.deleteIfExists(take.directory().resolve(Film.POSTER));
        Files.deleteIfExists(take.directory().resolve("metadata.json"));
        Files.deleteIfExists(take.directory().resolve(Take.FINAL));
        Files.deleteIfExists(take.video());
        Files.deleteIfExists(take.directory().resolve(Journal.NAME));
        LOG.log(System.Logger.Level.INFO, "{0}: deleted here, the server has it", journal.get("name"));
        return true;
    }
}
