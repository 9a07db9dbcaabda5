package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.attendance.Turn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * The people of one group, as it is today: sums over their own turns, each where it was counted then. No sums are kept of groups, which
 * change and are asked for after the fact; so they are small, and few fields of their records are read. A session counts as held for
 * the group where any of its people were on the list.
 */
final class GroupAccounts implements Accounts {
    /** Of larger ones no rates are told: their turns would have to be read one by one for too long. */
    static final int MOST_PERSONS = 1_000;

    private static final int AT_ONCE = 16;

    private final Attendances all;
    private final Set<String> persons;
    private final Instant from;
    private final Instant to;
    private final Map<Key, Sum> sums = new LinkedHashMap<>();
    private @Nullable Future<List<Attendance>> records;

    private record Key(String path, YearMonth month, ProgrammeKind kind) {
        String above() {
            return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
        }
    }

    private static final class Sum {
        private Counts counts = Counts.NONE;
        private final Set<String> sessions = new HashSet<>();
    }

    private GroupAccounts(Attendances all, Set<String> persons, Instant from, Instant to) {
        this.all = all;
        this.persons = persons;
        this.from = from;
        this.to = to;
    }

    /** Fails with {@code group_too_large} above a thousand people. */
    static Future<Accounts> read(Attendances all, List<String> persons, YearMonth oldest, Period period) {
        Set<String> different = new LinkedHashSet<>(persons);
        if (different.size() > MOST_PERSONS) {
            return Future.failedFuture(Problem.refused(
                    "group_too_large", "Rates are told of groups of at most " + MOST_PERSONS + " people."));
        }
        Instant from = oldest.atDay(1).atStartOfDay(Period.ZONE).toInstant();
        GroupAccounts group = new GroupAccounts(all, different, from, period.end());
        return all.eachTurn(List.copyOf(different), from, period.end(), group::add)
                .map(done -> group);
    }

    private synchronized void add(Turn turn) {
        YearMonth month = YearMonth.from(turn.startsAt().atZone(Period.ZONE));
        for (String path : turn.paths()) {
            int root = path.indexOf('/');
            for (int at = path.indexOf('/', root + 1); at > 0; at = path.indexOf('/', at + 1)) {
                Sum sum =
                        sums.computeIfAbsent(new Key(path.substring(0, at + 1), month, turn.kind()), key -> new Sum());
                sum.counts = sum.counts.plus(turn.counts());
                sum.sessions.add(turn.session());
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
    public Future<Void> eachIn(String treePath, Instant start, Instant end, Consumer<Attendance> consumer) {
        return records().map(read -> {
            read.stream()
                    .filter(one -> one.paths().contains(treePath) && within(one, start, end))
                    .forEach(consumer);
            return null;
        });
    }

    private static boolean within(Attendance one, Instant from, Instant to) {
        return !one.startsAt().isBefore(from) && one.startsAt().isBefore(to);
    }

    /** The whole records, read once and only when somebody asks for them: person by person, not cell by cell. */
    private synchronized Future<List<Attendance>> records() {
        Future<List<Attendance>> read = records;
        if (read == null) {
            read = more(List.copyOf(persons), new ArrayList<>());
            records = read;
        }
        return read;
    }

    private Future<List<Attendance>> more(List<String> left, List<Attendance> done) {
        if (left.isEmpty()) return Future.succeededFuture(done);
        List<String> some = left.subList(0, Math.min(AT_ONCE, left.size()));
        List<Future<List<Attendance>>> read =
                some.stream().map(person -> all.of(person, from, to)).toList();
        return Future.all(read).compose(ready -> {
            read.forEach(one -> done.addAll(one.result()));
            return more(left.subList(some.size(), left.size()), done);
        });
    }

    @Override
    public Future<List<Attendance>> of(String person, Instant start, Instant end) {
        return persons.contains(person) ? all.of(person, start, end) : Future.succeededFuture(List.of());
    }

    @Override
    public Future<Boolean> moving(Collection<String> treePaths) {
        return all.moving(treePaths);
    }
}
