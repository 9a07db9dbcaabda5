package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.audit.Audit;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Terms;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: the catalogue of recordings, their bytes, tracks and retention, and the agents that bring them. */
final class RecordingRoutes {
    static final Set<FileKind> KINDS = EnumSet.of(FileKind.MP4, FileKind.WEBM, FileKind.MP3);
    private static final int LONGEST_SECONDS = 24 * 3600;
    private static final int LONGEST_TRACK = 700_000;
    private static final Set<String> TRACKS = Set.of("captions", "chapters");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecordingStore recordings;
    private final RecorderStore recorders;
    private final Schedule schedule;
    private final Viewers viewers;
    private final TakeRecording take;
    private final SweepRecordings sweep;
    private final FileStore files;
    private final Audit audit;
    private final Place place;
    private final long limit;
    private final InstantSource clock;

    RecordingRoutes(
            RecordingStore recordings,
            RecorderStore recorders,
            Schedule schedule,
            Viewers viewers,
            TakeRecording take,
            SweepRecordings sweep,
            FileStore files,
            Audit audit,
            Place place,
            long limit,
            InstantSource clock) {
        this.recordings = recordings;
        this.recorders = recorders;
        this.schedule = schedule;
        this.viewers = viewers;
        this.take = take;
        this.sweep = sweep;
        this.files = files;
        this.audit = audit;
        this.place = place;
        this.limit = limit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/recordings", Action.PLAN, this::all);
        api.get("/programmes/{programme}/recordings", Action.OWN, this::ofProgramme);
        api.get("/sessions/{session}/recordings", Action.OWN, this::ofSession);
        api.put("/sessions/{session}/recordings/expected", Action.PLAN, this::expect);
        api.put("/sessions/{session}/recordings/{recording}", Action.PLAN, this::put);
        api.get("/recordings/{recording}", Action.OWN, this::one);
        api.delete("/recordings/{recording}", Action.PLAN, this::remove);
        api.get("/recordings/{recording}/content", Action.OWN, this::content);
        api.get("/recordings/{recording}/poster", Action.OWN, this::poster);
        api.put("/recordings/{recording}/session", Action.PLAN, this::tie);
        api.put("/recordings/{recording}/rule", Action.PLAN, this::rule);
        api.put("/recordings/{recording}/retention", Action.PLAN, this::retention);
        api.put("/recordings/{recording}/tracks/{track}", Action.PLAN, this::putTrack);
        api.get("/recordings/{recording}/tracks/{track}", Action.OWN, this::track);
        api.get("/recorders", Action.MANAGE_INSTALLATION, this::recorders);
        api.post("/recorders", Action.MANAGE_INSTALLATION, this::addRecorder);
        api.delete("/recorders/{recorder}", Action.MANAGE_INSTALLATION, this::deleteRecorder);
    }

