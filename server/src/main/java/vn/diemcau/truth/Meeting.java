package vn.diemcau.truth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session as it really was. All times are seconds since the epoch on the true clock.
 *
 * @param pauses of the whole session
 * @param closed whether the office has closed it, so that missing is absent
 */
public record Meeting(
        String id, long start, long end, List<Stretch> pauses, List<Room> rooms, boolean closed, Rules rules) {
    /** A stretch of time [from, to). */
    public record Stretch(long from, long to) {}

    /** What the programme says counts. */
    public record Rules(int lateMinutes, int earlyMinutes, int remotePercent) {}

    /** How a room takes part. */
    public enum Kind {
        MAIN,
        LINKED,
        BROADCAST
    }

    /**
     * A room with its own true start, end and pauses.
     *
     * @param named whether its roll is taken by name; otherwise only heads are counted, or nothing is heard of it
     * @param steady whether its phones have signal and send at once
     * @param clocks by how much the clock of each of its phones is ahead of the true one
     */
    public record Room(
            String id,
            Kind kind,
            long start,
            long end,
            List<Stretch> pauses,
            boolean named,
            boolean steady,
            List<Long> clocks) {}

    long start(@Nullable Room room) {
        return room == null ? start : room.start();
    }

    long end(@Nullable Room room) {
        return room == null ? end : room.end();
    }
}
