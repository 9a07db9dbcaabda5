package vn.diemcau.attendance;

import org.jspecify.annotations.Nullable;

/**
 * What became of a claim.
 *
 * @param reason with REFUSED why; with ALREADY {@code already_counted} when other evidence had shown the person there before
 * @param attendance whose it is, if somebody's
 * @param outcome what all evidence proves now
 * @param siteCounts of the site as last tallied, or null
 */
record Answer(
        String id,
        Result result,
        @Nullable String reason,
        @Nullable Attendance attendance,
        @Nullable Outcome outcome,
        @Nullable Counts siteCounts) {
    /** How it ended. */
    enum Result {
        COUNTED,
        ALREADY,
        REFUSED,
        /** The id stands with other content: nothing was kept. */
        ID_REUSED
    }
}
