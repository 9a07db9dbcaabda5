package vn.diemcau.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** HTTP of campaigns. Whoever belongs to a campaign's part of the tree reads it; figures and reminders come only of one's own part. */
final class CampaignRoutes {
    private final CampaignStore store;
    private final KeepCampaign keep;
    private final ReadProgress read;
    private final People people;

    CampaignRoutes(CampaignStore store, KeepCampaign keep, ReadProgress read, People people) {
        this.store = store;
        this.keep = keep;
        this.read = read;
        this.people = people;
    }

    void mount(Api api) {
        api.get("/campaigns", Action.READ_PROGRAMMES, this::list);
        api.get("/campaigns/{campaign}", Action.READ_PROGRAMMES, this::read);
        api.put("/campaigns/{campaign}", Action.PLAN, this::keep);
        api.get("/campaigns/{campaign}/progress", Action.READ_REPORTS, this::progress);
        api.post("/campaigns/{campaign}/reminders", Action.PLAN, this::remind);
    }

    /** A campaign of a unit above or below the caller's concerns the caller. */
    private static boolean concerns(SignedIn by, Action action, String path) {
        return by.grants().stream()
                .filter(grant -> action.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .anyMatch(own -> !own.isEmpty() && (path.startsWith(own) || own.startsWith(path)));
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> store.latest().compose(found -> {
            JsonArray items = new JsonArray();
            Future<Void> chain = Future.succeededFuture();
            for (Campaign one : found) {
                if (!concerns(by, Action.READ_PROGRAMMES, path(one, tree))) continue;
                JsonObject json = json(one, tree, by);
                items.add(json);
                boolean asked = one.to().isBefore(read.today()) || by.may(Action.PLAN, path(one, tree));
                if (!asked) chain = chain.compose(done -> reminded(one, by, json));
            }
            return chain.map(done -> new JsonObject().put("items", items));
        }));
    }

