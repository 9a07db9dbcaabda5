package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a meeting server says about who was connected. Never wired to a route. */
public interface Connections {
    /**
     * One end of a connection.
     *
     * @param id the same whenever it is told
     * @param person who, or null
     * @param site whose screen, or null
     * @param line what ties beginning and end
     * @param up true for the beginning
     * @param boundSeconds how far the time may be off
     * @param by the server that says so
     * @param observed whether it was only seen from inside the room: weaker
     */
    record Connection(
            String id,
            String session,
            @Nullable String person,
            @Nullable String site,
            String line,
            boolean up,
            Instant at,
            int boundSeconds,
            String by,
            boolean observed) {}

    /**
     * Completes when all are kept durably, counted or refused; the same again changes nothing, and of two tellings the first stands.
     * Answers how many were not kept, because another telling stands or they make no sense.
     */
    Future<Integer> keep(List<Connection> connections);
}
