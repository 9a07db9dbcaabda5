package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What attendance says about one person; Platform connects it, since attendance comes later in the flow. */
public interface MyAttendance {
    /** By session id, for sessions that start in [from, to). */
    Future<Map<String, Attended>> of(String person, Instant from, Instant to);

    /**
     * An outcome in the codes of the wire.
     *
     * @param standing present, substituted, excused, unexcused or undetermined
     * @param flags of late, left_early
     * @param mode main_hall, linked, broadcast or remote; null when not present
     */
    record Attended(
            String standing,
            List<String> flags,
            boolean madeUp,
            @Nullable String mode,
            long minutes) {}
}
