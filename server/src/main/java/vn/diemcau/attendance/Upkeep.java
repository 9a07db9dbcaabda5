package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done unasked: what a crash or an upgrade left is taken up at the start, silent sites are looked at every minute. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long SILENT_MILLIS = 60_000;

    private final Vertx vertx;
    private final Map<String, Supplier<Future<Void>>> left;
    private final CloseSilentSites silentSites;
    private long timer = -1;
    private Future<Void> judging = Future.succeededFuture();

    /** @param left what to take up, by what is said when it waits for another start */
    Upkeep(Vertx vertx, Map<String, Supplier<Future<Void>>> left, CloseSilentSites silentSites) {
        this.vertx = vertx;
        this.left = left;
        this.silentSites = silentSites;
    }

    void start() {
        left.forEach(Upkeep::unhurried);
        timer = vertx.setPeriodic(SILENT_MILLIS, tick -> {
            if (judging.isComplete()) judging = unhurried("silent sites wait to be looked at", silentSites::handle);
        });
    }

    private static Future<Void> unhurried(String otherwise, Supplier<Future<Void>> work) {
        return work.get().onFailure(failure -> LOG.warn("{}: {}", otherwise, failure.toString()));
    }

    void stop() {
        if (timer >= 0) vertx.cancelTimer(timer);
    }
}
