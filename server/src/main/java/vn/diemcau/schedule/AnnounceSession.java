package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Use case: tell the features after the plan what they have not been told of a session, until they have it. */
final class AnnounceSession {
    private static final Logger LOG = LoggerFactory.getLogger(AnnounceSession.class);
    private static final long PATIENCE_MILLIS = 3_000;

    private final Vertx vertx;
    private final SessionStore sessions;
    private final Announcements announcements;
    private final Set<String> telling = ConcurrentHashMap.newKeySet();

    AnnounceSession(Vertx vertx, SessionStore sessions, Announcements announcements) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.announcements = announcements;
    }

    /** Completes when everybody knows; does nothing if everybody does. */
    Future<Void> handle(String session) {
        return sessions.news(session).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            SessionStore.Untold untold = found.get();
            Future<Void> issued = untold.news().contains(SessionStore.News.ISSUED)
                    ? announcements.issued(untold.session())
                    : Future.succeededFuture();
            return issued.compose(done -> untold.news().contains(SessionStore.News.CHANGED)
                            ? announcements.changed(untold.session())
                            : Future.succeededFuture())
                    .compose(done -> sessions.told(untold.session()));
        });
    }

    /** Completes when everybody knows, or after three seconds while the telling goes on, or when it failed and will be repeated. */
    Future<Void> briefly(List<String> ids) {
        Promise<Void> enough = Promise.promise();
        long timer = vertx.setTimer(PATIENCE_MILLIS, id -> enough.tryComplete());
        each(ids).onComplete(done -> {
            vertx.cancelTimer(timer);
            enough.tryComplete();
        });
        return enough.future();
    }

    /** Tells whatever was left untold; those being told at the moment are left alone. */
    Future<Void> rest() {
        return sessions.untold().compose(this::each);
    }

    private Future<Void> each(List<String> ids) {
        Future<Void> chain = Future.succeededFuture();
        for (String id : ids) chain = chain.compose(done -> once(id));
        return chain;
    }

    private Future<Void> once(String id) {
        if (!telling.add(id)) return Future.succeededFuture();
        return handle(id)
                .recover(failure -> {
                    LOG.warn("a session's news waits to be told again: {}", id, failure);
                    return Future.succeededFuture();
                })
                .onComplete(done -> telling.remove(id));
    }
}
