package vn.diemcau.attendance;

import java.util.Locale;

/** How somebody was present: the one with most minutes, so that the columns of a report add up. */
public enum PresenceMode {
    MAIN_HALL,
    LINKED,
    BROADCAST,
    REMOTE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