    /** Whoever plans the session may bring a recording of it from elsewhere. */
    Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length) {
        return planned(about.getOrDefault("session", ""), SignedIn.of(ctx))
                .map(session -> new Terms(limit, KINDS, place));
    }

    private Future<Session> planned(String session, SignedIn who) {
        return schedule.session(session).map(found -> {
            Session there = found.orElseThrow(Viewers::missing);
            who.require(Action.PLAN, there.unitPath());
            return there;
        });
    }

    private Future<JsonObject> all(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        List<Future<List<Recording>>> parts = who.grants().stream()
                .filter(grant -> Action.PLAN.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(path -> !path.isEmpty())
                .distinct()
                .map(recordings::below)
                .collect(Collectors.toCollection(ArrayList::new));
        return Future.all(parts).map(done -> {
            List<Recording> found = parts.stream()
                    .flatMap(part -> part.result().stream())
                    .collect(Collectors.toMap(Recording::id, each -> each, (one, same) -> one))
                    .values()
                    .stream()
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

    private Future<JsonObject> expect(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return planned(Input.of(ctx).path("session"), who)
                .compose(take::expect)
                .map(recording -> RecordingJson.of(recording, clock.instant(), true));
    }

    private Future<JsonObject> put(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        if (!in.flag("declared"))
            throw Problem.refused("declaration_missing", "Declare that nothing in the file is classified.");
        return planned(in.path("session"), who)
                .compose(session -> take.handle(new TakeRecording.Arrival(
                        in.path("recording"),
                        in.text("upload"),
                        who.account(),
                        session,
                        TakeRecording.title(session),
                        session.startsAt(),
                        in.integer("seconds", 1, LONGEST_SECONDS),
                        null)))
                .map(recording -> RecordingJson.of(recording, clock.instant(), true));
    }

    private Future<JsonObject> one(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return viewers.seen(Input.of(ctx).path("recording"), who)
                .map(recording -> RecordingJson.of(recording, clock.instant(), viewers.runs(who, recording)));
    }

    private Future<Void> remove(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return viewers.held(Input.of(ctx).path("recording"), who, Action.PLAN)
                .compose(recording -> sweep.remove(recording, who.account()));
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

    /** A recording from a room that belongs to no session is tied to one by hand. */
    private Future<JsonObject> tie(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        return viewers.held(in.path("recording"), who, Action.PLAN)
                .compose(recording -> planned(in.text("session"), who)
                        .compose(session -> recordings.tie(
                                recording.id(),
                                session.id(),
                                session.programme(),
                                session.unitPath(),
                                TakeRecording.title(session))))
                .map(this::shown);
    }

    private Future<JsonObject> rule(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Recording.Rule rule = new Recording.Rule(in.integer("percent", 1, 100), in.flag("approval"));
        return viewers.held(in.path("recording"), SignedIn.of(ctx), Action.PLAN)
                .compose(recording -> recordings.rule(recording.id(), rule))
                .map(this::shown);
    }

    private Future<JsonObject> retention(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Instant until = in.instant("removeAfter");
        if (until.isBefore(clock.instant().plus(Duration.ofDays(1))))
            throw Problem.invalid("removeAfter", "too_early", "At least a day from now.");
        return viewers.held(in.path("recording"), SignedIn.of(ctx), Action.PLAN)
                .compose(recording -> recordings.removeAfter(recording.id(), until))
                .map(this::shown);
    }

    private JsonObject shown(Optional<Recording> recording) {
        return RecordingJson.of(recording.orElseThrow(Viewers::missing), clock.instant(), true);
    }

    private static String track(Input in) {
        String kind = in.path("track");
        if (!TRACKS.contains(kind)) throw Viewers.missing();
        return kind;
    }

    /** The body is WebVTT as text; an empty one takes the track away. */
    private Future<JsonObject> putTrack(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String kind = track(in);
        Object typed = ctx.body().isEmpty() ? null : ctx.body().asJsonObject().getValue("text");
        if (!(typed instanceof String text)) throw Problem.invalid("text", "not_text", "Must be a text.");
        if (text.length() > LONGEST_TRACK) throw Problem.invalid("text", "too_long", "At most 700,000 characters.");
        String begin = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!begin.isEmpty() && !begin.startsWith("WEBVTT"))
            throw Problem.invalid("text", "not_webvtt", "The text must be WebVTT.");
        return viewers.held(in.path("recording"), SignedIn.of(ctx), Action.PLAN)
                .compose(recording -> recordings.track(recording.id(), kind, begin))
                .map(this::shown);
    }

    private Future<Api.Reply> track(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String kind = track(in);
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

    private Future<JsonObject> recorders(RoutingContext ctx) {
        return recorders.all().map(all -> {
            JsonArray items = new JsonArray();
            all.forEach(recorder -> items.add(RecordingJson.of(recorder)));
            return new JsonObject().put("items", items);
        });
    }

    /** The token is shown this once. */
    private Future<Api.Reply> addRecorder(RoutingContext ctx) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Recorder recorder =
                new Recorder(UUID.randomUUID().toString(), Input.of(ctx).text("name"), clock.instant(), null, -1, 0, 0);
        return recorders
                .add(recorder, token)
                .compose(done -> audited(ctx, "recorder_added", recorder.id(), recorder.name()))
                .map(done -> Api.Reply.created(RecordingJson.of(recorder).put("token", token)));
    }

    private Future<Void> deleteRecorder(RoutingContext ctx) {
        String id = Input.of(ctx).path("recorder");
        return recorders.delete(id).compose(there -> {
            if (!there) throw Viewers.missing();
            return audited(ctx, "recorder_deleted", id, null);
        });
    }

    private Future<Void> audited(RoutingContext ctx, String what, String id, @Nullable String name) {
        return audit.add(SignedIn.of(ctx).account(), what, "recorder/" + id, new JsonObject().put("name", name));
    }
}
