package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.people.Succession;
import vn.diemcau.people.Succession.Kind;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

class RestatingTest {
    private static final LocalDate OLD = LocalDate.of(2020, 10, 1);
    private static final LocalDate MERGED = LocalDate.of(2025, 7, 1);
    private static final LocalDate PARTED = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNDONE = LocalDate.of(2026, 4, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<Unit> units = new ArrayList<>();
    private final List<Succession> followed = new ArrayList<>();

    private RestatingTest() {
        unit("T", stands(null, MERGED, null));
        unit("T-A", stands(null, OLD, MERGED));
        unit("H1", stands("T-A", OLD, MERGED));
        unit("X1", stands("H1", OLD, MERGED));
        unit("X2", stands("H1", OLD, MERGED));
        unit("C", stands("T", MERGED, null));
        unit("D", stands("T", MERGED, null));
        unit("K1", stands("X1", OLD, MERGED), stands("C", MERGED, null));
        unit("K2", stands("X2", OLD, MERGED), stands("C", MERGED, null));
        follow(Kind.CONSOLIDATE, "T-A", "T", MERGED);
        follow(Kind.CONSOLIDATE, "X1", "C", MERGED);
        follow(Kind.CONSOLIDATE, "X2", "C", MERGED);
    }

    /** The last day given is the first on which it no longer stands there. */
    private static Unit.Placement stands(@Nullable String parent, LocalDate from, @Nullable LocalDate until) {
        return new Unit.Placement(parent, from, until == null ? null : until.minusDays(1));
    }

    private void unit(String id, Unit.Placement... placements) {
        units.add(new Unit(id, "Đơn vị " + id, Tree.PARTY, "x", 3, List.of(placements), id, id));
    }

    private void follow(Kind kind, String from, String to, LocalDate date) {
        followed.add(new Succession(kind, from, to, date, "11-QĐ/TU"));
    }

    private Restating today() {
        return new Restating(new UnitTree(units, followed), TODAY);
    }

    private static Optional<String> nowhere(LocalDate day) {
        return Optional.empty();
    }

    @Test
    void whatWasMergedBelongsWhollyToItsSuccessor() {
        assertThat(today().place("X1")).isEqualTo(new Restating.Place("/T/C/", true));
        assertThat(today().place("K1")).isEqualTo(new Restating.Place("/T/C/K1/", true));
        assertThat(today().windows("X1")).isEmpty();
        assertThat(today().place("T-A").path()).isEqualTo("/T/");
    }

    @Test
    void whatNobodySucceededCannotBeRestatedAndStaysWithTheUnitAbove() {
        assertThat(today().place("H1")).isEqualTo(new Restating.Place("/T/", false));
        unit("K9", stands("C", MERGED, PARTED));
        follow(Kind.DISSOLVE, "K9", "C", PARTED);
        assertThat(today().place("K9")).isEqualTo(new Restating.Place("/T/C/", false));
    }

    @Test
    void aCellThatWasPartedFollowsItsPersons() {
        unit("M", stands("D", PARTED, null));
        follow(Kind.SEPARATE, "K1", "M", PARTED);
        Restating today = today();
        assertThat(today.windows("K1")).containsExactly(new Restating.Window(null, PARTED));
        LocalDate before = PARTED.minusMonths(2);
        assertThat(today.follow("K1", before, day -> Optional.of("M")).path()).isEqualTo("/T/D/M/");
        assertThat(today.follow("K1", before, day -> Optional.of("K1")).path()).isEqualTo("/T/C/K1/");
        assertThat(today.follow("K1", before, RestatingTest::nowhere))
                .as("whoever had left stays with the unit that stayed")
                .isEqualTo(new Restating.Place("/T/C/K1/", true));
        assertThat(today.follow("K1", PARTED, day -> Optional.of("M")).path())
                .as("what came after the parting is not parted again")
                .isEqualTo("/T/C/K1/");
    }

    @Test
    void aUnitDividedAmongSeveralLeavesWhatNobodyTookOver() {
        unit("O", stands("C", MERGED, PARTED));
        unit("P", stands("C", PARTED, null));
        unit("Q", stands("D", PARTED, null));
        follow(Kind.DIVIDE, "O", "P", PARTED);
        follow(Kind.DIVIDE, "O", "Q", PARTED);
        Restating today = today();
        LocalDate before = PARTED.minusDays(1);
        assertThat(today.follow("O", before, day -> Optional.of("Q"))).isEqualTo(new Restating.Place("/T/D/Q/", true));
        assertThat(today.follow("O", before, RestatingTest::nowhere)).isEqualTo(new Restating.Place("/T/C/", false));
        assertThat(today.follow("O", before, day -> Optional.of("K2")))
                .as("gone to another unit before it was divided")
                .isEqualTo(new Restating.Place("/T/C/", false));
    }

    @Test
    void whatCameBeforeAMergerThatWasUndoneIsAsIfItHadNeverBeen() {
        LocalDate merged = LocalDate.of(2025, 10, 1);
        unit("A1", stands("C", MERGED, merged), stands("C", UNDONE, null));
        unit("B1", stands("D", MERGED, null));
        follow(Kind.ABSORB, "A1", "B1", merged);
        follow(Kind.UNDO, "B1", "A1", UNDONE);
        Restating today = today();
        assertThat(today.place("A1").path()).isEqualTo("/T/C/A1/");
        assertThat(today.windows("A1")).isEmpty();
        assertThat(today.windows("B1")).containsExactly(new Restating.Window(merged, UNDONE));
        assertThat(today.follow("B1", merged.minusDays(1), day -> Optional.of("A1"))
                        .path())
                .isEqualTo("/T/D/B1/");
        assertThat(today.follow("B1", merged, day -> Optional.of("A1")).path()).isEqualTo("/T/C/A1/");
        assertThat(today.follow("B1", merged, day -> Optional.of("B1")).path()).isEqualTo("/T/D/B1/");
    }

    @Test
    void aUnitThatWasConsolidatedAndUndoneGoesBackToBothByPersons() {
        LocalDate merged = LocalDate.of(2025, 10, 1);
        unit("A1", stands("C", MERGED, null));
        unit("B1", stands("D", MERGED, null));
        unit("G", stands("T", merged, UNDONE));
        for (String part : List.of("A1", "B1")) {
            follow(Kind.CONSOLIDATE, part, "G", merged);
            follow(Kind.UNDO, "G", part, UNDONE);
        }
        assertThat(today().follow("G", merged, day -> Optional.of("B1")).path()).isEqualTo("/T/D/B1/");
        assertThat(today().place("G")).isEqualTo(new Restating.Place("/T/", false));
        assertThat(today().place("A1").path()).isEqualTo("/T/C/A1/");
    }

    @Test
    void whatWasMergedIntoAUnitThatWasPartedLaterFollowsItsPersonsToo() {
        unit("K5", stands("X1", OLD, MERGED));
        unit("M", stands("D", PARTED, null));
        follow(Kind.ABSORB, "K5", "K1", MERGED);
        follow(Kind.SEPARATE, "K1", "M", PARTED);
        Restating today = today();
        assertThat(today.windows("K5")).containsExactly(new Restating.Window(null, MERGED));
        assertThat(today.partingDays("K5")).containsExactly(PARTED);
        assertThat(today.follow(
                                "K5",
                                OLD,
                                day -> Optional.ofNullable(Map.of(PARTED, "M").get(day)))
                        .path())
                .isEqualTo("/T/D/M/");
    }

    @Test
    void restatingToADayOnWhichTheOldUnitsStoodChangesNothing() {
        Restating then = new Restating(new UnitTree(units, followed), MERGED.minusDays(1));
        assertThat(then.place("X1").path()).isEqualTo("/T-A/H1/X1/");
        assertThat(then.place("K1").path()).isEqualTo("/T-A/H1/X1/K1/");
    }

    @Test
    void unitsThatFollowEachOtherInACircleEndSomewhere() {
        unit("E1", stands("C", MERGED, PARTED));
        unit("E2", stands("C", MERGED, PARTED));
        follow(Kind.ABSORB, "E1", "E2", PARTED);
        follow(Kind.ABSORB, "E2", "E1", PARTED);
        assertThat(today().place("E1").exact()).isFalse();
        assertThat(today().follow("E1", MERGED, RestatingTest::nowhere).exact()).isFalse();
        assertThat(today().reach("E1")).containsExactlyInAnyOrder("E1", "E2");
    }
}
