package vn.diemcau.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Succession;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/**
 * Where what was counted in a unit belongs in the tree of another day (quy đổi). Merging is exact; of a unit that was parted each
 * record follows its person to where the person belonged on the day of the parting; what nobody succeeded, or a person whom no
 * successor took over, cannot be restated and stays with the nearest unit above that can.
 */
final class Restating {
    private static final int FURTHEST = 24;

    private final UnitTree tree;
    private final LocalDate day;

    Restating(UnitTree tree, LocalDate day) {
        this.tree = tree;
        this.day = day;
    }

    LocalDate day() {
        return day;
    }

    /**
     * Where it belongs.
     *
     * @param path in the tree of the day, such as {@code /T19/T19-05443/}; "" when not even a root is left
     * @param exact false: nobody stands for it (không quy đổi được), the path is that of the nearest unit above
     */
    record Place(String path, boolean exact) {
        Place lost() {
            return new Place(path, false);
        }
    }

    /**
     * The part of a unit's past that follows its persons.
     *
     * @param from the first day, or null for all the past
     * @param to the first day that is no longer part of it
     */
    record Window(@Nullable LocalDate from, LocalDate to) {}

    /** A parting: on its day some of the unit's people went to others; if the unit stayed, the rest stayed with it. */
    private record Parting(
            LocalDate date,
            Set<String> to,
            boolean stays,
            @Nullable LocalDate since) {
        boolean parts(LocalDate counted) {
            return counted.isBefore(date) && (since == null || !counted.isBefore(since));
        }
    }

    /** Where all that was counted in the unit belongs, as far as that does not depend on persons. */
    Place place(String unit) {
        return place(unit, 0);
    }

    private Place place(String unit, int steps) {
        Optional<Unit> known = tree.unit(unit);
        if (known.isEmpty()) return new Place("", false);
        Optional<String> path = tree.path(unit, day);
        if (path.isPresent()) return new Place(path.get(), true);
        Set<String> successors = successors(unit);
        if (successors.size() == 1 && steps < FURTHEST) {
            return place(successors.iterator().next(), steps + 1);
        }
        return above(known.get(), steps).lost();
    }

    private Place above(Unit unit, int steps) {
        List<Unit.Placement> placements = unit.placements();
        String parent = placements.get(placements.size() - 1).parent();
        return parent == null || steps >= FURTHEST ? new Place("", false) : place(parent, steps + 1);
    }

    /** Who succeeded a unit that no longer stands on the day: those of the latest decision. */
    private Set<String> successors(String unit) {
        return ending(unit).map(Parting::to).orElse(Set.of());
    }

    private Optional<Parting> ending(String unit) {
        List<Succession> all = followed(unit).stream()
                .filter(one -> one.kind() != Succession.Kind.SEPARATE && one.kind() != Succession.Kind.DISSOLVE)
                .toList();
        if (all.isEmpty()) return Optional.empty();
        LocalDate last = all.get(all.size() - 1).date();
        Set<String> to = all.stream()
                .filter(one -> one.date().equals(last))
                .map(Succession::to)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Optional.of(new Parting(last, to, false, null));
    }

    private List<Succession> followed(String unit) {
        return tree.successionsFrom(unit).stream()
                .filter(one -> !one.date().isAfter(day) && !one.to().equals(unit))
                .toList();
    }

    /** What was parted from the unit, the earliest first; at last its own end when several succeeded it. */
    private List<Parting> partings(String unit) {
        boolean stands = tree.path(unit, day).isPresent();
        Optional<Parting> end = stands ? Optional.empty() : ending(unit);
        List<Parting> partings = new ArrayList<>();
        for (Succession one : followed(unit)) {
            boolean parts = one.kind() == Succession.Kind.SEPARATE || one.kind() == Succession.Kind.UNDO;
            if (!parts || end.isPresent() && one.date().equals(end.get().date())) continue;
            partings.add(new Parting(one.date(), Set.of(one.to()), true, merged(one)));
        }
        end.filter(parting -> parting.to().size() > 1).ifPresent(partings::add);
        partings.sort(Comparator.comparing(Parting::date));
        return partings;
    }

