package vn.diemcau.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the write-ahead log into the file: quietly by a thread of its own once it is over 16 MB, and by the writer,
 * which also cuts it to nothing, once it is over 32 MB.
 */
final class Checkpoints implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long QUIET = Long.getLong("diemcau.store.checkpointBytes", 16L << 20);
    private static final long CUT = Long.getLong("diemcau.store.cutBytes", 32L << 20);

    private final Path log;
    private final Session session;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final Thread thread = new Thread(this::loop, "store-checkpoint");
    private volatile boolean closing;
    private long retryCutAt;

    Checkpoints(Path file) throws SQLException {
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.session = Session.open(file, false);
        session.run("pragma synchronous = full");
        session.run("pragma wal_autocheckpoint = 0");
        thread.setDaemon(true);
        thread.start();
    }

    long logBytes() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Called by the writer between two transactions. */
    void afterCommit(Session writer) {
        long bytes = logBytes();
        if (bytes > CUT && System.nanoTime() - retryCutAt > 0) {
            cut(writer);
        } else if (bytes > QUIET && wanted.compareAndSet(false, true)) {
            synchronized (wanted) {
                wanted.notifyAll();
            }
        }
    }

    private void cut(Session writer) {
        try {
            writer.run("pragma busy_timeout = 200");
            writer.run("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            LOG.debug("the log could not be cut now: {}", e.getMessage());
        } finally {
            retryCutAt = System.nanoTime() + 100_000_000L;
            try {
                writer.run("pragma busy_timeout = 10000");
            } catch (SQLException e) {
                LOG.warn("busy_timeout not restored: {}", e.getMessage());
            }
        }
    }

    private void loop() {
        while (!closing) {
            synchronized (wanted) {
                try {
                    while (!wanted.get() && !closing) {
                        wanted.wait(1000);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
            if (!closing) {
                try {
                    session.run("pragma wal_checkpoint(passive)");
                } catch (SQLException e) {
                    LOG.warn("checkpoint failed, will be tried again: {}", e.getMessage());
                }
                wanted.set(false);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        synchronized (wanted) {
            wanted.notifyAll();
        }
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }
}
