package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** The time a command may take is all the time its sender waits; and every sender is answered. */
class ReadersTest {

    private static final int LANE = 12;
    private StoreFile file;
    private Readers readers;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        file = StoreFile.open(folder);
        try (Session session = Session.open(file.path(), false)) {
            session.run("pragma journal_mode = wal");
        }
        readers = new Readers(file.path());
    }

    @AfterEach
    void close() {
        readers.close();
        file.close();
    }

    private static int code(CompletableFuture<Throwable> failure) throws Exception {
        Throwable thrown = failure.get(Patience.SECONDS, TimeUnit.SECONDS);
        return thrown instanceof MongoServerError error ? error.getCode() : -1;
    }

    private static void pass(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        Patience.until("time passes", () -> System.nanoTime() > end);
    }

    @Test
    void waitingForAThreadCounts() throws Exception {
        var go = new CountDownLatch(1);
        var busy = new CountDownLatch(LANE);
        for (int i = 0; i < LANE; i++) {
            readers.submit(
                    (session, effort) -> {
                        busy.countDown();
                        assertThat(waited(go)).isTrue();
                        return Reply.of(new Document());
                    },
                    0,
                    false,
                    (reply, failure) -> {});
        }
        assertThat(waited(busy)).isTrue();
        var runs = new AtomicInteger();
        var failed = new CompletableFuture<Throwable>();
        readers.submit(
                (session, effort) -> {
                    runs.incrementAndGet();
                    return Reply.of(new Document());
                },
                10,
                false,
                (reply, failure) -> failed.complete(failure));
        pass(30);
        go.countDown();
        assertThat(code(failed)).isEqualTo(50);
        assertThat(runs).hasValue(0);
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theTimeGoesOnWhenACommandStartsAgainOnTheSlowLane() throws Exception {
        var runs = new AtomicInteger();
        var failed = new CompletableFuture<Throwable>();
        readers.submit(
                (session, effort) -> {
                    runs.incrementAndGet();
                    pass(2000);
                    throw new Effort.TooLong();
                },
                1000,
                false,
                (reply, failure) -> failed.complete(failure));
        assertThat(code(failed)).isEqualTo(50);
        // not at all where the machine was so slow that its time was over before it began
        assertThat(runs.get()).isLessThanOrEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeGivenIsToldAsAFailure() throws Exception {
        var tries = new AtomicInteger();
        var failed = new CompletableFuture<Throwable>();
        readers.submit((session, effort) -> Reply.of(new Document()), 0, false, (reply, failure) -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("no room for the reply");
            }
            failed.complete(failure);
        });
        assertThat(failed.get(Patience.SECONDS, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
    }
}
