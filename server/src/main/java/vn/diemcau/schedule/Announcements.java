package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the plan tells the features after it. Every announcement is repeated until all listeners completed, also after a crash: a
 * listener gets the session as it stands now and must bear hearing the same twice. Platform connects the listeners before the server
 * listens.
 */
public final class Announcements {
    /** Told when a session was issued; completes when whoever listens has it durably. */
    public interface Issued {
        Future<Void> issued(Session session);
    }

    /**
     * Told when an issued session changed: other times (a raised sequence), other sites, postponed, cancelled, ended; completes when
     * whoever listens has it durably.
     */
    public interface Changed {
        Future<Void> changed(Session session);
    }

    /** Told before a rehearsal or a draft is deleted; completes when whoever listens has deleted what it holds of the session. */
    public interface Deleted {
        Future<Void> deleted(String session);
    }

    private final List<Issued> onIssued = new ArrayList<>();
    private final List<Changed> onChanged = new ArrayList<>();
    private final List<Deleted> onDeleted = new ArrayList<>();

    public void whenIssued(Issued listener) {
        onIssued.add(listener);
    }

    public void whenChanged(Changed listener) {
        onChanged.add(listener);
    }

    public void whenDeleted(Deleted listener) {
        onDeleted.add(listener);
    }

    Future<Void> issued(Session session) {
        return each(onIssued, listener -> listener.issued(session));
    }

    Future<Void> changed(Session session) {
        return each(onChanged, listener -> listener.changed(session));
    }

    Future<Void> deleted(String session) {
        return each(onDeleted, listener -> listener.deleted(session));
    }

    /** One after the other, in the order of the flow. */
    private static <L> Future<Void> each(List<L> listeners, Function<L, Future<Void>> tell) {
        Future<Void> chain = Future.succeededFuture();
        for (L listener : listeners) chain = chain.compose(done -> tell.apply(listener));
        return chain;
    }
}
