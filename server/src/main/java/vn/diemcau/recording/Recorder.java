package vn.diemcau.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recording agent that may bring recordings, and nothing else.
 *
 * @param seenAt when it last spoke
 * @param freeBytes on its disk, as it last said
 * @param waiting recordings on its disk that are not here yet
 * @param failing those of them that it cannot bring
 */
record Recorder(
        String id, String name, Instant madeAt, @Nullable Instant seenAt, long freeBytes, int waiting, int failing) {}
