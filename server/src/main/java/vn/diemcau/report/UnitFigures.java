package vn.diemcau.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * The account of one unit over a period, as it was organised then: its total, the units directly below, and the way it has gone.
 *
 * @param own people who are counted in the unit itself and in none below; null when there are none
 * @param lines the units below, lowest rate first
 * @param changes units that came, went or moved within the period
 * @param faults what does not add up; empty when the account closes
 * @param restated how it was restated to the tree of another day; null for units as organised then
 */
record UnitFigures(
        Unit unit,
        Period period,
        Figures total,
        Figures before,
        List<Line> lines,
        @Nullable Line own,
        List<Point> trend,
        List<Change> changes,
        List<String> faults,
        @Nullable Restated restated) {
    /** Under so many percent a unit is pointed out. */
    static final int THRESHOLD = 90;

    private static final Comparator<Line> WORST_FIRST = Comparator.comparing(
                    (Line line) -> line.now().rate(), Rate.WORST_FIRST)
            .thenComparing(line -> line.unit().sortKey())
            .thenComparing(line -> line.unit().id());

    /**
     * A unit below, now and a year before.
     *
     * @param byKind the period's figures by kind of session, only kinds that have any
     */
    record Line(Unit unit, Figures now, Figures before, Map<ProgrammeKind, Figures> byKind) {
        Line(Unit unit, Figures now, Figures before) {
            this(unit, now, before, Map.of());
        }
    }

    /**
     * An account restated to the tree of a day.
     *
     * @param lost what nobody who stands on the day can take over (không quy đổi được); null when there is none
     */
    record Restated(LocalDate day, @Nullable Line lost) {}

    /** What belongs to the unit in the tree of a day but to nobody below it, and whether sums were still moving when it was read. */
    record Lost(LocalDate day, List<Rollup> rollups, boolean exceeded) {}

    /** One period of the trend. */
    record Point(Period period, Figures figures) {}

    /**
     * A unit that was below, or the unit itself, only for a part of the period.
     *
     * @param from the first day under this parent when it lies within the period, or null
     * @param to the last day under it when it lies within the period, or null
     */
    record Change(
            Unit unit, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** The same, read while sums were on their way up: it does not agree now and is not at fault. */
    UnitFigures moving() {
        return new UnitFigures(
                unit, period, total, before, lines, own, trend, changes, List.of(Figures.MOVING), restated);
    }

    /** How many of the units below have every turn determined. */
    long reported() {
        return lines.stream()
                .filter(line ->
                        line.now().counts().required() > 0 && !line.now().provisional())
                .count();
    }

    /** How many of the units below had anybody required. */
    long reporting() {
        return lines.stream().filter(line -> line.now().counts().required() > 0).count();
    }

    long below() {
        return lines.stream().filter(line -> line.now().below(THRESHOLD)).count();
    }

    /** Every path the unit had on some day of the span, with its tree: {@code party:/T19/T19-05443/}. */
    static Set<String> paths(UnitTree tree, Unit unit, LocalDate from, LocalDate to) {
        Set<LocalDate> days = new TreeSet<>();
        days.add(from);
        days.add(to);
        Set<String> seen = new LinkedHashSet<>();
        turningDays(tree, unit, from, to, days, seen);
        Set<String> paths = new LinkedHashSet<>();
        for (LocalDate day : days) tree.path(unit.id(), day).ifPresent(path -> paths.add(treePath(unit, path)));
        return paths;
    }

    static String treePath(Unit unit, String path) {
        return unit.tree().name().toLowerCase(java.util.Locale.ROOT) + ":" + path;
    }

    /** The days on which the way from the unit to its root changed. */
    private static void turningDays(
            UnitTree tree, Unit unit, LocalDate from, LocalDate to, Set<LocalDate> days, Set<String> seen) {
        if (!seen.add(unit.id())) return;
        for (Unit.Placement placement : unit.placements()) {
            LocalDate last = placement.to();
            if (placement.from().isAfter(to) || last != null && last.isBefore(from)) continue;
            if (placement.from().isAfter(from)) days.add(placement.from());
            if (last != null && last.isBefore(to)) days.add(last);
            if (placement.parent() != null) {
                tree.unit(placement.parent()).ifPresent(parent -> turningDays(tree, parent, from, to, days, seen));
            }
        }
    }

    /**
     * Puts the account together.
     *
     * @param mine the unit's own rollups over the trend, the period and the year before
     * @param below the rollups of the units below over the period and the year before
     * @param kind only sessions of this kind, or null for all
     */
    static UnitFigures of(
            UnitTree tree,
            Unit unit,
            Period period,
            @Nullable ProgrammeKind kind,
            List<Rollup> mine,
            List<Rollup> below) {
        return of(tree, unit, period, kind, mine, below, null, period.trend());
    }

    /**
     * The same, with the rollups as restated to another day.
     *
     * @param restated null for units as organised then
     * @param points what the trend is drawn from
     */
    static UnitFigures of(
            UnitTree tree,
            Unit unit,
            Period period,
            @Nullable ProgrammeKind kind,
            List<Rollup> mine,
            List<Rollup> below,
            @Nullable Lost restated,
            List<Period> points) {
        Period yearBefore = period.yearBefore();
        Figures total = over(period, kind, mine);
        Map<String, Gathered> byUnit = byUnit(period, kind, below);
        LocalDate day = restated == null ? period.to() : restated.day();
        for (Unit child : tree.children(unit.id(), day)) {
            byUnit.computeIfAbsent(child.id(), key -> new Gathered()).line = true;
        }
        List<Line> lines = new ArrayList<>();
        byUnit.forEach((id, sum) -> {
            if (sum.line) tree.unit(id).ifPresent(child -> lines.add(new Line(child, sum.now, sum.before, sum.byKind)));
        });
        lines.sort(WORST_FIRST);
        List<String> faults = new ArrayList<>();
        Line own = null;
        List<Figures> parts = new ArrayList<>(lines.stream().map(Line::now).toList());
        List<Figures> partsBefore =
                new ArrayList<>(byUnit.values().stream().map(sum -> sum.before).toList());
        Line lost = null;
        if (restated != null) {
            lost = new Line(unit, over(period, kind, restated.rollups()), over(yearBefore, kind, restated.rollups()));
            parts.add(lost.now());
            partsBefore.add(lost.before());
            if (restated.exceeded()) faults.add("parts_exceed_total");
        }
        Figures rest = total.less(Figures.sum(parts));
        if (rest == null) {
            faults.add("parts_exceed_total");
        } else if (!rest.counts().equals(Figures.NONE.counts())) {
            Figures restBefore = over(yearBefore, kind, mine).less(Figures.sum(partsBefore));
            own = new Line(unit, rest, restBefore == null ? Figures.NONE : restBefore);
            parts.add(rest);
        }
        faults.addAll(Figures.faults(total, parts));
        List<Point> trend = points.stream()
                .map(point -> new Point(point, over(point, kind, mine)))
                .toList();
        return new UnitFigures(
                unit,
                period,
                total,
                over(yearBefore, kind, mine),
                lines,
                own,
                trend,
                restated == null ? changes(unit, lines, period) : List.of(),
                List.copyOf(faults),
                restated == null || lost == null
                        ? null
                        : new Restated(
                                restated.day(),
                                lost.now().none() && lost.before().none() ? null : lost));
    }

    /** What was found of one unit below. */
    private static final class Gathered {
        private Figures now = Figures.NONE;
        private Figures before = Figures.NONE;
        private final Map<ProgrammeKind, Figures> byKind = new EnumMap<>(ProgrammeKind.class);
        /** Whether it has a line: it lay below within the period. */
        private boolean line;

        void add(Rollup rollup, Figures figures, boolean isNow, boolean isBefore) {
            if (isNow) {
                line = true;
                now = now.plus(figures);
                byKind.merge(rollup.kind(), figures, Figures::plus);
            }
            if (isBefore) before = before.plus(figures);
        }
    }

    private static Figures over(Period period, @Nullable ProgrammeKind kind, List<Rollup> rollups) {
        Months months = Months.of(period);
        Figures sum = Figures.NONE;
        for (Rollup rollup : rollups) {
            if ((kind == null || rollup.kind() == kind) && months.have(rollup.month())) {
                sum = sum.plus(Figures.of(rollup));
            }
        }
        return sum;
    }

    private static Map<String, Gathered> byUnit(Period period, @Nullable ProgrammeKind kind, List<Rollup> rollups) {
        Months now = Months.of(period);
        Months before = Months.of(period.yearBefore());
        Map<String, Gathered> byUnit = new LinkedHashMap<>();
        Map<String, Gathered> byPath = new HashMap<>();
        for (Rollup rollup : rollups) {
            boolean isNow = now.have(rollup.month());
            boolean isBefore = before.have(rollup.month());
            if (kind != null && rollup.kind() != kind || !isNow && !isBefore) continue;
            byPath.computeIfAbsent(rollup.path(), path -> byUnit.computeIfAbsent(lastPart(path), key -> new Gathered()))
                    .add(rollup, Figures.of(rollup), isNow, isBefore);
        }
        return byUnit;
    }

    /** The id of the unit a tree path leads to. */
    static String lastPart(String treePath) {
        String open = treePath.substring(0, treePath.length() - 1);
        return open.substring(open.lastIndexOf('/') + 1);
    }

    private static List<Change> changes(Unit unit, List<Line> lines, Period period) {
        List<Change> changes = new ArrayList<>();
        add(changes, unit, null, period);
        for (Line line : lines) add(changes, line.unit(), unit.id(), period);
        return changes;
    }

    private static void add(List<Change> changes, Unit unit, @Nullable String parent, Period period) {
        for (Unit.Placement placement : unit.placements()) {
            if (parent != null && !Objects.equals(parent, placement.parent())) continue;
            LocalDate from =
                    within(placement.from(), period) && placement.from().isAfter(period.from())
                            ? placement.from()
                            : null;
            LocalDate last = placement.to();
            LocalDate to = last != null && within(last, period) && last.isBefore(period.to()) ? last : null;
            if (from != null || to != null) changes.add(new Change(unit, from, to));
        }
    }

    private static boolean within(LocalDate day, Period period) {
        return !day.isBefore(period.from()) && !day.isAfter(period.to());
    }
}
