package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: scopes, previews, lists. */
final class ListRoutes {
    private static final int PAGE = 200;

    private final PlannedBy planned;
    private final Schedule schedule;
    private final People people;
    private final ScopeStore scopes;
    private final ListStore lists;
    private final ResolveList resolve;
    private final FindClashes clashes;
    private final IssueList issue;
    private final AmendList amend;
    private final InstantSource clock;

    ListRoutes(
            Schedule schedule,
            People people,
            ScopeStore scopes,
            ListStore lists,
            ResolveList resolve,
            IssueList issue,
            InstantSource clock) {
        this.planned = new PlannedBy(schedule);
        this.schedule = schedule;
        this.people = people;
        this.scopes = scopes;
        this.lists = lists;
        this.resolve = resolve;
        this.clashes = new FindClashes(schedule, lists);
        this.issue = issue;
        this.amend = new AmendList(schedule, lists, resolve, issue);
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/scope", Action.READ_PROGRAMMES, this::programmeScope);
        api.put(
                "/programmes/{programme}/scope",
                Action.SUMMON,
                BeforeAfter.of(this::programmeScopeNow, this::putProgrammeScope));
        api.get("/sessions/{session}/scope", Action.READ_PROGRAMMES, this::sessionScope);
        api.put(
                "/sessions/{session}/scope",
                Action.SUMMON,
                BeforeAfter.of(this::sessionScopeNow, this::putSessionScope));
        api.delete(
                "/sessions/{session}/scope", Action.SUMMON, BeforeAfter.of(this::sessionScopeNow, this::inheritScope));
        api.post("/sessions/{session}/list-preview", Action.SUMMON, this::preview);
        api.get("/sessions/{session}/list", Action.READ_PROGRAMMES, this::list);
        api.get("/sessions/{session}/expected", Action.READ_PROGRAMMES, this::expected);
        api.post("/sessions/{session}/list/refreshment", Action.SUMMON, BeforeAfter.of(this::listNow, this::refresh));
        api.post(
                "/sessions/{session}/list/amendments",
                Action.SUMMON,
                BeforeAfter.of(this::amendedNow, this::amendments));
    }

    private Future<JsonObject> programmeScope(RoutingContext ctx) {
        String id = Input.of(ctx).path("programme");
        return planned.programme(id, SignedIn.of(ctx), Action.READ_PROGRAMMES)
                .compose(programme -> scopes.find(ScopeStore.ofProgramme(id)))
                .compose(kept -> scope(kept.orElse(new ScopeStore.Kept(Scope.EMPTY, 0)), false));
    }

    private Future<JsonObject> sessionScope(RoutingContext ctx) {
        String id = Input.of(ctx).path("session");
        return planned.session(id, SignedIn.of(ctx), Action.READ_PROGRAMMES).compose(session -> scopes.find(
                        ScopeStore.ofSession(id))
                .compose(own -> own.isPresent()
                        ? scope(own.get(), true)
                        : scopes.of(session).compose(inherited -> scope(new ScopeStore.Kept(inherited, 0), false))));
    }

    /** The scope with the names behind its ids, so that a page can show it at once. */
    private Future<JsonObject> scope(ScopeStore.Kept kept, boolean own) {
        List<String> named = new ArrayList<>();
        kept.scope().rules().forEach(rule -> named.addAll(rule.persons()));
        kept.scope().adjustments().forEach(adjustment -> named.add(adjustment.person()));
        return people.tree().compose(tree -> people.persons(named.subList(0, Math.min(named.size(), 5000)))
                .map(found -> {
                    LocalDate today = today();
                    JsonObject units = new JsonObject();
                    kept.scope().rules().forEach(rule -> rule.units()
                            .forEach(unit -> units.put(unit, tree.fullName(unit, today))));
                    JsonObject persons = new JsonObject();
                    found.forEach(person -> persons.put(
                            person.id(),
                            new JsonObject()
                                    .put("id", person.id())
                                    .put("name", person.name())
                                    .put("birthYear", person.birthYear().orElse(null))
                                    .put("unitName", tree.fullName(person.unit(), today))));
                    return ScopeJson.write(kept.scope())
                            .put("rev", kept.rev())
                            .put("own", own)
                            .put("unitNames", units)
                            .put("people", persons);
                }));
    }

