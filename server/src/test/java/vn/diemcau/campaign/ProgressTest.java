package vn.diemcau.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The arithmetic of campaigns: collectives, persons and turns are counted for what they are. */
class ProgressTest {
    private static final String A1 = "/T/A/A1/";
    private static final String A2 = "/T/A/A2/";

    private static Progress progress(Campaign.Kind kind, int target) {
        Progress progress = new Progress(kind, target);
        progress.collective(A1);
        progress.collective(A2);
        for (int n = 0; n < 10; n++) progress.member(n < 5 ? A1 : A2);
        return progress;
    }

    @Test
    void somebodyWhoCameTwiceIsOnePersonAndTwoTurns() {
        Progress progress = progress(Campaign.Kind.RESOLUTION_STUDY, 20);
        progress.held("/T/", "s1");
        progress.held("/T/", "s2");
        progress.required(A1, "p1", true);
        progress.required(A1, "p1", true);
        progress.required(A1, "p2", false);
        Progress.Part part = progress.of("/T/A/");
        assertThat(part.persons()).isEqualTo(1);
        assertThat(part.turnsPresent()).isEqualTo(2);
        assertThat(part.turnsRequired()).isEqualTo(3);
        assertThat(part.held()).isZero();
        assertThat(progress.of("/T/").held()).isEqualTo(2);
        assertThat(part.reached())
                .as("A1 has one of five, which is 20 of a hundred")
                .isEqualTo(1);
        assertThat(progress.of(A2).reached()).isZero();
    }

    @Test
    void aSelfReviewGoesByTheUnitsThatMet() {
        Progress progress = progress(Campaign.Kind.SELF_REVIEW, 100);
        progress.held(A1, "s1");
        assertThat(progress.of("/T/").reached()).isEqualTo(1);
        assertThat(progress.lags(progress.of("/T/"))).isTrue();
        progress.held(A2, "s2");
        assertThat(progress.lags(progress.of("/T/"))).isFalse();
    }

    @Test
    void aJointMeetingIsHeldInEachCellAndOnceAbove() {
        Progress progress = progress(Campaign.Kind.SELF_REVIEW, 100);
        progress.held(A1, "joint");
        progress.held(A2, "joint");
        assertThat(progress.of(A1).held()).isEqualTo(1);
        assertThat(progress.of(A2).held()).isEqualTo(1);
        assertThat(progress.of("/T/A/").held()).isEqualTo(1);
    }

    @Test
    void somebodyWhoCameInBothHalvesOfADividedUnitIsOnePerson() {
        Progress progress = progress(Campaign.Kind.RESOLUTION_STUDY, 20);
        progress.required(A1, "p1", true);
        progress.required(A2, "p1", true);
        Progress.Part both = progress.of(List.of(A1, A2));
        assertThat(both.persons()).isEqualTo(1);
        assertThat(both.turnsPresent()).isEqualTo(2);
        assertThat(both).isEqualTo(progress.of("/T/A/"));
    }

    @Test
    void visitorsAreBesideAndInNoRate() {
        Progress progress = progress(Campaign.Kind.OTHER, 1);
        progress.other(A1);
        Progress.Part part = progress.of(A1);
        assertThat(part.others()).isEqualTo(1);
        assertThat(part.persons()).isZero();
        assertThat(part.turnsRequired()).isZero();
    }

    @Test
    void theTargetIsComparedInIntegers() {
        assertThat(new Progress.Part(10_000, 8_996, 0, 0, 0, 0, 0, 0).atLeast(90))
                .isFalse();
        assertThat(new Progress.Part(10, 9, 0, 0, 0, 0, 0, 0).atLeast(90)).isTrue();
        assertThat(new Progress.Part(0, 0, 0, 0, 0, 0, 0, 0).atLeast(1)).isFalse();
    }

    @Property(tries = 200)
    void sumsOfUnitsBelowAreTheUnit(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 11) Integer> turns) {
        Progress progress = progress(Campaign.Kind.RESOLUTION_STUDY, 50);
        for (int turn : turns) {
            String path = turn % 2 == 0 ? A1 : A2;
            progress.required(path, path + turn / 4, turn % 3 != 0);
        }
        Progress.Part whole = progress.of("/T/");
        Progress.Part one = progress.of(A1);
        Progress.Part two = progress.of(A2);
        assertThat(whole.turnsPresent()).isEqualTo(one.turnsPresent() + two.turnsPresent());
        assertThat(whole.turnsRequired()).isEqualTo(turns.size());
        assertThat(whole.persons()).isEqualTo(one.persons() + two.persons());
        assertThat(whole.members()).isEqualTo(10);
        assertThat(whole.reached()).isEqualTo(one.reached() + two.reached());
        assertThat(whole.persons()).isLessThanOrEqualTo(whole.turnsPresent());
    }
}
