package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * Use case: the account of a unit over whole months, from rollups alone; evidence and persons are never read for it. Sums move up the
 * tree one level after the other, so an account read in between is read again before it is said not to close.
 */
final class ReadUnitFigures {
    private static final int[] WAITS_MILLIS = {300, 900};

    private final Vertx vertx;
    private final Attendances attendances;

    ReadUnitFigures(Vertx vertx, Attendances attendances) {
        this.vertx = vertx;
        this.attendances = attendances;
    }

    Future<UnitFigures> handle(UnitTree tree, Unit unit, Period period, @Nullable ProgrammeKind kind) {
        return read(tree, unit, period, kind, 0);
    }

    private Future<UnitFigures> read(UnitTree tree, Unit unit, Period period, @Nullable ProgrammeKind kind, int waits) {
        return once(tree, unit, period, kind).compose(figures -> {
            if (figures.faults().isEmpty() || waits == WAITS_MILLIS.length) return Future.succeededFuture(figures);
            return vertx.timer(WAITS_MILLIS[waits], TimeUnit.MILLISECONDS)
                    .compose(waited -> read(tree, unit, period, kind, waits + 1));
        });
    }

    private Future<UnitFigures> once(UnitTree tree, Unit unit, Period period, @Nullable ProgrammeKind kind) {
        Period before = period.yearBefore();
        Period oldest = period.trend().stream().findFirst().orElse(period);
        YearMonth from = YearMonth.from(oldest.from().isBefore(before.from()) ? oldest.from() : before.from());
        YearMonth to = YearMonth.from(period.to());
        Set<String> paths = UnitFigures.paths(tree, unit, from.atDay(1), period.to());
        Future<List<Rollup>> mine = attendances.rollups(paths, from, to);
        List<Future<List<Rollup>>> below = new ArrayList<>();
        YearMonth start = YearMonth.from(period.from());
        YearMonth beforeFrom = YearMonth.from(before.from());
        YearMonth beforeTo = YearMonth.from(before.to());
        for (String path : paths) {
            if (beforeTo.isBefore(start)) {
                below.add(attendances.childrenOf(path, beforeFrom, beforeTo));
                below.add(attendances.childrenOf(path, start, to));
            } else {
                below.add(attendances.childrenOf(path, beforeFrom, to));
            }
        }
        return mine.compose(own -> Future.all(below)
                .map(done -> UnitFigures.of(
                        tree,
                        unit,
                        period,
                        kind,
                        own,
                        below.stream().flatMap(read -> read.result().stream()).toList())));
    }
}
