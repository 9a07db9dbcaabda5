package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.UnitTree;

/** Programmes over HTTP; decides nothing. */
final class ProgrammeRoutes {
    private static final int PAGE = 50;

    private final OpenPlanRoutes open;
    private final ProgrammeStore programmes;
    private final SessionStore sessions;
    private final KeepProgramme keep;
    private final ChangeProgrammeState state;
    private final AddSessions add;
    private final CopyProgramme copy;
    private final DeleteProgramme delete;
    private final ListClashes clashes;
    private final InstantSource clock;

    ProgrammeRoutes(
            OpenPlanRoutes open,
            ProgrammeStore programmes,
            SessionStore sessions,
            KeepProgramme keep,
            ChangeProgrammeState state,
            AddSessions add,
            CopyProgramme copy,
            DeleteProgramme delete,
            ListClashes clashes,
            InstantSource clock) {
        this.open = open;
        this.programmes = programmes;
        this.sessions = sessions;
        this.keep = keep;
        this.state = state;
        this.add = add;
        this.copy = copy;
        this.delete = delete;
        this.clashes = clashes;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes", Action.READ_PROGRAMMES, this::list);
        api.get("/programmes/{programme}", Action.READ_PROGRAMMES, this::read);
        api.put("/programmes/{programme}", Action.PLAN, changing(this::keep));
        api.delete("/programmes/{programme}", Action.PLAN, changing(this::delete));
        api.post("/programmes/{programme}/state", Action.PLAN, changing(this::state));
        api.post("/programmes/{programme}/copies", Action.PLAN, this::copy);
        api.post("/programmes/{programme}/sessions", Action.PLAN, changing(this::addSessions));
        api.get("/programmes/{programme}/clashes", Action.PLAN, this::clashes);
    }

    private Api.Handler changing(Api.Handler handler) {
        return BeforeAfter.of(open::programmeNow, handler);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        ProgrammeList.Group group = choice(in.query("group").orElse("upcoming"), "group", ProgrammeList.Group.class);
        int limit = Math.max(1, in.queryInt("limit", PAGE, 200));
        return open.tree().compose(tree -> {
            Set<String> roots = OpenPlanRoutes.readable(who);
            Set<String> above = new TreeSet<>();
            for (String root : roots) above.addAll(OpenPlanRoutes.above(root));
            in.query("unit").ifPresent(unit -> narrow(tree, unit, roots, above));
            ProgrammeList.Wish wish = new ProgrammeList.Wish(
                    group,
                    clock.instant(),
                    roots,
                    above,
                    in.query("kind")
                            .map(kind -> choice(kind, "kind", ProgrammeKind.class))
                            .orElse(null),
                    Folded.of(in.query("text").orElse("")),
                    in.query("after"));
            return programmes
                    .find(ProgrammeList.filter(wish), ProgrammeList.order(group), limit + 1)
                    .map(found -> page(found, limit, group, tree, who));
        });
    }

    /** Leaves of the readable paths only the unit and what is below it. */
    private void narrow(UnitTree tree, String unit, Set<String> roots, Set<String> above) {
        String path = tree.lastPath(unit, open.today()).orElseThrow(OpenPlanRoutes::notFound);
        boolean within = roots.stream().anyMatch(path::startsWith);
        boolean over = above.contains(path);
        roots.clear();
        above.clear();
        if (within) roots.add(path);
        else if (over) above.add(path);
    }

    private JsonObject page(List<Programme> found, int limit, ProgrammeList.Group group, UnitTree tree, SignedIn who) {
        List<Programme> shown = found.size() > limit ? found.subList(0, limit) : found;
        JsonArray items = new JsonArray();
        for (Programme programme : shown) {
            items.add(PlanJson.programme(programme, tree, open.mayPlan(who, programme.unitPath())));
        }
        JsonObject page = new JsonObject().put("items", items);
        if (found.size() > limit) page.put("next", ProgrammeList.cursor(group, shown.get(limit - 1)));
        return page;
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return open.toRead(Input.of(ctx).path("programme"), who).compose(programme -> whole(programme, who));
    }

