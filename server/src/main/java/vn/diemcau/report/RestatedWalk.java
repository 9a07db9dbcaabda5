package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Accounts;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.people.People;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * Goes down the ways that units ever stood in and gathers the rollups of some months where they belong in the tree of another day,
 * as if the units directly below one had kept them. Only the records of parted units are read person by person.
 */
final class RestatedWalk {
    private static final int PERSONS_AT_ONCE = 5_000;

    private final Ways ways;
    private final Accounts accounts;
    private final People people;
    private final String tree;
    private final String target;
    private final boolean lines;
    private final YearMonth from;
    private final YearMonth to;
    private final Map<String, Map<Slot, Figures>> found = new LinkedHashMap<>();
    private final Map<String, Map<Slot, Figures>> lost = new LinkedHashMap<>();
    private boolean exceeded;

    /**
     * What was gathered.
     *
     * @param found of the units below, or of the unit itself when no lines were asked for
     * @param lost within the unit, but of nobody who stands on the day
     * @param exceeded whether parts were found that exceed their whole: sums were still moving
     */
    record Gathered(List<Rollup> found, List<Rollup> lost, boolean exceeded) {}

    /** One month and kind. */
    private record Slot(YearMonth month, ProgrammeKind kind) {}

    /** @param target the tree path of the unit on the day, such as {@code party:/T19/} */
    RestatedWalk(
            Ways ways, Accounts accounts, People people, String target, boolean lines, YearMonth from, YearMonth to) {
        this.ways = ways;
        this.accounts = accounts;
        this.people = people;
        this.tree = target.substring(0, target.indexOf(':') + 1);
        this.target = target.substring(tree.length());
        this.lines = lines;
        this.from = from;
        this.to = to;
    }

    Future<Gathered> handle() {
        return accounts.rollups(wanted(ways.roots()), from, to)
                .compose(rollups -> level(byPath(rollups)))
                .map(done -> new Gathered(rollups(found), rollups(lost), exceeded));
    }

    private static List<Rollup> rollups(Map<String, Map<Slot, Figures>> sums) {
        List<Rollup> rollups = new ArrayList<>();
        sums.forEach((path, slots) -> slots.forEach((slot, sum) ->
                rollups.add(new Rollup(path, slot.month(), slot.kind(), sum.held(), sum.counts(), sum.joint()))));
        return rollups;
    }

