package vn.diemcau.attendance;

import java.util.Locale;

/** Whether the outcome stands clear of every threshold, or within the detection bound of one. */
public enum Certainty {
    SURE,
    UNCERTAIN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
