package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Before;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: scopes, previews, lists, groups. */
final class ListRoutes {
    private static final int POSTS_SHOWN = 200;
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
        api.put("/programmes/{programme}/scope", Action.SUMMON, this::putProgrammeScope);
        api.get("/sessions/{session}/scope", Action.READ_PROGRAMMES, this::sessionScope);
        api.put("/sessions/{session}/scope", Action.SUMMON, this::putSessionScope);
        api.delete("/sessions/{session}/scope", Action.SUMMON, this::inheritScope);
        api.post("/sessions/{session}/list-preview", Action.SUMMON, this::preview);
        api.get("/sessions/{session}/list", Action.READ_PROGRAMMES, this::list);
        api.get("/sessions/{session}/expected", Action.READ_PROGRAMMES, this::expected);
        api.post("/sessions/{session}/list/refreshment", Action.SUMMON, this::refresh);
        api.post("/sessions/{session}/list/amendments", Action.SUMMON, this::amendments);
        api.get("/scope-posts", Action.SUMMON, this::posts);
        api.get("/groups", Action.SUMMON, this::groups);
        api.put("/groups/{group}", Action.SUMMON, this::putGroup);
        api.delete("/groups/{group}", Action.SUMMON, this::deleteGroup);
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

    /** For the record of changes. */
    private Future<Void> before(RoutingContext ctx, String scope) {
        return scopes.find(scope).map(kept -> {
            kept.ifPresent(each -> Before.was(ctx, ScopeJson.write(each.scope())));
            return null;
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
                .compose(done -> before(ctx, ScopeStore.ofProgramme(id)))
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
                .compose(done -> before(ctx, ScopeStore.ofSession(id)))
                .compose(done -> scopes.put(ScopeStore.ofSession(id), scope, rev))
                .compose(kept -> issue.handle(session, who.account()).compose(done -> scope(kept, true))));
    }

    private Future<JsonObject> inheritScope(RoutingContext ctx) {
        String id = Input.of(ctx).path("session");
        SignedIn who = SignedIn.of(ctx);
        return planned.session(id, who, Action.SUMMON).compose(session -> before(ctx, ScopeStore.ofSession(id))
                .compose(done -> scopes.delete(ScopeStore.ofSession(id)))
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
        return planned.session(id, SignedIn.of(ctx), Action.READ_PROGRAMMES).compose(session -> lists.state(id)
                .compose(state -> entries(id, state.map(ListState::version).orElse(0), null, null)
                        .map(entries -> {
                            Preview preview = Preview.of(session, entries);
                            return ListJson.state(id, state.orElse(null))
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
        List<AmendList.Change> changes = in.list(
                "changes",
                PAGE,
                change -> new AmendList.Change(
                        change.text("person"),
                        change.optionalChoice("standing", Required.Standing.class)
                                .orElse(null),
                        change.optional("site").orElse(null)));
        if (changes.isEmpty()) throw Problem.invalid("changes", "required", "Say what changes.");
        return planned.session(id, who, Action.SUMMON)
                .compose(session -> amend.handle(id, changes, reason, who.account()))
                .map(version -> new JsonObject().put("version", version));
    }

    /** The titles of posts held below a unit today, the most frequent first. */
    private Future<JsonObject> posts(RoutingContext ctx) {
        String unit =
                Input.of(ctx).query("unit").orElseThrow(() -> Problem.invalid("unit", "required", "Name the unit."));
        SignedIn who = SignedIn.of(ctx);
        return people.tree().compose(tree -> {
            who.require(Action.SUMMON, tree.lastPath(unit, today()).orElse(""));
            Map<String, Integer> counts = new HashMap<>();
            return people.eachWithin(unit, today(), person -> person.posts()
                            .forEach(post -> counts.merge(post.title(), 1, Integer::sum)))
                    .map(done -> {
                        JsonArray items = new JsonArray();
                        counts.entrySet().stream()
                                .sorted(Map.Entry.<String, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .limit(POSTS_SHOWN)
                                .forEach(post -> items.add(new JsonObject()
                                        .put("title", post.getKey())
                                        .put("holders", post.getValue())));
                        return new JsonObject().put("items", items);
                    });
        });
    }

    private Future<JsonObject> groups(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Future<List<Group>> chain = Future.succeededFuture(new ArrayList<>());
        for (var grant : who.grants()) {
            if (!Action.SUMMON.roles().contains(grant.role())
                    || grant.unitPath().isEmpty()) continue;
            chain = chain.compose(all -> scopes.groupsWithin(grant.unitPath()).map(found -> {
                found.stream().filter(group -> !all.contains(group)).forEach(all::add);
                return all;
            }));
        }
        return chain.map(all -> new JsonObject()
                .put("items", new JsonArray(all.stream().map(ScopeJson::group).toList())));
    }

    private Future<JsonObject> putGroup(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String unit = in.text("unit");
        String id = in.path("group");
        return people.tree().compose(tree -> {
            String path = tree.lastPath(unit, today()).orElse("");
            who.require(Action.SUMMON, path);
            Group group = new Group(
                    id,
                    in.text("name"),
                    unit,
                    path,
                    in.texts("persons", 5000),
                    in.integer("rev", 0, Integer.MAX_VALUE));
            return mine(id, who).compose(done -> scopes.putGroup(group)).map(done -> ScopeJson.group(group)
                    .put("rev", group.rev() + 1));
        });
    }

    private Future<Void> deleteGroup(RoutingContext ctx) {
        String id = Input.of(ctx).path("group");
        return mine(id, SignedIn.of(ctx)).compose(done -> scopes.deleteGroup(id));
    }

    private Future<Void> mine(String group, SignedIn who) {
        return scopes.groups(List.of(group)).map(found -> {
            found.forEach(kept -> who.require(Action.SUMMON, kept.unitPath()));
            return null;
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ResolveList.HERE);
    }

    private static LocalDate day(Session session) {
        return LocalDate.ofInstant(session.startsAt(), ResolveList.HERE);
    }
}
