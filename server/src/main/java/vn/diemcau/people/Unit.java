package vn.diemcau.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of a dated tree. Its id is its code and is never used again.
 *
 * @param type what it is: party_organization, grassroots_organization, party_cell, agency, …; not the same as the level
 * @param level depth by rank: 1 province … 4 cell
 * @param placements the parents it had and has, by date; never empty, disjoint, in order
 * @param folded the name without marks for search
 */
public record Unit(
        String id,
        String name,
        Tree tree,
        String type,
        int level,
        List<Placement> placements,
        String folded,
        String sortKey) {
    /**
     * Under which parent from when to when.
     *
     * @param parent null for a root
     * @param to the last day, or null while it lasts
     */
    public record Placement(
            @Nullable String parent,
            LocalDate from,
            @Nullable LocalDate to) {
        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    public boolean exists(LocalDate day) {
        return placements.stream().anyMatch(placement -> placement.on(day));
    }
}