    /** Since when the people that an undoing gives back had been in the unit; null for what is no undoing. */
    private @Nullable LocalDate merged(Succession parting) {
        if (parting.kind() != Succession.Kind.UNDO) return null;
        return tree.successionsFrom(parting.to()).stream()
                .filter(one -> one.to().equals(parting.from()) && one.date().isBefore(parting.date()))
                .map(Succession::date)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The spans of the unit's past whose records follow their persons; empty when all of it is restated as a whole. */
    List<Window> windows(String unit) {
        return windows(unit, 0);
    }

    private List<Window> windows(String unit, int steps) {
        List<Window> windows = new ArrayList<>();
        for (Parting parting : partings(unit)) windows.add(new Window(parting.since(), parting.date()));
        if (tree.path(unit, day).isEmpty() && steps < FURTHEST) {
            Optional<Parting> end = ending(unit).filter(parting -> parting.to().size() == 1);
            end.ifPresent(parting -> {
                String next = parting.to().iterator().next();
                boolean parted = windows(next, steps + 1).stream()
                        .anyMatch(window -> window.to().isAfter(parting.date())
                                && (window.from() == null || !parting.date().isBefore(window.from())));
                if (parted) windows.add(new Window(null, parting.date()));
            });
        }
        return windows;
    }

    /** The days on which it matters where the people of the unit belonged. */
    Set<LocalDate> partingDays(String unit) {
        Set<LocalDate> days = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        collect(unit, days, seen);
        return days;
    }

    private void collect(String unit, Set<LocalDate> days, Set<String> seen) {
        if (!seen.add(unit)) return;
        for (Parting parting : partings(unit)) {
            days.add(parting.date());
            parting.to().forEach(next -> collect(next, days, seen));
        }
        if (tree.path(unit, day).isEmpty()) successors(unit).forEach(next -> collect(next, days, seen));
    }

    /** Every unit that somebody counted in this one may have gone to, itself among them. */
    Set<String> reach(String unit) {
        Set<String> seen = new LinkedHashSet<>();
        collect(unit, new LinkedHashSet<>(), seen);
        return seen;
    }

    /**
     * Where one person's record belongs that was counted in the unit on a day.
     *
     * @param unitOn where the person belonged on a day; empty when nowhere
     */
    Place follow(String unit, LocalDate counted, Function<LocalDate, Optional<String>> unitOn) {
        String here = unit;
        LocalDate since = counted;
        for (int steps = 0; steps < FURTHEST; steps++) {
            String at = here;
            LocalDate from = since;
            Optional<LocalDate> next = partings(at).stream()
                    .filter(parting -> parting.parts(from))
                    .map(Parting::date)
                    .findFirst();
            if (next.isPresent()) {
                LocalDate date = next.get();
                List<Parting> then = partings(at).stream()
                        .filter(parting -> parting.date().equals(date) && parting.parts(from))
                        .toList();
                Optional<String> taker = unitOn.apply(date).flatMap(home -> taker(then, home));
                if (taker.isEmpty() && !then.stream().allMatch(Parting::stays)) {
                    return place(at).lost();
                }
                here = taker.orElse(at);
                since = date;
                continue;
            }
            if (tree.path(at, day).isPresent()) break;
            Optional<Parting> end = ending(at);
            if (end.isEmpty() || end.get().to().size() != 1) break;
            here = end.get().to().iterator().next();
            since = end.get().date();
        }
        return place(here);
    }

    /** The successor that the person's unit of the day was or lay below. */
    private Optional<String> taker(List<Parting> then, String home) {
        String way = tree.path(home, then.get(0).date()).orElse("/" + home + "/");
        return then.stream()
                .flatMap(parting -> parting.to().stream())
                .filter(successor -> way.contains("/" + successor + "/"))
                .findFirst();
    }
}
