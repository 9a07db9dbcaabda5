package vn.diemcau.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one session for one group of people on its list.
 *
 * @param group a unit's path such as {@code party:/T19/T19-05443/}, {@code site:ID} (people expected there, {@code site:} for those
 *     without a site), or {@code visit:ID} (people present there who were expected elsewhere)
 * @param lastAt when the latest of the people present came, or null
 * @param rev grows with each count
 */
public record Tally(
        String session,
        String group,
        Counts counts,
        @Nullable Instant lastAt,
        long rev) {}
