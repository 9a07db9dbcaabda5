package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a reorganisation does, worked out from the day before it, so that working it out again in the middle or afterwards says the same.
 *
 * @param births the units that are born, in the order in which they can be
 * @param changes what becomes of units there are
 * @param posts posts that ended with a unit that lives again, and are held again
 * @param postsLeft those that stay ended because their holder was changed since
 * @param faults what stands in the way; empty when it can be done
 */
record Consequence(
        LocalDate date,
        Tree tree,
        List<Unit> births,
        List<UnitChange> changes,
        List<PersonMove> moves,
        List<PostReturn> posts,
        List<PostReturn> postsLeft,
        List<Succession> successions,
        Set<String> ended,
        List<Reorganisation.Fault> faults) {

    private Dossier moved(Dossier person, Map<String, List<PersonMove>> byPerson) {
        Dossier changed = person;
        for (PersonMove move : byPerson.getOrDefault(person.id(), List.of())) changed = move.on(changed, tree, date);
        return changed;
    }

    private Dossier on(
            Dossier person, Map<String, List<PersonMove>> byPerson, Map<String, List<PostReturn>> postsByPerson) {
        Dossier changed = PersonMove.postsEnded(moved(person, byPerson), ended, date);
        for (PostReturn post : postsByPerson.getOrDefault(person.id(), List.of()))
            changed = post.on(changed, tree, date);
        return changed;
    }

    /** Of these people, the posts that end with their units. */
    List<Followed> postsEnding(Collection<Dossier> people) {
        Map<String, List<PersonMove>> byPerson = movesByPerson();
        List<Followed> ending = new ArrayList<>();
        for (Dossier person : people) {
            for (HeldPost post : PersonMove.ending(moved(person, byPerson), ended, date)) {
                ending.add(new Followed(Affected.What.POST, person.id(), post.unit(), "", post.title(), post.to()));
            }
        }
        return ending;
    }

    private Map<String, List<PersonMove>> movesByPerson() {
        return moves.stream().collect(Collectors.groupingBy(PersonMove::person));
    }

    /** Only what takes people out of units that end: it may be done again later without reversing what somebody decided since. */
    Consequence leaving() {
        List<PersonMove> out =
                moves.stream().filter(move -> ended.contains(move.from())).toList();
        return new Consequence(date, tree, births, changes, out, List.of(), List.of(), successions, ended, faults);
    }

    Consequence withFaults(List<Reorganisation.Fault> more) {
        List<Reorganisation.Fault> all = new ArrayList<>(faults);
        all.addAll(more);
        return new Consequence(
                date, tree, births, changes, moves, posts, postsLeft, successions, ended, List.copyOf(all));
    }

    /** All units as of this reorganisation. */
    UnitTree on(UnitTree before) {
        Map<String, UnitStore.Kept> units = new LinkedHashMap<>();
        for (Unit unit : before.all()) units.put(unit.id(), new UnitStore.Kept(unit, List.of(), 0));
        births.forEach(unit -> units.putIfAbsent(unit.id(), new UnitStore.Kept(unit, List.of(), 0)));
        for (UnitChange change : changes) {
            UnitStore.Kept kept = units.get(change.unit());
            if (kept != null) units.put(change.unit(), change.on(kept, date));
        }
        List<Succession> all = new ArrayList<>(before.successions());
        successions.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new UnitTree(units.values().stream().map(UnitStore.Kept::unit).toList(), all);
    }

    /** A short text that is another when anything of it is. */
    String print() {
        Map<String, String> lines = new TreeMap<>();
        births.forEach(unit -> lines.put("b" + unit.id(), unit.name() + unit.placements()));
        changes.forEach(change -> lines.put("c" + change, ""));
        moves.forEach(move -> lines.put("m" + move, ""));
        posts.forEach(post -> lines.put("p" + post, ""));
        postsLeft.forEach(post -> lines.put("l" + post, ""));
        faults.forEach(fault -> lines.put("f" + fault, ""));
        return Long.toHexString(
                lines.toString().chars().asLongStream().reduce(1125899906842597L, (a, b) -> 31 * a + b));
    }

    /** The units that end or get another place, and so another path or none, with the path each had on the day before. */
    Map<String, String> paths(UnitTree tree) {
        Map<String, String> paths = new TreeMap<>();
        Set<String> units = new TreeSet<>(ended);
        changes.stream()
                .filter(change -> change.what() == UnitChange.What.PLACED)
                .forEach(change -> units.add(change.unit()));
        for (String unit : units) tree.path(unit, date.minusDays(1)).ifPresent(path -> paths.put(unit, path));
        return paths;
    }

    /** Of these people, those it moves or whose posts end or return, as they are then. */
    List<Dossier> changed(Collection<Dossier> people) {
        Map<String, List<PersonMove>> byPerson = movesByPerson();
        Map<String, List<PostReturn>> postsByPerson = posts.stream().collect(Collectors.groupingBy(PostReturn::person));
        List<Dossier> changed = new ArrayList<>();
        for (Dossier person : people) {
            Dossier after = on(person, byPerson, postsByPerson);
            if (!after.equals(person)) changed.add(after);
        }
        return changed;
    }
}