    private Future<Optional<JsonObject>> programmeScopeNow(RoutingContext ctx) {
        return scopes.find(ScopeStore.ofProgramme(Input.of(ctx).path("programme")))
                .map(found -> found.map(kept -> ScopeJson.write(kept.scope())));
    }

    private Future<Optional<JsonObject>> sessionScopeNow(RoutingContext ctx) {
        return scopes.find(ScopeStore.ofSession(Input.of(ctx).path("session")))
                .map(found -> found.map(kept -> ScopeJson.write(kept.scope())));
    }

    private Future<Optional<JsonObject>> listNow(RoutingContext ctx) {
        return lists.state(Input.of(ctx).path("session"))
                .map(found -> found.map(state -> new JsonObject().put("version", state.version())));
    }

    /** The version, and how whom the body names stands on it. */
    private Future<Optional<JsonObject>> amendedNow(RoutingContext ctx) {
        String session = Input.of(ctx).path("session");
        List<String> named = changes(ctx).stream().map(AmendList.Change::person).toList();
        return lists.state(session).compose(state -> {
            int version = state.map(ListState::version).orElse(0);
            return lists.of(session, version, named).map(entries -> {
                JsonObject persons = new JsonObject();
                entries.forEach(entry -> persons.put(
                        entry.required().person(),
                        new JsonObject()
                                .put(
                                        "standing",
                                        ScopeJson.lower(entry.required().standing()))
                                .put("site", entry.required().site())));
                return Optional.of(persons.put("version", version));
            });
        });
    }

    private Future<JsonObject> putProgrammeScope(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = in.path("programme");
        Scope scope = ScopeJson.read(in);
        int rev = in.integer("rev", 0, Integer.MAX_VALUE);
        return planned.programme(id, who, Action.SUMMON)
                .compose(programme -> within(scope, who))
                .compose(done -> scopes.put(ScopeStore.ofProgramme(id), scope, rev))
                .compose(kept -> refreshAll(id, who.account()).compose(done -> scope(kept, false)));
    }

    private Future<JsonObject> putSessionScope(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = in.path("session");
        Scope scope = ScopeJson.read(in);
        int rev = in.integer("rev", 0, Integer.MAX_VALUE);
        return planned.session(id, who, Action.SUMMON).compose(session -> within(scope, who)
                .compose(done -> scopes.put(ScopeStore.ofSession(id), scope, rev))
                .compose(kept -> issue.handle(session, who.account()).compose(done -> scope(kept, true))));
    }

    private Future<JsonObject> inheritScope(RoutingContext ctx) {
        String id = Input.of(ctx).path("session");
        SignedIn who = SignedIn.of(ctx);
        return planned.session(id, who, Action.SUMMON).compose(session -> scopes.delete(ScopeStore.ofSession(id))
                .compose(done -> issue.handle(session, who.account()))
                .mapEmpty());
    }

    /** Nobody summons units or posts outside the part of the tree they answer for. */
    private Future<Void> within(Scope scope, SignedIn who) {
        return people.tree().map(tree -> {
            for (Scope.Rule rule : scope.rules()) {
                if (rule.kind() == Scope.Kind.POSTS && rule.units().isEmpty() && !who.may(Action.SUMMON, "/")) {
                    throw Problem.invalid("rules.units", "required", "Name the units in which the posts are held.");
                }
                for (String unit : rule.units()) {
                    String path = tree.lastPath(unit, today())
                            .orElseThrow(() -> Problem.invalid("rules.units", "unit_unknown", "No such unit: " + unit));
                    if (!who.may(Action.SUMMON, path)) {
                        throw Problem.forbidden("unit_not_yours", "You may not summon this unit: " + unit);
                    }
                }
            }
            return null;
        });
    }

