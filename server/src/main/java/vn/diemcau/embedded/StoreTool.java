package vn.diemcau.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What an operator does with a store from outside: each asks the running server, or opens the store itself. */
public final class StoreTool {

    /** Work that needs the store's connection string. */
    public interface Use {
        void with(String connectionString) throws Exception;
    }

    private StoreTool() {}

    /** Writes a copy of one moment to a file, while a server may go on; returns in words what was written. */
    public static String backup(Path dataDir, Path target) throws StoreUnusable, IOException {
        Optional<String> answer = Control.ask(dataDir, "backup " + target.toAbsolutePath());
        if (answer.isPresent()) {
            return answer.get();
        }
        needed(dataDir);
        try (EmbeddedStore store = EmbeddedStore.open(dataDir)) {
            return store.backup(target);
        }
    }

    /** Puts a backup in the store's place; the store it replaces is kept beside it. No server may run. */
    public static String restore(Path dataDir, Path source) throws StoreUnusable, IOException {
        if (Control.ask(dataDir, "facts").isPresent()) {
            throw new StoreUnusable("A server is running on " + dataDir + "; stop it first, then restore.");
        }
        if (!Files.exists(source)) {
            throw new StoreUnusable("The backup " + source + " does not exist.");
        }
        StoreFile.examine(source);
        try (StoreFile held = StoreFile.open(dataDir)) {
            Path file = held.path();
            Path fresh = file.resolveSibling("store.db.restoring");
            Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
            StoreFile.ownerOnly(fresh);
            String verdict;
            try (Session session = Session.open(fresh, false)) {
                verdict = session.text("pragma integrity_check");
            }
            if (!verdict.equals("ok")) {
                Files.delete(fresh);
                throw new StoreUnusable("The backup " + source + " is damaged (" + verdict
                        + "); nothing was changed, take another one.");
            }
            sync(fresh);
            // a log that waits belongs to the old file: it is moved into it before the file is put aside
            try (Session session = Session.open(file, false)) {
                session.text("pragma wal_checkpoint(truncate)");
            }
            Path aside = file.resolveSibling(
                    "store.db.before-restore-" + Instant.now().getEpochSecond());
            Files.deleteIfExists(file.resolveSibling("store.db-wal"));
            Files.deleteIfExists(file.resolveSibling("store.db-shm"));
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            sync(StoreFile.folder(file));
            if (Files.mismatch(source, file) != -1) {
                throw new StoreUnusable(
                        "The restored " + file + " differs from " + source + "; the store before is " + aside + ".");
            }
            return "restored " + source + " to " + file + ", equal byte for byte; the store before is kept as "
                    + aside.getFileName();
        } catch (SQLException e) {
            throw new StoreUnusable(
                    "The backup " + source + " cannot be read (" + e.getMessage() + "); nothing was changed.", e);
        }
    }

    /** Gives back the pages of what was deleted. */
    public static String compact(Path dataDir) throws StoreUnusable, IOException {
        Optional<String> answer = Control.ask(dataDir, "compact");
        if (answer.isPresent()) {
            return answer.get();
        }
        needed(dataDir);
        try (EmbeddedStore store = EmbeddedStore.open(dataDir)) {
            return store.compact();
        }
    }

    /** What a driver or mongosh needs to connect to the running server, until it stops. */
    public static String address(Path dataDir) throws StoreUnusable, IOException {
        return Control.ask(dataDir, "uri")
                .orElseThrow(() -> new StoreUnusable(
                        "No server runs on " + dataDir + "; start it first, the address is good until it stops."));
    }

    /** Runs something with a connection to the store, the running server's or one opened for it. */
    public static void use(Path dataDir, Use use) throws Exception {
        Optional<String> running = Control.ask(dataDir, "uri");
        if (running.isPresent()) {
            use.with(running.get());
            return;
        }
        try (EmbeddedStore store = EmbeddedStore.open(dataDir)) {
            use.with(store.connectionString());
        }
    }

    private static void needed(Path dataDir) throws StoreUnusable {
        if (!Files.exists(dataDir.resolve("store.db"))) {
            throw new StoreUnusable("There is no store in " + dataDir + "; name the right data directory.");
        }
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
