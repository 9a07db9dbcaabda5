package vn.diemcau.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
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
        Path log = source.resolveSibling(source.getFileName() + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new StoreUnusable("Beside " + source + " lies its log " + log.getFileName()
                    + ", so it is no backup but a store that was killed; put both into an empty directory as store.db"
                    + " and store.db-wal, and make a backup of that with backup FILE --data DIR.");
        }
        try (StoreFile held = StoreFile.hold(dataDir)) {
            Path file = held.path();
            Path fresh = file.resolveSibling(StoreFile.RESTORING);
            Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
            StoreFile.ownerOnly(fresh);
            String verdict = verdict(fresh);
            if (verdict.equals("ok") && Files.mismatch(source, fresh) != -1) {
                verdict = "its copy differs";
            }
            if (!verdict.equals("ok")) {
                Files.delete(fresh);
                throw new StoreUnusable("The backup " + source + " is damaged (" + verdict
                        + "); nothing was changed, take another one.");
            }
            sync(fresh);
            Path aside = held.replaceBy(fresh);
            return "restored " + source + " to " + file + ", equal byte for byte; "
                    + (aside == null
                            ? "there was no store before"
                            : "the store before is kept as " + aside.getFileName());
        }
    }

    private static String verdict(Path file) {
        try (Session session = Session.open(file, false)) {
            return session.text("pragma integrity_check");
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
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
