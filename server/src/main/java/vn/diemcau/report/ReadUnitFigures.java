package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.people.People;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/**
 * Use case: the account of a unit over whole months, from rollups alone; evidence is never read for it, and persons only where a unit
 * was parted and the account is restated. Sums move up the tree one level after the other, so an account read in between is read
 * again before it is said not to close.
 */
final class ReadUnitFigures {
    private static final int[] WAITS_MILLIS = {300, 900};

    private final Vertx vertx;
    private final People people;
    private volatile @Nullable Known known;

    /** Every way through a tree, kept until the tree or the day is another. */
    private record Known(UnitTree tree, Tree which, Ways ways) {}

    ReadUnitFigures(Vertx vertx, People people) {
        this.vertx = vertx;
        this.people = people;
    }

    /** Fails with {@code not_on_that_day} when it is to be restated to a day on which the unit does not stand. */
    Future<UnitFigures> handle(UnitTree tree, Unit unit, Ask ask, Accounts accounts) {
        return read(new Wish(tree, unit, ask, accounts), 0);
    }

    /** What is asked for, and of what. */
    private record Wish(UnitTree tree, Unit unit, Ask ask, Accounts accounts) {
        /** The paths whose sums it is read from: restated it may come from anywhere in the tree. */
        Set<String> paths() {
            return ask.tree() != null
                    ? Set.of(UnitFigures.treePath(unit, "/"))
                    : UnitFigures.paths(
                            tree, unit, ask.oldest().atDay(1), ask.period().to());
        }
    }

    private Future<UnitFigures> read(Wish wish, int waits) {
        return once(wish).compose(figures -> {
            if (figures.faults().isEmpty()) return Future.succeededFuture(figures);
            if (waits == WAITS_MILLIS.length) return last(wish, figures);
            return vertx.timer(WAITS_MILLIS[waits], TimeUnit.MILLISECONDS).compose(waited -> read(wish, waits + 1));
        });
    }

    /** It is at fault when it does not close though nothing moves, neither before nor after it was read. */
    private Future<UnitFigures> last(Wish wish, UnitFigures seen) {
        return wish.accounts.moving(wish.paths()).compose(moving -> {
            if (moving) return Future.succeededFuture(seen.moving());
            return once(wish)
                    .compose(again -> again.faults().isEmpty()
                            ? Future.succeededFuture(again)
                            : wish.accounts.moving(wish.paths()).map(now -> now ? again.moving() : again));
        });
    }

    private Future<UnitFigures> once(Wish wish) {
        LocalDate day = wish.ask.tree();
        return day == null ? asThen(wish) : restated(wish, day);
    }

    private Future<UnitFigures> asThen(Wish wish) {
        Ask ask = wish.ask;
        Period period = ask.period();
        YearMonth from = ask.oldest();
        YearMonth to = YearMonth.from(period.to());
        Set<String> paths = wish.paths();
        Future<List<Rollup>> mine = wish.accounts.rollups(paths, from, to);
        List<Future<List<Rollup>>> below = new ArrayList<>();
        for (Span span : spans(period)) below.add(wish.accounts.childrenOf(paths, span.from, span.to));
        return mine.compose(own -> Future.all(below)
                .map(done -> UnitFigures.of(
                        wish.tree,
                        wish.unit,
                        period,
                        ask.kind(),
                        own,
                        below.stream().flatMap(read -> read.result().stream()).toList(),
                        null,
                        ask.points())));
    }

    /** Months, both included. */
    private record Span(YearMonth from, YearMonth to) {}

    /** The months of a period and of the year before, as one span where they touch. */
    private static List<Span> spans(Period period) {
        Period before = period.yearBefore();
        Span now = new Span(YearMonth.from(period.from()), YearMonth.from(period.to()));
        Span then = new Span(YearMonth.from(before.from()), YearMonth.from(before.to()));
        return then.to.isBefore(now.from) ? List.of(then, now) : List.of(new Span(then.from, now.to));
    }

    private Future<UnitFigures> restated(Wish wish, LocalDate day) {
        Unit unit = wish.unit;
        String path = wish.tree.path(unit.id(), day).orElse("");
        if (path.isEmpty()) {
            return Future.failedFuture(Problem.refused(
                    "not_on_that_day", "The unit does not stand on the day that figures are restated to."));
        }
        return ways(wish.tree, unit.tree(), day)
                .compose(ways -> restated(wish, ways, UnitFigures.treePath(unit, path)));
    }

    private Future<UnitFigures> restated(Wish wish, Ways ways, String target) {
        Ask ask = wish.ask;
        Period period = ask.period();
        Future<RestatedWalk.Gathered> mine = new RestatedWalk(
                        ways, wish.accounts, people, target, false, ask.oldest(), YearMonth.from(period.to()))
                .handle();
        List<Future<RestatedWalk.Gathered>> below = spans(period).stream()
                .map(span -> new RestatedWalk(ways, wish.accounts, people, target, true, span.from, span.to).handle())
                .toList();
        return mine.compose(own -> Future.all(below).map(done -> {
            List<Rollup> found = new ArrayList<>();
            List<Rollup> lost = new ArrayList<>();
            boolean exceeded = own.exceeded();
            for (Future<RestatedWalk.Gathered> read : below) {
                found.addAll(read.result().found());
                lost.addAll(read.result().lost());
                exceeded |= read.result().exceeded();
            }
            return UnitFigures.of(
                    wish.tree,
                    wish.unit,
                    period,
                    ask.kind(),
                    own.found(),
                    found,
                    new UnitFigures.Lost(ways.restating().day(), lost, exceeded),
                    ask.points());
        }));
    }

    /** Laying out all ways of a province takes a while the first time: aside from the event loop. */
    private Future<Ways> ways(UnitTree tree, Tree which, LocalDate day) {
        Known now = known;
        if (now != null
                && now.tree == tree
                && now.which == which
                && now.ways.restating().day().equals(day)) {
            return Future.succeededFuture(now.ways);
        }
        return vertx.executeBlocking(() -> new Ways(tree, which, new Restating(tree, day)), false)
                .map(fresh -> {
                    known = new Known(tree, which, fresh);
                    return fresh;
                });
    }
}
