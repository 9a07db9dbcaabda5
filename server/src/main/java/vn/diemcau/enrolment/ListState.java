package vn.diemcau.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the list of a session stands.
 *
 * @param version in force; 0 while nobody was summoned
 * @param frozen whether the session has started: from then on only amendments change the list
 * @param unannounced the version that listeners have yet to hear of, or null
 * @param history what changed, oldest first
 */
record ListState(
        String session,
        int version,
        boolean frozen,
        @Nullable Integer unannounced,
        Instant startsAt,
        @Nullable Instant refreshedAt,
        List<Change> history,
        long rev) {
    /**
     * How a version came about.
     *
     * @param reason a code (issued, refreshed) or, for amendments, what a person typed
     * @param standings how many people of each standing
     */
    record Change(
            int version,
            Instant at,
            String by,
            String reason,
            int added,
            int removed,
            int changed,
            Map<Required.Standing, Integer> standings) {}
}
