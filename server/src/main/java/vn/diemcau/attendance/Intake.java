package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Takes evidence in bulk from what is trusted: earlier years of another system, demonstration data. Never wired to a route. */
public interface Intake {
    /**
     * Keeps the evidence of a session of the past that has its list, closes the session, and brings outcomes and tallies up to it;
     * rollups follow within seconds. The same again changes nothing.
     */
    Future<Void> past(String session, List<Evidence> evidence, String closedBy, Instant closedAt);

    /** Keeps evidence of a session under way as if it had come from its sites, without judging who may. */
    Future<Void> take(List<Evidence> evidence);
}
