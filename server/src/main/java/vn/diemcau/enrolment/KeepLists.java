package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/**
 * Periodic work on lists, on any node: tell what a crash left untold; bring a list up to date once shortly before its session, while
 * there is still time; freeze it at the start.
 */
final class KeepLists {
    private static final Logger LOG = LoggerFactory.getLogger(KeepLists.class);
    private static final Duration AHEAD = Duration.ofMinutes(90);
    private static final int AT_ONCE = 50;
    private static final String KEEPER = "system";

    private final Vertx vertx;
    private final Schedule schedule;
    private final ListStore lists;
    private final IssueList issue;
    private final TellList tell;
    private final DecideAbsence absences;
    private final InstantSource clock;
    private boolean running;
    private long timer = -1;

    KeepLists(
            Vertx vertx,
            Schedule schedule,
            ListStore lists,
            IssueList issue,
            TellList tell,
            DecideAbsence absences,
            InstantSource clock) {
        this.vertx = vertx;
        this.schedule = schedule;
        this.lists = lists;
        this.issue = issue;
        this.tell = tell;
        this.absences = absences;
        this.clock = clock;
    }

    void start() {
        timer = vertx.setPeriodic(1_000, 5_000, id -> {
            if (running) return;
            running = true;
            once().onComplete(done -> {
                running = false;
                if (done.failed())
                    LOG.warn("lists were not kept this time: {}", done.cause().toString());
            });
        });
    }

    void stop() {
        if (timer >= 0) vertx.cancelTimer(timer);
    }

    /** One round. */
    Future<Void> once() {
        Instant now = clock.instant();
        return lists.unannounced(AT_ONCE)
                .compose(untold -> each(untold, state -> tell.handle(state.session())))
                .compose(done -> absences.heal(AT_ONCE))
                .compose(done -> lists.due(now.plus(AHEAD), AT_ONCE))
                .compose(due -> each(due, state -> keep(state, now)));
    }

    private Future<Void> keep(ListState state, Instant now) {
        return schedule.session(state.session()).compose(found -> {
            if (found.isEmpty()) return lists.delete(state.session());
            Session session = found.get();
            if (!session.startsAt().equals(state.startsAt())) return lists.moved(session, now);
            if (!session.startsAt().isAfter(now)) return lists.freeze(session.id());
            Instant refreshed = state.refreshedAt();
            boolean stale =
                    refreshed == null || refreshed.isBefore(session.startsAt().minus(AHEAD));
            return stale ? issue.handle(session, KEEPER).mapEmpty() : Future.succeededFuture();
        });
    }

    private static Future<Void> each(List<ListState> states, Function<ListState, Future<Void>> work) {
        Future<Void> chain = Future.succeededFuture();
        for (ListState state : states) chain = chain.compose(done -> work.apply(state));
        return chain;
    }
}
