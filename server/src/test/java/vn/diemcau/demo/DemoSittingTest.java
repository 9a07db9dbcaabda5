package vn.diemcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DemoSittingTest {
    @Test
    void nobodyStudiesAResolutionAtNight() {
        assertThat(DemoSitting.at(LocalTime.of(0, 30))).isEqualTo(DemoSitting.STORM);
        assertThat(DemoSitting.at(LocalTime.of(22, 0))).isEqualTo(DemoSitting.STORM);
        assertThat(DemoSitting.at(LocalTime.of(8, 0))).isEqualTo(DemoSitting.STUDY);
        assertThat(DemoSitting.at(LocalTime.of(20, 15))).isEqualTo(DemoSitting.STUDY);
    }

    @Property
    void aConferenceBeganOnAQuarterOfAnHourAFewMinutesAgo(
            @ForAll @LongRange(min = 1_000_000, max = 4_000_000_000L) long second) {
        Instant now = Instant.ofEpochSecond(second);
        Instant start = DemoToday.start(now);
        assertThat(start.getEpochSecond() % 900).isZero();
        assertThat(Duration.between(start, now)).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(21));
    }
}
