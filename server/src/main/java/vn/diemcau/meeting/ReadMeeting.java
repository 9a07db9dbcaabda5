package vn.diemcau.meeting;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Use case: who is in a session's meeting now, by site and remote, and who asks to speak. */
final class ReadMeeting {
    private final Schedule schedule;
    private final OccupancyStore occupancies;
    private final HandStore hands;

    ReadMeeting(Schedule schedule, OccupancyStore occupancies, HandStore hands) {
        this.schedule = schedule;
        this.occupancies = occupancies;
        this.hands = hands;
    }

    static String topic(String session) {
        return "meeting." + session;
    }

    /** @param named whether people are named, as whoever runs the session sees them */
    Future<JsonObject> state(String sessionId, boolean named, Instant now) {
        return Future.all(schedule.session(sessionId), occupancies.of(sessionId), hands.of(sessionId))
                .map(all -> {
                    Session session = all.<java.util.Optional<Session>>resultAt(0)
                            .orElseThrow(() -> Problem.missing("not_found", "There is no such session."));
                    return json(session, all.resultAt(1), all.resultAt(2), named, now);
                });
    }

    private static JsonObject json(
            Session session, List<Occupancy> occupancies, List<HandStore.Hand> hands, boolean named, Instant now) {
        Map<String, Occupancy> people = new HashMap<>();
        Map<String, Occupancy> screens = new HashMap<>();
        Set<String> wereScreens = new HashSet<>();
        int unnamed = 0;
        for (Occupancy one : occupancies) {
            String site = one.site();
            if (site != null) wereScreens.add(site);
            if (one.state() == Occupancy.State.OUT) continue;
            if (site != null) screens.merge(site, one, ReadMeeting::better);
            else if (one.user() != null) people.merge(one.user(), one, ReadMeeting::better);
            else unnamed++;
        }
        JsonArray sites = new JsonArray();
        for (Site site : session.sites()) {
            Occupancy screen = screens.get(site.id());
            sites.add(new JsonObject()
                    .put("id", site.id())
                    .put("name", site.name())
                    .put("link", screen != null ? wire(screen) : wereScreens.contains(site.id()) ? "out" : "never"));
        }
        JsonArray names = new JsonArray();
        people.values().stream()
                .sorted(Comparator.comparing(Occupancy::joinedAt).thenComparing(Occupancy::id))
                .forEach(one -> names.add(new JsonObject()
                        .put("id", one.user())
                        .put("name", one.name() == null ? "" : one.name())
                        .put("link", wire(one))
                        .put("since", one.joinedAt().toString())
                        .put("breakout", one.breakout() != null)));
        JsonArray queue = new JsonArray();
        for (HandStore.Hand hand : hands) {
            queue.add(new JsonObject()
                    .put("subject", hand.subject())
                    .put("name", hand.name())
                    .put("site", hand.subject().startsWith("site-"))
                    .put("raisedAt", hand.raisedAt().toString())
                    .put("called", hand.called()));
        }
        JsonObject state = new JsonObject()
                .put("asOf", now.toString())
                .put("remote", people.size())
                .put(
                        "lost",
                        people.values().stream()
                                .filter(one -> one.state() == Occupancy.State.LOST)
                                .count())
                .put("unnamed", unnamed)
                .put("sites", sites)
                .put("hands", queue);
        return named ? state.put("people", names) : state;
    }

    /** Of two connections of one person the living one counts, else the older. */
    private static Occupancy better(Occupancy one, Occupancy other) {
        if (one.state() != other.state()) return one.state() == Occupancy.State.IN ? one : other;
        return one.joinedAt().isAfter(other.joinedAt()) ? other : one;
    }

    private static String wire(Occupancy one) {
        return one.state().name().toLowerCase(Locale.ROOT);
    }
}
