package vn.diemcau.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Sorts;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.diemcau.people.Affected.Reach;
import vn.diemcau.people.Affected.What;

/** Finds what is planned from the day of a reorganisation on, and the rooms, within its reach or to be brought back by it. */
final class PlansWithin {
    private static final Duration AHEAD = Duration.ofDays(800);
    private static final int MOST = 20_000;

    /** What was found, each once. */
    record Found(List<Programme> programmes, List<Session> sessions, List<Place> rooms) {}

    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final PlaceStore places;

    PlansWithin(ProgrammeStore programmes, SessionStore sessions, PlaceStore places) {
        this.programmes = programmes;
        this.sessions = sessions;
        this.places = places;
    }

    Future<Found> handle(Reach reach) {
        Instant from = reach.date().atStartOfDay(VietnameseTime.ZONE).toInstant();
        Future<List<Programme>> plans = reach.gather(
                        What.PROGRAMME,
                        top -> programmes.find(
                                and(SessionStore.below(top), in("state", "draft", "issued", "postponed")),
                                Sorts.ascending("unitPath"),
                                MOST),
                        ids -> programmes.find(in("_id", ids), Sorts.ascending("unitPath"), MOST),
                        Programme::id)
                .map(found -> found.stream()
                        .filter(one -> open(one.state()) && !over(one, from))
                        .toList());
        return plans.compose(kept -> reach.gather(
                        What.SESSION, top -> sessions.between(from, from.plus(AHEAD), top), sessions::many, Session::id)
                .map(found -> found.stream()
                        .filter(one -> open(one.state()) && one.endsAt().isAfter(from))
                        .toList())
                .compose(sittings -> reach.gather(
                                What.ROOM,
                                top -> places.find(List.of(top), "", Optional.empty(), MOST),
                                places::many,
                                Place::id)
                        .map(rooms -> new Found(kept, sittings, rooms))));
    }

    /** Whether nothing of it is left to come; meetings of cells go on from month to month. */
    private static boolean over(Programme programme, Instant from) {
        return programme.kind() != ProgrammeKind.CELL_MEETING
                && programme.endsAt() != null
                && programme.endsAt().isBefore(from);
    }

    private static boolean open(State state) {
        return switch (state) {
            case DRAFT, ISSUED, POSTPONED -> true;
            case CANCELLED, ENDED -> false;
        };
    }
}
