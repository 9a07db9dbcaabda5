package vn.diemcau.people;

import java.util.LinkedHashSet;
import java.util.Set;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** The rule by which a later decision takes a reorganisation back: what ended lives again with what was its own and is still where it was put. */
final class Undoing {
    private final Wish undone;
    private final Effects effects;

    Undoing(Wish undone, Effects effects) {
        this.undone = undone;
        this.effects = effects;
    }

    void work() {
        effects.tree = undone.units().stream()
                .flatMap(unit -> effects.units.unit(unit).stream())
                .map(Unit::tree)
                .findFirst()
                .orElse(Tree.PARTY);
        if (!effects.date.isAfter(undone.date())) effects.fault(Why.TOO_EARLY, null);
        switch (undone.kind()) {
            case ABSORB, CONSOLIDATE, DIVIDE, DISSOLVE -> revive();
            case SEPARATE -> {
                String unit = undone.units().get(0);
                for (Fresh fresh : undone.fresh()) {
                    effects.end(fresh.code(), unit);
                    effects.follows(fresh.code(), unit);
                }
            }
            case TRANSFER -> {
                for (String unit : undone.units()) {
                    Unit known = effects.units.unit(unit).orElseThrow();
                    String was = Effects.parent(known, undone.eve());
                    if (was == null || !effects.reachable(was)) continue;
                    effects.change(new UnitChange(
                            UnitChange.What.PLACED, unit, Effects.parent(known, effects.wish.eve()), was));
                    effects.follows(unit, unit);
                }
            }
            case RENAME, UNDO -> effects.fault(Why.NOT_UNDOABLE, null);
        }
    }

    /** The units that ended live again with what was theirs; what was born for them ends; what came later goes to its place. */
    private void revive() {
        Set<String> carriers = new LinkedHashSet<>();
        undone.fresh().forEach(fresh -> carriers.add(fresh.code()));
        undone.places().forEach(place -> carriers.add(place.to()));
        if (undone.into() != null) carriers.add(undone.into());
        for (String unit : undone.units()) {
            Unit known = effects.units.unit(unit).orElseThrow();
            String above = Effects.parent(known, undone.eve());
            boolean there = above == null
                    || undone.units().contains(above)
                    || effects.units
                            .unit(above)
                            .filter(one -> one.exists(effects.date))
                            .isPresent();
            if (!there) effects.fault(Why.PARENT_UNKNOWN, unit);
            effects.change(new UnitChange(UnitChange.What.REVIVED, unit, null, above));
        }
        for (String unit : undone.units()) restore(unit, carriers);
        String only = undone.units().size() == 1 ? undone.units().get(0) : null;
        for (Fresh fresh : undone.fresh()) effects.end(fresh.code(), only);
        for (String unit : undone.units()) {
            if (undone.kind() == Succession.Kind.DISSOLVE && undone.into() == null) effects.follows(unit, unit);
            else if (undone.into() != null) effects.follows(undone.into(), unit);
            undone.fresh().forEach(fresh -> effects.follows(fresh.code(), unit));
        }
    }

    private void restore(String unit, Set<String> carriers) {
        for (Unit part : effects.units.children(unit, undone.eve())) {
            if (undone.units().contains(part.id())) continue;
            for (String carrier : carriers) {
                boolean there = effects.below(carrier).contains(part.id()) || effects.isUnder(part.id(), unit);
                if (!there) continue;
                effects.places.put(part.id(), unit);
                effects.place(part.id(), carrier, unit);
            }
        }
        for (Dossier person : effects.people) {
            if (!PersonMove.wasIn(person, unit, effects.tree, undone.eve())) continue;
            for (String carrier : carriers) {
                if (!PersonMove.isIn(person, carrier, effects.tree, effects.date)) continue;
                effects.places.put(person.id(), unit);
                effects.move(person.id(), carrier, unit);
            }
        }
    }
}
