package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MongoDB's protocol over one local file: what an installation on one machine runs on. A write is acknowledged when it
 * is on the disk; what this store cannot do it refuses with MongoDB's error codes.
 */
public final class EmbeddedStore implements AutoCloseable {

    /** What an operator must know before relying on it. */
    public static final String LIMITS =
            "single node, no replication; no transactions, change streams, TTL, text, geo or hashed indexes, collations, views or pipeline updates";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);

    private final StoreFile file;
    private final Scram scram = new Scram();
    private final Catalogue catalogue = new Catalogue();
    private final Cursors cursors = new Cursors();
    private final Session session;
    private final Checkpoints checkpoints;
    private final Readers readers;
    private final Writer writer;
    private final Wire wire;
    private final @Nullable Control control;

    private EmbeddedStore(StoreFile file) throws SQLException, IOException {
        this.file = file;
        this.session = Session.open(file.path(), false);
        session.run("pragma journal_mode = wal");
        // a commit only writes the log; acknowledgements wait for the disk, see there
        session.run("pragma synchronous = normal");
        session.run("pragma wal_autocheckpoint = 0");
        session.run("pragma secure_delete = on");
        session.run("pragma max_page_count = " + Long.getLong("diemcau.store.maxPages", 1L << 31));
        session.run("pragma journal_size_limit = " + (4 << 20));
        catalogue.load(session);
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Path part = file.path().resolveSibling(file.path().getFileName() + suffix);
            if (Files.exists(part)) {
                StoreFile.ownerOnly(part);
            }
        }
        this.checkpoints = new Checkpoints(file.path());
        this.readers = new Readers(file.path());
        this.writer = new Writer(session, catalogue, checkpoints, new Acknowledgements(disk()));
        var reads = new Reads(catalogue, cursors);
        this.wire = new Wire(new Commands(
                scram,
                writer,
                readers,
                new Writes(catalogue),
                reads,
                new Aggregates(catalogue, reads),
                new Definitions(catalogue),
                cursors));
        this.control = control();
    }

    /** Only a test that must see its own proof fail asks for a store that does not wait for the disk. */
    private Acknowledgements.Disk disk() {
        return Boolean.getBoolean("diemcau.store.unsafe")
                ? () -> {}
                : Acknowledgements.of(file.path().resolveSibling(file.path().getFileName() + "-wal"));
    }

    private @Nullable Control control() {
        try {
            return new Control(StoreFile.folder(file.path()), this::answer);
        } catch (IOException e) {
            LOG.warn("no control.sock beside {} ({}); commands need the server stopped", file.path(), e.getMessage());
            return null;
        }
    }

    private String answer(String request) throws IOException, StoreUnusable {
        if (request.startsWith("backup ")) {
            return backup(Path.of(request.substring("backup ".length())));
        }
        return switch (request) {
            case "uri" -> connectionString();
            case "facts" -> facts().toString();
            case "compact" -> compact();
            default -> throw new IOException("unknown request: " + request);
        };
    }

    /**
     * Opens the store in a data directory, or makes a new one there.
     *
     * @throws StoreUnusable when that cannot be done; the file is then as it was
     */
    public static EmbeddedStore open(Path dataDir) throws StoreUnusable {
        StoreFile file = StoreFile.open(dataDir);
        try {
            var store = new EmbeddedStore(file);
            LOG.info("embedded store {} ({})", file.path(), LIMITS);
            return store;
        } catch (SQLException | IOException e) {
            file.close();
            throw new StoreUnusable(
                    "The store " + file.path() + " cannot be opened (" + e.getMessage()
                            + "); check the disk and the rights of the directory, or restore a backup.",
                    e);
        }
    }

    /** What a MongoDB driver needs to connect: loopback, this start's port and secret. */
    public String connectionString() {
        return "mongodb://" + Scram.USER + ":" + scram.secret() + "@127.0.0.1:" + wire.port()
                + "/?authSource=admin&authMechanism=SCRAM-SHA-256&directConnection=true";
    }

    /**
     * Writes a copy of one moment while the store goes on; a file that is there already is not touched.
     *
     * @return in words what was written
     */
    public String backup(Path target) throws IOException, StoreUnusable {
        if (Files.exists(target)) {
            throw new StoreUnusable("The file " + target + " exists already; name another one for the backup.");
        }
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try (Session own = Session.open(file.path(), false)) {
            own.update("vacuum into ?", partial.toAbsolutePath().toString());
        } catch (SQLException e) {
            Files.deleteIfExists(partial);
            throw new StoreUnusable(
                    "The backup to " + target + " failed (" + e.getMessage() + "); is there room on its disk?", e);
        }
        StoreFile.ownerOnly(partial);
        StoreTool.sync(partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        StoreTool.sync(StoreFile.folder(target));
        return "wrote " + target + ", " + Files.size(target) + " bytes";
    }

    /** Gives the pages of deleted documents back to the disk, and empties the log; what was deleted is then nowhere. */
    public String compact() throws StoreUnusable {
        long before = facts().bytes();
        try {
            while (alone(EmbeddedStore::freePages)) {
                continue;
            }
            alone(own -> {
                own.run("pragma wal_checkpoint(truncate)");
                return false;
            });
        } catch (CompletionException e) {
            throw new StoreUnusable("The store " + file.path() + " could not be compacted (" + e.getCause() + ").", e);
        }
        return "compacted from " + before + " to " + facts().bytes() + " bytes";
    }

    private interface Chore {
        boolean run(Session session) throws SQLException;
    }

    /** Runs something between two groups of writes; answers what it answers. */
    private boolean alone(Chore chore) {
        var done = new CompletableFuture<Boolean>();
        var more = new AtomicBoolean();
        writer.submit(new Writer.Task(
                own -> {
                    more.set(chore.run(own));
                    return new Document();
                },
                true,
                (reply, failure) -> {
                    if (failure == null) {
                        done.complete(more.get());
                    } else {
                        done.completeExceptionally(failure);
                    }
                }));
        return done.join();
    }

    /** Frees some pages at a time, so that writers wait only shortly; true while there are more. */
    private static boolean freePages(Session own) throws SQLException {
        long free = own.number("pragma freelist_count");
        if (free == 0) {
            return false;
        }
        own.update("begin immediate");
        for (long i = Math.min(free, 1000); i > 0; i--) {
            own.run("pragma incremental_vacuum(1)");
        }
        own.update("commit");
        return own.number("pragma freelist_count") < free;
    }

    public StoreFacts facts() {
        try {
            return new StoreFacts(file.path(), Files.size(file.path()), checkpoints.logBytes(), LIMITS);
        } catch (IOException e) {
            return new StoreFacts(file.path(), -1, -1, LIMITS + "; the file cannot be looked at: " + e.getMessage());
        }
    }

    /** Takes no more commands, finishes those under way, and leaves one whole file without a log. */
    @Override
    public void close() {
        if (control != null) {
            control.close();
        }
        wire.stopListening();
        writer.close();
        readers.close();
        cursors.close();
        wire.close();
        try {
            checkpoints.close();
            session.run("pragma wal_checkpoint(truncate)");
            session.close();
        } catch (SQLException e) {
            LOG.warn("the store closed without its last checkpoint; the next start will do it: {}", e.getMessage());
        }
        file.close();
    }
}
