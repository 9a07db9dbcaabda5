package vn.diemcau.schedule;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the site directory: a room that can serve as a site again and again.
 *
 * @param unit whose place it is; the one action "a site for each commune" takes the places of those units
 * @param unitPath that unit's path when the entry was written: rights are judged by it
 * @param seats 0 when unknown
 * @param folded name and address without marks, lower case, for search
 */
public record Place(
        String id,
        String name,
        @Nullable String address,
        int seats,
        @Nullable String contactName,
        @Nullable String contactPhone,
        String unit,
        String unitPath,
        String folded,
        long rev) {
    /** The same room of another unit, or of the same in another place. */
    Place of(String newUnit, String newPath) {
        return new Place(id, name, address, seats, contactName, contactPhone, newUnit, newPath, folded, rev);
    }
}
