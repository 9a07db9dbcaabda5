package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/**
 * Use case: bring the list of an issued session up to its scope. The entries are written under a version of their own, then one
 * compare-and-set puts it in force, then listeners hear of it; a crash between the steps is mended by doing it again.
 */
final class IssueList {
    /** Reason codes of versions that no person worded. */
    static final String ISSUED = "issued";

    static final String REFRESHED = "refreshed";
    private static final int TRIES = 8;

    private final Schedule schedule;
    private final ListStore lists;
    private final ScopeStore scopes;
    private final ReplyStore replies;
    private final ResolveList resolve;
    private final TellList tell;
    private final InstantSource clock;

    IssueList(
            Schedule schedule,
            ListStore lists,
            ScopeStore scopes,
            ReplyStore replies,
            ResolveList resolve,
            TellList tell,
            InstantSource clock) {
        this.schedule = schedule;
        this.lists = lists;
        this.scopes = scopes;
        this.replies = replies;
        this.resolve = resolve;
        this.tell = tell;
        this.clock = clock;
    }

    /** The version in force afterwards; 0 if the session is not issued, or its scope names nobody. A frozen list stays as it is. */
    Future<Integer> handle(String session, String by) {
        return schedule.session(session)
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("session_missing", "There is no session with this id.")))
                .compose(found -> handle(found, by));
    }

    Future<Integer> handle(Session session, String by) {
        return switch (session.state()) {
            case DRAFT, POSTPONED, CANCELLED ->
                lists.state(session.id())
                        .map(state -> state.map(ListState::version).orElse(0));
            case ISSUED, ENDED -> refresh(session, by, TRIES);
        };
    }

    private Future<Integer> refresh(Session session, String by, int tries) {
        return lists.state(session.id()).compose(state -> {
            int version = state.map(ListState::version).orElse(0);
            if (state.map(ListState::frozen).orElse(false)) return Future.succeededFuture(version);
            return scopes.of(session).compose(scope -> {
                if (scope.isEmpty() && version == 0) return Future.succeededFuture(0);
                return resolve.handle(session, scope)
                        .compose(fresh -> bringInForce(session, version, fresh, by, version == 0 ? ISSUED : REFRESHED))
                        .compose(done -> done > 0 || tries == 0
                                ? Future.succeededFuture(done)
                                : refresh(session, by, tries - 1));
            });
        });
    }

    /** The version in force afterwards, or 0 if somebody else was faster. */
    Future<Integer> bringInForce(Session session, int version, List<Entry> fresh, String by, String reason) {
        return current(session.id(), version).compose(old -> {
            ListDifference difference = ListDifference.between(old, fresh);
            if (difference.isEmpty() && version > 0) {
                return lists.refreshed(session.id(), clock.instant())
                        .compose(done -> tell.handle(session.id()))
                        .map(version);
            }
            return lists.reserve(session).compose(next -> replies.ofSession(session.id())
                    .compose(answered -> lists.write(
                            session,
                            next,
                            fresh.stream()
                                    .map(entry -> entry.at(
                                            next,
                                            answered.getOrDefault(
                                                    entry.required().person(), Required.Reply.NONE)))
                                    .toList()))
                    .compose(written ->
                            lists.putInForce(session.id(), version, change(next, by, reason, difference, fresh)))
                    .compose(
                            inForce -> inForce ? settle(session, version, next).map(next) : Future.succeededFuture(0)));
        });
    }

    /** Answers given while the version was written are on the old one only: copied again; then the old ones go and listeners hear. */
    private Future<Void> settle(Session session, int old, int inForce) {
        return copyReplies(session.id(), inForce)
                .compose(done -> lists.dropBetween(session.id(), old, inForce))
                .compose(done -> tell.handle(session.id()));
    }

    private Future<Void> copyReplies(String session, int version) {
        return replies.ofSession(session).compose(answered -> {
            Future<Void> chain = Future.succeededFuture();
            for (Map.Entry<String, Required.Reply> answer : answered.entrySet()) {
                chain = chain.compose(done -> lists.copyReply(session, version, answer.getKey(), answer.getValue()));
            }
            return chain;
        });
    }

    private Future<List<Entry>> current(String session, int version) {
        List<Entry> entries = new ArrayList<>();
        if (version == 0) return Future.succeededFuture(entries);
        return lists.each(session, version, entries::add).map(done -> entries);
    }

    private ListState.Change change(
            int version, String by, String reason, ListDifference difference, List<Entry> fresh) {
        Map<Required.Standing, Integer> standings = new EnumMap<>(Required.Standing.class);
        fresh.forEach(entry -> standings.merge(entry.required().standing(), 1, Integer::sum));
        return new ListState.Change(
                version,
                clock.instant(),
                by,
                reason,
                difference.added().size(),
                difference.removed().size(),
                difference.changed().size(),
                standings);
    }
}
