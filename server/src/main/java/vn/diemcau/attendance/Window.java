package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers keys for a short while and works on them together, one batch at a time. Keys lost by a failure or a crash are found again
 * by their marks in the store. Where a batch takes long, the pause grows with it, so that counting never starves the door.
 */
final class Window {
    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final long LONGEST_PAUSE = 1500;

    private final Vertx vertx;
    private final String name;
    private final long millis;
    private final int most;
    private final Function<List<String>, Future<Void>> work;
    private final Set<String> keys = new LinkedHashSet<>();
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private boolean running;
    private boolean stopped;

    Window(Vertx vertx, String name, long millis, int most, Function<List<String>, Future<Void>> work) {
        this.vertx = vertx;
        this.name = name;
        this.millis = millis;
        this.most = most;
        this.work = work;
    }

    void add(Collection<String> more) {
        if (more.isEmpty()) return;
        boolean start;
        synchronized (this) {
            keys.addAll(more);
            start = !running && !stopped;
            running |= start;
        }
        if (start) vertx.setTimer(millis, timer -> run());
    }

    /** Completes when nothing is left to do. */
    Future<Void> drained() {
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            if (running && !stopped) waiting.add(promise);
            else promise.complete();
        }
        return promise.future();
    }

    /** Takes no more work; completes when the batch under way is over. */
    Future<Void> stop() {
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            stopped = true;
            if (running) waiting.add(promise);
            else promise.complete();
        }
        return promise.future();
    }

    private void run() {
        List<String> batch = new ArrayList<>();
        synchronized (this) {
            for (var each = keys.iterator(); each.hasNext() && batch.size() < most && !stopped; ) {
                batch.add(each.next());
                each.remove();
            }
        }
        long start = System.nanoTime();
        Future<Void> done;
        try {
            done = batch.isEmpty() ? Future.succeededFuture() : work.apply(batch);
        } catch (RuntimeException failure) {
            done = Future.failedFuture(failure);
        }
        done.onComplete(result -> {
            if (result.failed() && !stopped) LOG.warn("{} of {} keys put off", name, batch.size(), result.cause());
            next((System.nanoTime() - start) / 1_000_000);
        });
    }

    private void next(long took) {
        List<Promise<Void>> told = List.of();
        boolean again;
        boolean behind;
        synchronized (this) {
            again = !keys.isEmpty() && !stopped;
            behind = keys.size() > most;
            if (!again) {
                running = false;
                told = List.copyOf(waiting);
                waiting.clear();
            }
        }
        told.forEach(Promise::tryComplete);
        if (again) vertx.setTimer(behind ? 1 : Math.max(millis, Math.min(LONGEST_PAUSE, 2 * took)), timer -> run());
    }
}
