package vn.diemcau.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reading, in two lanes. Every command starts in the quick lane; one that looks at too many rows starts again in the
 * slow lane, so that however many long ones there are, short ones pass.
 */
final class Readers implements AutoCloseable {

    /** What a command reads. */
    interface Work {
        Reply run(Session session, Effort effort) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int LANE = 12;

    private final Path file;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
    private final ThreadPoolExecutor quick = lane("store-read");
    private final ThreadPoolExecutor slow = lane("store-long-read");

    Readers(Path file) {
        this.file = file;
    }

    private static ThreadPoolExecutor lane(String name) {
        var number = new AtomicInteger();
        var lane = new ThreadPoolExecutor(LANE, LANE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    void submit(Work work, long maxTimeMillis, boolean isLong, BiConsumer<@Nullable Reply, @Nullable Throwable> done) {
        Effort effort = Effort.of(maxTimeMillis, !isLong);
        if (isLong) {
            slow.execute(() -> run(work, effort, done));
        } else {
            quick.execute(() -> run(work, effort, (reply, failure) -> {
                if (failure instanceof Effort.TooLong) {
                    slow.execute(() -> run(work, effort.slowly(), done));
                } else {
                    done.accept(reply, failure);
                }
            }));
        }
    }

    private void run(Work work, Effort effort, BiConsumer<@Nullable Reply, @Nullable Throwable> done) {
        Reply reply = null;
        Throwable failure = null;
        effort.enter();
        try {
            effort.inTime();
            reply = attempt(work, effort, 1);
        } catch (DocumentStream.Broken e) {
            failure = e.getCause();
        } catch (SQLException | RuntimeException | Error e) {
            failure = e;
        } finally {
            Effort.leave();
        }
        // only a cursor goes on holding what its command gathered, until it is closed
        if (reply == null || reply.document() != null) {
            effort.close();
        }
        Problems.tell(done, reply, failure);
    }

    /** One read transaction. A collection or index dropped just now may be missed once; then the catalogue is asked anew. */
    private Reply attempt(Work work, Effort effort, int retries) throws SQLException {
        Session session = take();
        boolean sound = false;
        try {
            session.update("begin");
            session.number("select 1 from catalogue_collection limit 1");
            Reply reply = work.run(session, effort);
            session.update("commit");
            sound = true;
            return reply;
        } catch (SQLException | DocumentStream.Broken e) {
            if (retries > 0 && String.valueOf(e.getMessage()).contains("no such table")) {
                return attempt(work, effort, retries - 1);
            }
            throw e;
        } catch (RuntimeException e) {
            session.run("rollback");
            sound = true;
            throw e;
        } finally {
            if (sound) {
                idle.push(session);
            } else {
                session.close();
            }
        }
    }

    private Session take() throws SQLException {
        Session session = idle.poll();
        return session == null ? Session.open(file, true) : session;
    }

    @Override
    public void close() {
        quick.shutdown();
        slow.shutdown();
        try {
            if (!quick.awaitTermination(10, TimeUnit.SECONDS) || !slow.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("some reads did not end in time");
                quick.shutdownNow();
                slow.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.warn("a reader did not close: {}", e.getMessage());
            }
        }
    }
}
