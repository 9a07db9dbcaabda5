package vn.diemcau.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/**
 * The rule of reorganisations: what is decided, the units as they are, and the people of the units concerned make the consequence. No
 * clock, no store. Nothing before the day is changed, and whatever belonged somewhere on the day before belongs somewhere on it.
 */
final class Reorganising {
    private final Wish wish;
    private final Effects effects;

    private Reorganising(Wish wish, Effects effects) {
        this.wish = wish;
        this.effects = effects;
    }

    /**
     * @param undone what an UNDO takes back, as it was applied; null otherwise
     * @param people everybody who ever belonged to, or holds a post in, one of {@link #concerned}; others change nothing
     */
    static Consequence of(Wish wish, @Nullable Undone undone, UnitTree units, Collection<Dossier> people) {
        Effects effects = new Effects(wish, units, people);
        if (wish.kind() != Succession.Kind.UNDO) new Reorganising(wish, effects).work();
        else if (undone == null) effects.fault(Why.NOT_APPLIED, null);
        else new Undoing(undone, effects).work();
        return effects.consequence();
    }

    /** The units whose own people the rule must know. */
    static Set<String> concerned(Wish wish, @Nullable Undone undone) {
        Set<String> concerned = new LinkedHashSet<>(wish.named());
        if (undone != null) concerned.addAll(undone.wish().named());
        return concerned;
    }

    private void work() {
        Set<String> seen = new LinkedHashSet<>();
        for (String unit : wish.units()) {
            Optional<Unit> known = effects.units.unit(unit).filter(one -> one.exists(wish.eve()));
            if (known.isEmpty()) effects.fault(Why.UNIT_UNKNOWN, unit);
            else if (seen.isEmpty()) effects.tree = known.get().tree();
            else if (known.get().tree() != effects.tree) effects.fault(Why.OTHER_TREE, unit);
            if (!seen.add(unit)) effects.fault(Why.TWICE, unit);
        }
        if (seen.isEmpty()) effects.fault(Why.TOO_FEW_UNITS, null);
        switch (wish.kind()) {
            case ABSORB -> mergeInto(into());
            case CONSOLIDATE -> {
                if (seen.size() < 2) effects.fault(Why.TOO_FEW_UNITS, null);
                mergeInto(born(1));
            }
            case DIVIDE -> {
                oneUnit();
                born(2);
                effects.endEach(null);
                effects.places.values().forEach(this::mustBeBorn);
                for (String unit : wish.units()) effects.births.keySet().forEach(fresh -> effects.follows(unit, fresh));
            }
            case SEPARATE -> {
                oneUnit();
                born(1);
                separate();
            }
            case RENAME -> {
                oneUnit();
                rename();
            }
            case TRANSFER -> transfer(into());
            case DISSOLVE -> {
                String into = wish.into() == null ? null : into();
                effects.endEach(into);
                for (String unit : wish.units()) effects.follows(unit, into == null ? unit : into);
            }
            case UNDO -> throw new IllegalStateException("undone above");
        }
    }

    private void mergeInto(@Nullable String into) {
        if (into == null) return;
        effects.endEach(into);
        for (String unit : wish.units()) effects.follows(unit, into);
    }

    private void separate() {
        String unit = wish.units().isEmpty() ? "" : wish.units().get(0);
        List<String> parts = effects.below(unit);
        boolean goes = false;
        for (Place place : wish.places()) {
            if (!effects.births.containsKey(place.to())) {
                effects.fault(Why.PLACE_UNKNOWN, place.to());
                continue;
            }
            goes = true;
            Optional<Dossier> person = effects.people.stream()
                    .filter(one -> one.id().equals(place.what()))
                    .findFirst();
            boolean part = parts.contains(place.what()) || effects.isUnder(place.what(), place.to());
            if (part) effects.place(place.what(), unit, place.to());
            else if (person.isEmpty()) effects.fault(Why.PLACE_UNKNOWN, place.what());
            else if (PersonMove.isIn(person.get(), unit, effects.tree, effects.date))
                effects.move(place.what(), unit, place.to());
        }
        if (!goes) effects.fault(Why.NOTHING_GOES, null);
        effects.births.keySet().forEach(fresh -> effects.follows(unit, fresh));
    }

