package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.recording.Recording.State;

class RecordingTest {
    private static final Instant DUE = Instant.parse("2026-11-22T12:00:00Z");

    private static Recording recording(State state, @Nullable Instant removeAfter, @Nullable Instant warnedAt) {
        return new Recording(
                "r",
                null,
                "s",
                "p",
                "/T/",
                "Buổi 1",
                state,
                DUE,
                DUE,
                0,
                null,
                null,
                null,
                null,
                removeAfter,
                warnedAt,
                Recording.Rule.USUAL,
                false,
                false);
    }

    @Test
    void whatShouldBeHereAndIsNotIsOverdue() {
        assertThat(recording(State.EXPECTED, null, null).overdue(DUE)).isFalse();
        assertThat(recording(State.EXPECTED, null, null).overdue(DUE.plusSeconds(1)))
                .isTrue();
        assertThat(recording(State.ARRIVING, null, null).overdue(DUE.plusSeconds(1)))
                .isTrue();
        assertThat(recording(State.READY, null, null).overdue(DUE.plusSeconds(1)))
                .isFalse();
        assertThat(recording(State.FAILED, null, null).overdue(DUE.minusSeconds(1)))
                .isTrue();
    }

    @Test
    void nothingIsRemovedThatWasNotWarnedOfAWeekBefore() {
        Instant until = DUE.plus(Duration.ofDays(100));
        Recording kept = recording(State.READY, until, null);
        assertThat(kept.toBeWarnedOf(until.minus(Duration.ofDays(15)))).isFalse();
        assertThat(kept.toBeWarnedOf(until.minus(Duration.ofDays(13)))).isTrue();
        assertThat(kept.toBeRemoved(until.plus(Duration.ofDays(30)))).isFalse();
        Instant warned = until.plus(Duration.ofDays(1));
        Recording late = recording(State.READY, until, warned);
        assertThat(late.toBeRemoved(warned.plus(Duration.ofDays(6)))).isFalse();
        assertThat(late.toBeRemoved(warned.plus(Duration.ofDays(8)))).isTrue();
        assertThat(recording(State.REMOVED, until, warned).toBeRemoved(warned.plus(Duration.ofDays(8))))
                .isFalse();
    }
}
