package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Api;
import vn.diemcau.http.Api.Reply;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP of units. */
final class UnitRoutes {
    private static final int MOST_FOUND = 50;

    private final UnitStore units;
    private final StoredPeople people;
    private final CorrectUnits correct;

    UnitRoutes(UnitStore units, StoredPeople people, CorrectUnits correct) {
        this.units = units;
        this.people = people;
        this.correct = correct;
    }

    void mount(Api api) {
        api.get("/units", Action.READ_UNITS, this::list);
        api.get("/units/{unit}", Action.READ_UNITS, this::read);
        api.post("/units", Action.EDIT_UNITS, this::add);
        api.post("/units/{unit}/names", Action.EDIT_UNITS, this::rename);
    }

    /** The units at the top of what the caller may see: by their grants, in both trees for those over everything. */
    static List<String> tops(SignedIn signedIn, Action action, UnitTree tree, LocalDate on) {
        List<String> tops = new ArrayList<>();
        for (Grant grant : signedIn.grants()) {
            if (!action.roles().contains(grant.role()) || grant.unitPath().isEmpty()) continue;
            if (grant.unitPath().equals("/")) {
                for (Tree one : Tree.values()) tree.roots(one, on).forEach(root -> tops.add(root.id()));
            } else {
                String[] way = grant.unitPath().split("/");
                tops.add(way[way.length - 1]);
            }
        }
        return tops.stream().distinct().toList();
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn signedIn = SignedIn.of(ctx);
        LocalDate on = in.queryDate("on", people.today());
        return people.tree().map(tree -> {
            List<Unit> found;
            if (in.query("parent").isPresent()) {
                String parent = in.query("parent").orElseThrow();
                signedIn.require(Action.READ_UNITS, path(tree, parent));
                found = tree.children(parent, on);
            } else if (in.query("text").isPresent()) {
                found = search(signedIn, tree, in.query("text").orElseThrow(), on);
            } else {
                found = tops(signedIn, Action.READ_UNITS, tree, on).stream()
                        .flatMap(id -> tree.unit(id).stream())
                        .toList();
            }
            JsonArray items = new JsonArray();
            for (Unit unit : found) items.add(PersonJson.unit(unit, tree, on));
            return new JsonObject().put("items", items);
        });
    }

    private static List<Unit> search(SignedIn signedIn, UnitTree tree, String text, LocalDate on) {
        List<String> words = Names.words(text);
        String exact = Names.exact(text);
        String folded = String.join(" ", words);
        return tree.all().stream()
                .filter(unit -> unit.exists(on))
                .filter(unit -> matches(tree, unit, words, text, on))
                .filter(unit -> tree.path(unit.id(), on)
                        .filter(path -> signedIn.may(Action.READ_UNITS, path))
                        .isPresent())
                .sorted(Comparator.comparing(
                                (Unit unit) -> !Names.exact(unit.name()).contains(exact))
                        .thenComparing(unit ->
                                !String.join(" ", Names.words(unit.name())).contains(folded))
                        .thenComparing(Unit::level)
                        .thenComparing(Unit::sortKey)
                        .thenComparing(Unit::id))
                .limit(MOST_FOUND)
                .toList();
    }

    private static boolean matches(UnitTree tree, Unit unit, List<String> words, String text, LocalDate on) {
        if (unit.id().equalsIgnoreCase(text)) return true;
        if (words.isEmpty()) return false;
        String name = " " + String.join(" ", Names.words(tree.fullName(unit.id(), on)));
        return words.stream().allMatch(word -> name.contains(" " + word));
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("unit");
        LocalDate on = in.queryDate("on", people.today());
        return people.tree().compose(tree -> {
            SignedIn.of(ctx).require(Action.READ_UNITS, path(tree, id));
            return units.find(id).compose(found -> units.successions().map(successions -> {
                UnitStore.Kept kept = found.orElseThrow(UnitRoutes::missing);
                JsonObject json = PersonJson.unit(kept.unit(), tree, on)
                        .put("rev", kept.rev())
                        .put("way", PersonJson.way(kept.unit(), tree, on))
                        .put("exists", kept.unit().exists(on));
                JsonArray placements = new JsonArray();
                for (Unit.Placement placement : kept.unit().placements()) {
                    JsonObject one = new JsonObject();
                    if (!placement.from().equals(Membership.BEGINNING))
                        one.put("from", placement.from().toString());
                    if (placement.to() != null) one.put("to", placement.to().toString());
                    if (placement.parent() != null) one.put("parent", named(tree, placement.parent()));
                    placements.add(one);
                }
                JsonArray names = new JsonArray();
                kept.formerNames()
                        .forEach(former -> names.add(new JsonObject()
                                .put("name", former.name())
                                .put("to", former.to().toString())));
                JsonArray followed = new JsonArray();
                successions.stream()
                        .filter(one -> one.from().equals(id) || one.to().equals(id))
                        .sorted(Comparator.comparing(Succession::date))
                        .forEach(one -> {
                            JsonObject row = new JsonObject()
                                    .put("kind", PersonDocument.code(one.kind()))
                                    .put("from", named(tree, one.from()))
                                    .put("to", named(tree, one.to()))
                                    .put("date", one.date().toString());
                            if (one.decision() != null) row.put("decision", one.decision());
                            followed.add(row);
                        });
                return json.put("placements", placements)
                        .put("formerNames", names)
                        .put("successions", followed);
            }));
        });
    }

    private static JsonObject named(UnitTree tree, String id) {
        return new JsonObject()
                .put("id", id)
                .put("name", tree.unit(id).map(Unit::name).orElse(id));
    }

    private Future<Reply> add(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String code = in.text("code");
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            throw Problem.invalid("code", "malformed", "Letters, digits, dots and dashes, at most 40.");
        }
        String parent = in.optional("parent").orElse(null);
        LocalDate from = in.optionalDate("from").orElse(people.today());
        return people.tree().compose(tree -> {
            SignedIn.of(ctx).require(Action.EDIT_UNITS, parent == null ? "/" : path(tree, parent));
            return correct.add(
                            code,
                            in.text("name"),
                            in.choice("tree", Tree.class),
                            in.text("type"),
                            in.integer("level", 1, 9),
                            parent,
                            from,
                            SignedIn.of(ctx))
                    .compose(unit -> people.tree().map(now -> Reply.created(PersonJson.unit(unit, now, from))));
        });
    }

    private Future<JsonObject> rename(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("unit");
        return people.tree().compose(tree -> {
            SignedIn.of(ctx).require(Action.EDIT_UNITS, path(tree, id));
            LocalDate from = in.optionalDate("from").orElse(people.today());
            return correct.rename(id, in.integer("rev", 0, Integer.MAX_VALUE), in.text("name"), from, SignedIn.of(ctx))
                    .compose(unit -> people.tree().map(now -> PersonJson.unit(unit, now, people.today())));
        });
    }

    private String path(UnitTree tree, String unit) {
        return tree.lastPath(unit, people.today()).orElseThrow(UnitRoutes::missing);
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such unit here for you.");
    }
}
