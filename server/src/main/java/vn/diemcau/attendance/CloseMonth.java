package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diemcau.problem.Problem;

/** Use case: the province closes a month over the closings of its sessions. What is closed later is an amendment to it. */
final class CloseMonth {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final FrameStore frames;
    private final ClosingStore closings;
    private final InstantSource clock;

    CloseMonth(FrameStore frames, ClosingStore closings, InstantSource clock) {
        this.frames = frames;
        this.closings = closings;
        this.clock = clock;
    }

    static String scope(YearMonth month) {
        return "month/" + month;
    }

    /** @param leaveOpen close although sessions of the month are open; they stay out of it */
    Future<Closing> handle(YearMonth month, boolean leaveOpen, String by) {
        boolean over = clock.instant()
                .isAfter(month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant());
        if (!over) return Future.failedFuture(Problem.conflict("month_running", "The month is not over."));
        return closings.of(scope(month))
                .compose(standing -> standing.isPresent()
                        ? Future.succeededFuture(standing.get())
                        : frames.heldIn(month.toString()).compose(sessions -> close(month, sessions, leaveOpen, by)));
    }

    private Future<Closing> close(YearMonth month, List<String> sessions, boolean leaveOpen, String by) {
        Set<String> scopes = new HashSet<>();
        sessions.forEach(session -> scopes.add(CloseSession.scope(session)));
        return closings.of(scopes).compose(found -> {
            if (found.size() < scopes.size() && !leaveOpen) {
                return Future.failedFuture(Problem.conflict(
                        "sessions_open", (scopes.size() - found.size()) + " sessions of the month are not closed."));
            }
            List<Closing.Leaf> leaves = new ArrayList<>();
            Counts counts = Counts.NONE;
            for (Closing each : found) {
                counts = counts.plus(each.counts());
                leaves.add(closings.leaf("closing|" + each.scope() + "|" + each.hash()));
            }
            return closings.append(
                    Closing.of(
                            Closing.Level.PROVINCE,
                            scope(month),
                            by,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            counts,
                            leaves),
                    leaves);
        });
    }
}
