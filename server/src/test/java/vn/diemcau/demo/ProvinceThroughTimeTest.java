package vn.diemcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diemcau.people.Succession;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** The invented province went through what provinces went through: two became one, districts ended, a ward was parted, a merger was undone. */
class ProvinceThroughTimeTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final ProvinceUnits UNITS = new ProvinceUnits("19", 400, new Random(5));
    private static final UnitTree TREE = tree();

    private static UnitTree tree() {
        Map<String, List<Unit.Placement>> placements = new LinkedHashMap<>();
        Map<String, ProvinceUnits.Row> last = new LinkedHashMap<>();
        for (ProvinceUnits.Row row : UNITS.rows()) {
            placements
                    .computeIfAbsent(row.code(), key -> new ArrayList<>())
                    .add(new Unit.Placement(
                            row.parent().isEmpty() ? null : row.parent(),
                            LocalDate.parse(row.from()),
                            row.to().isEmpty() ? null : LocalDate.parse(row.to())));
            last.put(row.code(), row);
        }
        List<Unit> units = new ArrayList<>();
        last.forEach((code, row) -> units.add(new Unit(
                code,
                row.name(),
                Tree.valueOf(row.tree().toUpperCase(Locale.ROOT)),
                row.type(),
                row.level(),
                placements.get(code).stream()
                        .sorted(java.util.Comparator.comparing(Unit.Placement::from))
                        .toList(),
                code,
                code)));
        List<Succession> successions = UNITS.successions().stream()
                .map(one -> new Succession(
                        Succession.Kind.valueOf(one.kind().toUpperCase(Locale.ROOT)),
                        one.from(),
                        one.to(),
                        LocalDate.parse(one.date()),
                        one.decision()))
                .toList();
        return new UnitTree(units, successions);
    }

    private static List<String> standing(String unit, LocalDate on) {
        return TREE.standing(unit, on).stream().map(Unit::id).sorted().toList();
    }

    @Test
    void twoProvincesBecameOneAndTheirDistrictsEnded() {
        assertThat(TREE.roots(Tree.PARTY, BEFORE)).extracting(Unit::id).containsExactlyInAnyOrder("T19-A", "T19-B");
        assertThat(TREE.roots(Tree.PARTY, AFTER)).extracting(Unit::id).containsExactly("T19");
        assertThat(standing("T19-A", TODAY)).containsExactly("T19");
        assertThat(TREE.children("T19-A", BEFORE)).hasSize(7);
        assertThat(TREE.unit("T19-A-H1").orElseThrow().exists(AFTER)).isFalse();
    }

    @Test
    void everyCellHasAWayOnBothSidesOfTheDay() {
        int moved = 0;
        for (String cell : UNITS.cells()) {
            String now = TREE.path(cell, TODAY).orElseThrow();
            assertThat(now).startsWith("/T19/");
            String then = TREE.path(cell, BEFORE).orElse(now);
            if (!then.equals(now)) moved++;
            assertThat(TREE.paths(cell)).contains(now);
            if (TREE.path(cell, BEFORE).isPresent())
                assertThat(TREE.paths(cell)).contains(then);
        }
        assertThat(moved).isPositive();
    }

    @Test
    void aFormerCommuneStandsAsTheOneThatFollowed() {
        for (ProvinceUnits.Succession one : UNITS.successions()) {
            if (one.kind().equals("consolidate") && one.date().equals("2025-07-01"))
                assertThat(standing(one.from(), TODAY)).contains(one.to());
        }
    }

    @Test
    void aWardWasPartedAndStaysForItself() {
        ProvinceUnits.Succession parted = UNITS.successions().stream()
                .filter(one -> one.kind().equals("separate"))
                .findFirst()
                .orElseThrow();
        assertThat(standing(parted.from(), TODAY)).containsExactly(parted.from());
        assertThat(TREE.children(parted.to(), TODAY)).isNotEmpty();
        assertThat(TREE.children(parted.to(), LocalDate.of(2025, 12, 31))).isEmpty();
        for (Unit cell : TREE.children(parted.to(), TODAY)) {
            assertThat(TREE.path(cell.id(), LocalDate.of(2025, 12, 31)).orElseThrow())
                    .contains("/" + parted.from() + "/");
        }
    }

    @Test
    void aMergerThatWasUndoneStandsAsItsParts() {
        List<String> parts = UNITS.successions().stream()
                .filter(one -> one.kind().equals("undo"))
                .map(ProvinceUnits.Succession::to)
                .sorted()
                .toList();
        assertThat(parts).hasSize(2);
        assertThat(standing("T19-CQ-GOP", TODAY)).isEqualTo(parts);
        for (String part : parts) assertThat(standing(part, TODAY)).containsExactly(part);
    }

    @Test
    void twoTreesStandSideBySide() {
        assertThat(TREE.roots(Tree.STATE, TODAY)).extracting(Unit::id).containsExactly("N19");
        assertThat(TREE.within("N19", TODAY)).allMatch(unit -> unit.tree() == Tree.STATE);
        assertThat(TREE.within("T19", TODAY)).allMatch(unit -> unit.tree() == Tree.PARTY);
    }
}