    /** When a unit of the caller's own part was reminded last. */
    private Future<Void> reminded(Campaign one, SignedIn by, JsonObject json) {
        return store.reminders(one.id()).map(reminders -> {
            reminders.stream()
                    .filter(each -> by.may(Action.READ_PROGRAMMES, each.path()))
                    .findFirst()
                    .ifPresent(each -> json.put("remindedAt", each.at().toString()));
            return null;
        });
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> find(ctx, Action.READ_PROGRAMMES, tree)
                .compose(one -> store.reminders(one.id()).map(reminders -> {
                    JsonArray items = new JsonArray();
                    reminders.stream()
                            .filter(each -> by.may(Action.READ_PROGRAMMES, each.path()))
                            .limit(200)
                            .forEach(each -> items.add(new JsonObject()
                                    .put("unit", each.unit())
                                    .put("unitName", tree.fullName(each.unit(), read.today()))
                                    .put("by", each.by())
                                    .put("at", each.at().toString())
                                    .put("text", each.text())));
                    return json(one, tree, by).put("reminders", items);
                })));
    }

    private Future<JsonObject> keep(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("campaign");
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) throw Problem.invalid("campaign", "malformed", "At most 64 letters.");
        SignedIn by = SignedIn.of(ctx);
        String unit = in.text("unit");
        LocalDate from = in.date("from");
        LocalDate to = in.date("to");
        if (to.isBefore(from)) throw Problem.invalid("to", "ends_before_start", "It ends before it begins.");
        return people.tree().compose(tree -> {
            String path = tree.lastPath(unit, read.today()).orElseThrow(CampaignRoutes::missing);
            by.require(Action.PLAN, path);
            Campaign wish = new Campaign(
                    id,
                    in.choice("kind", Campaign.Kind.class),
                    in.text("title"),
                    unit,
                    path,
                    from,
                    to,
                    in.optionalInteger("target", 1, 100).orElse(100),
                    in.optionalDate("remindOn").orElse(null),
                    null,
                    in.optionalInteger("quota", 0, 100).orElse(0),
                    in.texts("persons", 500),
                    in.optional("note").orElse(""),
                    in.optionalInteger("rev", 0, Integer.MAX_VALUE).orElse(0));
            return visitors(wish, tree, by).compose(done -> keep.keep(wish)).map(kept -> json(kept, tree, by));
        });
    }

    /** Whoever is new to the campaign must be somebody whom the caller may look up; a name and a unit are shown of each. */
    private Future<Void> visitors(Campaign wish, UnitTree tree, SignedIn by) {
        return store.find(wish.id()).compose(before -> {
            Set<String> fresh = new HashSet<>(wish.persons());
            before.ifPresent(one -> one.persons().forEach(fresh::remove));
            if (fresh.isEmpty()) return Future.succeededFuture();
            return people.persons(fresh).map(found -> {
                if (found.size() < fresh.size()) throw missing();
                found.forEach(person -> by.require(
                        Action.READ_PEOPLE,
                        tree.lastPath(person.unit(), read.today()).orElseThrow(CampaignRoutes::missing)));
                return null;
            });
        });
    }

    private Future<JsonObject> progress(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        return people.tree()
                .compose(tree -> find(ctx, Action.READ_REPORTS, tree).compose(one -> {
                    String wanted = in.query("unit").orElseGet(() -> usual(one, tree, by));
                    Unit unit = tree.unit(wanted)
                            .filter(found -> found.exists(read.today()))
                            .orElseThrow(CampaignRoutes::missing);
                    String path = tree.path(unit.id(), read.today()).orElseThrow(CampaignRoutes::missing);
                    by.require(Action.READ_REPORTS, path);
                    return read.handle(one)
                            .compose(known -> store.reminders(one.id()).compose(reminders -> {
                                Map<String, Reminder> latest = new LinkedHashMap<>();
                                reminders.forEach(each -> latest.putIfAbsent(each.unit(), each));
                                JsonArray items = new JsonArray();
                                for (Unit below : tree.children(unit.id(), read.today())) {
                                    JsonObject row = part(known.progress(), below, tree, one.target());
                                    Reminder reminder = latest.get(below.id());
                                    if (reminder != null)
                                        row.put("remindedAt", reminder.at().toString());
                                    items.add(row);
                                }
                                JsonArray way = new JsonArray();
                                for (String id : path.split("/")) {
                                    tree.unit(id)
                                            .filter(above -> tree.path(above.id(), read.today())
                                                    .filter(way0 -> by.may(Action.READ_REPORTS, way0)
                                                            && way0.startsWith(path(one, tree)))
                                                    .isPresent())
                                            .ifPresent(above -> way.add(new JsonObject()
                                                    .put("id", above.id())
                                                    .put("name", above.name())));
                                }
                                JsonObject json = new JsonObject()
                                        .put("asOf", known.asOf().toString())
                                        .put("sessions", known.sessions())
                                        .put("unit", unit.id())
                                        .put("way", way)
                                        .put("total", part(known.progress(), unit, tree, one.target()))
                                        .put("items", items);
                                return visits(one, tree, by).map(visits -> json.put("visits", visits));
                            }));
                }));
    }

    /** The campaign's unit, or the highest of the caller's below it. */
    private String usual(Campaign one, UnitTree tree, SignedIn by) {
        String path = path(one, tree);
        if (by.may(Action.READ_REPORTS, path)) return one.unit();
        return by.grants().stream()
                .filter(grant -> Action.READ_REPORTS.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(own -> own.startsWith(path))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(own -> own.replaceAll("^.*/([^/]+)/$", "$1"))
                .orElseThrow(CampaignRoutes::missing);
    }

    private JsonObject part(Progress progress, Unit unit, UnitTree tree, int target) {
        Progress.Part part = progress.of(tree.path(unit.id(), read.today()).orElse("/" + unit.id() + "/"));
        return new JsonObject()
                .put("id", unit.id())
                .put("name", unit.name())
                .put("children", tree.children(unit.id(), read.today()).size())
                .put("members", part.members())
                .put("persons", part.persons())
                .put("turnsRequired", part.turnsRequired())
                .put("turnsPresent", part.turnsPresent())
                .put("others", part.others())
                .put("held", part.held())
                .put("collectives", part.collectives())
                .put("reached", part.reached())
                .put("met", part.atLeast(target))
                .put("lags", progress.lags(part));
    }

    private Future<JsonArray> visits(Campaign one, UnitTree tree, SignedIn by) {
        if (one.kind() != Campaign.Kind.VISITS || !by.may(Action.READ_REPORTS, path(one, tree)))
            return Future.succeededFuture(new JsonArray());
        return read.visits(one).map(found -> {
            JsonArray all = new JsonArray();
            found.stream()
                    .sorted(Comparator.comparing(each -> each.person().sortKey()))
                    .forEach(each -> {
                        JsonObject row = new JsonObject()
                                .put("id", each.person().id())
                                .put("name", each.person().name())
                                .put("unitName", tree.fullName(each.person().unit(), read.today()))
                                .put("visits", each.visits())
                                .put("met", each.visits() >= one.quota());
                        each.person().birthYear().ifPresent(year -> row.put("birthYear", year));
                        all.add(row);
                    });
            return all;
        });
    }

    private Future<Void> remind(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        String id = in.text("id");
        List<String> units = in.texts("units", 1_000);
        String text = in.optional("text").orElse("");
        return people.tree().compose(tree -> find(ctx, Action.PLAN, tree).compose(one -> {
            Map<String, String> paths = new LinkedHashMap<>();
            for (String unit : units) {
                String path = tree.path(unit, read.today()).orElseThrow(CampaignRoutes::missing);
                by.require(Action.PLAN, path);
                if (!path.startsWith(path(one, tree))) throw missing();
                paths.put(unit, path);
            }
            return keep.remind(one, id, paths, by.name(), text);
        }));
    }

    private Future<Campaign> find(RoutingContext ctx, Action action, UnitTree tree) {
        SignedIn by = SignedIn.of(ctx);
        return keep.find(Input.of(ctx).path("campaign")).map(one -> {
            if (!concerns(by, action, path(one, tree))) throw missing();
            return one;
        });
    }

    /** Where the campaign's unit stands today. */
    private String path(Campaign one, UnitTree tree) {
        Optional<String> now = tree.lastPath(one.unit(), read.today());
        return now.orElse(one.unitPath());
    }

    private JsonObject json(Campaign one, UnitTree tree, SignedIn by) {
        JsonObject json = new JsonObject()
                .put("id", one.id())
                .put("kind", one.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("title", one.title())
                .put("unit", one.unit())
                .put("unitName", tree.fullName(one.unit(), read.today()))
                .put("from", one.from().toString())
                .put("to", one.to().toString())
                .put("target", one.target())
                .put("quota", one.quota())
                .put("persons", new JsonArray(one.persons()))
                .put("note", one.note())
                .put("mayPlan", by.may(Action.PLAN, path(one, tree)))
                .put("rev", one.rev());
        if (one.remindOn() != null) json.put("remindOn", one.remindOn().toString());
        if (one.remindedOn() != null) json.put("remindedOn", one.remindedOn().toString());
        return json;
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such campaign here for you.");
    }
}
