package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands for a unit that is no more. */
class UnitTreeTest {
    private static final LocalDate OLD = LocalDate.of(2020, 10, 1);
    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);
    private static final LocalDate UNDONE = LocalDate.of(2026, 4, 1);

    private static final UnitTree TREE = new UnitTree(
            List.of(
                    unit("A", period(OLD, MERGED.minusDays(1)), period(UNDONE, null)),
                    unit("B", period(OLD, MERGED.minusDays(1)), period(UNDONE, null)),
                    unit("AB", period(MERGED, UNDONE.minusDays(1))),
                    unit("C", period(OLD, MERGED.minusDays(1))),
                    unit("D", period(OLD, null))),
            List.of(
                    new Succession(Succession.Kind.CONSOLIDATE, "A", "AB", MERGED, "1"),
                    new Succession(Succession.Kind.CONSOLIDATE, "B", "AB", MERGED, "1"),
                    new Succession(Succession.Kind.UNDO, "AB", "A", UNDONE, "2"),
                    new Succession(Succession.Kind.UNDO, "AB", "B", UNDONE, "2"),
                    new Succession(Succession.Kind.DISSOLVE, "C", "C", MERGED, "3")));

    private static Unit.Placement period(LocalDate from, @Nullable LocalDate to) {
        return new Unit.Placement(null, from, to);
    }

    private static Unit unit(String id, Unit.Placement... placements) {
        return new Unit(id, id, Tree.PARTY, "party_cell", 4, List.of(placements), id, id);
    }

    private static List<String> standing(String id, LocalDate on) {
        return TREE.standing(id, on).stream().map(Unit::id).sorted().toList();
    }

    @Test
    void aUnitThatExistsStandsForItself() {
        assertThat(standing("D", UNDONE)).containsExactly("D");
        assertThat(standing("A", OLD)).containsExactly("A");
    }

    @Test
    void whatFollowedStandsForAUnitThatEnded() {
        assertThat(standing("A", MERGED)).containsExactly("AB");
        assertThat(standing("AB", UNDONE)).containsExactly("A", "B");
    }

    @Test
    void aMergerTakenBackLeavesEachUnitForItself() {
        assertThat(standing("A", UNDONE)).containsExactly("A");
    }

    @Test
    void nothingStandsForAUnitThatWasDissolvedOrIsNotBornYet() {
        assertThat(standing("C", UNDONE)).isEmpty();
        assertThat(standing("AB", OLD)).isEmpty();
        assertThat(standing("nobody", OLD)).isEmpty();
    }
}
