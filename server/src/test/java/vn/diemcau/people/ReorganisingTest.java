package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** What a reorganisation does: twice is once, nobody is lost, the past stays, and taking it back restores. */
class ReorganisingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 10, 1);

    /** A province, communes X0… with cells X0-B0… and whoever belongs to them; offices N0… of the state with holders of posts. */
    private static final class World {
        UnitTree tree;
        List<Dossier> people;

        World(UnitTree tree, List<Dossier> people) {
            this.tree = tree;
            this.people = people;
        }

        static World of(Random random) {
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
                    for (int p = 0; p < members; p++) people.add(person(cell + "-P" + p, cell, "N" + x));
                }
                // somebody belongs to the commune itself
                if (random.nextBoolean()) people.add(person("X" + x + "-P", "X" + x, "N" + x));
            }
            return new World(new UnitTree(units), people);
        }

        Consequence consequence(Wish wish, @Nullable Wish undone) {
            return Reorganising.of(wish, undone, tree, people);
        }

        World after(Consequence consequence) {
            Map<String, Dossier> all = new LinkedHashMap<>();
            people.forEach(person -> all.put(person.id(), person));
            consequence.changed(people).forEach(person -> all.put(person.id(), person));
            return new World(consequence.on(tree), List.copyOf(all.values()));
        }

        /** Where every unit and person stands on the day. */
        Map<String, String> standing(LocalDate day) {
            Map<String, String> standing = new TreeMap<>();
            for (Unit unit : tree.all()) tree.path(unit.id(), day).ifPresent(path -> standing.put(unit.id(), path));
            for (Dossier person : people) {
                standing.put(person.id(), person.unitOn(day).orElse("-"));
                person.posts().stream()
                        .filter(post -> post.on(day))
                        .forEach(post -> standing.put(person.id() + " " + post.title(), post.unit()));
            }
            return standing;
        }
    }

    private static Unit unit(String id, Tree tree, @Nullable String parent) {
        return new Unit(
                id,
                "Đơn vị " + id,
                tree,
                "unit",
                2,
                List.of(new Unit.Placement(parent, LocalDate.of(2025, 7, 1), null)),
                id,
                id);
    }

    private static Dossier person(String id, String unit, String office) {
        return new Dossier(
                id,
                new Details(id, null, null, null, null, null, null, null, null),
                List.of(new Membership(unit, LocalDate.of(2025, 7, 1), null, false)),
                List.of(new DatedStatus(Person.Status.OFFICIAL, LocalDate.of(2025, 7, 1))),
                List.of(new HeldPost(office, "Chuyên viên", Tree.STATE, LocalDate.of(2025, 7, 1), null)),
                List.of(),
                1);
    }

    private static Fresh fresh(String code, @Nullable String parent) {
        return new Fresh(code, "Đơn vị " + code, "unit", 2, parent);
    }

    private static Wish wish(
            Succession.Kind kind,
            LocalDate date,
            List<String> units,
            @Nullable String into,
            List<Fresh> fresh,
            List<Place> places) {
        return new Wish(kind, date, "12-QĐ/TU", null, "", units, into, fresh, null, places, null, false);
    }

    private static Wish undo() {
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
                List.of(),
                "1",
                false);
    }

    /** Something that can be decided about this world. */
    private static Wish any(World world, Random random) {
        boolean state = random.nextInt(4) == 0;
        String one = (state ? "N" : "X") + random.nextInt(2);
        String two = (state ? "N" : "X") + (2 + random.nextInt(2));
        String top = state ? "N" : "T";
        List<Place> all = new ArrayList<>();
        Tree tree = state ? Tree.STATE : Tree.PARTY;
        for (Unit part : world.tree.children(one, DAY)) all.add(new Place(part.id(), "M" + random.nextInt(2)));
        for (Dossier person : world.people) {
            if (PersonMove.isIn(person, one, tree, DAY)) all.add(new Place(person.id(), "M" + random.nextInt(2)));
        }
        List<Fresh> both = List.of(fresh("M0", top), fresh("M1", top));
        return switch (random.nextInt(6)) {
            case 0 -> wish(Succession.Kind.ABSORB, DAY, List.of(one), two, List.of(), List.of());
            case 1 ->
                wish(Succession.Kind.CONSOLIDATE, DAY, List.of(one, two), null, List.of(fresh("M0", top)), List.of());
            case 2 -> wish(Succession.Kind.DIVIDE, DAY, List.of(one), null, both, all);
            case 3 ->
                wish(
                        Succession.Kind.SEPARATE,
                        DAY,
                        List.of(one),
                        null,
                        List.of(fresh("M0", top)),
                        all.stream()
                                .limit(1)
                                .map(place -> new Place(place.what(), "M0"))
                                .toList());
            case 4 -> wish(Succession.Kind.DISSOLVE, DAY, List.of(one), two, List.of(), List.of());
            default -> wish(Succession.Kind.TRANSFER, DAY, List.of(one), two, List.of(), List.of());
        };
    }

    private record Done(World before, Wish wish, Consequence consequence, World after) {}

    private static Optional<Done> done(long seed) {
        Random random = new Random(seed);
        World before = World.of(random);
        Wish wish = any(before, random);
        Consequence consequence = before.consequence(wish, null);
        // nothing goes from a unit without parts: a fault, and rightly so
        if (consequence.faults().equals(List.of(new Fault(Why.NOTHING_GOES, null)))) return Optional.empty();
        assertThat(consequence.faults()).as("%s", wish).isEmpty();
        return Optional.of(new Done(before, wish, consequence, before.after(consequence)));
    }

    @Property(tries = 300)
    void doneTwiceIsDoneOnce(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            Consequence again = done.after().consequence(done.wish(), null);
            World twice = done.after().after(again);
            assertThat(twice.tree.all())
                    .containsExactlyInAnyOrderElementsOf(done.after().tree.all());
            assertThat(twice.people).isEqualTo(done.after().people);
            assertThat(again.paths(twice.tree).keySet())
                    .containsAll(done.consequence().ended());
            World restated = done.after().after(done.consequence());
            assertThat(restated.people).isEqualTo(done.after().people);
            assertThat(restated.tree.all())
                    .containsExactlyInAnyOrderElementsOf(done.after().tree.all());
        });
    }

    @Property(tries = 300)
    void nobodyIsLostAndEveryUnitHasAWayToTheTop(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            for (Dossier person : done.after().people) {
                String unit = person.unitOn(DAY).orElse("nowhere");
                assertThat(done.after().tree.path(unit, DAY))
                        .as("%s in %s", person.id(), unit)
                        .isPresent();
                for (HeldPost post : person.posts()) {
                    if (post.on(DAY))
                        assertThat(done.after().tree.path(post.unit(), DAY)).isPresent();
                }
            }
            assertThat(done.after().people).hasSameSizeAs(done.before().people);
            for (Unit unit : done.before().tree.all()) {
                boolean ends = done.consequence().ended().contains(unit.id());
                assertThat(done.after().tree.path(unit.id(), DAY).isPresent()).isEqualTo(!ends);
            }
        });
    }

    @Property(tries = 300)
    void whatWasBeforeTheDayStaysAsItWas(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            for (LocalDate day : List.of(LocalDate.of(2025, 7, 1), DAY.minusDays(1))) {
                assertThat(done.after().standing(day)).isEqualTo(done.before().standing(day));
            }
        });
    }

    @Property(tries = 300)
    void takingItBackRestoresWhatWas(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            Consequence back = done.after().consequence(undo(), done.wish());
            assertThat(back.faults()).as("%s", done.wish()).isEmpty();
            World restored = done.after().after(back);
            assertThat(restored.standing(LATER)).isEqualTo(done.before().standing(LATER));
            assertThat(restored.standing(LATER.minusDays(1)))
                    .isEqualTo(done.after().standing(LATER.minusDays(1)));
            for (String unit : done.consequence().ended()) {
                assertThat(restored.tree.standing(unit, LATER))
                        .extracting(Unit::id)
                        .containsExactly(unit);
            }
        });
    }

    @Test
    void whoIsNotToldWhereToGoStandsInTheWay() {
        World world = World.of(new Random(1));
        world.people = List.of(person("A", "X0-B0", "N0"), person("B", "X0-B0", "N0"));
        Wish wish = wish(
                Succession.Kind.DIVIDE,
                DAY,
                List.of("X0-B0"),
                null,
                List.of(fresh("M0", "X0"), fresh("M1", "X0")),
                List.of(new Place("A", "M0")));
        assertThat(world.consequence(wish, null).faults()).containsExactly(new Fault(Why.UNPLACED_PERSON, "B"));
    }

    @Test
    void whoeverJoinedTheMergedUnitLaterMustBePlacedWhenItIsUndone() {
        World world = World.of(new Random(2));
        Wish merger =
                wish(Succession.Kind.CONSOLIDATE, DAY, List.of("X0", "X1"), null, List.of(fresh("M0", "T")), List.of());
        World merged = world.after(world.consequence(merger, null));
        List<Dossier> more = new ArrayList<>(merged.people);
        Dossier late = person("late", "M0", "N0")
                .withMemberships(List.of(new Membership("M0", LocalDate.of(2026, 8, 1), null, false)));
        more.add(late);
        merged.people = more;
        assertThat(merged.consequence(undo(), merger).faults()).containsExactly(new Fault(Why.UNPLACED_PERSON, "late"));
        Wish told = new Wish(
                Succession.Kind.UNDO,
                LATER,
                "34-QĐ/TU",
                null,
                "",
                List.of(),
                null,
                List.of(),
                null,
                List.of(new Place("late", "X1")),
                "1",
                false);
        Consequence back = merged.consequence(told, merger);
        assertThat(back.faults()).isEmpty();
        assertThat(find(merged.after(back).people, "late").unitOn(LATER)).contains("X1");
    }

    @Test
    void postsInAUnitThatEndsEndWithIt() {
        World world = World.of(new Random(3));
        Dossier secretary = person("S", "X0-B0", "N0")
                .withPosts(List.of(new HeldPost("X0-B0", "Bí thư", Tree.PARTY, LocalDate.of(2025, 7, 1), null)));
        world.people = List.of(secretary);
        Wish wish = wish(Succession.Kind.ABSORB, DAY, List.of("X0-B0"), "X1-B0", List.of(), List.of());
        Dossier after = find(world.after(world.consequence(wish, null)).people, "S");
        assertThat(after.posts()).extracting(HeldPost::to).containsExactly(DAY.minusDays(1));
        assertThat(after.unitOn(DAY)).contains("X1-B0");
    }

    @Test
    void aUnitIsNeverPutBelowItselfNorIntoTheOtherTreeNorUnderAUsedCode() {
        World world = World.of(new Random(4));
        assertThat(faults(world, wish(Succession.Kind.TRANSFER, DAY, List.of("X0"), "X0-B0", List.of(), List.of())))
                .contains(Why.BELOW_ITSELF);
        assertThat(faults(world, wish(Succession.Kind.ABSORB, DAY, List.of("X0"), "N0", List.of(), List.of())))
                .contains(Why.OTHER_TREE);
        assertThat(faults(
                        world,
                        wish(
                                Succession.Kind.CONSOLIDATE,
                                DAY,
                                List.of("X0", "X1"),
                                null,
                                List.of(fresh("X2", "T")),
                                List.of())))
                .contains(Why.CODE_TAKEN);
        assertThat(faults(world, wish(Succession.Kind.ABSORB, DAY, List.of("X9"), "X0", List.of(), List.of())))
                .contains(Why.UNIT_UNKNOWN);
    }

    private static List<Why> faults(World world, Wish wish) {
        return world.consequence(wish, null).faults().stream().map(Fault::why).toList();
    }

    private static Dossier find(Collection<Dossier> people, String id) {
        return people.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
