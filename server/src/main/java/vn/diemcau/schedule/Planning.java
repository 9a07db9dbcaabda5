package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;

/** What other features may do to the plan. */
public interface Planning {
    /**
     * The cell's meeting under this id: made and issued if it is new, else given the topic and times; the same call twice is one
     * meeting. It belongs to the cell's programme of the year. Fails with session_id_taken when the id stands for another session.
     *
     * @param by the account that asks
     */
    Future<Session> cellMeeting(String id, String cell, String topic, Instant startsAt, Instant endsAt, String by);

    /** The session has ended; nothing happens if it has already. Fails with missing or refused (state_not_allowed). */
    Future<Session> end(String session, String by);
}
