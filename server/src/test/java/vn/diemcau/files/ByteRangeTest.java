package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
    @Test
    void rangesAreReadAsBrowsersSendThem() {
        assertThat(ByteRange.of("bytes=0-99", 1000)).contains(new ByteRange(0, 100));
        assertThat(ByteRange.of("bytes=900-", 1000)).contains(new ByteRange(900, 1000));
        assertThat(ByteRange.of("bytes=-10", 1000)).contains(new ByteRange(990, 1000));
        assertThat(ByteRange.of("bytes=500-5000", 1000)).contains(new ByteRange(500, 1000));
        assertThat(new ByteRange(0, 100).contentRange(1000)).isEqualTo("bytes 0-99/1000");
    }

    @Test
    void whatTheFileDoesNotHaveIsNowhereAndWhatCannotBeReadIsTheWhole() {
        assertThat(ByteRange.of("bytes=1000-", 1000)).contains(ByteRange.NOWHERE);
        assertThat(ByteRange.of("bytes=-0", 1000)).contains(ByteRange.NOWHERE);
        assertThat(ByteRange.of(null, 1000)).isEqualTo(Optional.empty());
        assertThat(ByteRange.of("bytes=0-1,5-6", 1000)).isEmpty();
        assertThat(ByteRange.of("bytes=9-3", 1000)).isEmpty();
        assertThat(ByteRange.of("lines=1-2", 1000)).isEmpty();
    }

    @Property
    void noRangeLeavesTheFile(
            @ForAll @LongRange(min = 0) long from,
            @ForAll @LongRange(min = 0) long to,
            @ForAll @LongRange(min = 1, max = 1L << 40) long size) {
        ByteRange.of("bytes=" + from % (1L << 41) + "-" + to % (1L << 41), size)
                .filter(range -> !range.equals(ByteRange.NOWHERE))
                .ifPresent(range -> assertThat(range.from()).isBetween(0L, range.until() - 1));
    }
}
