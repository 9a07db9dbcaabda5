package vn.diemcau.attendance;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;

/** The rotating code of a room's screen: six digits from an HMAC over steps of thirty seconds, one step either side accepted. */
public final class RoomCode {
    static final int STEP_SECONDS = 30;

    private RoomCode() {}

    static byte[] key(Keys keys, String session, String site) {
        return keys.derived("room", session + "\0" + site);
    }

    /** The six digits on a room's screen at that time, by the room's key. */
    public static String at(byte[] key, Instant time) {
        return ofStep(key, Math.floorDiv(time.getEpochSecond(), STEP_SECONDS));
    }

    static String ofStep(byte[] key, long step) {
        byte[] mac = Keys.hmac(key, ByteBuffer.allocate(8).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0F;
        int number = ByteBuffer.wrap(mac, offset, 4).getInt() & 0x7FFFFFFF;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    /** How a code stands to the time it was read at. */
    enum Fit {
        RIGHT,
        /** Was right a little earlier: somebody typed slowly, or passed it on. */
        EXPIRED,
        WRONG
    }

    static Fit fit(byte[] key, String code, Instant seenAt) {
        long now = Math.floorDiv(seenAt.getEpochSecond(), STEP_SECONDS);
        for (long step = now - 1; step <= now + 1; step++) {
            if (ofStep(key, step).equals(code)) return Fit.RIGHT;
        }
        for (long step = now - 20; step < now - 1; step++) {
            if (ofStep(key, step).equals(code)) return Fit.EXPIRED;
        }
        return Fit.WRONG;
    }
}
