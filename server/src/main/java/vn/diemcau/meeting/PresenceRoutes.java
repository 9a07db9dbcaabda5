package vn.diemcau.meeting;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP of who is in the meeting, who asks to speak, and how the meeting servers do; decides nothing. */
final class PresenceRoutes {
    private final JoinSession join;
    private final ReadMeeting read;
    private final HandStore hands;
    private final CursorStore cursors;
    private final List<String> servers;
    private final Live live;
    private final InstantSource clock;

    PresenceRoutes(
            JoinSession join,
            ReadMeeting read,
            HandStore hands,
            CursorStore cursors,
            List<String> servers,
            Live live,
            InstantSource clock) {
        this.join = join;
        this.read = read;
        this.hands = hands;
        this.cursors = cursors;
        this.servers = servers;
        this.live = live;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/sessions/{session}/meeting", Action.OWN, this::state);
        api.get("/sessions/{session}/meeting/live", Action.OWN, this::stream);
        api.put("/sessions/{session}/hand", Action.OWN, this::raise);
        api.delete("/sessions/{session}/hand", Action.OWN, this::lower);
        api.post("/sessions/{session}/hands/{subject}/call", Action.PLAN, BeforeAfter.of(this::handNow, this::call));
        api.delete("/sessions/{session}/hands/{subject}", Action.PLAN, BeforeAfter.of(this::handNow, this::takeDown));
        api.get("/meeting-servers", Action.MANAGE_INSTALLATION, ctx -> health());
    }

    private Future<Optional<JsonObject>> handNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return hands.of(in.path("session")).map(found -> found.stream()
                .filter(hand -> hand.subject().equals(in.path("subject")))
                .findFirst()
                .map(hand -> new JsonObject().put("raisedAt", hand.raisedAt()).put("called", hand.called())));
    }

    private Future<JsonObject> state(RoutingContext ctx) {
        return join.reading(Input.of(ctx).path("session"), SignedIn.of(ctx))
                .compose(in -> read.state(in.session().id(), in.runs(), clock.instant()));
    }

    private Future<Void> stream(RoutingContext ctx) {
        return join.reading(Input.of(ctx).path("session"), SignedIn.of(ctx)).compose(in -> {
            String session = in.session().id();
            String topic = ReadMeeting.topic(session) + (in.runs() ? ".named" : "");
            return live.stream(ctx, topic, () -> read.state(session, in.runs(), clock.instant()));
        });
    }

    private Future<Void> raise(RoutingContext ctx) {
        return join.present(Input.of(ctx).path("session"), SignedIn.of(ctx)).compose(in -> hands.raise(
                        in.session().id(), in.guest().id(), in.guest().name(), clock.instant())
                .onSuccess(done -> nudge(in.session().id())));
    }

    /** A hand comes down at any time. */
    private Future<Void> lower(RoutingContext ctx) {
        return join.admitted(Input.of(ctx).path("session"), SignedIn.of(ctx))
                .compose(in -> hands.lower(in.session().id(), in.guest().id())
                        .onSuccess(done -> nudge(in.session().id())));
    }

    private Future<Void> call(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return join.present(in.path("session"), SignedIn.of(ctx))
                .compose(PresenceRoutes::run)
                .compose(session -> hands.call(session, in.path("subject"))
                        .onSuccess(done -> nudge(session))
                        .compose(found -> found
                                ? Future.succeededFuture()
                                : Future.failedFuture(Problem.missing("not_found", "That hand is not up."))));
    }

    private Future<Void> takeDown(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return join.admitted(in.path("session"), SignedIn.of(ctx))
                .compose(PresenceRoutes::run)
                .compose(session -> hands.lower(session, in.path("subject")).onSuccess(done -> nudge(session)));
    }

    /** The session, for whoever runs it. */
    private static Future<String> run(JoinSession.In in) {
        return in.runs()
                ? Future.succeededFuture(in.session().id())
                : Future.failedFuture(Problem.missing("not_found", "There is no such session here for you."));
    }

    private void nudge(String session) {
        live.nudge(ReadMeeting.topic(session));
        live.nudge(ReadMeeting.topic(session) + ".named");
    }

    private Future<JsonObject> health() {
        List<Future<Cursor>> reads =
                servers.stream().map(server -> cursors.get(server)).toList();
        return Future.all(reads).map(all -> {
            JsonArray items = new JsonArray();
            for (Future<Cursor> one : reads) items.add(json(one.result(), clock.instant()));
            return new JsonObject().put("items", items);
        });
    }

    private static JsonObject json(Cursor cursor, Instant now) {
        Instant pulled = cursor.health().pulledAt();
        JsonArray alarms = new JsonArray();
        for (int i = cursor.alarms().size() - 1; i >= 0; i--) {
            Cursor.Alarm alarm = cursor.alarms().get(i);
            alarms.add(new JsonObject()
                    .put("what", alarm.what().wire())
                    .put("at", alarm.at().toString())
                    .put("from", alarm.from())
                    .put("to", alarm.to()));
        }
        return new JsonObject()
                .put("name", cursor.server())
                .put("observed", ObserveMeetings.JOURNAL.equals(cursor.place().journal()))
                .put(
                        "reached",
                        pulled != null
                                && pulled.isAfter(now.minusSeconds(30))
                                && cursor.health().failure() == null)
                .put("pulledAt", pulled == null ? null : pulled.toString())
                .put(
                        "eventAt",
                        cursor.health().eventAt() == null
                                ? null
                                : cursor.health().eventAt().toString())
                .put("seq", cursor.place().seq())
                .put("lines", cursor.health().lines())
                .put("lagMillis", cursor.health().lagMillis())
                .put("offsetMillis", cursor.health().offsetMillis())
                .put("durable", cursor.health().durable())
                .put("fault", cursor.health().fault())
                .put("failure", cursor.health().failure())
                .put("alarmCount", cursor.alarmCount())
                .put("alarms", alarms);
    }
}
