package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** Sites of programmes and sessions, and the site directory, over HTTP; decides nothing. */
final class SiteRoutes {
    private static final int PAGE = 100;
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_UNITS = 50;

    private final OpenPlanRoutes open;
    private final AssignSites assign;
    private final PlaceStore places;
    private final KeepPlaces keep;

    SiteRoutes(OpenPlanRoutes open, AssignSites assign, PlaceStore places, KeepPlaces keep) {
        this.open = open;
        this.assign = assign;
        this.places = places;
        this.keep = keep;
    }

    void mount(Api api) {
        api.put("/programmes/{programme}/sites", Action.PLAN, BeforeAfter.of(open::programmeNow, this::ofProgramme));
        api.post(
                "/programmes/{programme}/sites/one-per-unit",
                Action.PLAN,
                BeforeAfter.of(open::programmeNow, this::onePerUnit));
        api.put("/sessions/{session}/sites", Action.PLAN, BeforeAfter.of(open::sessionNow, this::ofSession));
        api.delete("/sessions/{session}/sites", Action.PLAN, BeforeAfter.of(open::sessionNow, this::asProgramme));
        api.get("/places", Action.PLAN, this::list);
        api.put("/places/{place}", Action.PLAN, BeforeAfter.of(this::placeNow, this::keepOne));
        api.delete("/places/{place}", Action.PLAN, BeforeAfter.of(this::placeNow, this::delete));
        api.post("/places/table", Action.PLAN, BeforeAfter.of(this::placesNow, this::keepMany));
        api.get("/plan-units", Action.PLAN, this::units);
    }

    private Future<Optional<JsonObject>> placeNow(RoutingContext ctx) {
        return places.get(Input.of(ctx).path("place"))
                .compose(found -> open.tree().map(tree -> found.map(place -> PlanJson.place(place, tree, true))));
    }

    /** Those that the body names, by id. */
    private Future<Optional<JsonObject>> placesNow(RoutingContext ctx) {
        List<String> ids = Input.of(ctx).list("places", MOST_AT_ONCE, place -> PlanJson.id(place, "id"));
        return places.many(ids).compose(found -> open.tree().map(tree -> {
            JsonObject all = new JsonObject();
            found.forEach(place -> all.put(place.id(), PlanJson.place(place, tree, true)));
            return Optional.of(all);
        }));
    }

    private Future<JsonObject> ofProgramme(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        List<Site> sites = PlanJson.readSites(in);
        return open.toPlan(in.path("programme"), who)
                .compose(programme -> assign.ofProgramme(programme, sites, PlanJson.rev(in), who.account()))
                .compose(programme -> open.shown(programme, who));
    }

    private Future<JsonObject> onePerUnit(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return open.toPlan(Input.of(ctx).path("programme"), who)
                .compose(programme -> assign.onePerUnit(programme, who.account()))
                .compose(programme -> open.shown(programme, who));
    }

    private Future<JsonObject> ofSession(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        List<Site> sites = PlanJson.readSites(in);
        return open.sessionToPlan(in.path("session"), who)
                .compose(session -> assign.ofSession(session.id(), sites, who.account()))
                .compose(session -> open.shown(session, who));
    }

    private Future<JsonObject> asProgramme(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        return open.sessionToPlan(Input.of(ctx).path("session"), who)
                .compose(session -> open.toPlan(session.programme(), who)
                        .compose(programme -> assign.asProgramme(session.id(), programme, who.account())))
                .compose(session -> open.shown(session, who));
    }

