package vn.diemcau.attendance;

import java.util.Locale;

/** What is true beside the standing. */
public enum Flag {
    /** Within present. */
    LATE,
    /** Within present; may hold together with late. */
    LEFT_EARLY,
    /** On an absence: caught up later (học bù). */
    MADE_UP,
    /** Present at another site than the expected one. */
    OTHER_SITE,
    /** Evidence at two sites overlaps: both kept, somebody should look. */
    TWO_SITES,
    /** Within remote presence: only the session's own page says so, which is weaker than a meeting's word. */
    PAGE_ONLY,
    /** Within remote presence: only an observer in the room says so, which is weaker than the meeting server's word. */
    OBSERVED_ONLY,
    /** A human's correction decided. */
    CORRECTED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
