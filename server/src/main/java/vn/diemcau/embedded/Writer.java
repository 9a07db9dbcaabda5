package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It takes all commands that wait, runs them in one transaction, and has them answered when
 * the log of that transaction is on the disk. A command that fails unexpectedly takes the transaction back; the
 * others of its group are then run again, each alone, so that none pays for another.
 */
final class Writer implements AutoCloseable {

    /** What a command does to the store. */
    interface Work {
        Document run(Session session) throws SQLException;
    }

    /** A collection must exist before the command can run. */
    static final class CollectionMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient String database;
        final transient String name;

        CollectionMissing(String database, String name) {
            super(null, null, false, false);
            this.database = database;
            this.name = name;
        }
    }

    /** @param alone manages its own transaction, as changes of the catalogue do */
    record Task(Work work, boolean alone, BiConsumer<@Nullable Document, @Nullable Throwable> done) {}

    /** What came of a task, to be told once it is on the disk. */
    record Answer(
            Task task, @Nullable Document reply, @Nullable Throwable failure) {

        void give(@Nullable Throwable lost) {
            Problems.tell(task.done(), lost == null ? reply : null, lost == null ? failure : lost);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int LARGEST_GROUP = 256;
    private static final long LONGEST_GROUP = TimeUnit.MILLISECONDS.toNanos(5);

    private final Session session;
    private final Catalogue catalogue;
    private final Checkpoints checkpoints;
    private final Acknowledgements acknowledgements;
    private final LinkedBlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
    /** Taken from those that wait, and not yet handed on to be answered. */
    private final ArrayDeque<Task> taken = new ArrayDeque<>();

    private final Thread thread = new Thread(this::loop, "store-writer");
    private final Task poison = new Task(session -> new Document(), true, (reply, failure) -> {});
    private volatile boolean ended;
    /** What readers were told in a transaction that then failed is not in the file yet. */
    private boolean takenBack;

    Writer(Session session, Catalogue catalogue, Checkpoints checkpoints, Acknowledgements acknowledgements) {
        this.session = session;
        this.catalogue = catalogue;
        this.checkpoints = checkpoints;
        this.acknowledgements = acknowledgements;
        thread.setDaemon(true);
        thread.start();
    }

    void submit(Task task) {
        waiting.add(task);
        if (ended) {
            refuseLate();
        }
    }

    private void refuseLate() {
        for (Task late = waiting.poll(); late != null; late = waiting.poll()) {
            Problems.tell(late.done(), null, new MongoServerError(91, "ShutdownInProgress", "the store is closing"));
        }
    }

    private void loop() {
        while (true) {
            Task first;
            try {
                first = waiting.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (first == poison) {
                ended = true;
                refuseLate();
                return;
            }
            taken.add(first);
            try {
                if (first.alone()) {
                    acknowledgements.after(List.of(alone(first)));
                } else {
                    group();
                }
                taken.clear();
                checkpoints.afterCommit(session);
            } catch (RuntimeException | Error e) {
                LOG.error("the writer goes on after an error", e);
                rollback();
                taken.forEach(task -> Problems.tell(task.done(), null, e));
                taken.clear();
            }
        }
    }

    private void group() {
        List<Answer> answers = new ArrayList<>();
        try {
            begin();
            long start = System.nanoTime();
            Task next = taken.element();
            while (next != null) {
                answers.add(attempt(next));
                Task peeked = waiting.peek();
                boolean more = peeked != null
                        && !peeked.alone()
                        && answers.size() < LARGEST_GROUP
                        && System.nanoTime() - start <= LONGEST_GROUP;
                next = more ? waiting.poll() : null;
                if (next != null) {
                    taken.add(next);
                }
            }
            commit();
            acknowledgements.after(answers);
        } catch (SQLException | RuntimeException | Error e) {
            rollback();
            if (!(e instanceof CollectionMissing)) {
                LOG.warn("a group of {} writes was taken back and is run one by one: {}", taken.size(), e.toString());
            }
            while (!taken.isEmpty()) {
                acknowledgements.after(List.of(singly(taken.element())));
                taken.remove();
            }
        }
    }

    private void begin() throws SQLException {
        session.update("begin immediate");
        if (takenBack) {
            catalogue.rememberWhatWasTold(session);
        }
    }

    private void commit() throws SQLException {
        session.update("commit");
        takenBack = false;
    }

    /** Refusals leave no trace in the transaction; anything else ends it. */
    private Answer attempt(Task task) throws SQLException {
        try {
            return new Answer(task, task.work().run(session), null);
        } catch (MongoServerException e) {
            return new Answer(task, null, e);
        }
    }

    private Answer singly(Task task) {
        try {
            begin();
            Answer answer = attempt(task);
            commit();
            return answer;
        } catch (CollectionMissing missing) {
            rollback();
            return created(missing, task);
        } catch (SQLException | RuntimeException | Error e) {
            rollback();
            return new Answer(task, null, e);
        }
    }

    private Answer created(CollectionMissing missing, Task task) {
        try {
            if (catalogue.find(missing.database, missing.name) == null) {
                catalogue.create(session, missing.database, missing.name);
            }
        } catch (SQLException | RuntimeException | Error e) {
            rollback();
            return new Answer(task, null, e);
        }
        return singly(task);
    }

    private Answer alone(Task task) {
        try {
            return new Answer(task, task.work().run(session), null);
        } catch (SQLException | RuntimeException | Error e) {
            rollback();
            return new Answer(task, null, e);
        }
    }

    private void rollback() {
        takenBack = true;
        try {
            if (!session.connection().isClosed()) {
                session.run("rollback");
            }
        } catch (SQLException e) {
            LOG.debug("nothing to roll back: {}", e.getMessage());
        }
    }

    /** Finishes what waits, then stops. */
    @Override
    public void close() {
        waiting.add(poison);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        acknowledgements.close();
    }
}
