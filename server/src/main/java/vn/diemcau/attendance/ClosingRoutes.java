package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.schedule.Planning;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Closing a session, what was amended since, and the chain as a file; decides nothing. */
final class ClosingRoutes {
    private static final int SHOWN = 200;

    private final Doors doors;
    private final AttendanceStore attendance;
    private final FrameStore frames;
    private final CloseSession close;
    private final ClosingStore closings;
    private final Planning planning;
    private final Audit audit;
    private final InstantSource clock;

    ClosingRoutes(
            Doors doors,
            AttendanceStore attendance,
            FrameStore frames,
            CloseSession close,
            ClosingStore closings,
            Planning planning,
            Audit audit,
            InstantSource clock) {
        this.doors = doors;
        this.attendance = attendance;
        this.frames = frames;
        this.close = close;
        this.closings = closings;
        this.planning = planning;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/sessions/{session}/closing", Action.READ_ATTENDANCE, this::read);
        api.post("/sessions/{session}/closing", Action.CLOSE, this::close);
        api.get("/sessions/{session}/closing/export", Action.CLOSE, this::export);
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        return doors.session(Input.of(ctx).path("session"), caller, Action.READ_ATTENDANCE)
                .compose(session -> closings.of(CloseSession.scope(session.id()))
                        .compose(kept -> json(session, kept.orElse(null)))
                        .map(json -> json.put("mayClose", caller.may(Action.CLOSE, session.unitPath()))));
    }

    private Future<JsonObject> json(Session session, @Nullable Closing closing) {
        int[] amended = {0};
        Counts[] now = {Counts.NONE};
        JsonArray amendments = new JsonArray();
        return Future.all(frames.frame(session.id()), ofSites(session)).compose(both -> attendance
                .each(session.id(), row -> {
                    if (!row.listed()) return;
                    Attendance one = row.attendance();
                    now[0] = now[0].plus(one.counts());
                    boolean same = one.closed() != null && one.closed().looksLike(one.outcome());
                    if (closing == null || same) return;
                    if (++amended[0] <= SHOWN) amendments.add(amendment(one));
                })
                .map(read -> {
                    JsonObject json = new JsonObject()
                            .put("closed", closing != null)
                            .put("counts", AttendanceJson.counts(now[0]))
                            .put("sites", both.<JsonArray>resultAt(1))
                            .put("amendments", amended[0]);
                    if (closing == null) return json;
                    return json.put("at", closing.at().toString())
                            .put("by", closing.by())
                            .put("hash", closing.hash())
                            .put("number", closing.number())
                            .put("amended", amendments)
                            .put("closedByRule", byRule(session, both.resultAt(0)))
                            .put("closedCounts", AttendanceJson.counts(closing.counts()));
                }));
    }

    /** The closings of its sites, in the order of the sites. */
    private Future<JsonArray> ofSites(Session session) {
        Map<String, Site> byScope = new LinkedHashMap<>();
        session.sites().forEach(site -> byScope.put(CloseSite.scope(session.id(), site.id()), site));
        return closings.of(byScope.keySet()).map(found -> {
            JsonArray sites = new JsonArray();
            byScope.forEach((scope, site) -> found.stream()
                    .filter(each -> each.scope().equals(scope))
                    .forEach(each -> sites.add(new JsonObject()
                            .put("id", site.id())
                            .put("name", site.name())
                            .put("number", each.number())
                            .put("by", each.by())
                            .put("at", each.at().toString())
                            .put("hash", each.hash()))));
            return sites;
        });
    }

    private static JsonObject amendment(Attendance one) {
        JsonObject json = new JsonObject()
                .put("person", AttendanceJson.person(one))
                .put("outcome", AttendanceJson.outcome(one.outcome()));
        if (one.closed() != null) json.put("closedOutcome", AttendanceJson.outcome(one.closed()));
        return json;
    }

    /** Sites from which no roll by name had come, and which nobody had closed. */
    private static JsonArray byRule(Session session, Optional<Frame> frame) {
        Set<String> unnamed =
                frame.map(Frame::closed).map(Frame.Closed::unnamed).orElse(Set.of());
        JsonArray sites = new JsonArray();
        for (Site site : session.sites()) {
            if (unnamed.contains(site.id()))
                sites.add(new JsonObject().put("id", site.id()).put("name", site.name()));
        }
        return sites;
    }

    private Future<JsonObject> close(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        String id = ReadClaim.id(in.text("id"));
        return doors.session(in.path("session"), caller, Action.CLOSE)
                .compose(session -> close.handle(session.id(), id, Objects.requireNonNull(caller.name()))
                        .compose(closing -> planning.end(session.id(), caller.account())
                                .transform(ended -> audit.add(
                                        caller.account(),
                                        "session_closed",
                                        "session/" + session.id(),
                                        caller.did(new JsonObject().put("hash", closing.hash()))))
                                .compose(kept -> json(session, closing))));
    }

    /** The whole chain, with the records of this session's closings. */
    private Future<Api.Reply> export(RoutingContext ctx) {
        return doors.session(Input.of(ctx).path("session"), SignedIn.of(ctx), Action.CLOSE)
                .compose(session -> {
                    Set<String> with = new HashSet<>(Set.of(CloseSession.scope(session.id())));
                    session.sites().forEach(site -> with.add(CloseSite.scope(session.id(), site.id())));
                    return closings.file(with, clock.instant());
                })
                .map(file -> new Api.Reply(200, "application/x-ndjson", file));
    }
}
