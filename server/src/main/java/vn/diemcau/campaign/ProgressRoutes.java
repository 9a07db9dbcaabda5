package vn.diemcau.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** HTTP of how far a campaign has come: figures only of the caller's own part. */
final class ProgressRoutes {
    private final CampaignStore store;
    private final KeepCampaign keep;
    private final ReadProgress read;
    private final People people;

    ProgressRoutes(CampaignStore store, KeepCampaign keep, ReadProgress read, People people) {
        this.store = store;
        this.keep = keep;
        this.read = read;
        this.people = people;
    }

    void mount(Api api) {
        api.get("/campaigns/{campaign}/progress", Action.READ_REPORTS, this::progress);
    }

    private Future<JsonObject> progress(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> keep.find(in.path("campaign")).compose(one -> {
            LeadingUnits lead = LeadingUnits.of(one, tree, read.today());
            if (!lead.concerns(by, Action.READ_REPORTS)) throw missing();
            Optional<Unit> top = top(in.query("unit"), one, lead, tree, by);
            return read.handle(one)
                    .compose(known ->
                            store.reminders(one.id()).map(reminders -> shown(one, known, top, tree, by, reminders)))
                    .compose(json -> visits(one, lead, tree, by).map(visits -> json.put("visits", visits)));
        }));
    }

    /** The unit whose part is shown; empty for the whole of a campaign that several units lead by now. */
    private static Optional<Unit> top(
            Optional<String> wanted, Campaign one, LeadingUnits lead, UnitTree tree, SignedIn by) {
        boolean ended = !lead.units().contains(one.unit());
        boolean whole = wanted.isEmpty() || ended && wanted.get().equals(one.unit());
        if (whole && lead.units().size() > 1 && lead.may(by, Action.READ_REPORTS)) return Optional.empty();
        String id = whole ? usual(lead, tree, by) : wanted.get();
        Unit unit = tree.unit(id).orElseThrow(ProgressRoutes::missing);
        String path = tree.path(id, lead.day()).orElseThrow(ProgressRoutes::missing);
        by.require(Action.READ_REPORTS, path);
        return Optional.of(unit);
    }

    /** The unit that leads, or the highest of the caller's below it. */
    private static String usual(LeadingUnits lead, UnitTree tree, SignedIn by) {
        for (Map.Entry<String, String> one : lead.paths().entrySet()) {
            if (by.may(Action.READ_REPORTS, one.getValue())) return one.getKey();
        }
        return by.grants().stream()
                .filter(grant -> Action.READ_REPORTS.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(lead::covers)
                .map(own -> own.replaceAll("^.*/([^/]+)/$", "$1"))
                .filter(own -> tree.path(own, lead.day()).filter(lead::covers).isPresent())
                .min(Comparator.comparingInt((String own) ->
                                tree.path(own, lead.day()).orElse("").length())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow(ProgressRoutes::missing);
    }

    private static JsonObject shown(
            Campaign one,
            ReadProgress.Known known,
            Optional<Unit> top,
            UnitTree tree,
            SignedIn by,
            List<Reminder> reminders) {
        LeadingUnits lead = known.lead();
        Map<String, Reminder> latest = new LinkedHashMap<>();
        reminders.forEach(each -> latest.putIfAbsent(each.unit(), each));
        List<Unit> below = top.isPresent()
                ? tree.children(top.get().id(), lead.day())
                : lead.units().stream().flatMap(id -> tree.unit(id).stream()).toList();
        JsonArray items = new JsonArray();
        for (Unit unit : below) {
            JsonObject row = part(known, unit, tree, one.target());
            Reminder reminder = latest.get(unit.id());
            if (reminder != null) row.put("remindedAt", reminder.at().toString());
            items.add(row);
        }
        return new JsonObject()
                .put("asOf", known.asOf().toString())
                .put("day", lead.day().toString())
                .put("sessions", known.sessions())
                .put("unit", top.map(Unit::id).orElse(one.unit()))
                .put("way", top.map(unit -> way(unit, lead, tree, by)).orElseGet(JsonArray::new))
                .put(
                        "total",
                        top.map(unit -> part(known, unit, tree, one.target())).orElseGet(() -> total(one, known, tree)))
                .put("items", items);
    }

    /** The way down to the unit from the highest that the caller may see. */
    private static JsonArray way(Unit unit, LeadingUnits lead, UnitTree tree, SignedIn by) {
        JsonArray way = new JsonArray();
        for (String id : tree.path(unit.id(), lead.day()).orElse("").split("/")) {
            tree.path(id, lead.day())
                    .filter(path -> lead.covers(path) && by.may(Action.READ_REPORTS, path))
                    .flatMap(path -> tree.unit(id))
                    .ifPresent(above -> way.add(CampaignJson.unit(above)));
        }
        return way;
    }

    private static JsonObject part(ReadProgress.Known known, Unit unit, UnitTree tree, int target) {
        Progress.Part part =
                known.progress().of(tree.path(unit.id(), known.lead().day()).orElse("/" + unit.id() + "/"));
        int children = tree.children(unit.id(), known.lead().day()).size();
        return CampaignJson.part(
                unit.id(), unit.name(), children, part, target, known.progress().lags(part));
    }

    /** All that lead by now, under the name of the unit that began it. */
    private static JsonObject total(Campaign one, ReadProgress.Known known, UnitTree tree) {
        Progress.Part part = known.progress().of(known.lead().paths().values());
        String name = tree.unit(one.unit()).map(Unit::name).orElse(one.unit());
        return CampaignJson.part(
                one.unit(),
                name,
                known.lead().units().size(),
                part,
                one.target(),
                known.progress().lags(part));
    }

    private Future<JsonArray> visits(Campaign one, LeadingUnits lead, UnitTree tree, SignedIn by) {
        if (one.kind() != Campaign.Kind.VISITS || !lead.may(by, Action.READ_REPORTS))
            return Future.succeededFuture(new JsonArray());
        return read.visits(one).map(found -> CampaignJson.visits(found, tree, read.today(), one.quota()));
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such campaign here for you.");
    }
}