    /** Places of one's own part of the tree and of the units above it, which lend their halls. */
    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        int limit = Math.max(1, in.queryInt("limit", PAGE, 500));
        Set<String> roots = OpenPlanRoutes.readable(who);
        if (roots.isEmpty()) return Future.failedFuture(OpenPlanRoutes.notFound());
        return open.tree().compose(tree -> {
            in.query("unit").ifPresent(unit -> {
                String path = tree.lastPath(unit, open.today()).orElseThrow(OpenPlanRoutes::notFound);
                who.require(Action.PLAN, path);
                roots.clear();
                roots.add(path);
            });
            String text = Folded.of(in.query("text").orElse(""));
            Future<Optional<Place>> after =
                    in.query("after").map(places::get).orElse(Future.succeededFuture(Optional.empty()));
            return after.compose(last -> places.find(roots, text, last, limit + 1))
                    .map(found -> page(found, limit, tree, who));
        });
    }

    private JsonObject page(List<Place> found, int limit, UnitTree tree, SignedIn who) {
        List<Place> shown = found.size() > limit ? found.subList(0, limit) : found;
        JsonArray items = new JsonArray();
        for (Place place : shown) items.add(PlanJson.place(place, tree, open.mayPlan(who, place.unitPath())));
        JsonObject page = new JsonObject().put("items", items);
        if (found.size() > limit) page.put("next", shown.get(limit - 1).id());
        return page;
    }

    private Future<JsonObject> keepOne(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = PlanJson.checked("place", in.path("place"));
        return mayKeep(id, in, who)
                .compose(place -> keep.keep(place))
                .compose(result -> places.get(id))
                .compose(place -> open.tree().map(tree -> PlanJson.place(place.orElseThrow(), tree, true)));
    }

    /** Both the unit that has it and the unit that shall have it must be the caller's to plan for. */
    private Future<Place> mayKeep(String id, Input in, SignedIn who) {
        String name = in.text("name");
        String unit = in.text("unit");
        String address = in.optional("address").orElse(null);
        return places.get(id).compose(there -> {
            there.ifPresent(place -> who.require(Action.PLAN, place.unitPath()));
            return open.unitToPlan(unit, who)
                    .map(path -> new Place(
                            id,
                            name,
                            address,
                            in.optionalInteger("seats", 0, 100_000).orElse(0),
                            in.optional("contactName").orElse(null),
                            in.optional("contactPhone").orElse(null),
                            unit,
                            path,
                            Folded.of(address == null ? name : name + " " + address),
                            0));
        });
    }

    private Future<JsonObject> keepMany(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        List<Future<Place>> wishes =
                in.list("places", MOST_AT_ONCE, place -> mayKeep(PlanJson.id(place, "id"), place, who));
        return Future.all(wishes)
                .compose(all -> keep.keep(new ArrayList<>(all.<Place>list())))
                .map(results -> {
                    JsonObject counts = new JsonObject();
                    for (KeepPlaces.Result result : KeepPlaces.Result.values()) {
                        counts.put(
                                result.name().toLowerCase(Locale.ROOT),
                                results.stream().filter(one -> one == result).count());
                    }
                    return counts;
                });
    }

    /** Sites that were made of it keep their copy. */
    private Future<Void> delete(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String id = Input.of(ctx).path("place");
        return places.get(id).compose(found -> {
            who.require(Action.PLAN, found.orElseThrow(OpenPlanRoutes::notFound).unitPath());
            return places.delete(id);
        });
    }

    /** Units the caller may plan for: the highest first, those whose name begins with the text before the rest. */
    private Future<JsonObject> units(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        String text = Folded.of(Input.of(ctx).query("text").orElse(""));
        return open.tree().map(tree -> {
            JsonArray items = new JsonArray();
            tree.all().stream()
                    .filter(unit -> Folded.of(unit.name()).contains(text))
                    .filter(unit -> tree.path(unit.id(), open.today())
                            .filter(path -> open.mayPlan(who, path))
                            .isPresent())
                    .sorted(Comparator.comparingInt(Unit::level)
                            .thenComparing(unit -> !Folded.of(unit.name()).startsWith(text))
                            .thenComparing(Unit::sortKey)
                            .thenComparing(Unit::id))
                    .limit(MOST_UNITS)
                    .forEach(unit -> items.add(new JsonObject()
                            .put("id", unit.id())
                            .put("name", unit.name())
                            .put("fullName", tree.fullName(unit.id(), open.today()))
                            .put("level", unit.level())));
            return new JsonObject().put("items", items);
        });
    }
}
