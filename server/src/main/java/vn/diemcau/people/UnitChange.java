package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one unit from a day on. Done twice it is done once; what was before the day stays as it was.
 *
 * @param before the parent it leaves (PLACED), or the name it had (RENAMED)
 * @param after the parent it gets (BORN, PLACED, REVIVED; null at the top), or its new name (RENAMED)
 */
record UnitChange(
        What what,
        String unit,
        @Nullable String before,
        @Nullable String after) {
    /** Kinds of changes. */
    enum What {
        BORN,
        ENDED,
        PLACED,
        REVIVED,
        RENAMED
    }

    /** The unit with the change; the same when the change is there already. */
    UnitStore.Kept on(UnitStore.Kept kept, LocalDate date) {
        Unit unit = kept.unit();
        return switch (what) {
            case BORN -> kept;
            case ENDED -> placed(kept, ended(unit.placements(), date));
            case PLACED -> placed(kept, replaced(unit.placements(), before, after, date));
            case REVIVED -> unit.exists(date) ? kept : placed(kept, revived(unit.placements(), after, date));
            case RENAMED -> renamed(kept, Objects.requireNonNull(after), date);
        };
    }

    private static List<Unit.Placement> ended(List<Unit.Placement> known, LocalDate date) {
        return known.stream()
                .map(one -> one.on(date) ? new Unit.Placement(one.parent(), one.from(), date.minusDays(1)) : one)
                .toList();
    }

    /** What lay under the one parent on the day or later lies under the other from the day on. */
    private static List<Unit.Placement> replaced(
            List<Unit.Placement> known, @Nullable String before, @Nullable String after, LocalDate date) {
        List<Unit.Placement> changed = new ArrayList<>();
        for (Unit.Placement one : known) {
            boolean lasts = one.to() == null || !one.to().isBefore(date);
            if (!lasts || !Objects.equals(one.parent(), before)) {
                changed.add(one);
                continue;
            }
            if (one.from().isBefore(date)) changed.add(new Unit.Placement(one.parent(), one.from(), date.minusDays(1)));
            changed.add(new Unit.Placement(after, one.from().isBefore(date) ? date : one.from(), one.to()));
        }
        return changed;
    }

    private static List<Unit.Placement> revived(List<Unit.Placement> known, @Nullable String parent, LocalDate date) {
        List<Unit.Placement> changed = new ArrayList<>(known);
        changed.add(new Unit.Placement(parent, date, null));
        changed.sort(Comparator.comparing(Unit.Placement::from));
        return changed;
    }

    private static UnitStore.Kept placed(UnitStore.Kept kept, List<Unit.Placement> placements) {
        Unit unit = kept.unit();
        if (placements.equals(unit.placements())) return kept;
        Unit changed = new Unit(
                unit.id(),
                unit.name(),
                unit.tree(),
                unit.type(),
                unit.level(),
                List.copyOf(placements),
                unit.folded(),
                unit.sortKey());
        return new UnitStore.Kept(changed, kept.formerNames(), kept.rev());
    }

    private static UnitStore.Kept renamed(UnitStore.Kept kept, String name, LocalDate date) {
        Unit unit = kept.unit();
        if (unit.name().equals(name)) return kept;
        List<UnitStore.FormerName> names = new ArrayList<>(kept.formerNames());
        names.add(new UnitStore.FormerName(unit.name(), date.minusDays(1)));
        Unit changed = new Unit(
                unit.id(),
                name,
                unit.tree(),
                unit.type(),
                unit.level(),
                unit.placements(),
                Names.fold(name),
                Names.unitSortKey(name));
        return new UnitStore.Kept(changed, names, kept.rev());
    }
}
