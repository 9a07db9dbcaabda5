package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Map;
import vn.diemcau.access.Action;
import vn.diemcau.files.Custody;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.Terms;
import vn.diemcau.http.Api;
import vn.diemcau.http.From;
import vn.diemcau.http.Input;
import vn.diemcau.problem.Problem;

/** The door of recording agents: a token that may bring recordings, and nothing else. */
final class RecorderRoutes {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_SECONDS = 24 * 3600;
    private static final long POSTER_LIMIT = 2_000_000;
    static final String POSTER = "poster";

    private final RecordingStore recordings;
    private final RecorderStore recorders;
    private final TakeRecording take;
    private final FileStore files;
    private final Custody custody;
    private final Alarms alarms;
    private final Place place;
    private final long limit;
    private final InstantSource clock;

    RecorderRoutes(
            RecordingStore recordings,
            RecorderStore recorders,
            TakeRecording take,
            FileStore files,
            Custody custody,
            Alarms alarms,
            Place place,
            long limit,
            InstantSource clock) {
        this.recordings = recordings;
        this.recorders = recorders;
        this.take = take;
        this.files = files;
        this.custody = custody;
        this.alarms = alarms;
        this.place = place;
        this.limit = limit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.put("/recorder/recordings/{recording}", Action.ANYONE, this::put);
        api.upload(HttpMethod.PUT, "/recorder/recordings/{recording}/poster", Action.ANYONE, this::poster);
        api.put("/recorder/recordings/{recording}/failure", Action.ANYONE, this::failed);
        api.put("/recorder/report", Action.ANYONE, this::report);
    }

    private Future<Recorder> recorder(RoutingContext ctx) {
        String header = ctx.request().getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) return Future.failedFuture(unknown());
        return recorders
                .byToken(header.substring(BEARER.length()).strip(), clock.instant())
                .map(found -> found.filter(recorder -> isFrom(recorder, ctx)).orElseThrow(RecorderRoutes::unknown));
    }

    /** A token that was copied to another machine opens nothing there. */
    private static boolean isFrom(Recorder recorder, RoutingContext ctx) {
        return recorder.host().isEmpty() || recorder.host().equals(From.of(ctx));
    }

    Future<String> owner(RoutingContext ctx) {
        return recorder(ctx).map(recorder -> "recorder:" + recorder.id());
    }

    Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length) {
        return take.session(about.getOrDefault("session", ""), about.getOrDefault("room", ""))
                .compose(session -> session.isEmpty()
                        ? Future.succeededFuture()
                        : take.arriving(session.get(), about.getOrDefault("key", "")))
                .map(done -> new Terms(limit, RecordingEditRoutes.KINDS, place));
    }

    private Future<JsonObject> put(RoutingContext ctx) {
        return owner(ctx).compose(owner -> {
            Input in = Input.of(ctx);
            String room = in.optional("room").orElse("");
            return take.session(in.optional("session").orElse(""), room)
                    .compose(session -> take.handle(new TakeRecording.Arrival(
                            in.path("recording"),
                            in.text("upload"),
                            owner,
                            session.orElse(null),
                            room.isEmpty() ? in.path("recording") : room,
                            in.instant("startedAt"),
                            in.integer("seconds", 0, LONGEST_SECONDS),
                            in.text("sha256"))))
                    .onSuccess(done -> alarms.changed())
                    .map(RecorderRoutes::confirmed);
        });
    }

    /** The agent deletes its copy only after it has read this checksum. */
    private static JsonObject confirmed(Recording recording) {
        return new JsonObject()
                .put("id", recording.id())
                .put("session", recording.session())
                .put("state", recording.state().name().toLowerCase(java.util.Locale.ROOT))
                .put(
                        "sha256",
                        recording.file() == null ? null : recording.file().sha256());
    }

    private Future<JsonObject> poster(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        return owner(ctx)
                .compose(owner -> recordings.byKey(Input.of(ctx).path("recording")))
                .compose(found -> {
                    Recording recording = found.orElseThrow(Viewers::missing);
                    if (recording.poster() != null) return Future.succeededFuture(recording);
                    String id = recording.id() + "-poster";
                    return custody.expect(id, Place.GRID, POSTER, recording.id())
                            .compose(noted -> files.delete(id, Place.GRID))
                            .compose(gone -> files.save(id, "poster.jpg", request, POSTER_LIMIT))
                            .compose(saved -> recordings.poster(recording.id(), saved))
                            .map(kept -> kept.orElse(recording));
                })
                .map(RecorderRoutes::confirmed)
                .onComplete(done -> {
                    if (request.isEnded()) return;
                    request.handler(dropped -> {});
                    request.resume();
                });
    }

    private Future<Void> failed(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return owner(ctx)
                .compose(owner -> recordings.failed(in.path("recording"), in.text("reason")))
                .onSuccess(done -> alarms.changed())
                .mapEmpty();
    }

    private Future<Void> report(RoutingContext ctx) {
        return recorder(ctx).compose(recorder -> {
            Input in = Input.of(ctx);
            Object free =
                    ctx.body().isEmpty() ? null : ctx.body().asJsonObject().getValue("freeBytes");
            return recorders.said(
                    recorder.id(),
                    free instanceof Number bytes ? bytes.longValue() : -1,
                    in.integer("waiting", 0, 1_000_000),
                    in.integer("failing", 0, 1_000_000),
                    clock.instant());
        });
    }

    private static Problem unknown() {
        return new Problem(Problem.Kind.UNAUTHENTICATED, "recorder_unknown", "The token is not known.", null);
    }
}
