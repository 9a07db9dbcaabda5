package vn.diemcau;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a session began that is under way. */
public final class JustBegun {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private JustBegun() {}

    /** Two minutes ago, but never yesterday: what began today counts in this day's month, quarter and campaign at any hour. */
    public static Instant today() {
        Instant now = Instant.now();
        Instant midnight = LocalDate.ofInstant(now, ZONE).atStartOfDay(ZONE).toInstant();
        Instant before = now.minus(Duration.ofMinutes(2));
        return before.isBefore(midnight) ? midnight : before;
    }
}
