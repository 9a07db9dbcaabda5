package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.problem.Problem;

/** HTTP in, HTTP out: what a scope is put together of: groups that a unit keeps, and the posts that are held in it. */
final class GroupRoutes {
    private static final int POSTS_SHOWN = 200;

    private final People people;
    private final ScopeStore scopes;
    private final InstantSource clock;

    GroupRoutes(People people, ScopeStore scopes, InstantSource clock) {
        this.people = people;
        this.scopes = scopes;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/scope-posts", Action.SUMMON, this::posts);
        api.get("/groups", Action.SUMMON, this::groups);
        api.put("/groups/{group}", Action.SUMMON, BeforeAfter.of(this::groupNow, this::putGroup));
        api.delete("/groups/{group}", Action.SUMMON, BeforeAfter.of(this::groupNow, this::deleteGroup));
    }

    private Future<Optional<JsonObject>> groupNow(RoutingContext ctx) {
        return scopes.groups(List.of(Input.of(ctx).path("group")))
                .map(found -> found.stream().findFirst().map(ScopeJson::group));
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
}
