package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** What gathers while a reorganisation is worked out: units that end and are born, parts and people that go, and what stands in the way. */
final class Effects {
    final Wish wish;
    final UnitTree units;
    final Collection<Dossier> people;
    final LocalDate date;
    final Map<String, Unit> births = new LinkedHashMap<>();
    final Map<String, String> places = new HashMap<>();
    Tree tree = Tree.PARTY;
    private final Set<String> ended = new LinkedHashSet<>();
    private final Set<UnitChange> changes = new LinkedHashSet<>();
    private final Set<PersonMove> moves = new LinkedHashSet<>();
    private final Map<String, List<PersonMove>> movesOf = new HashMap<>();
    private final Set<PostReturn> posts = new LinkedHashSet<>();
    private final Set<PostReturn> postsLeft = new LinkedHashSet<>();
    private final Set<Succession> successions = new LinkedHashSet<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    Effects(Wish wish, UnitTree units, Collection<Dossier> people) {
        this.wish = wish;
        this.units = units;
        this.people = people;
        this.date = wish.date();
        wish.places().forEach(place -> places.put(place.what(), place.to()));
    }

    Consequence consequence() {
        return new Consequence(
                date,
                tree,
                List.copyOf(births.values()),
                List.copyOf(changes),
                List.copyOf(moves),
                List.copyOf(posts),
                List.copyOf(postsLeft),
                List.copyOf(successions),
                Collections.unmodifiableSet(ended),
                List.copyOf(faults));
    }

    /** Each unit ends; what belongs to it goes to its place, or else to the unit that takes all. */
    void endEach(@Nullable String otherwise) {
        for (String unit : wish.units()) end(unit, otherwise);
    }

    void end(String unit, @Nullable String otherwise) {
        Unit known = units.unit(unit).orElse(null);
        if (known == null) return;
        if (known.placements().stream().anyMatch(one -> !one.from().isBefore(date))) fault(Why.LATER_RECORDS, unit);
        ended.add(unit);
        change(new UnitChange(UnitChange.What.ENDED, unit, null, null));
        for (String part : below(unit)) {
            if (!ended.contains(part) && !wish.units().contains(part)) placePart(part, unit, otherwise);
        }
        for (Dossier person : people) {
            if (PersonMove.isIn(moved(person), unit, tree, date)) placePerson(person, unit, otherwise);
        }
    }

    private void placePart(String part, String unit, @Nullable String otherwise) {
        String to = places.getOrDefault(part, otherwise == null ? "" : otherwise);
        if (to.isEmpty()) fault(Why.UNPLACED_UNIT, part);
        else if (reachable(to)) place(part, unit, to);
    }

    private void placePerson(Dossier person, String unit, @Nullable String otherwise) {
        String to = places.getOrDefault(person.id(), otherwise == null ? "" : otherwise);
        if (to.isEmpty()) fault(Why.UNPLACED_PERSON, person.id());
        else if (reachable(to)) move(person.id(), unit, to);
    }

    void move(String person, String from, String to) {
        move(new PersonMove(person, from, to));
    }

    void move(PersonMove move) {
        if (moves.add(move))
            movesOf.computeIfAbsent(move.person(), key -> new ArrayList<>()).add(move);
    }

    /** The person after what moves them so far. */
    Dossier moved(Dossier person) {
        Dossier moved = person;
        for (PersonMove move : movesOf.getOrDefault(person.id(), List.of())) moved = move.on(moved, tree, date);
        return moved;
    }

    /** A post that is held again, or one that stays ended because its holder was changed since. */
    void post(PostReturn post, boolean returns) {
        (returns ? posts : postsLeft).add(post);
    }

    void place(String part, String from, String to) {
        if (isWithin(to, part)) fault(Why.BELOW_ITSELF, part);
        else change(new UnitChange(UnitChange.What.PLACED, part, from, to));
    }

    /** Whether the unit stands on the day; a fault otherwise. */
    boolean reachable(String unit) {
        boolean stands = births.containsKey(unit)
                || !ended.contains(unit)
                        && !wish.units().contains(unit)
                        && units.unit(unit)
                                .filter(one -> one.exists(date) && one.tree() == tree)
                                .isPresent();
        boolean stays = wish.kind() == Succession.Kind.UNDO && isRevived(unit);
        if (!stands && !stays) fault(Why.PLACE_UNKNOWN, unit);
        return stands || stays;
    }

    private boolean isRevived(String unit) {
        return changes.stream()
                .anyMatch(one ->
                        one.what() == UnitChange.What.REVIVED && one.unit().equals(unit));
    }

    boolean isWithin(String unit, String top) {
        if (unit.equals(top)) return true;
        Unit fresh = births.get(unit);
        String known = fresh == null ? unit : fresh.placements().get(0).parent();
        if (known == null) return false;
        return units.path(known, date).orElse("").contains("/" + top + "/");
    }

    /** The units that stand below on the day or later. */
    List<String> below(String unit) {
        return units.everBelow(unit).stream()
                .filter(part -> part.placements().stream()
                        .anyMatch(one -> unit.equals(one.parent())
                                && (one.to() == null || !one.to().isBefore(date))))
                .map(Unit::id)
                .toList();
    }

    /** Whether the part stands there from the day on, as after this was done already. */
    boolean isUnder(String part, String unit) {
        return units.unit(part)
                .filter(one -> one.placements().stream()
                        .anyMatch(p -> unit.equals(p.parent()) && p.from().equals(date)))
                .isPresent();
    }

    /** Whether the units named end by it. */
    boolean ends() {
        return switch (wish.kind()) {
            case ABSORB, CONSOLIDATE, DIVIDE, DISSOLVE -> true;
            case SEPARATE, RENAME, TRANSFER, UNDO -> false;
        };
    }

    void follows(String from, String to) {
        successions.add(new Succession(wish.kind(), from, to, date, wish.decision()));
    }

    static @Nullable String parent(Unit unit, LocalDate day) {
        return unit.placements().stream()
                .filter(one -> one.on(day))
                .findFirst()
                .map(Unit.Placement::parent)
                .orElse(null);
    }

    void change(UnitChange change) {
        changes.add(change);
    }

    void fault(Why why, @Nullable String what) {
        faults.add(new Fault(why, what == null || what.isEmpty() ? null : what));
    }
}
