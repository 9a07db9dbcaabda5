package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's objection to the own record of a closed session.
 *
 * @param paths of the unit counted in, as stamped on the record: whoever decides is judged by them
 * @param wish what the record should say
 */
record Appeal(
        String id,
        String session,
        String person,
        String name,
        @Nullable Integer birthYear,
        String unitName,
        List<String> paths,
        Standing wish,
        String reason,
        State state,
        Instant filedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {
    /** What became of it. */
    enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }
}
