package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What accounts of units are made from: sums by unit, month and kind, and the records behind them; of everything, or of a part of it. */
public interface Accounts {
    /** The rollups of these paths for the months from … to, both included; months without turns are left out; in no order. */
    Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to);

    /** The rollups of the units directly below the paths, as organised then; in no order. */
    Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to);

    /** Everybody counted exactly in the unit with this tree path, at sessions that start in [from, to); rehearsals left out. */
    Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer);

    /** One person's record at sessions that start in [from, to), by start; rehearsals left out. */
    Future<List<Attendance>> of(String person, Instant from, Instant to);

    /** Whether sums within the paths are still on their way up: what was read of them may not agree for a moment. */
    default Future<Boolean> moving(Collection<String> treePaths) {
        return Future.succeededFuture(false);
    }
}
