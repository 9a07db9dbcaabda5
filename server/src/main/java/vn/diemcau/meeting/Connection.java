package vn.diemcau.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One end of somebody's being in a meeting, as verified by the server that let them in.
 *
 * @param id the same whenever it is told
 * @param who a person's id, or null
 * @param site the id of a site whose screen it is, or null
 * @param line what ties the beginning to the end; two tabs are two lines
 * @param up true when it began
 * @param boundSeconds how far the time may be off
 * @param source the meeting server's name
 * @param observed whether it was only seen from inside the room, which is weaker than the server's own word
 */
public record Connection(
        String id,
        String session,
        @Nullable String who,
        @Nullable String site,
        String line,
        boolean up,
        Instant at,
        int boundSeconds,
        String source,
        boolean observed) {}
