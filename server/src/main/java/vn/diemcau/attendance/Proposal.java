package vn.diemcau.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to judge a programme by another policy.
 *
 * @param policy numbered once approved
 * @param account who wishes it: another must approve
 * @param decidedBy who approved or rejected it, or null
 */
record Proposal(
        String id,
        String programme,
        State state,
        Policy policy,
        String reason,
        String account,
        String by,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    /** What became of it. */
    enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }
}
