package vn.diemcau.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recording that somebody should look after, and what is known of why.
 *
 * @param recorder the agent that the cause is about, or null
 */
record Alarm(Recording recording, Cause cause, @Nullable Recorder recorder) {
    /** An agent reports every minute; this long without a word is silence. */
    static final Duration SILENCE = Duration.ofMinutes(10);
    /** Less room than this on an agent's disk, and the next session does not fit. */
    static final long LITTLE_ROOM = 5_000_000_000L;

    /** Why a recording is not there, as far as the agents tell it; or that it will go. */
    enum Cause {
        /** The agent said that it cannot bring it; the recording says why. */
        FAILED,
        /** No agent has a token: nothing can come by itself. */
        NO_RECORDER,
        /** None of the agents has spoken lately. */
        RECORDER_SILENT,
        /** An agent's disk is nearly full. */
        DISK_FULL,
        /** An agent holds recordings that it cannot bring. */
        RECORDER_FAILING,
        /** An agent holds recordings that it has not sent yet. */
        ON_ITS_WAY,
        /** The agents speak and have nothing: nobody pressed record, or it was recorded elsewhere. */
        NOT_RECORDED,
        /** It is there and will be removed on its day. */
        REMOVAL
    }

    /** What there is to say of the recording now; empty when all is well. */
    static Optional<Alarm> of(Recording recording, List<Recorder> recorders, Instant now) {
        if (recording.state() == Recording.State.READY)
            return recording.warnedAt() == null
                    ? Optional.empty()
                    : Optional.of(new Alarm(recording, Cause.REMOVAL, null));
        if (!recording.overdue(now)) return Optional.empty();
        if (recording.state() == Recording.State.FAILED) return Optional.of(new Alarm(recording, Cause.FAILED, null));
        if (recorders.isEmpty()) return Optional.of(new Alarm(recording, Cause.NO_RECORDER, null));
        List<Recorder> speaking = recorders.stream()
                .filter(each -> each.seenAt() != null && !each.seenAt().isBefore(now.minus(SILENCE)))
                .toList();
        if (speaking.isEmpty())
            return Optional.of(new Alarm(
                    recording,
                    Cause.RECORDER_SILENT,
                    recorders.stream().max(Comparator.comparing(Alarm::spoke)).orElse(null)));
        return Optional.of(first(speaking, each -> each.freeBytes() >= 0 && each.freeBytes() < LITTLE_ROOM)
                .map(each -> new Alarm(recording, Cause.DISK_FULL, each))
                .or(() -> first(speaking, each -> each.failing() > 0)
                        .map(each -> new Alarm(recording, Cause.RECORDER_FAILING, each)))
                .or(() -> first(speaking, each -> each.waiting() > 0)
                        .map(each -> new Alarm(recording, Cause.ON_ITS_WAY, each)))
                .orElseGet(() -> new Alarm(recording, Cause.NOT_RECORDED, null)));
    }

    private static Instant spoke(Recorder recorder) {
        return recorder.seenAt() == null ? Instant.MIN : recorder.seenAt();
    }

    private static Optional<Recorder> first(List<Recorder> all, java.util.function.Predicate<Recorder> which) {
        return all.stream().filter(which).findFirst();
    }
}
