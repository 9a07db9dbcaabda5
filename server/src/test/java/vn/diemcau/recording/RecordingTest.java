package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.diemcau.recording.Recording.State;

class RecordingTest {
    private static final Instant DUE = Reel.DUE;

    @Test
    void whatShouldBeHereAndIsNotIsOverdue() {
        assertThat(Reel.of(State.EXPECTED, DUE).overdue(DUE)).isFalse();
        assertThat(Reel.of(State.EXPECTED, DUE).overdue(DUE.plusSeconds(1))).isTrue();
        assertThat(Reel.of(State.ARRIVING, DUE).overdue(DUE.plusSeconds(1))).isTrue();
        assertThat(Reel.of(State.READY, DUE).overdue(DUE.plusSeconds(1))).isFalse();
        assertThat(Reel.of(State.FAILED, DUE).overdue(DUE.minusSeconds(1))).isTrue();
    }

    @Test
    void nothingIsRemovedThatWasNotWarnedOfAWeekBefore() {
        Instant until = DUE.plus(Duration.ofDays(100));
        Recording kept = Reel.of(State.READY, until, null);
        assertThat(kept.toBeWarnedOf(until.minus(Duration.ofDays(15)))).isFalse();
        assertThat(kept.toBeWarnedOf(until.minus(Duration.ofDays(13)))).isTrue();
        assertThat(kept.toBeRemoved(until.plus(Duration.ofDays(30)))).isFalse();
        Instant warned = until.plus(Duration.ofDays(1));
        Recording late = Reel.of(State.READY, until, warned);
        assertThat(late.toBeRemoved(warned.plus(Duration.ofDays(6)))).isFalse();
        assertThat(late.toBeRemoved(warned.plus(Duration.ofDays(8)))).isTrue();
        assertThat(Reel.of(State.REMOVED, until, warned).toBeRemoved(warned.plus(Duration.ofDays(8))))
                .isFalse();
    }
}
