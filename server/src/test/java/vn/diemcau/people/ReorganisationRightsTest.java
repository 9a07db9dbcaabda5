package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.Wish;

/** Who may plan a reorganisation or take one back: whoever holds the right over everything it reaches. */
class ReorganisationRightsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final UnitTree TREE =
            new UnitTree(List.of(unit("T", null), unit("A", "T"), unit("A1", "A"), unit("A2", "A"), unit("B", "T")));
    private static final SignedIn OF_A =
            new SignedIn("a", null, "Văn phòng A", Set.of(Grant.over(Role.PROVINCE_ADMIN, "/T/A/")), null, "");

    private static Unit unit(String id, @Nullable String parent) {
        return new Unit(
                id,
                "Đơn vị " + id,
                Tree.PARTY,
                "unit",
                2,
                List.of(new Unit.Placement(parent, LocalDate.of(2025, 7, 1), null)),
                id,
                id);
    }

    private static Wish wish(
            Succession.Kind kind,
            List<String> units,
            @Nullable String into,
            List<Place> places,
            @Nullable String undoes) {
        return new Wish(kind, DAY, "1-QĐ", null, "", units, into, List.of(), null, places, undoes, false);
    }

    private static boolean may(Wish wish, @Nullable Wish undone) {
        return ReorganisationRoutes.mayAll(OF_A, TREE, wish, undone, DAY);
    }

    private static Wish undo(List<String> units, List<Place> places) {
        return wish(Succession.Kind.UNDO, units, null, places, "before");
    }

    @Test
    void takingBackAsksForWhatTheOneTakenBackAskedForWhateverTheUndoNames() {
        Wish own = wish(Succession.Kind.ABSORB, List.of("A1"), "A2", List.of(), null);
        Wish strange = wish(Succession.Kind.ABSORB, List.of("A1"), "B", List.of(), null);
        assertThat(may(undo(List.of(), List.of()), own)).isTrue();
        assertThat(may(undo(List.of(), List.of()), strange)).isFalse();
        assertThat(may(undo(List.of("A1"), List.of()), strange)).isFalse();
        assertThat(may(undo(List.of("A1"), List.of()), null)).isFalse();
    }

    @Test
    void partsGoOnlyToUnitsOverWhichTheRightIsHeld() {
        Wish there = wish(Succession.Kind.DISSOLVE, List.of("A1"), null, List.of(new Place("p", "A2")), null);
        Wish away = wish(Succession.Kind.DISSOLVE, List.of("A1"), null, List.of(new Place("p", "B")), null);
        assertThat(may(there, null)).isTrue();
        assertThat(may(away, null)).isFalse();
        Wish own = wish(Succession.Kind.ABSORB, List.of("A1"), "A2", List.of(), null);
        assertThat(may(undo(List.of(), List.of(new Place("p", "B"))), own)).isFalse();
    }
}