    private void rename() {
        String unit = wish.units().isEmpty() ? "" : wish.units().get(0);
        Unit known = effects.units.unit(unit).orElse(null);
        if (wish.name() == null) effects.fault(Why.NAME_MISSING, unit);
        if (known == null || wish.name() == null) return;
        if (known.name().equals(wish.name())) effects.fault(Why.SAME_NAME, unit);
        else effects.change(new UnitChange(UnitChange.What.RENAMED, unit, known.name(), wish.name()));
        effects.follows(unit, unit);
    }

    private void transfer(@Nullable String into) {
        if (into == null) return;
        for (String unit : wish.units()) {
            Unit known = effects.units.unit(unit).orElse(null);
            if (known == null) continue;
            if (known.placements().stream().anyMatch(one -> one.from().isAfter(effects.date)))
                effects.fault(Why.LATER_RECORDS, unit);
            String above = Effects.parent(known, wish.eve());
            if (into.equals(above)) effects.fault(Why.SAME_PARENT, unit);
            else if (effects.isWithin(into, unit)) effects.fault(Why.BELOW_ITSELF, unit);
            else {
                effects.change(new UnitChange(UnitChange.What.PLACED, unit, above, into));
                effects.follows(unit, unit);
            }
        }
    }

    private @Nullable String into() {
        String into = wish.into();
        if (into == null) {
            effects.fault(Why.INTO_MISSING, null);
            return null;
        }
        Optional<Unit> known = effects.units.unit(into).filter(one -> one.exists(effects.date));
        if (known.isEmpty() || wish.units().contains(into)) {
            effects.fault(Why.INTO_MISSING, into);
            return null;
        }
        if (known.get().tree() != effects.tree) effects.fault(Why.OTHER_TREE, into);
        for (String unit : wish.units()) if (effects.isWithin(into, unit)) effects.fault(Why.BELOW_ITSELF, unit);
        return into;
    }

    /** The units that are born, as many as are needed at least; the first of them. */
    private @Nullable String born(int needed) {
        if (wish.fresh().size() < needed) effects.fault(Why.TOO_FEW_NEW_UNITS, null);
        for (Fresh fresh : wish.fresh()) {
            String name = Names.tidy(fresh.name());
            Unit unit = new Unit(
                    fresh.code(),
                    name,
                    effects.tree,
                    fresh.type(),
                    fresh.level(),
                    List.of(new Unit.Placement(fresh.parent(), effects.date, null)),
                    Names.fold(name),
                    Names.unitSortKey(name));
            boolean taken = effects.units
                    .unit(fresh.code())
                    .filter(known -> !known.name().equals(name)
                            || !known.placements().get(0).from().equals(effects.date))
                    .isPresent();
            if (taken || effects.births.containsKey(fresh.code())) effects.fault(Why.CODE_TAKEN, fresh.code());
            String above = fresh.parent();
            boolean under = above == null
                    || effects.births.containsKey(above)
                    || effects.units
                                    .unit(above)
                                    .filter(one -> one.exists(effects.date) && one.tree() == effects.tree)
                                    .isPresent()
                            && wish.units().stream().noneMatch(one -> effects.ends() && effects.isWithin(above, one));
            if (!under) effects.fault(Why.PARENT_UNKNOWN, fresh.code());
            effects.births.put(fresh.code(), unit);
        }
        return wish.fresh().isEmpty() ? null : wish.fresh().get(0).code();
    }

    private void mustBeBorn(String unit) {
        if (!effects.births.containsKey(unit)) effects.fault(Why.PLACE_UNKNOWN, unit);
    }

    private void oneUnit() {
        if (wish.units().size() != 1) effects.fault(Why.ONE_UNIT_ONLY, null);
    }
}
