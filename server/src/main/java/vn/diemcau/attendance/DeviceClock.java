package vn.diemcau.attendance;

import java.time.Duration;
import java.time.Instant;

/** What a device's clock said, on the server's clock, and how far off that may still be. */
public final class DeviceClock {
    /** No request is under way longer; by so much the offset measured at a sync may be too large. */
    static final int TRANSIT_SECONDS = 30;

    private static final Duration SAME = Duration.ofSeconds(2);
    private static final int FARTHEST = 3600;

    private DeviceClock() {}

    /** A moment on the server's clock, and how sure it is. */
    public record Timed(Instant at, int bound) {}

    /**
     * Corrects by the measured offset; what still lies ahead of now was seen now, and is unsure by the difference.
     *
     * @param offset by how much the server's clock was ahead of the sender's when it was sent: the way itself is in it
     */
    public static Timed corrected(Instant said, Duration offset, Instant now) {
        Instant at = offset.abs().compareTo(SAME) > 0 ? said.plus(offset) : said;
        if (at.isAfter(now.plus(SAME))) {
            long ahead = Math.min(Duration.between(now, at).toSeconds(), FARTHEST);
            return new Timed(now, (int) Math.max(TRANSIT_SECONDS, ahead));
        }
        return new Timed(at, TRANSIT_SECONDS);
    }
}
