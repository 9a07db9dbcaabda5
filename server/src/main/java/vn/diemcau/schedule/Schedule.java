package vn.diemcau.schedule;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What other features may ask of programmes and sessions. */
public interface Schedule {
    Future<Optional<Programme>> programme(String id);

    Future<Optional<Session>> session(String id);

    /** Those of the ids that exist, in no order; at most 5,000 ids. */
    Future<List<Session>> sessions(Collection<String> ids);

    /** The sessions of a programme by number. */
    Future<List<Session>> sessionsOf(String programme);

    /** The programmes of a campaign. */
    default Future<List<Programme>> inCampaign(String campaign) {
        return Future.succeededFuture(List.of());
    }

    /** Programmes that belong to any campaign, by id: so many after the one of this id. */
    default Future<List<Programme>> inCampaigns(String after, int limit) {
        return Future.succeededFuture(List.of());
    }

    /** Sessions that overlap the span [from, to) and whose holding unit's path starts with the prefix, by start. */
    Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix);

    /** The session that meets in the meeting room of this name; a plan without rooms knows none. */
    default Future<Optional<Session>> inRoom(String room) {
        return Future.succeededFuture(Optional.empty());
    }
}