    /** The programme with its sites and its sessions as rows. */
    private Future<JsonObject> whole(Programme programme, SignedIn who) {
        return open.shown(programme, who).compose(shown -> sessions.ofProgramme(programme.id())
                .compose(all -> open.tree().map(tree -> {
                    boolean drafts = open.mayPlan(who, programme.unitPath());
                    JsonArray rows = new JsonArray();
                    for (Session session : all) {
                        if (drafts || session.state() != State.DRAFT) rows.add(PlanJson.brief(session, tree));
                    }
                    return shown.put("items", rows);
                })));
    }

    private Future<Object> keep(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = PlanJson.checked("programme", in.path("programme"));
        KeepProgramme.Wish wish = new KeepProgramme.Wish(
                id,
                in.choice("kind", ProgrammeKind.class),
                in.text("title"),
                in.text("unit"),
                in.optional("campaign").orElse(null),
                in.optionalChoice("training", Training.class).orElse(null),
                in.choice("mode", Mode.class),
                in.optional("policy").orElse(KeepProgramme.USUAL_POLICY),
                in.flag("rehearsal"),
                PlanJson.readSites(in));
        AssignSites.check(wish.sites());
        return programmes.get(id).compose(there -> {
            if (there.isPresent()) {
                return open.toPlan(id, who)
                        .<Programme>compose(before -> keep.edit(before, wish, PlanJson.rev(in), who.account()))
                        .compose(programme -> open.shown(programme, who))
                        .<Object>map(shown -> shown);
            }
            return open.unitToPlan(wish.unit(), who)
                    .compose(path -> keep.make(wish, path))
                    .compose(programme -> open.shown(programme, who))
                    .<Object>map(Api.Reply::created);
        });
    }

    private Future<Void> delete(RoutingContext ctx) {
        return open.toPlan(Input.of(ctx).path("programme"), SignedIn.of(ctx)).compose(delete::handle);
    }

    private Future<JsonObject> state(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        State wanted = in.choice("state", State.class);
        return open.toPlan(in.path("programme"), who)
                .compose(programme -> switch (wanted) {
                    case ISSUED -> state.issue(programme, who.account());
                    case CANCELLED -> state.cancel(programme, who.account(), in.text("reason"));
                    case ENDED -> state.end(programme, who.account());
                    case DRAFT, POSTPONED ->
                        Future.<Programme>failedFuture(vn.diemcau.problem.Problem.refused(
                                "state_not_allowed", "Sessions are postponed; nothing becomes a draft again."));
                })
                .compose(programme -> whole(programme, who));
    }

    private Future<Api.Reply> copy(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = PlanJson.id(in, "id");
        return open.toPlan(in.path("programme"), who)
                .compose(programme -> copy.handle(
                        programme,
                        id,
                        in.date("startsOn"),
                        in.optional("title").orElse(null),
                        in.flag("rehearsal"),
                        who.account()))
                .compose(programme -> open.shown(programme, who))
                .map(Api.Reply::created);
    }

    private Future<JsonObject> addSessions(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        List<AddSessions.New> asked = in.list("sessions", AddSessions.MOST, ProgrammeRoutes::newSession);
        return open.toPlan(in.path("programme"), who)
                .compose(programme -> add.handle(programme, asked, who.account()))
                .compose(all -> open.tree().map(tree -> {
                    JsonArray rows = new JsonArray();
                    for (Session session : all) rows.add(PlanJson.brief(session, tree));
                    return new JsonObject().put("items", rows);
                }));
    }

    private static AddSessions.New newSession(Input in) {
        return new AddSessions.New(
                PlanJson.id(in, "id"),
                in.optional("topic").orElse(null),
                in.optional("lecturer").orElse(null),
                in.optionalInteger("periods", 0, 24).orElse(0),
                in.instant("startsAt"),
                in.instant("endsAt"),
                in.optionalChoice("mode", Mode.class).orElse(null),
                PlanJson.readAgenda(in));
    }

    private Future<JsonObject> clashes(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return open.toPlan(Input.of(ctx).path("programme"), who)
                .compose(clashes::handle)
                .compose(found -> open.tree().map(tree -> {
                    List<JsonObject> items = new ArrayList<>();
                    for (Clash clash : found) items.add(PlanJson.clash(clash, tree));
                    return new JsonObject().put("items", new JsonArray(items));
                }));
    }

    static <E extends Enum<E>> E choice(String value, String field, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) return constant;
        }
        throw vn.diemcau.problem.Problem.invalid(field, "not_a_choice", "One of the names in the contract.");
    }
}
