package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diemcau.access.Action;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.StoredFile;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.Schedule;

/** HTTP in, HTTP out: the catalogue of recordings, their bytes and tracks, for those who may see them. */
final class RecordingRoutes {
    private final RecordingStore recordings;
    private final Schedule schedule;
    private final Viewers viewers;
    private final FileStore files;
    private final long limit;
    private final InstantSource clock;

    RecordingRoutes(
            RecordingStore recordings,
            Schedule schedule,
            Viewers viewers,
            FileStore files,
            long limit,
            InstantSource clock) {
        this.recordings = recordings;
        this.schedule = schedule;
        this.viewers = viewers;
        this.files = files;
        this.limit = limit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/recordings", Action.PLAN, this::all);
        api.get("/programmes/{programme}/recordings", Action.OWN, this::ofProgramme);
        api.get("/sessions/{session}/recordings", Action.OWN, this::ofSession);
        api.get("/recordings/{recording}", Action.OWN, this::one);
        api.get("/recordings/{recording}/content", Action.OWN, this::content);
        api.get("/recordings/{recording}/poster", Action.OWN, this::poster);
        api.get("/recordings/{recording}/tracks/{track}", Action.OWN, this::track);
    }

    private Future<JsonObject> all(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        List<Future<List<Recording>>> parts =
                Viewers.planned(who).stream().map(recordings::below).toList();
        return Future.all(parts).map(done -> {
            List<Recording> found = parts.stream()
                    .flatMap(part -> part.result().stream())
                    .sorted(Comparator.comparing(Recording::startedAt).reversed())
                    .toList();
            return items(found, who);
        });
    }

    private JsonObject items(List<Recording> found, SignedIn who) {
        Instant now = clock.instant();
        JsonArray items = new JsonArray();
        found.forEach(recording -> items.add(RecordingJson.of(recording, now, viewers.runs(who, recording))));
        return new JsonObject().put("items", items);
    }

    private Future<JsonObject> ofProgramme(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String id = Input.of(ctx).path("programme");
        return schedule.programme(id).compose(found -> {
            String path = found.orElseThrow(Viewers::missing).unitPath();
            return recordings.ofProgramme(id).compose(all -> visible(all, who)).map(seen -> items(seen, who)
                    .put("mayEdit", who.may(Action.PLAN, path))
                    .put("limit", limit));
        });
    }

    private Future<JsonObject> ofSession(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String id = Input.of(ctx).path("session");
        return schedule.session(id).compose(found -> {
            String path = found.orElseThrow(Viewers::missing).unitPath();
            return recordings.ofSession(id).compose(all -> visible(all, who)).map(seen -> items(seen, who)
                    .put("mayEdit", who.may(Action.PLAN, path))
                    .put("limit", limit));
        });
    }

    private Future<List<Recording>> visible(List<Recording> all, SignedIn who) {
        List<Recording> seen = new ArrayList<>();
        Future<Void> chain = Future.succeededFuture();
        for (Recording recording : all) {
            chain = chain.compose(done -> viewers.runs(who, recording)
                            ? Future.succeededFuture(true)
                            : recording.state() == State.READY
                                    ? viewers.listed(recording.session(), who)
                                    : Future.succeededFuture(false))
                    .map(may -> {
                        if (may) seen.add(recording);
                        return null;
                    });
        }
        return chain.map(done -> seen);
    }

    private Future<JsonObject> one(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return viewers.seen(Input.of(ctx).path("recording"), who)
                .map(recording -> RecordingJson.of(recording, clock.instant(), viewers.runs(who, recording)));
    }

    private Future<Void> content(RoutingContext ctx) {
        return viewers.seen(Input.of(ctx).path("recording"), SignedIn.of(ctx)).compose(recording -> {
            StoredFile file = recording.file();
            if (file == null || recording.state() != State.READY) throw Viewers.missing();
            String name = recording.name() == null ? recording.title() : recording.name();
            return FileAnswer.send(files, ctx, file, name, true);
        });
    }

    private Future<Void> poster(RoutingContext ctx) {
        return viewers.seen(Input.of(ctx).path("recording"), SignedIn.of(ctx)).compose(recording -> {
            StoredFile poster = recording.poster();
            if (poster == null) throw Viewers.missing();
            return FileAnswer.send(files, ctx, poster, "poster.jpg", true);
        });
    }

    private Future<Api.Reply> track(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String kind = RecordingEditRoutes.track(in);
        return viewers.seen(in.path("recording"), SignedIn.of(ctx))
                .compose(recording -> recordings.track(recording.id(), kind))
                .map(text -> {
                    ctx.response().putHeader("X-Content-Type-Options", "nosniff");
                    return new Api.Reply(
                            200,
                            "text/vtt; charset=utf-8",
                            Buffer.buffer(text.filter(there -> !there.isEmpty())
                                    .orElseThrow(Viewers::missing)
                                    .getBytes(StandardCharsets.UTF_8)));
                });
    }
}
