package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All units as one immutable value: thousands, so it is held in memory; every question takes the day it is asked for. */
public final class UnitTree {
    private static final int DEEPEST = 12;

    private final Map<String, Unit> units = new HashMap<>();
    private final Map<String, List<Unit>> everChildren = new HashMap<>();
    private final Map<String, List<Succession>> followed = new HashMap<>();
    private final List<Succession> successions;

    public UnitTree(Collection<Unit> all) {
        this(all, List.of());
    }

    public UnitTree(Collection<Unit> all, Collection<Succession> successions) {
        this.successions = List.copyOf(successions);
        for (Succession one : successions) {
            followed.computeIfAbsent(one.from(), key -> new ArrayList<>()).add(one);
        }
        for (Unit unit : all) units.put(unit.id(), unit);
        for (Unit unit : all) {
            unit.placements().stream()
                    .map(placement -> placement.parent() == null ? "" : placement.parent())
                    .distinct()
                    .forEach(parent -> everChildren
                            .computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(unit));
        }
        everChildren
                .values()
                .forEach(children ->
                        children.sort(Comparator.comparing(Unit::sortKey).thenComparing(Unit::id)));
    }

    public Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    public Collection<Unit> all() {
        return List.copyOf(units.values());
    }

    /** The way from the root down to the unit as {@code /T19/T19-05443/}; empty if it or a unit above it did not exist on the day. */
    public Optional<String> path(String id, LocalDate on) {
        Deque<String> way = new ArrayDeque<>();
        String here = id;
        while (here != null && way.size() < DEEPEST) {
            Unit unit = units.get(here);
            if (unit == null) return Optional.empty();
            Optional<Unit.Placement> placement =
                    unit.placements().stream().filter(p -> p.on(on)).findFirst();
            if (placement.isEmpty()) return Optional.empty();
            way.addFirst(here);
            here = placement.get().parent();
        }
        return here == null ? Optional.of("/" + String.join("/", way) + "/") : Optional.empty();
    }

    /** Every way from a root down to the unit that there ever was, as {@link #path} says it. */
    public Set<String> paths(String id) {
        return paths(id, LocalDate.MIN, LocalDate.MAX, 0);
    }

    private Set<String> paths(String id, LocalDate from, LocalDate to, int steps) {
        Unit unit = units.get(id);
        if (unit == null || steps > DEEPEST) return Set.of();
        Set<String> ways = new LinkedHashSet<>();
        for (Unit.Placement one : unit.placements()) {
            LocalDate start = one.from().isAfter(from) ? one.from() : from;
            LocalDate end = one.to() != null && one.to().isBefore(to) ? one.to() : to;
            if (start.isAfter(end)) continue;
            Set<String> above = one.parent() == null ? Set.of("/") : paths(one.parent(), start, end, steps + 1);
            above.forEach(way -> ways.add(way + id + "/"));
        }
        return ways;
    }

    /** The same as it was last: the path on the day, or on the last day the unit existed. For rights, which outlive a reorganisation. */
    public Optional<String> lastPath(String id, LocalDate on) {
        Optional<String> now = path(id, on);
        if (now.isPresent()) return now;
        return unit(id).flatMap(unit -> {
            LocalDate end = unit.placements().get(unit.placements().size() - 1).to();
            return end == null ? Optional.empty() : path(id, end);
        });
    }

    /** Which unit followed which, in no order. */
    public List<Succession> successions() {
        return successions;
    }

    /** What followed the unit, the earliest first; empty while nothing did. */
    public List<Succession> successionsFrom(String id) {
        return followed.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(Succession::date).thenComparing(Succession::to))
                .toList();
    }

    /**
     * What stands for the unit on the day: itself while it exists, or else, by successions since it ended, the units that followed it; in
     * no order, empty if nothing did or the unit was not born yet.
     */
    public List<Unit> standing(String id, LocalDate on) {
        Map<String, Unit> found = new LinkedHashMap<>();
        follow(id, LocalDate.MIN, on, found, 0);
        return List.copyOf(found.values());
    }

    private void follow(String id, LocalDate since, LocalDate on, Map<String, Unit> found, int steps) {
        Unit unit = units.get(id);
        if (unit == null || steps > DEEPEST) return;
        if (unit.exists(on)) {
            found.put(id, unit);
            return;
        }
        Optional<LocalDate> ended = unit.placements().stream()
                .map(Unit.Placement::to)
                .filter(to -> to != null && to.isBefore(on))
                .max(Comparator.naturalOrder());
        if (ended.isEmpty()) return;
        for (Succession one : followed.getOrDefault(id, List.of())) {
            boolean then = one.date().isAfter(ended.get())
                    && !one.date().isBefore(since)
                    && !one.date().isAfter(on);
            if (then && !one.to().equals(id)) follow(one.to(), one.date(), on, found, steps + 1);
        }
    }

    /** The units directly below on the day, in the order of their names. */
    public List<Unit> children(String id, LocalDate on) {
        return everChildren.getOrDefault(id, List.of()).stream()
                .filter(unit -> unit.placements().stream().anyMatch(p -> p.on(on) && id.equals(p.parent())))
                .toList();
    }

    /** The units that ever were directly below. */
    List<Unit> everBelow(String id) {
        return everChildren.getOrDefault(id, List.of());
    }

    public List<Unit> roots(Tree tree, LocalDate on) {
        return everChildren.getOrDefault("", List.of()).stream()
                .filter(unit ->
                        unit.tree() == tree && unit.placements().stream().anyMatch(p -> p.on(on) && p.parent() == null))
                .toList();
    }

    /** The unit and everything below it on the day, parents before children. */
    public List<Unit> within(String id, LocalDate on) {
        List<Unit> found = new ArrayList<>();
        Deque<Unit> open = new ArrayDeque<>();
        unit(id).filter(unit -> unit.exists(on)).ifPresent(open::add);
        while (!open.isEmpty()) {
            Unit unit = open.poll();
            found.add(unit);
            open.addAll(children(unit.id(), on));
        }
        return found;
    }

    /** The unit's name with its parent's, as people tell two of the same name apart: "Chi bộ Nà Tu 1, Đảng bộ xã Ba Bể". */
    public String fullName(String id, LocalDate on) {
        Unit unit = units.get(id);
        if (unit == null) return id;
        return unit.placements().stream()
                .filter(p -> p.on(on))
                .findFirst()
                .map(Unit.Placement::parent)
                .map(units::get)
                .filter(parent -> parent.level() > 1)
                .map(parent -> unit.name() + ", " + parent.name())
                .orElse(unit.name());
    }
}
