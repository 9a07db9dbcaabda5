package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one site of a session stands: the row of the flash report.
 *
 * @param counts of the people expected there
 * @param visiting people present there who were expected elsewhere
 * @param headCount the latest head-count (số đếm), or null; never part of any count of persons
 * @param reportedAt when the steward last reported the roll, or null
 */
public record SiteFigures(
        String session,
        String site,
        State state,
        Counts counts,
        int visiting,
        @Nullable Integer headCount,
        List<HeadCount> headCounts,
        @Nullable Instant reportedAt,
        @Nullable Instant closedAt,
        @Nullable Instant lastAt) {
    /** What the tile of a site shows. */
    public enum State {
        /** Nothing heard: never looks like absent. */
        SILENT,
        FILLING,
        REPORTED,
        LINK_DOWN,
        CLOSED,
        /** Nothing had been heard of it: closed by rule, and nobody there is absent. */
        CLOSED_BY_RULE
    }

    /**
     * A count without names.
     *
     * @param by who counted; where it came by telephone, who said it
     * @param enteredBy who entered what was said on the telephone (nhập hộ), or null
     */
    public record HeadCount(
            int count,
            Instant at,
            String by,
            boolean byPhone,
            @Nullable String enteredBy) {}

    public boolean reported() {
        return reportedAt != null || closed();
    }

    /** Closed by somebody, not by rule. */
    public boolean closed() {
        return closedAt != null && state != State.CLOSED_BY_RULE;
    }
}
