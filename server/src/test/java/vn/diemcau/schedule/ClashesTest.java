package vn.diemcau.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClashesTest {
    private static final Site HALL = Sample.site("s1", "hall", 50, "0912345678");

    @Test
    void oneLecturerTwiceAtATimeIsAWarning() {
        Session mine = Sample.session("a", State.DRAFT, 0, 3, "Nguyễn Văn An", List.of());
        Session other = Sample.session("b", State.ISSUED, 2, 5, "NGUYỄN VĂN  AN", List.of());
        assertThat(Clashes.of(List.of(mine), List.of(other), Map.of()))
                .containsExactly(new Clash(Clash.Kind.LECTURER, "a", other, null, "Nguyễn Văn An", 0, 0));
    }

    @Test
    void aPlaceUsedTwiceIsAWarningAndItsContactIsNotNamedAgain() {
        Session mine = Sample.session("a", State.DRAFT, 0, 3, null, List.of(HALL));
        Session other = Sample.session("b", State.ISSUED, 2, 5, null, List.of(HALL));
        assertThat(Clashes.of(List.of(mine), List.of(other), Map.of()))
                .extracting(Clash::kind)
                .containsExactly(Clash.Kind.PLACE);
    }

    @Test
    void aContactInTwoPlacesIsAWarning() {
        Session mine = Sample.session("a", State.DRAFT, 0, 3, null, List.of(HALL));
        Session other =
                Sample.session("b", State.ISSUED, 2, 5, null, List.of(Sample.site("s9", "elsewhere", 0, "0912345678")));
        assertThat(Clashes.of(List.of(mine), List.of(other), Map.of()))
                .extracting(Clash::kind, Clash::subject)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Clash.Kind.CONTACT, "0912345678"));
    }

    @Test
    void morePeopleThanSeatsIsAWarningWithBothFigures() {
        Session mine = Sample.session("a", State.DRAFT, 0, 3, null, List.of(HALL));
        assertThat(Clashes.of(List.of(mine), List.of(), Map.of("a", Map.of("s1", 51))))
                .containsExactly(new Clash(Clash.Kind.SEATS, "a", null, "s1", "Điểm s1", 51, 50));
        assertThat(Clashes.of(List.of(mine), List.of(), Map.of("a", Map.of("s1", 50))))
                .isEmpty();
    }

    @Test
    void cancelledAndPostponedSessionsClashWithNothing() {
        Session mine = Sample.session("a", State.DRAFT, 0, 3, "An", List.of(HALL));
        for (State state : List.of(State.CANCELLED, State.POSTPONED)) {
            assertThat(Clashes.of(
                            List.of(mine), List.of(Sample.session("b", state, 0, 3, "An", List.of(HALL))), Map.of()))
                    .isEmpty();
        }
    }

    @Property(tries = 300)
    void whoClashesWithWhomIsMutualAndOnlyWhenTheyOverlap(
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(min = 1, max = 5) int long1,
            @ForAll @IntRange(max = 20) int other,
            @ForAll @IntRange(min = 1, max = 5) int long2) {
        Session one = Sample.session("a", State.ISSUED, from, from + long1, "An", List.of());
        Session two = Sample.session("b", State.ISSUED, other, other + long2, "An", List.of());
        boolean overlap = from < other + long2 && other < from + long1;
        assertThat(Clashes.of(List.of(one), List.of(two), Map.of()).size()).isEqualTo(overlap ? 1 : 0);
        assertThat(Clashes.of(List.of(two), List.of(one), Map.of()).size()).isEqualTo(overlap ? 1 : 0);
    }
}
