package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Certainty;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.PresenceMode;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Required;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

/** Records as a test writes them down; sums are counted from them when asked. For rules; what is kept is proved on the store. */
final class Recorded implements Accounts {
    private final UnitTree tree;
    private final BiFunction<String, LocalDate, String> home;
    private final List<Attendance> records = new ArrayList<>();

    /** @param home where a person belonged on a day */
    Recorded(UnitTree tree, BiFunction<String, LocalDate, String> home) {
        this.tree = tree;
        this.home = home;
    }

    void record(String person, String unit, String path, LocalDate day, Standing standing) {
        boolean present = standing == Standing.PRESENT;
        Outcome outcome = new Outcome(
                standing,
                Set.of(),
                present ? PresenceMode.LINKED : null,
                null,
                present ? 100 : 0,
                Certainty.SURE,
                null,
                null,
                List.of());
        records.add(new Attendance(
                unit + " " + day,
                person,
                1,
                Required.Standing.REQUIRED,
                person,
                person,
                1979,
                unit,
                unit,
                List.of("party:" + path),
                null,
                null,
                ProgrammeKind.CELL_MEETING,
                day.atTime(LocalTime.NOON).atZone(Period.ZONE).toInstant(),
                outcome,
                null));
    }

    People people() {
        return new People() {
            @Override
            public Future<UnitTree> tree() {
                return Future.succeededFuture(tree);
            }

            @Override
            public Future<Map<String, String>> unitsOn(Collection<String> persons, LocalDate day) {
                Map<String, String> units = new HashMap<>();
                persons.forEach(person -> units.put(person, home.apply(person, day)));
                return Future.succeededFuture(units);
            }

            @Override
            public Future<Optional<Person>> person(String id) {
                return notAsked();
            }

            @Override
            public Future<List<Person>> persons(Collection<String> ids) {
                return notAsked();
            }

            @Override
            public Future<Void> eachWithin(String unit, LocalDate on, Consumer<Person> consumer) {
                return notAsked();
            }

            @Override
            public Future<List<Person>> search(String text, String withinUnit, int limit) {
                return notAsked();
            }
        };
    }

    private static <T> Future<T> notAsked() {
        return Future.failedFuture("not asked here");
    }

    @Override
    public Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer) {
        records.stream()
                .filter(one -> one.paths().contains(treePath)
                        && !one.startsAt().isBefore(from)
                        && one.startsAt().isBefore(to))
                .forEach(consumer);
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to) {
        Set<String> wanted = Set.copyOf(treePaths);
        return Future.succeededFuture(rollups(from, to, way -> wanted.contains(way)));
    }

    @Override
    public Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to) {
        Set<String> wanted = Set.copyOf(treePaths);
        return Future.succeededFuture(rollups(
                from, to, way -> wanted.contains(way.substring(0, way.lastIndexOf('/', way.length() - 2) + 1))));
    }

    private List<Rollup> rollups(YearMonth from, YearMonth to, Function<String, Boolean> which) {
        Map<String, Rollup> found = new LinkedHashMap<>();
        for (Attendance one : records) {
            YearMonth month = YearMonth.from(one.startsAt().atZone(Period.ZONE));
            if (month.isBefore(from) || month.isAfter(to)) continue;
            String path = one.paths().get(0);
            for (int at = path.indexOf('/', path.indexOf('/') + 1); at > 0; at = path.indexOf('/', at + 1)) {
                String way = path.substring(0, at + 1);
                if (!which.apply(way)) continue;
                found.merge(
                        way + month,
                        new Rollup(way, month, one.kind(), 0, one.counts()),
                        (known, more) -> new Rollup(way, month, one.kind(), 0, plus(known, more)));
            }
        }
        return List.copyOf(found.values());
    }

    private static Counts plus(Rollup one, Rollup other) {
        return one.counts().plus(other.counts());
    }

    @Override
    public Future<List<Attendance>> of(String person, Instant from, Instant to) {
        return notAsked();
    }
}
