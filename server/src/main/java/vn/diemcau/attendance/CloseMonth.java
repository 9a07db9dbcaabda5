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
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/**
 * Use case: a unit closes its month over the closings of the sessions it and the units below it held, and the province closes the month
 * over those of all, with the units' own. What is closed later is an amendment to it.
 */
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

    /** A unit that closes, and its path. */
    record Holder(String unit, String path) {}

    /**
     * How far a month is.
     *
     * @param sessions that were held and count
     * @param open those of them that are not closed
     */
    record Progress(List<String> sessions, List<String> open) {}

    static String scope(YearMonth month, @Nullable String unit) {
        return unit == null ? "month/" + month : ofUnits(month) + unit;
    }

    private static String ofUnits(YearMonth month) {
        return "month/" + month + "/unit/";
    }

    /** @param holder the unit, or null for the whole province */
    Future<Progress> progress(YearMonth month, @Nullable Holder holder) {
        return held(month, holder)
                .compose(sessions -> closings.of(scopes(sessions)).map(found -> {
                    Set<String> closed = new HashSet<>();
                    found.forEach(each -> closed.add(each.scope()));
                    return new Progress(
                            sessions,
                            sessions.stream()
                                    .filter(session -> !closed.contains(CloseSession.scope(session)))
                                    .toList());
                }));
    }

    private Future<List<String>> held(YearMonth month, @Nullable Holder holder) {
        return frames.heldIn(month.toString()).map(all -> all.stream()
                .filter(each -> holder == null || within(each.holder(), holder.unit()))
                .map(FrameStore.Held::session)
                .toList());
    }

    /** By the path it was held under: a unit that has moved since held its sessions where it stood then. */
    static boolean within(String treePath, String unit) {
        return treePath.contains("/" + unit + "/");
    }

    private static Set<String> scopes(List<String> sessions) {
        Set<String> scopes = new HashSet<>();
        sessions.forEach(session -> scopes.add(CloseSession.scope(session)));
        return scopes;
    }

    /**
     * Fails with month_running or sessions_open; asked again it answers the first.
     *
     * @param holder the unit, or null for the whole province
     * @param leaveOpen close although sessions of the month are open; they stay out of it
     */
    Future<Closing> handle(YearMonth month, @Nullable Holder holder, boolean leaveOpen, String by) {
        boolean over = clock.instant()
                .isAfter(month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant());
        if (!over) return Future.failedFuture(Problem.conflict("month_running", "The month is not over."));
        String scope = scope(month, holder == null ? null : holder.unit());
        return closings.of(scope)
                .compose(standing -> standing.isPresent()
                        ? Future.succeededFuture(standing.get())
                        : held(month, holder).compose(sessions -> close(month, holder, sessions, leaveOpen, by)));
    }

    private Future<Closing> close(
            YearMonth month, @Nullable Holder holder, List<String> sessions, boolean leaveOpen, String by) {
        Set<String> scopes = scopes(sessions);
        return closings.of(scopes).compose(found -> {
            if (found.size() < scopes.size() && !leaveOpen) {
                return Future.failedFuture(Problem.conflict(
                        "sessions_open", (scopes.size() - found.size()) + " sessions of the month are not closed."));
            }
            Future<List<Closing>> units =
                    holder == null ? closings.below(ofUnits(month)) : Future.succeededFuture(List.of());
            return units.compose(ofUnits -> {
                List<Closing.Leaf> leaves = new ArrayList<>();
                Counts counts = Counts.NONE;
                for (Closing each : found) {
                    counts = counts.plus(each.counts());
                    leaves.add(leaf(each));
                }
                ofUnits.forEach(each -> leaves.add(leaf(each)));
                return closings.append(
                        Closing.of(
                                holder == null ? Closing.Level.PROVINCE : Closing.Level.UNIT,
                                scope(month, holder == null ? null : holder.unit()),
                                by,
                                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                counts,
                                leaves),
                        leaves);
            });
        });
    }

    private Closing.Leaf leaf(Closing each) {
        return closings.leaf("closing|" + each.scope() + "|" + each.hash());
    }
}
