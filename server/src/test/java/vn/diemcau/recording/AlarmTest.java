package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.recording.Alarm.Cause;
import vn.diemcau.recording.Recording.State;

class AlarmTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Recorder IDLE = recorder(NOW.minusSeconds(60), 50_000_000_000L, 0, 0);

    @Test
    void nothingIsSaidWhileThereIsTimeAndOnceItIsThere() {
        assertThat(Alarm.of(Reel.of(State.EXPECTED, NOW), List.of(IDLE), NOW)).isEmpty();
        assertThat(Alarm.of(Reel.of(State.READY, NOW.minusSeconds(1)), List.of(), NOW))
                .isEmpty();
        assertThat(Alarm.of(Reel.of(State.REMOVED, NOW.minusSeconds(1)), List.of(), NOW))
                .isEmpty();
    }

    @Test
    void theCauseIsWhatTheAgentsTell() {
        assertThat(cause()).contains(Cause.NO_RECORDER);
        assertThat(cause(IDLE)).contains(Cause.NOT_RECORDED);
        assertThat(cause(recorder(NOW.minus(Duration.ofMinutes(11)), -1, 3, 0))).contains(Cause.RECORDER_SILENT);
        assertThat(cause(recorder(null, -1, 0, 0))).contains(Cause.RECORDER_SILENT);
        assertThat(cause(IDLE, recorder(NOW, 4_000_000_000L, 2, 1))).contains(Cause.DISK_FULL);
        assertThat(cause(IDLE, recorder(NOW, -1, 2, 1))).contains(Cause.RECORDER_FAILING);
        assertThat(cause(IDLE, recorder(NOW, -1, 2, 0))).contains(Cause.ON_ITS_WAY);
        assertThat(Alarm.of(Reel.of(State.FAILED, NOW.plusSeconds(60)), List.of(IDLE), NOW)
                        .map(Alarm::cause))
                .contains(Cause.FAILED);
    }

    @Test
    void theAgentThatSpokeLastIsNamedWhenAllAreSilent() {
        Recorder old = recorder(NOW.minus(Duration.ofDays(3)), -1, 0, 0);
        Recorder newer = recorder(NOW.minus(Duration.ofHours(3)), -1, 0, 0);
        assertThat(Alarm.of(Reel.of(State.ARRIVING, NOW.minusSeconds(1)), List.of(old, newer), NOW)
                        .map(Alarm::recorder))
                .contains(newer);
    }

    private static Optional<Cause> cause(Recorder... recorders) {
        return Alarm.of(Reel.of(State.EXPECTED, NOW.minusSeconds(1)), List.of(recorders), NOW)
                .map(Alarm::cause);
    }

    private static Recorder recorder(@Nullable Instant seenAt, long free, int waiting, int failing) {
        Instant madeAt = NOW.minus(Duration.ofDays(9));
        return new Recorder("r", "jibri", "", madeAt, madeAt, null, null, seenAt, free, waiting, failing);
    }
}
