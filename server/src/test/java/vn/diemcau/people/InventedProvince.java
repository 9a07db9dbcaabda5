package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.Wish;

/**
 * A province T with communes X0… and their cells X0-B0…, offices N0… of the state, whoever belongs to them and holds posts there; and
 * what can be decided about it.
 */
final class InventedProvince {
    static final LocalDate FOUNDED = LocalDate.of(2025, 7, 1);
    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final LocalDate LATER = LocalDate.of(2026, 10, 1);

    final UnitTree tree;
    final List<Dossier> people;

    InventedProvince(UnitTree tree, List<Dossier> people) {
        this.tree = tree;
        this.people = people;
    }

    static InventedProvince of(Random random) {
        List<Unit> units = new ArrayList<>();
        List<Dossier> people = new ArrayList<>();
        units.add(unit("T", Tree.PARTY, null));
        units.add(unit("N", Tree.STATE, null));
        for (int x = 0; x < 4; x++) {
            units.add(unit("X" + x, Tree.PARTY, "T"));
            units.add(unit("N" + x, Tree.STATE, "N"));
            int cells = 1 + random.nextInt(3);
            for (int b = 0; b < cells; b++) {
                String cell = "X" + x + "-B" + b;
                units.add(unit(cell, Tree.PARTY, "X" + x));
                int members = random.nextInt(4);
                for (int p = 0; p < members; p++) {
                    people.add(busy(person(cell + "-P" + p, cell, "N" + x), "X" + x, random));
                }
            }
            // somebody belongs to the commune itself
            if (random.nextBoolean()) people.add(busy(person("X" + x + "-P", "X" + x, "N" + x), "X" + x, random));
        }
        return new InventedProvince(new UnitTree(units), people);
    }

    /** Some hold a post of the Party in the commune, and some a second one in another office. */
    private static Dossier busy(Dossier person, String commune, Random random) {
        List<HeldPost> posts = new ArrayList<>(person.posts());
        if (random.nextInt(3) == 0) {
            LocalDate until = random.nextBoolean() ? null : LATER.plusYears(1);
            posts.add(new HeldPost(commune, "Ủy viên Ban Chấp hành", Tree.PARTY, FOUNDED, until));
        }
        if (random.nextInt(3) == 0) {
            String office = "N" + random.nextInt(4);
            boolean other = !office.equals(person.posts().get(0).unit());
            String title = other && random.nextBoolean() ? "Chuyên viên" : "Phó Chủ tịch";
            posts.add(new HeldPost(office, title, Tree.STATE, FOUNDED.plusDays(1), null));
        }
        return person.withPosts(posts);
    }

    static Unit unit(String id, Tree tree, @Nullable String parent) {
        return new Unit(
                id, "Đơn vị " + id, tree, "unit", 2, List.of(new Unit.Placement(parent, FOUNDED, null)), id, id);
    }

    static Dossier person(String id, String unit, String office) {
        return new Dossier(
                id,
                new Details(id, null, null, null, null, null, null, null, null),
                List.of(new Membership(unit, FOUNDED, null, false)),
                List.of(new DatedStatus(Person.Status.OFFICIAL, FOUNDED)),
                List.of(new HeldPost(office, "Chuyên viên", Tree.STATE, FOUNDED, null)),
                List.of(),
                1);
    }

    InventedProvince with(List<Dossier> others) {
        return new InventedProvince(tree, List.copyOf(others));
    }

    Dossier find(String id) {
        return people.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    Consequence consequence(Wish wish) {
        return Reorganising.of(wish, null, tree, people);
    }

    Consequence consequence(Wish undo, Undone undone) {
        return Reorganising.of(undo, undone, tree, people);
    }

    InventedProvince after(Consequence consequence) {
        Map<String, Dossier> all = new LinkedHashMap<>();
        people.forEach(person -> all.put(person.id(), person));
        consequence.changed(people).forEach(person -> all.put(person.id(), person));
        return new InventedProvince(consequence.on(tree), List.copyOf(all.values()));
    }

    /** Where every unit and person stands on the day, and who holds what. */
    Map<String, String> standing(LocalDate day) {
        Map<String, String> standing = new TreeMap<>();
        for (Unit unit : tree.all()) tree.path(unit.id(), day).ifPresent(path -> standing.put(unit.id(), path));
        for (Dossier person : people) {
            standing.put(person.id(), person.unitOn(day).orElse("-"));
            standing.put(
                    person.id() + " holds",
                    person.posts().stream()
                            .filter(post -> post.on(day))
                            .map(post -> post.title() + " at " + post.unit())
                            .sorted()
                            .toList()
                            .toString());
        }
        return standing;
    }

    static Fresh fresh(String code, @Nullable String parent) {
        return new Fresh(code, "Đơn vị " + code, "unit", 2, parent);
    }

    static Wish wish(
            Succession.Kind kind, List<String> units, @Nullable String into, List<Fresh> fresh, List<Place> places) {
        return new Wish(kind, DAY, "12-QĐ/TU", null, "", units, into, fresh, null, places, null, false);
    }

    static Wish undo(Place... places) {
        return new Wish(
                Succession.Kind.UNDO,
                LATER,
                "34-QĐ/TU",
                null,
                "",
                List.of(),
                null,
                List.of(),
                null,
                List.of(places),
                "1",
                false);
    }

    /** Something that can be decided about it. */
    Wish any(Random random) {
        boolean state = random.nextInt(4) == 0;
        String one = (state ? "N" : "X") + random.nextInt(2);
        String two = (state ? "N" : "X") + (2 + random.nextInt(2));
        String top = state ? "N" : "T";
        List<Place> all = new ArrayList<>();
        Tree kind = state ? Tree.STATE : Tree.PARTY;
        for (Unit part : tree.children(one, DAY)) all.add(new Place(part.id(), "M" + random.nextInt(2)));
        for (Dossier person : people) {
            if (PersonMove.isIn(person, one, kind, DAY)) all.add(new Place(person.id(), "M" + random.nextInt(2)));
        }
        List<Fresh> both = List.of(fresh("M0", top), fresh("M1", top));
        return switch (random.nextInt(6)) {
            case 0 -> wish(Succession.Kind.ABSORB, List.of(one), two, List.of(), List.of());
            case 1 -> wish(Succession.Kind.CONSOLIDATE, List.of(one, two), null, List.of(fresh("M0", top)), List.of());
            case 2 -> wish(Succession.Kind.DIVIDE, List.of(one), null, both, all);
            case 3 ->
                wish(
                        Succession.Kind.SEPARATE,
                        List.of(one),
                        null,
                        List.of(fresh("M0", top)),
                        all.stream()
                                .limit(1)
                                .map(place -> new Place(place.what(), "M0"))
                                .toList());
            case 4 -> wish(Succession.Kind.DISSOLVE, List.of(one), two, List.of(), List.of());
            default -> wish(Succession.Kind.TRANSFER, List.of(one), two, List.of(), List.of());
        };
    }
}
