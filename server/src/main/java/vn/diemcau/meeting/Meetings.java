package vn.diemcau.meeting;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.Schedule;

/** The feature of meetings, put together: the door to Jitsi, and who its Prosody says was there. Nobody else knows Jitsi. */
public final class Meetings {
    private final List<PullPresence> pulls = new ArrayList<>();
    private final @Nullable ObserveMeetings observer;
    private final MeetingRoutes routes;
    private final PresenceRoutes presenceRoutes;

    /**
     * Puts the feature together; nothing is pulled before {@link #start()}.
     *
     * @param server the meeting server, or null when there is none
     * @param heard told of connections; a cursor moves only when it has them durably
     */
    public Meetings(
            Vertx vertx,
            Mongo mongo,
            Schedule schedule,
            Enrolments enrolments,
            Live live,
            @Nullable MeetingServer server,
            Heard heard,
            InstantSource clock) {
        OccupancyStore occupancies = new OccupancyStore(mongo);
        CursorStore cursors = new CursorStore(mongo);
        HandStore hands = new HandStore(mongo);
        JoinTokens tokens = server == null ? null : new JoinTokens(server.appId(), server.key());
        JoinSession join = new JoinSession(schedule, enrolments, tokens, server == null ? null : server.url(), clock);
        routes = new MeetingRoutes(join);
        List<MeetingServer.Prosody> sources = server == null ? List.of() : server.prosodies();
        List<String> watched = new ArrayList<>(
                sources.stream().map(MeetingServer.Prosody::name).toList());
        if (server != null && server.observed() != null)
            watched.add(server.observed().name());
        if (server != null) {
            ApplyPresence apply = new ApplyPresence(schedule, occupancies, heard, live);
            for (MeetingServer.Prosody prosody : sources) {
                pulls.add(new PullPresence(vertx, prosody, server.presenceSecret(), apply, cursors, clock));
            }
            MeetingServer.Observed observed = server.observed();
            observer = observed == null
                    ? null
                    : new ObserveMeetings(vertx, observed, schedule, occupancies, apply, cursors, clock);
        } else {
            observer = null;
        }
        presenceRoutes = new PresenceRoutes(
                join, new ReadMeeting(schedule, occupancies, hands), hands, cursors, watched, live, clock);
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.gone("occupancies", "user", Holding.Of.PERSON).until("joinedAt", 365),
                Holding.gone("hands", "subject", Holding.Of.PERSON).until("raisedAt", 365));
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>(OccupancyStore.INDEXES);
        all.addAll(HandStore.INDEXES);
        return all;
    }

    public void mount(Api api) {
        routes.mount(api);
        presenceRoutes.mount(api);
    }

    /** Begins to pull; after the indexes stand. */
    public void start() {
        pulls.forEach(PullPresence::start);
        if (observer != null) observer.start();
    }

    public Future<Void> stop() {
        List<Future<Void>> stops =
                new ArrayList<>(pulls.stream().map(PullPresence::stop).toList());
        if (observer != null) stops.add(observer.stop());
        return Future.join(stops).mapEmpty();
    }
}
