package vn.diemcau.demo;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Asks again and again, by a timer, until something holds. */
final class Await {
    private static final Duration EVERY = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Await() {}

    /** Lists come into force a moment after a session is issued, and stand on every site's roll a moment after that. */
    static void list(ScheduledExecutorService timer, DemoCaller office, String session) throws InterruptedException {
        until(timer, PATIENCE, "a list is in force for " + session, () -> onTheRolls(office, session));
    }

    private static boolean onTheRolls(DemoCaller office, String session) {
        JsonObject expected = office.get("/sessions/" + session + "/expected");
        if (expected.getInteger("version", 0) == 0) return false;
        JsonObject counts = office.get("/sessions/" + session + "/wall").getJsonObject("counts");
        return counts.getInteger("required")
                .equals(expected.getJsonObject("standings").getInteger("required"));
    }

    /** Returns once it holds; fails with what the question failed with, or when patience ends. Not on the timer's only thread. */
    static void until(ScheduledExecutorService timer, Duration patience, String what, BooleanSupplier holds)
            throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ScheduledFuture<?> asking = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        if (holds.getAsBoolean()) done.complete(null);
                    } catch (RuntimeException failure) {
                        done.completeExceptionally(failure);
                    }
                },
                0,
                EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(what, failure);
        } catch (TimeoutException tooLong) {
            throw new IllegalStateException("not within " + patience + ": " + what, tooLong);
        } finally {
            asking.cancel(false);
        }
    }
}
