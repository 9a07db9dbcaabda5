package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SecondsTest {
    @Test
    void spansThatTouchBecomeOne() {
        Seconds seen = Seconds.NONE.with(0, 10, 100).with(20, 30, 100).with(10, 20, 100);
        assertThat(seen.spans()).containsExactly(new Seconds.Span(0, 30));
        assertThat(seen.count()).isEqualTo(30);
    }

    @Test
    void onlyTheFirstNewSecondsAreTakenWhenThereIsNoRoomForMore() {
        Seconds seen = Seconds.NONE.with(5, 10, 100).with(0, 20, 7);
        assertThat(seen.spans()).containsExactly(new Seconds.Span(0, 12));
        assertThat(Seconds.NONE.with(0, 20, 0)).isEqualTo(Seconds.NONE);
    }

    @Property
    void theyAreTheUnionOfWhatWasPlayedInAnyOrder(
            @ForAll @Size(max = 30) List<@IntRange(max = 200) Integer> starts,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        BitSet expected = new BitSet();
        Seconds seen = Seconds.NONE;
        Seconds backwards = Seconds.NONE;
        for (int start : starts) {
            expected.set(start, start + length);
            seen = seen.with(start, start + length, Integer.MAX_VALUE);
        }
        for (int i = starts.size() - 1; i >= 0; i--)
            backwards = backwards.with(starts.get(i), starts.get(i) + length, Integer.MAX_VALUE);
        assertThat(seen.count()).isEqualTo(expected.cardinality());
        assertThat(seen).isEqualTo(backwards);
        for (int second = 0; second < 250; second++)
            assertThat(seen.has(second)).isEqualTo(expected.get(second));
    }
}
