package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.diemcau.problem.Problem;

/**
 * Use case: chốt số liệu. First the session is closed, so that what is still missing becomes absent; then every outcome is brought up
 * to that and kept beside the current one; then the closing itself is kept with a hash over all it covers. Asked again, or after a
 * crash, it goes on where it was.
 */
final class CloseSession {
    private static final int CHUNK = 500;
    private static final int ROUNDS = 50;

    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final EvidenceStore evidence;
    private final ClosingStore closings;
    private final Work work;
    private final InstantSource clock;

    CloseSession(
            FrameStore frames,
            AttendanceStore attendance,
            EvidenceStore evidence,
            ClosingStore closings,
            Work work,
            InstantSource clock) {
        this.frames = frames;
        this.attendance = attendance;
        this.evidence = evidence;
        this.closings = closings;
        this.work = work;
        this.clock = clock;
    }

    static String scope(String session) {
        return "session/" + session;
    }

    /** Fails with not_listed when nobody was summoned to the session. */
    Future<Closing> handle(String session, String id, String by) {
        return closings.of(scope(session)).compose(kept -> {
            if (kept.isPresent()) return Future.succeededFuture(kept.get());
            return frames.frame(session).compose(frame -> {
                if (frame.isEmpty() || frame.get().version() == 0) {
                    return Future.failedFuture(Problem.refused("not_listed", "Nobody was summoned to this session."));
                }
                return evidence.namedSites(session)
                        .compose(named -> {
                            Set<String> unnamed =
                                    new HashSet<>(frame.get().sites().keySet());
                            unnamed.removeAll(named);
                            return frames.close(session, new Frame.Closed(id, by, clock.instant(), unnamed));
                        })
                        .compose(closed -> attendance.unsettle(null, session, clock.millis()))
                        .compose(marked -> settleAndKeep(session));
            });
        });
    }

    /** The rest of a closing whose session is marked as closed. */
    Future<Closing> settleAndKeep(String session) {
        return settle(session, ROUNDS)
                .compose(settled -> freeze(session, ROUNDS))
                .compose(frozen -> frames.frame(session))
                .compose(after -> keep(after.orElseThrow()));
    }

    /** Until no outcome of the session is marked. */
    private Future<Void> settle(String session, int rounds) {
        return attendance.markedIn(session, CHUNK).compose(marked -> {
            if (marked.isEmpty()) return Future.succeededFuture();
            if (rounds == 0) return Future.failedFuture(Problem.unavailable("busy", "The site is busy; close again."));
            return work.reckonNow(marked).compose(done -> settle(session, marked.size() < CHUNK ? rounds - 1 : rounds));
        });
    }

    private Future<Void> freeze(String session, int rounds) {
        List<AttendanceStore.Row> open = new ArrayList<>();
        return attendance
                .each(session, row -> {
                    if (row.attendance().closed() == null) open.add(row);
                })
                .compose(read -> {
                    if (open.isEmpty()) return Future.succeededFuture();
                    if (rounds == 0) return Future.failedFuture(Problem.unavailable("busy", "Close again."));
                    Future<Void> chain = Future.succeededFuture();
                    for (int from = 0; from < open.size(); from += CHUNK) {
                        List<AttendanceStore.Row> part = open.subList(from, Math.min(open.size(), from + CHUNK));
                        chain = chain.compose(done -> attendance.freeze(part).mapEmpty());
                    }
                    return chain.compose(done -> freeze(session, rounds - 1));
                });
    }

    private Future<Closing> keep(Frame frame) {
        Frame.Closed closed = frame.closed();
        if (closed == null) return Future.failedFuture(new IllegalStateException("not closed"));
        List<Closing.Leaf> leaves = new ArrayList<>();
        Counts[] counts = {Counts.NONE};
        Set<String> seen = new HashSet<>();
        List<String> sites = frame.sites().keySet().stream()
                .map(site -> CloseSite.scope(frame.session(), site))
                .toList();
        return evidence.each(frame.session(), each -> leaves.add(closings.leaf(record(each))))
                .compose(read -> attendance.each(frame.session(), row -> {
                    Attendance one = row.attendance();
                    if (!row.listed() || !seen.add(row.id())) return;
                    Outcome outcome = Optional.ofNullable(one.closed()).orElse(one.outcome());
                    counts[0] = counts[0].plus(Counts.of(one.entry(), outcome));
                    leaves.add(closings.leaf(record(one, outcome)));
                }))
                .compose(read -> closings.of(sites))
                .compose(ofSites -> {
                    ofSites.forEach(each -> leaves.add(closings.leaf("closing|" + each.scope() + "|" + each.hash())));
                    return closings.append(
                            Closing.of(
                                    Closing.Level.SESSION,
                                    scope(frame.session()),
                                    closed.by(),
                                    closed.at(),
                                    counts[0],
                                    leaves),
                            leaves);
                });
    }

    /** A piece of evidence as a closing covers it. */
    static String record(Evidence each) {
        return "evidence|" + each.id() + "|" + each.subject() + "|"
                + each.kind().wire() + "|" + each.seenAt() + "|" + EvidenceDocument.hash(each);
    }

    private static String record(Attendance one, Outcome outcome) {
        return "outcome|" + one.person() + "|" + one.entry().name().toLowerCase(Locale.ROOT) + "|" + one.unit() + "|"
                + outcome.standing().wire() + "|" + outcome.minutes() + "|" + new TreeSet<>(outcome.flags());
    }
}
