package vn.diemcau.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Something that cannot be in two places, or does not fit: a warning, never a refusal.
 *
 * @param session of this programme
 * @param other the session it clashes with, or null
 * @param site of this session, or null when the session as a whole clashes
 * @param subject what clashes in words: the lecturer, the place, the contact
 * @param expected people expected at the site, for SEATS, else 0
 * @param seats of the site, for SEATS, else 0
 */
record Clash(
        Kind kind,
        String session,
        @Nullable Session other,
        @Nullable String site,
        String subject,
        int expected,
        int seats) {
    /** What clashes. */
    enum Kind {
        /** Two sessions of the same programme at once. */
        SESSIONS,
        LECTURER,
        PLACE,
        CONTACT,
        SEATS
    }
}
