package vn.diemcau.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room with many people behind one link, as it serves in a session. The id is the same in all sessions of a programme.
 *
 * @param place the entry of the site directory it came from, or null
 * @param seats 0 when unknown
 * @param units the units whose people come here (each with everything below it, unless a nearer rule says otherwise)
 */
public record Site(
        String id,
        Kind kind,
        String name,
        @Nullable String place,
        @Nullable String address,
        int seats,
        @Nullable String contactName,
        @Nullable String contactPhone,
        List<String> units) {
    /** Main hall; linked by two-way video; or receiving one way by television or stream. */
    public enum Kind {
        MAIN,
        LINKED,
        BROADCAST
    }

    /** The same room for these units. */
    public Site serving(List<String> others) {
        return new Site(id, kind, name, place, address, seats, contactName, contactPhone, others);
    }
}
