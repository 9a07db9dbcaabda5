package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * The people of one group, as it is today: sums over their own records, each where it was counted then. Records are read, evidence is
 * not. A session counts as held for the group where any of its people were on the list.
 */
final class GroupAccounts implements Accounts {
    private static final int AT_ONCE = 16;

    private final Map<String, List<Attendance>> byPerson = new HashMap<>();
    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    private record Key(String path, YearMonth month, ProgrammeKind kind) {
        String above() {
            return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
        }
    }

    private static final class Sum {
        private Counts counts = Counts.NONE;
        private final Set<String> sessions = new HashSet<>();
    }

    private GroupAccounts() {}

    static Future<Accounts> read(Accounts all, List<String> persons, YearMonth oldest, Period period) {
        GroupAccounts group = new GroupAccounts();
        Instant from = oldest.atDay(1).atStartOfDay(Period.ZONE).toInstant();
        return group.each(all, persons.stream().distinct().toList(), from, period.end())
                .map(done -> group);
    }

    private Future<Void> each(Accounts all, List<String> persons, Instant from, Instant to) {
        if (persons.isEmpty()) return Future.succeededFuture();
        List<String> some = persons.subList(0, Math.min(AT_ONCE, persons.size()));
        List<Future<List<Attendance>>> read =
                some.stream().map(person -> all.of(person, from, to)).toList();
        return Future.all(read).compose(done -> {
            for (int at = 0; at < some.size(); at++)
                add(some.get(at), read.get(at).result());
            return each(all, persons.subList(some.size(), persons.size()), from, to);
        });
    }

    private void add(String person, List<Attendance> records) {
        byPerson.put(person, records);
        for (Attendance one : records) {
            YearMonth month = YearMonth.from(one.startsAt().atZone(Period.ZONE));
            for (String path : one.paths()) {
                int root = path.indexOf('/');
                for (int at = path.indexOf('/', root + 1); at > 0; at = path.indexOf('/', at + 1)) {
                    Sum sum = sums.computeIfAbsent(
                            new Key(path.substring(0, at + 1), month, one.kind()), key -> new Sum());
                    sum.counts = sum.counts.plus(one.counts());
                    sum.sessions.add(one.session());
                }
            }
        }
    }

    private Future<List<Rollup>> some(YearMonth from, YearMonth to, Predicate<Key> which) {
        List<Rollup> found = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (key.month.isBefore(from) || key.month.isAfter(to) || !which.test(key)) return;
            found.add(new Rollup(key.path, key.month, key.kind, sum.sessions.size(), sum.counts));
        });
        return Future.succeededFuture(found);
    }

    @Override
    public Future<List<Rollup>> rollups(Collection<String> treePaths, YearMonth from, YearMonth to) {
        Set<String> wanted = Set.copyOf(treePaths);
        return some(from, to, key -> wanted.contains(key.path));
    }

    @Override
    public Future<List<Rollup>> childrenOf(Collection<String> treePaths, YearMonth from, YearMonth to) {
        Set<String> wanted = Set.copyOf(treePaths);
        return some(from, to, key -> wanted.contains(key.above()));
    }

    @Override
    public Future<Void> eachIn(String treePath, Instant from, Instant to, Consumer<Attendance> consumer) {
        byPerson.values().forEach(records -> records.stream()
                .filter(one -> one.paths().contains(treePath) && within(one, from, to))
                .forEach(consumer));
        return Future.succeededFuture();
    }

    @Override
    public Future<List<Attendance>> of(String person, Instant from, Instant to) {
        return Future.succeededFuture(byPerson.getOrDefault(person, List.of()).stream()
                .filter(one -> within(one, from, to))
                .toList());
    }

    private static boolean within(Attendance one, Instant from, Instant to) {
        return !one.startsAt().isBefore(from) && one.startsAt().isBefore(to);
    }
}
