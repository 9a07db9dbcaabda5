package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.Shown;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Objections to closed records: the person's own, and those the office decides; decides nothing itself. */
final class AppealRoutes {
    private static final int ID_MOST = 50;

    private final Appeals appeals;
    private final AppealStore store;
    private final Schedule schedule;
    private final Audit audit;

    AppealRoutes(Appeals appeals, AppealStore store, Schedule schedule, Audit audit) {
        this.appeals = appeals;
        this.store = store;
        this.schedule = schedule;
        this.audit = audit;
    }

    void mount(Api api) {
        api.get("/my/appeals", Action.OWN, this::mine);
        api.put("/my/appeals/{id}", Action.OWN, this::file);
        api.get("/appeals", Action.CORRECT, this::list);
        api.post("/appeals/{id}/decision", Action.CORRECT, this::decide);
    }

    private enum Decision {
        ACCEPTED,
        REFUSED
    }

    /** What somebody may object to have been instead. */
    private enum Wish {
        PRESENT,
        SUBSTITUTED,
        EXCUSED
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        return store.of(SignedIn.of(ctx).requirePerson()).compose(this::json);
    }

    private Future<JsonObject> file(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = ReadClaim.id(in.path("id"));
        if (id.length() > ID_MOST) throw Problem.invalid("id", "malformed", "At most " + ID_MOST + " characters.");
        Standing wish = Standing.valueOf(in.choice("standing", Wish.class).name());
        return appeals.file(id, in.text("session"), SignedIn.of(ctx).requirePerson(), wish, in.text("reason"))
                .map(AppealRoutes::json);
    }

    private static boolean decides(SignedIn caller, Appeal appeal) {
        return appeal.paths().stream()
                .anyMatch(path -> caller.may(Action.CORRECT, path.substring(path.indexOf(':') + 1)));
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        SignedIn caller = SignedIn.of(ctx);
        boolean decided = Input.of(ctx).query("decided").orElse("false").equals("true");
        return store.all(decided).compose(all -> {
            List<Appeal> found =
                    all.stream().filter(each -> decides(caller, each)).toList();
            Shown.persons(ctx, found.stream().map(Appeal::person).collect(Collectors.toSet()));
            return json(found);
        });
    }

    private Future<JsonObject> decide(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn caller = SignedIn.of(ctx);
        boolean accept =
                switch (in.choice("decision", Decision.class)) {
                    case ACCEPTED -> true;
                    case REFUSED -> false;
                };
        return store.one(in.path("id")).compose(found -> {
            Appeal appeal = found.filter(each -> decides(caller, each))
                    .orElseThrow(() -> Problem.missing("not_found", "There is no such thing here for you."));
            if (appeal.person().equals(caller.person())) {
                throw Problem.forbidden("own_appeal", "Nobody decides about their own objection.");
            }
            return appeals.decide(
                            appeal, accept, caller.name(), in.optional("note").orElse(null))
                    .compose(decided -> audit.add(
                                    caller.account(),
                                    accept ? "appeal_accepted" : "appeal_refused",
                                    "session/" + appeal.session() + "/person/" + appeal.person(),
                                    caller.did(new JsonObject()
                                            .put("appeal", appeal.id())
                                            .put("before", appeal.state().name())
                                            .put("after", decided.state().name())))
                            .map(done -> json(decided)));
        });
    }

    /** With the sessions they are about. */
    private Future<JsonObject> json(List<Appeal> all) {
        return schedule.sessions(all.stream().map(Appeal::session).distinct().toList())
                .map(sessions -> {
                    Map<String, Session> byId = new HashMap<>();
                    sessions.forEach(each -> byId.put(each.id(), each));
                    JsonArray items = new JsonArray();
                    for (Appeal each : all) {
                        JsonObject json = json(each);
                        Session session = byId.get(each.session());
                        if (session != null) {
                            json.put("title", session.title())
                                    .put("startsAt", session.startsAt().toString());
                        }
                        items.add(json);
                    }
                    return new JsonObject().put("items", items);
                });
    }

    private static JsonObject json(Appeal appeal) {
        JsonObject person = new JsonObject()
                .put("id", appeal.person())
                .put("name", appeal.name())
                .put("unitName", appeal.unitName());
        if (appeal.birthYear() != null) person.put("birthYear", appeal.birthYear());
        JsonObject json = new JsonObject()
                .put("id", appeal.id())
                .put("session", appeal.session())
                .put("person", person)
                .put("standing", appeal.wish().wire())
                .put("reason", appeal.reason())
                .put("state", appeal.state().name().toLowerCase(Locale.ROOT))
                .put("filedAt", appeal.filedAt().toString());
        AttendanceJson.put(json, "decidedBy", appeal.decidedBy());
        AttendanceJson.put(json, "decidedAt", appeal.decidedAt());
        AttendanceJson.put(json, "note", appeal.note());
        return json;
    }
}
