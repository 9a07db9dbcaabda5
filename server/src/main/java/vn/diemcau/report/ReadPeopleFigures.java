package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/**
 * Use case: how many different persons a unit's turns are of, and the rates of those who hold posts. Persons do not add up from sums,
 * so everybody's record is read, cell by cell; evidence is not.
 */
final class ReadPeopleFigures {
    private static final int AT_ONCE = 8;
    private static final int MOST_TURNS = 300_000;

    private final People people;

    ReadPeopleFigures(People people) {
        this.people = people;
    }

    /** Fails with {@code too_many_turns} above 300,000 turns: a shorter period or a smaller unit is counted. */
    Future<PeopleFigures> handle(UnitTree tree, Unit unit, Ask ask, Accounts accounts) {
        Period period = ask.period();
        Set<String> own = UnitFigures.paths(tree, unit, period.from(), period.to());
        return accounts.rollups(own, YearMonth.from(period.from()), YearMonth.from(period.to()))
                .compose(rollups -> {
                    long turns = rollups.stream()
                            .mapToLong(one -> one.counts().required())
                            .sum();
                    if (turns > MOST_TURNS) {
                        return Future.failedFuture(
                                Problem.refused("too_many_turns", "More than " + MOST_TURNS + " turns: ask for less."));
                    }
                    return posts(unit, period).compose(posts -> {
                        PeopleFigures.Gathering gathering = new PeopleFigures.Gathering(ask.kind(), posts);
                        return each(List.copyOf(within(tree, unit, period)), period, gathering, accounts)
                                .map(done -> gathering.figures());
                    });
                });
    }

    private Future<Map<String, Set<String>>> posts(Unit unit, Period period) {
        Map<String, Set<String>> posts = new HashMap<>();
        return people.eachWithin(unit.id(), period.to(), person -> {
                    for (Person.Post post : person.posts()) {
                        posts.computeIfAbsent(person.id(), key -> new TreeSet<>())
                                .add(post.title());
                    }
                })
                .map(done -> posts);
    }

    /** The tree paths of everything below on some day of the period. */
    private static Set<String> within(UnitTree tree, Unit unit, Period period) {
        Set<Unit> units = new LinkedHashSet<>(tree.within(unit.id(), period.from()));
        for (YearMonth month : period.wholeMonths()) units.addAll(tree.within(unit.id(), month.atEndOfMonth()));
        units.add(unit);
        Set<String> paths = new LinkedHashSet<>();
        Set<String> own = UnitFigures.paths(tree, unit, period.from(), period.to());
        for (Unit one : units) {
            for (String path : UnitFigures.paths(tree, one, period.from(), period.to())) {
                if (own.stream().anyMatch(path::startsWith)) paths.add(path);
            }
        }
        return paths;
    }

    private Future<Void> each(List<String> paths, Period period, PeopleFigures.Gathering gathering, Accounts accounts) {
        if (paths.isEmpty()) return Future.succeededFuture();
        List<String> some = paths.subList(0, Math.min(AT_ONCE, paths.size()));
        return Future.all(some.stream()
                        .map(path -> accounts.eachIn(path, period.start(), period.end(), gathering::add))
                        .toList())
                .compose(done -> each(paths.subList(some.size(), paths.size()), period, gathering, accounts));
    }
}
