package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** Single sessions over HTTP; decides nothing. */
final class SessionRoutes {
    private static final Duration LONGEST_SPAN = Duration.ofDays(62);

    private final OpenPlanRoutes open;
    private final SessionStore sessions;
    private final ChangeSession change;
    private final DeleteProgramme delete;

    SessionRoutes(OpenPlanRoutes open, SessionStore sessions, ChangeSession change, DeleteProgramme delete) {
        this.open = open;
        this.sessions = sessions;
        this.change = change;
        this.delete = delete;
    }

    void mount(Api api) {
        api.get("/sessions", Action.READ_PROGRAMMES, this::list);
        api.get("/sessions/{session}", Action.READ_PROGRAMMES, this::read);
        api.patch("/sessions/{session}", Action.PLAN, changing(this::edit));
        api.delete("/sessions/{session}", Action.PLAN, changing(this::delete));
        api.get("/sessions/{session}/changes", Action.PLAN, this::changes);
        api.post("/sessions/{session}/moves", Action.PLAN, changing(this::move));
        api.post("/sessions/{session}/state", Action.PLAN, changing(this::state));
    }

    private Api.Handler changing(Api.Handler handler) {
        return BeforeAfter.of(open::sessionNow, handler);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        Instant from = instant(in, "from");
        Instant to = instant(in, "to");
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            throw Problem.invalid("to", "out_of_range", "After from, by at most 62 days.");
        }
        boolean cells = in.query("kind").equals(Optional.of("cell_meeting"));
        return sessions.between(from, to, "/").compose(found -> open.tree().map(tree -> {
            JsonArray items = new JsonArray();
            for (Session session : found) {
                boolean kind = cells == (session.kind() == ProgrammeKind.CELL_MEETING);
                boolean shown = kind && OpenPlanRoutes.mayRead(who, session.unitPath(), session.state() == State.DRAFT);
                if (shown) items.add(PlanJson.brief(session, tree));
            }
            return new JsonObject().put("items", items);
        }));
    }

    private static Instant instant(Input in, String name) {
        try {
            return Instant.parse(in.query(name).orElse(""));
        } catch (java.time.format.DateTimeParseException malformed) {
            throw Problem.invalid(name, "malformed", "Must be an instant such as 2026-11-22T01:00:00Z.");
        }
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return open.sessionToRead(Input.of(ctx).path("session"), who).compose(session -> open.shown(session, who));
    }

    /** What the body leaves out stays as it is; an empty text takes it away. */
    private Future<JsonObject> edit(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        Optional<Mode> mode = in.optionalChoice("mode", Mode.class);
        Optional<Integer> periods = in.optionalInteger("periods", 0, 24);
        List<AgendaItem> agenda = PlanJson.readAgenda(in);
        return open.sessionToPlan(in.path("session"), who)
                .compose(session -> change.edit(
                        session.id(),
                        now -> now.withTexts(
                                in.has("topic") ? in.optional("topic").orElse(null) : now.topic(),
                                in.has("lecturer") ? in.optional("lecturer").orElse(null) : now.lecturer(),
                                periods.orElse(now.periods()),
                                mode.orElse(now.mode()),
                                in.has("agenda") ? agenda : now.agenda()),
                        PlanJson.rev(in),
                        who.account()))
                .compose(session -> open.shown(session, who));
    }

    private Future<Void> delete(RoutingContext ctx) {
        return open.sessionToPlan(Input.of(ctx).path("session"), SignedIn.of(ctx))
                .compose(delete::session);
    }

    private Future<JsonObject> changes(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return open.sessionToPlan(Input.of(ctx).path("session"), who)
                .compose(session -> sessions.changes(session.id()))
                .map(changes -> {
                    JsonArray items = new JsonArray();
                    for (Change one : changes) {
                        JsonObject item = new JsonObject()
                                .put("what", one.what())
                                .put("by", one.by())
                                .put("at", one.at().toString());
                        if (one.reason() != null) item.put("reason", one.reason());
                        items.add(item);
                    }
                    return new JsonObject().put("items", items);
                });
    }

    private Future<JsonObject> move(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        Instant startsAt = in.instant("startsAt");
        Instant endsAt = in.instant("endsAt");
        return open.sessionToPlan(in.path("session"), who)
                .compose(session -> change.move(
                        session.id(),
                        startsAt,
                        endsAt,
                        who.account(),
                        in.optional("reason").orElse(null)))
                .compose(session -> open.shown(session, who));
    }

    private Future<JsonObject> state(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        State wanted = in.choice("state", State.class);
        Optional<String> reason = in.optional("reason");
        if ((wanted == State.POSTPONED || wanted == State.CANCELLED) && reason.isEmpty()) {
            throw Problem.invalid("reason", "required", "Say why; people are told.");
        }
        return open.sessionToPlan(in.path("session"), who)
                .compose(session -> change.become(session.id(), wanted, who.account(), reason.orElse(null)))
                .compose(session -> open.shown(session, who));
    }
}
