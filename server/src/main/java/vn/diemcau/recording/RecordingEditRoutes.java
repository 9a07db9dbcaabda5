package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.Place;
import vn.diemcau.files.Terms;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: what whoever plans decides about recordings: expected, brought by hand, tied, kept and removed. */
final class RecordingEditRoutes {
    static final Set<FileKind> KINDS = EnumSet.of(FileKind.MP4, FileKind.WEBM, FileKind.MP3);
    private static final int LONGEST_SECONDS = 24 * 3600;
    private static final int LONGEST_TRACK = 700_000;
    private static final Set<String> TRACKS = Set.of("captions", "chapters");

    private final RecordingStore recordings;
    private final Schedule schedule;
    private final Viewers viewers;
    private final TakeRecording take;
    private final TieRecording tie;
    private final SweepRecordings sweep;
    private final Place place;
    private final long limit;
    private final InstantSource clock;

    RecordingEditRoutes(
            RecordingStore recordings,
            Schedule schedule,
            Viewers viewers,
            TakeRecording take,
            TieRecording tie,
            SweepRecordings sweep,
            Place place,
            long limit,
            InstantSource clock) {
        this.recordings = recordings;
        this.schedule = schedule;
        this.viewers = viewers;
        this.take = take;
        this.tie = tie;
        this.sweep = sweep;
        this.place = place;
        this.limit = limit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.put(
                "/sessions/{session}/recordings/expected",
                Action.PLAN,
                BeforeAfter.of(this::ofSessionNow, this::expect));
        api.put(
                "/sessions/{session}/recordings/{recording}",
                Action.PLAN,
                BeforeAfter.of(this::ofSessionNow, this::put));
        api.delete("/recordings/{recording}", Action.PLAN, changing(this::remove));
        api.put("/recordings/{recording}/session", Action.PLAN, changing(this::tie));
        api.delete("/recordings/{recording}/session", Action.PLAN, changing(this::untie));
        api.put("/recordings/{recording}/rule", Action.PLAN, changing(this::rule));
        api.put("/recordings/{recording}/retention", Action.PLAN, changing(this::retention));
        api.put("/recordings/{recording}/tracks/{track}", Action.PLAN, BeforeAfter.of(this::trackNow, this::putTrack));
    }

    private Api.Handler changing(Api.Handler handler) {
        return BeforeAfter.of(
                ctx -> recordings
                        .find(Input.of(ctx).path("recording"))
                        .map(found -> found.map(recording -> RecordingJson.of(recording, clock.instant(), true))),
                handler);
    }

    /** What there is of the session, by id. */
    private Future<Optional<JsonObject>> ofSessionNow(RoutingContext ctx) {
        return recordings.ofSession(Input.of(ctx).path("session")).map(found -> {
            JsonObject all = new JsonObject();
            found.forEach(each -> all.put(each.id(), RecordingJson.of(each, clock.instant(), true)));
            return Optional.of(all);
        });
    }

    /** Of a text of hours only how long it is. */
    private Future<Optional<JsonObject>> trackNow(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return recordings
                .track(in.path("recording"), track(in))
                .map(found -> found.map(text -> new JsonObject().put("characters", text.length())));
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

    private Future<Void> remove(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return viewers.held(Input.of(ctx).path("recording"), who, Action.PLAN)
                .compose(recording -> sweep.remove(recording, who.account()));
    }

    /** A recording from a room that belongs to no session is tied to one by hand, or moved from the wrong one. */
    private Future<JsonObject> tie(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        return viewers.held(in.path("recording"), who, Action.PLAN)
                .compose(recording ->
                        planned(in.text("session"), who).compose(session -> tie.handle(recording, session, who)))
                .map(recording -> RecordingJson.of(recording, clock.instant(), true));
    }

    private Future<JsonObject> untie(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return viewers.held(Input.of(ctx).path("recording"), who, Action.PLAN)
                .compose(recording -> tie.undo(recording, who))
                .map(recording -> RecordingJson.of(recording, clock.instant(), true));
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

    static String track(Input in) {
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
}
