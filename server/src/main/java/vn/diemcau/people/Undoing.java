package vn.diemcau.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** The rule by which a later decision takes a reorganisation back: what ended lives again with what was its own and is still where it was put. */
final class Undoing {
    private final Wish undone;
    private final List<Followed> followed;
    private final Effects effects;

    Undoing(Undone undone, Effects effects) {
        this.undone = undone.wish();
        this.followed = undone.followed();
        this.effects = effects;
    }

    void work() {
        effects.tree = undone.units().stream()
                .flatMap(unit -> effects.units.unit(unit).stream())
                .map(Unit::tree)
                .findFirst()
                .orElse(Tree.PARTY);
        if (!effects.date.isAfter(undone.date())) effects.fault(Why.TOO_EARLY, null);
        carriersStand();
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
                    String now = Effects.parent(known, effects.wish.eve());
                    if (!Objects.equals(now, undone.into())) {
                        effects.fault(Why.LATER_RECORDS, unit);
                        continue;
                    }
                    effects.change(new UnitChange(UnitChange.What.PLACED, unit, now, was));
                    effects.follows(unit, unit);
                }
            }
            case RENAME, UNDO -> effects.fault(Why.NOT_UNDOABLE, null);
        }
    }

    /** What took the units in must still be there, or else a later decision has to be taken back first. */
    private void carriersStand() {
        Set<String> carriers = new LinkedHashSet<>();
        undone.fresh().forEach(fresh -> carriers.add(fresh.code()));
        if (undone.into() != null) carriers.add(undone.into());
        for (String carrier : carriers) {
            boolean there = effects.units
                    .unit(carrier)
                    .filter(one -> one.exists(effects.wish.eve()))
                    .isPresent();
            if (!there) effects.fault(Why.UNIT_UNKNOWN, carrier);
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
        posts();
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
            switch (effects.tree) {
                case PARTY -> member(person, unit, carriers);
                case STATE -> holder(person, unit, carriers);
            }
        }
    }

    private void member(Dossier person, String unit, Set<String> carriers) {
        for (String carrier : carriers) {
            if (!PersonMove.isIn(person, carrier, effects.tree, effects.date)) continue;
            effects.places.put(person.id(), unit);
            effects.move(person.id(), carrier, unit);
        }
    }

    /** Only the posts that came from the unit go back to it: their holder may hold others in the unit that took it in. */
    private void holder(Dossier person, String unit, Set<String> carriers) {
        for (HeldPost was : person.posts()) {
            if (!was.unit().equals(unit) || !was.on(undone.eve())) continue;
            PersonMove.Only only = new PersonMove.Only(was.title(), undone.date());
            for (String carrier : carriers) {
                Dossier now = effects.moved(person);
                boolean there = now.posts().stream()
                        .anyMatch(one ->
                                one.unit().equals(carrier) && only.is(one) && PersonMove.lasts(one.to(), effects.date));
                if (!there) continue;
                effects.move(new PersonMove(person.id(), carrier, unit, only));
                break;
            }
        }
    }

    /** Posts that ended with their units are held again, unless the holder left or took up the same elsewhere since. */
    private void posts() {
        Map<String, Dossier> people = new HashMap<>();
        effects.people.forEach(person -> people.put(person.id(), person));
        for (Followed one : followed) {
            Dossier person = people.get(one.id());
            boolean over = one.until() != null && one.until().isBefore(effects.date);
            if (one.what() != Affected.What.POST || person == null || over) continue;
            effects.post(new PostReturn(person.id(), one.from(), one.detail(), one.until()), isAsLeft(person, one));
        }
    }

    private boolean isAsLeft(Dossier person, Followed post) {
        LocalDate date = effects.date;
        boolean ended = person.posts().stream()
                .anyMatch(one -> one.unit().equals(post.from())
                        && one.title().equals(post.detail())
                        && undone.eve().equals(one.to()));
        boolean elsewhere = person.posts().stream()
                .anyMatch(one -> one.title().equals(post.detail())
                        && !one.unit().equals(post.from())
                        && !one.from().isBefore(undone.date())
                        && PersonMove.lasts(one.to(), date)
                        && undone.fresh().stream()
                                .noneMatch(fresh -> fresh.code().equals(one.unit())));
        boolean left = !person.memberships().isEmpty()
                && person.memberships().stream().noneMatch(one -> PersonMove.lasts(one.to(), date));
        return ended && !elsewhere && !left;
    }
}