    /** The highest ways whose own sums are needed; those in between are only passed through. */
    private Set<String> wanted(Iterable<String> paths) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String path : paths) {
            if (!touches(path)) continue;
            if (oneLine(path) || ownTouches(path)) wanted.add(path);
            else wanted.addAll(wanted(ways.below(path)));
        }
        return wanted;
    }

    /** Whether all of the subtree goes to one line of the account. */
    private boolean oneLine(String path) {
        String common = String.valueOf(ways.common(path));
        return common.startsWith(target) && !(lines && common.equals(target));
    }

    private boolean touches(String path) {
        String common = ways.common(path);
        return common != null && (common.startsWith(target) || target.startsWith(common));
    }

    private static Map<String, List<Rollup>> byPath(List<Rollup> rollups) {
        Map<String, List<Rollup>> byPath = new LinkedHashMap<>();
        for (Rollup rollup : rollups) {
            byPath.computeIfAbsent(rollup.path(), key -> new ArrayList<>()).add(rollup);
        }
        return byPath;
    }

    private Future<Void> level(Map<String, List<Rollup>> nodes) {
        Set<String> whole = new LinkedHashSet<>();
        Set<String> through = new LinkedHashSet<>();
        nodes.forEach((path, rollups) -> {
            if (!touches(path)) return;
            String common = String.valueOf(ways.common(path));
            if (oneLine(path)) {
                add(found.computeIfAbsent(tree + line(common), key -> new LinkedHashMap<>()), rollups);
            } else if (ownTouches(path)) {
                whole.add(path);
            } else {
                through.addAll(wanted(ways.below(path)));
            }
        });
        if (whole.isEmpty() && through.isEmpty()) return Future.succeededFuture();
        Future<List<Rollup>> below = whole.isEmpty() ? empty() : accounts.childrenOf(whole, from, to);
        Future<List<Rollup>> some = through.isEmpty() ? empty() : accounts.rollups(through, from, to);
        return Future.all(below, some).compose(done -> {
            Map<String, List<Rollup>> next = byPath(below.result());
            Map<String, Map<Slot, Figures>> parts = new HashMap<>();
            next.forEach((child, sums) -> add(parts.computeIfAbsent(Ways.parent(child), key -> new HashMap<>()), sums));
            List<Future<Void>> owns = new ArrayList<>();
            for (String path : whole) {
                owns.add(own(path, nodes.getOrDefault(path, List.of()), parts.getOrDefault(path, Map.of())));
            }
            next.putAll(byPath(some.result()));
            return Future.all(owns).compose(placed -> level(next));
        });
    }

    private static Future<List<Rollup>> empty() {
        return Future.succeededFuture(List.of());
    }

    /** Whether what was counted in the unit itself may belong within the target. */
    private boolean ownTouches(String path) {
        Restating restating = ways.restating();
        return restating.reach(UnitFigures.lastPart(path)).stream()
                .anyMatch(unit -> restating.place(unit).path().startsWith(target));
    }

    private static Slot slot(Rollup rollup) {
        return new Slot(rollup.month(), rollup.kind());
    }

    private static void add(Map<Slot, Figures> sums, List<Rollup> rollups) {
        for (Rollup one : rollups) sums.merge(slot(one), Figures.of(one), Figures::plus);
    }

    /** What is left of a unit when the units below are taken away: its own. */
    private Future<Void> own(String path, List<Rollup> rollups, Map<Slot, Figures> parts) {
        Map<Slot, Figures> own = new LinkedHashMap<>();
        for (Rollup one : rollups) {
            take(own, slot(one), Figures.of(one), parts.getOrDefault(slot(one), Figures.NONE));
        }
        String unit = UnitFigures.lastPart(path);
        return byPersons(path, unit, own).map(done -> {
            Restating.Place place = ways.restating().place(unit);
            own.forEach((slot, figures) -> put(place, slot, figures));
            return null;
        });
    }

    private synchronized void take(Map<Slot, Figures> own, Slot slot, Figures whole, Figures parts) {
        Figures left = whole.less(parts);
        if (left == null) exceeded = true;
        else own.put(slot, left);
    }

    /** The records of a parted unit leave its own sum and go where their persons went. */
    private Future<Void> byPersons(String path, String unit, Map<Slot, Figures> own) {
        List<Attendance> records = Collections.synchronizedList(new ArrayList<>());
        Future<Void> read = Future.succeededFuture();
        if (own.values().stream().allMatch(Figures::none)) return read;
        for (Restating.Window window : ways.restating().windows(unit)) {
            Instant start = later(window.from(), from.atDay(1));
            Instant end = earlier(window.to(), to.plusMonths(1).atDay(1));
            if (start.isBefore(end)) {
                read = read.compose(done -> accounts.eachIn(path, start, end, records::add));
            }
        }
        return read.compose(done -> records.isEmpty() ? Future.succeededFuture() : follow(unit, own, records));
    }

    private static Instant later(@Nullable LocalDate one, LocalDate other) {
        return (one == null || one.isBefore(other) ? other : one)
                .atStartOfDay(Period.ZONE)
                .toInstant();
    }

    private static Instant earlier(LocalDate one, LocalDate other) {
        return (one.isBefore(other) ? one : other).atStartOfDay(Period.ZONE).toInstant();
    }

    private Future<Void> follow(String unit, Map<Slot, Figures> own, List<Attendance> records) {
        Set<String> persons = new LinkedHashSet<>();
        records.forEach(record -> persons.add(record.person()));
        Map<LocalDate, Map<String, String>> homes = new HashMap<>();
        Future<Void> read = Future.succeededFuture();
        for (LocalDate day : ways.restating().partingDays(unit)) {
            read = read.compose(done -> homes(List.copyOf(persons), day, new HashMap<>()))
                    .map(found -> {
                        homes.put(day, found);
                        return null;
                    });
        }
        return read.map(done -> {
            Set<String> seen = new LinkedHashSet<>();
            for (Attendance record : records) {
                if (!seen.add(record.session() + "|" + record.person())) continue;
                LocalDate counted = LocalDate.ofInstant(record.startsAt(), Period.ZONE);
                Slot slot = new Slot(YearMonth.from(counted), record.kind());
                Figures one = new Figures(0, record.counts());
                take(own, slot, own.getOrDefault(slot, Figures.NONE), one);
                put(
                        ways.restating()
                                .follow(
                                        unit,
                                        counted,
                                        day -> Optional.ofNullable(homes.getOrDefault(day, Map.of())
                                                .get(record.person()))),
                        slot,
                        one);
            }
            return null;
        });
    }

    private Future<Map<String, String>> homes(List<String> persons, LocalDate day, Map<String, String> known) {
        if (persons.isEmpty()) return Future.succeededFuture(known);
        int end = Math.min(PERSONS_AT_ONCE, persons.size());
        return people.unitsOn(persons.subList(0, end), day).compose(found -> {
            known.putAll(found);
            return homes(persons.subList(end, persons.size()), day, known);
        });
    }

    /** The line of the account that a place within the target belongs to; the target itself when no lines are asked for. */
    private String line(String place) {
        return lines && !place.equals(target) ? place.substring(0, place.indexOf('/', target.length()) + 1) : target;
    }

    private synchronized void put(Restating.Place place, Slot slot, Figures figures) {
        if (figures.none() || !place.path().startsWith(target)) return;
        String line = line(place.path());
        boolean nobodys = lines && line.equals(target);
        if (nobodys && place.exact()) return;
        (nobodys ? lost : found)
                .computeIfAbsent(tree + line, key -> new LinkedHashMap<>())
                .merge(slot, figures, Figures::plus);
    }
}
