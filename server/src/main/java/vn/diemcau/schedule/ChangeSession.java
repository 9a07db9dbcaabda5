package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/** Use case: change one session by a rule, keep who did it and why, and tell the others. A rule that changes nothing writes nothing. */
final class ChangeSession {
    private static final int TRIES = 5;

    private final SessionStore sessions;
    private final RecountProgramme recount;
    private final AnnounceSession announce;
    private final InstantSource clock;

    ChangeSession(SessionStore sessions, RecountProgramme recount, AnnounceSession announce, InstantSource clock) {
        this.sessions = sessions;
        this.recount = recount;
        this.announce = announce;
        this.clock = clock;
    }

    /** Other texts of the session. Fails with CONFLICT changed_meanwhile if {@code rev} is given and no longer its revision. */
    Future<Session> edit(String id, UnaryOperator<Session> texts, Optional<Long> rev, String by) {
        return whole(id, session -> texts.apply(unlessChanged(session, rev)), "edited", by, null);
    }

    /** Other times; fails as {@link Transition#moved}. */
    Future<Session> move(String id, Instant startsAt, Instant endsAt, String by, @Nullable String reason) {
        return whole(id, session -> Transition.moved(session, startsAt, endsAt, clock.instant()), "moved", by, reason);
    }

    /** Another state; fails as {@link Transition#to}. */
    Future<Session> become(String id, State state, String by, @Nullable String reason) {
        return whole(id, session -> Transition.to(session, state, clock.instant()), what(state), by, reason);
    }

    /** The same with times counted and the others told, for one session. */
    Future<Session> whole(String id, UnaryOperator<Session> rule, String what, String by, @Nullable String reason) {
        return write(id, rule, what, by, reason, TRIES).compose(session -> recount.handle(session.programme())
                .compose(done -> announce.briefly(List.of(id)))
                .compose(done -> sessions.get(id))
                .map(found -> found.orElse(session)));
    }

    /** Only the writing. */
    Future<Session> write(String id, UnaryOperator<Session> rule, String what, String by, @Nullable String reason) {
        return write(id, rule, what, by, reason, TRIES);
    }

    private Future<Session> write(
            String id, UnaryOperator<Session> rule, String what, String by, @Nullable String reason, int tries) {
        return sessions.get(id).compose(found -> {
            Session before = found.orElseThrow(() -> Problem.missing("not_found", "There is no such session."));
            Session after = rule.apply(before);
            if (after.equals(before)) return Future.succeededFuture(before);
            Change change = new Change(what, by, clock.instant(), reason);
            return sessions.replace(after, change, news(before, after)).compose(written -> {
                if (written.isPresent()) return Future.succeededFuture(written.get());
                if (tries > 1) return write(id, rule, what, by, reason, tries - 1);
                return Future.failedFuture(changedMeanwhile());
            });
        });
    }

    static String what(State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    static Problem changedMeanwhile() {
        return Problem.conflict("changed_meanwhile", "Somebody else changed it meanwhile; load it again.");
    }

    private static Session unlessChanged(Session session, Optional<Long> rev) {
        if (rev.isPresent() && rev.get() != session.rev()) throw changedMeanwhile();
        return session;
    }

    /** A draft is nobody's business; what was issued is announced from then on. */
    private static SessionStore.@Nullable News news(Session before, Session after) {
        if (after.state() == State.DRAFT) return null;
        return before.state() == State.DRAFT ? SessionStore.News.ISSUED : SessionStore.News.CHANGED;
    }
}