    private Future<Void> refreshAll(String programme, String by) {
        return schedule.sessionsOf(programme).compose(sessions -> {
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> issue.handle(session, by)).mapEmpty();
            }
            return chain;
        });
    }

    /** What a list would be by the scope in the body, or by the kept one when the body names none. */
    private Future<JsonObject> preview(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("session");
        Scope given = in.has("rules") ? ScopeJson.read(in) : null;
        SignedIn who = SignedIn.of(ctx);
        return planned.session(id, who, Action.SUMMON).compose(session -> (given == null
                        ? scopes.of(session)
                        : within(given, who).map(given))
                .compose(scope -> resolve.handle(session, scope))
                .compose(entries -> clashes.handle(session, entries).compose(met -> people.tree()
                        .map(tree -> ListJson.preview(Preview.of(session, entries), met, tree, day(session))
                                .put("first", ListJson.entries(entries.subList(0, Math.min(PAGE, entries.size()))))))));
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("session");
        String receiving = in.query("unit").orElse(null);
        String site = in.query("site").orElse(null);
        int after = in.queryInt("after", 0, Integer.MAX_VALUE);
        return planned.session(id, SignedIn.of(ctx), Action.READ_PROGRAMMES)
                .compose(session -> lists.state(id))
                .compose(state -> entries(id, state.map(ListState::version).orElse(0), receiving, site)
                        .map(entries -> {
                            int from = Math.min(after, entries.size());
                            int to = from + Math.min(PAGE, entries.size() - from);
                            JsonObject body = ListJson.state(id, state.orElse(null))
                                    .put("total", entries.size())
                                    .put("items", ListJson.entries(entries.subList(from, to)));
                            if (to < entries.size()) body.put("next", to);
                            return body;
                        }));
    }

    private Future<List<Entry>> entries(
            String session, int version, @Nullable String receiving, @Nullable String site) {
        if (version == 0) return Future.succeededFuture(List.of());
        if (receiving != null) return lists.receivedBy(session, version, receiving);
        if (site != null) return lists.atSite(session, version, site.equals("none") ? null : site);
        List<Entry> entries = new ArrayList<>();
        return lists.each(session, version, entries::add).map(done -> {
            entries.sort(Comparator.comparing((Entry entry) -> entry.required().sortKey())
                    .thenComparing(entry -> entry.required().person()));
            return entries;
        });
    }

    /** Each site's expected count by the list in force and the answers. */
    private Future<JsonObject> expected(RoutingContext ctx) {
        String id = Input.of(ctx).path("session");
        SignedIn who = SignedIn.of(ctx);
        return planned.session(id, who, Action.READ_PROGRAMMES).compose(session -> lists.state(id)
                .compose(state -> entries(id, state.map(ListState::version).orElse(0), null, null)
                        .map(entries -> {
                            Preview preview = Preview.of(session, entries);
                            return ListJson.state(id, state.orElse(null))
                                    .put("mayAmend", who.may(Action.SUMMON, session.unitPath()))
                                    .put("standings", ListJson.standings(preview.standings()))
                                    .put("sites", ListJson.sites(preview))
                                    .put("withoutSite", preview.withoutSite());
                        })));
    }

    private Future<JsonObject> refresh(RoutingContext ctx) {
        String id = Input.of(ctx).path("session");
        SignedIn who = SignedIn.of(ctx);
        return planned.session(id, who, Action.SUMMON)
                .compose(session -> issue.handle(session, who.account()))
                .map(version -> new JsonObject().put("version", version));
    }

    private Future<JsonObject> amendments(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = in.path("session");
        String reason = in.text("reason");
        List<AmendList.Change> changes = changes(ctx);
        if (changes.isEmpty()) throw Problem.invalid("changes", "required", "Say what changes.");
        return planned.session(id, who, Action.SUMMON)
                .compose(session -> amend.handle(id, changes, reason, who.name()))
                .map(version -> new JsonObject().put("version", version));
    }

    private static List<AmendList.Change> changes(RoutingContext ctx) {
        return Input.of(ctx)
                .list(
                        "changes",
                        PAGE,
                        change -> new AmendList.Change(
                                change.text("person"),
                                change.optionalChoice("standing", Required.Standing.class)
                                        .orElse(null),
                                change.optional("site").orElse(null)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ResolveList.HERE);
    }

    private static LocalDate day(Session session) {
        return LocalDate.ofInstant(session.startsAt(), ResolveList.HERE);
    }
}
