package vn.diemcau.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** HTTP of campaigns. Whoever belongs to a campaign's part of the tree reads it; reminders go only to units of one's own part. */
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
        api.put("/campaigns/{campaign}", Action.PLAN, BeforeAfter.of(this::campaignNow, this::keep));
        api.post("/campaigns/{campaign}/reminders", Action.PLAN, this::remind);
    }

    private Future<Optional<JsonObject>> campaignNow(RoutingContext ctx) {
        return people.tree().compose(tree -> store.find(Input.of(ctx).path("campaign"))
                .map(found -> found.map(one -> CampaignJson.campaign(one, tree, lead(one, tree), SignedIn.of(ctx)))));
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> store.latest().compose(found -> {
            JsonArray items = new JsonArray();
            Future<Void> chain = Future.succeededFuture();
            for (Campaign one : found) {
                LeadingUnits lead = lead(one, tree);
                if (!lead.concerns(by, Action.READ_PROGRAMMES)) continue;
                JsonObject json = CampaignJson.campaign(one, tree, lead, by);
                items.add(json);
                boolean asked = one.to().isBefore(read.today()) || lead.may(by, Action.PLAN);
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
        return people.tree()
                .compose(tree -> find(ctx, Action.READ_PROGRAMMES, tree).compose(one -> store.reminders(one.id())
                        .map(reminders -> CampaignJson.campaign(one, tree, lead(one, tree), by)
                                .put("reminders", CampaignJson.reminders(reminders, tree, read.today(), by)))));
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
            return mayKeep(wish, tree, by)
                    .compose(done -> visitors(wish, tree, by))
                    .compose(done -> keep.keep(wish))
                    .map(kept -> CampaignJson.campaign(kept, tree, lead(kept, tree), by));
        });
    }

    /** A campaign there is is changed by whoever leads it by now; a new one is made by the office of a unit that stands today. */
    private Future<Void> mayKeep(Campaign wish, UnitTree tree, SignedIn by) {
        return store.find(wish.id()).map(before -> {
            if (before.isPresent()) {
                if (!lead(before.get(), tree).may(by, Action.PLAN)) throw missing();
            } else {
                by.require(Action.PLAN, tree.path(wish.unit(), read.today()).orElseThrow(CampaignRoutes::missing));
            }
            return null;
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

    private Future<Void> remind(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        String id = in.text("id");
        List<String> units = in.texts("units", 1_000);
        String text = in.optional("text").orElse("");
        return people.tree().compose(tree -> find(ctx, Action.PLAN, tree).compose(one -> {
            LeadingUnits lead = lead(one, tree);
            Map<String, String> paths = new LinkedHashMap<>();
            for (String unit : units) {
                String path = tree.path(unit, read.today()).orElseThrow(CampaignRoutes::missing);
                by.require(Action.PLAN, path);
                if (!lead.covers(path)) throw missing();
                paths.put(unit, path);
            }
            return keep.remind(one, id, paths, by.name(), text);
        }));
    }

    private Future<Campaign> find(RoutingContext ctx, Action action, UnitTree tree) {
        SignedIn by = SignedIn.of(ctx);
        return keep.find(Input.of(ctx).path("campaign")).map(one -> {
            if (!lead(one, tree).concerns(by, action)) throw missing();
            return one;
        });
    }

    private LeadingUnits lead(Campaign one, UnitTree tree) {
        return LeadingUnits.of(one, tree, read.today());
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such campaign here for you.");
    }
}
