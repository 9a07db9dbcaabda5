package vn.diemcau.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording agent that may bring recordings, and nothing else.
 *
 * @param host the address that its token holds for, or empty for any
 * @param renewedAt when its token was made
 * @param usedAt when its token was last used, to the minute
 * @param before the token it had before, while that still holds
 * @param seenAt when it last told how it is
 * @param freeBytes on its disk, as it last said
 * @param waiting recordings on its disk that are not here yet
 * @param failing those of them that it cannot bring
 */
record Recorder(
        String id,
        String name,
        String host,
        Instant madeAt,
        Instant renewedAt,
        @Nullable Instant usedAt,
        @Nullable Before before,
        @Nullable Instant seenAt,
        long freeBytes,
        int waiting,
        int failing) {
    /** A token that was replaced and holds until then. */
    record Before(Instant until, @Nullable Instant usedAt) {}

    /** One that has not spoken yet. */
    static Recorder fresh(String id, String name, String host, Instant now) {
        return new Recorder(id, name, host, now, now, null, null, null, -1, 0, 0);
    }
}
