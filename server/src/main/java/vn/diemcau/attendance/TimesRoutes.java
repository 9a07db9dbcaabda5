package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;

/** When a session really was; decides nothing. */
final class TimesRoutes {
    private static final int BREAKS_MOST = 20;
    private static final int MARKED_MOST = 200_000;

    private final Doors doors;
    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final Work work;
    private final InstantSource clock;

    TimesRoutes(Doors doors, FrameStore frames, AttendanceStore attendance, Work work, InstantSource clock) {
        this.doors = doors;
        this.frames = frames;
        this.attendance = attendance;
        this.work = work;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/sessions/{session}/times", Action.SEE_ROLL, this::read);
        api.post("/sessions/{session}/times", Action.CORRECT, BeforeAfter.of(this::timesNow, this::declare));
    }

    private Future<Optional<JsonObject>> timesNow(RoutingContext ctx) {
        return frames.frame(Input.of(ctx).path("session")).map(found -> found.map(TimesRoutes::json));
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return doors.session(Input.of(ctx).path("session"), caller, Action.SEE_ROLL)
                .compose(session -> json(session, caller));
    }

    private Future<JsonObject> json(Session session, SignedIn caller) {
        return frames.frame(session.id()).map(frame -> frame.map(TimesRoutes::json)
                .orElseGet(() -> new JsonObject()
                        .put("startsAt", session.startsAt().toString())
                        .put("endsAt", session.endsAt().toString())
                        .put("breaks", new JsonArray())
                        .put("sites", new JsonArray())
                        .put("declared", new JsonArray()))
                .put("mayDeclare", caller.may(Action.CORRECT, session.unitPath())));
    }

    private static JsonObject json(Frame frame) {
        JsonArray sites = new JsonArray();
        frame.times().sites().forEach((site, own) -> {
            JsonObject json = new JsonObject().put("site", site).put("breaks", breaks(own.breaks()));
            AttendanceJson.put(json, "startsAt", own.start());
            AttendanceJson.put(json, "endsAt", own.end());
            sites.add(json);
        });
        JsonArray declared = new JsonArray();
        for (Frame.Declared each : frame.declared()) {
            JsonObject json = new JsonObject()
                    .put("by", each.by())
                    .put("at", each.at().toString())
                    .put("reason", each.reason());
            AttendanceJson.put(json, "site", each.site());
            declared.add(json);
        }
        return new JsonObject()
                .put("startsAt", frame.times().start().toString())
                .put("endsAt", frame.times().end().toString())
                .put("breaks", breaks(frame.times().breaks()))
                .put("sites", sites)
                .put("declared", declared);
    }

    private static JsonArray breaks(List<Span> spans) {
        JsonArray breaks = new JsonArray();
        for (Span span : spans) {
            breaks.add(new JsonObject()
                    .put("from", span.from().toString())
                    .put("to", span.to().toString()));
        }
        return breaks;
    }

    private Future<JsonObject> declare(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String id = ReadClaim.id(in.text("id"));
        String reason = in.text("reason");
        @Nullable Instant start = in.optionalInstant("startsAt").orElse(null);
        @Nullable Instant end = in.optionalInstant("endsAt").orElse(null);
        if (start != null && end != null && !start.isBefore(end)) {
            throw Problem.invalid("endsAt", "out_of_order", "The end must come after the start.");
        }
        @Nullable List<Span> breaks = in.has("breaks") ? in.list("breaks", BREAKS_MOST, TimesRoutes::pause) : null;
        Optional<String> site = in.optional("site");
        return doors.session(in.path("session"), caller, Action.CORRECT).compose(session -> {
            site.ifPresent(given -> Doors.siteOf(session, given));
            return frames.declare(
                            session.id(),
                            id,
                            site.orElse(null),
                            start,
                            end,
                            breaks,
                            caller.name(),
                            clock.instant(),
                            reason)
                    .compose(kept -> attendance.unsettle(null, session.id(), clock.millis()))
                    .compose(marked -> attendance.markedIn(session.id(), MARKED_MOST))
                    .onSuccess(work::reckon)
                    .compose(ids -> json(session, caller));
        });
    }

    private static Span pause(Input each) {
        Instant from = each.instant("from");
        Instant to = each.instant("to");
        if (!from.isBefore(to)) {
            throw Problem.invalid("breaks", "out_of_order", "The end of a break must come after its beginning.");
        }
        return new Span(from, to);
    }
}
