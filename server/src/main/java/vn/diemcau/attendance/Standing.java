package vn.diemcau.attendance;

import java.util.Locale;

/** What a session is to somebody who must come; exactly one holds, so that the five add up to the required. */
public enum Standing {
    PRESENT,
    /** An approved substitute came instead: in the denominator, not in the numerator. */
    SUBSTITUTED,
    EXCUSED,
    UNEXCUSED,
    /** Nothing proves anything yet, and the roll is not closed: missing is not absent. */
    UNDETERMINED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
