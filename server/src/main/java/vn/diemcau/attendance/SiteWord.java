package vn.diemcau.attendance;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a site beside its roll: the technician's check before the session, or that the site was called.
 *
 * @param by the name of the account or device
 * @param good of a check: what was looked at, and whether it works (picture, sound, link, power)
 * @param reached of a call: whether somebody answered
 */
record SiteWord(
        String id,
        String session,
        String site,
        Kind kind,
        Instant at,
        String by,
        Map<String, Boolean> good,
        @Nullable Boolean reached,
        @Nullable String note) {
    /** What it is about. */
    enum Kind {
        CHECK,
        CALL,
        /** Nothing was heard of it by the policy's time. */
        REMINDER
    }
}
