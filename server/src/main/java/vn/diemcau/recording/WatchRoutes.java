package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;

/** HTTP in, HTTP out: what was played, how far everybody came, and who agrees that it makes up for an absence. */
final class WatchRoutes {
    private static final int LONGEST = 24 * 3600;
    private static final int BUCKETS = 100;

    private final Viewers viewers;
    private final Watching watching;
    private final WatchStore store;
    private final Enrolments enrolments;

    WatchRoutes(Viewers viewers, Watching watching, WatchStore store, Enrolments enrolments) {
        this.viewers = viewers;
        this.watching = watching;
        this.store = store;
        this.enrolments = enrolments;
    }

    void mount(Api api) {
        api.get("/recordings/{recording}/watched", Action.OWN, this::mine);
        api.post("/recordings/{recording}/watched", Action.OWN, this::played);
        api.get("/recordings/{recording}/heat", Action.READ_ATTENDANCE, this::heat);
        api.post(
                "/recordings/{recording}/made-up/{person}",
                Action.CORRECT,
                BeforeAfter.of(this::madeUpNow, this::decide));
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String person = who.requirePerson();
        return viewers.seen(Input.of(ctx).path("recording"), who).compose(recording -> store.find(
                        recording.id(), person)
                .map(found -> RecordingJson.of(found.orElseGet(() -> Watched.nothing(recording.id(), person)))));
    }

    private Future<JsonObject> played(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String person = who.requirePerson();
        Input in = Input.of(ctx);
        Watched.Report report = new Watched.Report(
                in.text("stream"),
                in.list(
                        "spans",
                        200,
                        span -> new Seconds.Span(span.integer("from", 0, LONGEST), span.integer("until", 0, LONGEST))),
                in.integer("position", 0, LONGEST),
                in.flag("takeOver"));
        return viewers.seen(in.path("recording"), who)
                .compose(recording -> watching.handle(recording, person, report))
                .map(RecordingJson::of);
    }

    private Future<JsonObject> heat(RoutingContext ctx) {
        return viewers.held(Input.of(ctx).path("recording"), SignedIn.of(ctx), Action.READ_ATTENDANCE)
                .compose(recording -> Future.all(store.of(recording.id()), listed(recording))
                        .map(both -> heat(recording, both.resultAt(0), both.resultAt(1))));
    }

    private Future<Map<String, Required>> listed(Recording recording) {
        Map<String, Required> people = new HashMap<>();
        return recording.session() == null
                ? Future.succeededFuture(people)
                : enrolments
                        .each(recording.session(), entry -> people.put(entry.person(), entry))
                        .map(done -> people);
    }

    private static JsonObject heat(Recording recording, List<Watched> all, Map<String, Required> people) {
        int duration = Math.max(1, recording.seconds());
        int buckets = Math.min(BUCKETS, duration);
        int[] heat = new int[buckets];
        JsonArray watchers = new JsonArray();
        for (Watched watched : all) {
            for (int i = 0; i < buckets; i++) {
                if (watched.seen().has((int) ((i + 0.5) * duration / buckets))) heat[i]++;
            }
            Required entry = people.get(watched.person());
            if (entry == null) continue;
            // enough by the rule of today, though nothing was reported since it is the rule
            boolean open = watched.madeUp() == Watched.MadeUp.NOT_YET
                    && entry.counted()
                    && watched.enough(recording.rule(), recording.seconds());
            Watched.MadeUp madeUp = open ? Watched.MadeUp.PROPOSED : watched.madeUp();
            Watched.Unsettled unsettled = watched.unsettled();
            watchers.add(new JsonObject()
                    .put(
                            "person",
                            new JsonObject()
                                    .put("id", entry.person())
                                    .put("name", entry.name())
                                    .put("birthYear", entry.birthYear())
                                    .put("unitName", entry.unitName()))
                    .put("sortKey", entry.sortKey())
                    .put("seen", watched.seen().count())
                    .put("last", watched.at())
                    .put("madeUp", RecordingJson.wire(madeUp))
                    .put("unsettled", unsettled == null ? null : RecordingJson.wire(unsettled)));
        }
        JsonArray counts = new JsonArray();
        for (int count : heat) counts.add(count);
        return new JsonObject()
                .put("seconds", recording.seconds())
                .put("buckets", counts)
                .put("watchers", watchers);
    }

    private Future<Optional<JsonObject>> madeUpNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return store.find(in.path("recording"), in.path("person"))
                .map(found -> found.map(watched ->
                        new JsonObject().put("madeUp", watched.madeUp().name().toLowerCase(Locale.ROOT))));
    }

    private Future<JsonObject> decide(RoutingContext ctx) {
        Input in = Input.of(ctx);
        boolean agreed = in.flag("agreed");
        return viewers.held(in.path("recording"), SignedIn.of(ctx), Action.CORRECT)
                .compose(recording -> watching.decide(recording, in.path("person"), agreed))
                .map(RecordingJson::of);
    }
}
