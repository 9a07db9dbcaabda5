package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.Wish;
import vn.diemcau.problem.Problem;

/** HTTP of reorganisations. Whoever plans one must hold the right over every unit it names. */
final class ReorganisationRoutes {
    private static final int MOST_UNITS = 500;
    private static final int MOST_PLACES = 5_000;

    private final PlanReorganisation plan;
    private final ApplyReorganisation apply;
    private final StoredPeople people;

    ReorganisationRoutes(PlanReorganisation plan, ApplyReorganisation apply, StoredPeople people) {
        this.plan = plan;
        this.apply = apply;
        this.people = people;
    }

    void mount(Api api) {
        api.get("/reorganisations", Action.EDIT_UNITS, this::list);
        api.get("/reorganisations/{reorganisation}", Action.EDIT_UNITS, this::read);
        api.put("/reorganisations/{reorganisation}", Action.EDIT_UNITS, changing(this::draft));
        api.post("/reorganisations/{reorganisation}/approval", Action.EDIT_UNITS, changing(this::approve));
        api.post("/reorganisations/{reorganisation}/application", Action.EDIT_UNITS, changing(this::apply));
        api.post("/reorganisations/{reorganisation}/withdrawal", Action.EDIT_UNITS, changing(this::withdraw));
    }

    private Api.Handler changing(Api.Handler handler) {
        return BeforeAfter.of(
                ctx -> people.tree().compose(tree -> plan.known(Input.of(ctx).path("reorganisation"))
                        .map(found -> found.map(one -> ReorganisationJson.brief(one, tree, null)))),
                handler);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> plan.latest().compose(found -> {
            JsonArray items = new JsonArray();
            Map<String, Wish> wishes = new HashMap<>();
            found.forEach(one -> wishes.put(one.id(), one.wish()));
            Future<Void> chain = Future.succeededFuture();
            for (Reorganisation one : found) {
                chain = chain.compose(done -> may(by, tree, one.wish())).map(may -> {
                    Wish undone = wishes.get(String.valueOf(one.wish().undoes()));
                    if (may) items.add(ReorganisationJson.brief(one, tree, undone));
                    return null;
                });
            }
            return chain.map(done -> new JsonObject().put("items", items));
        }));
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        return find(ctx).compose(this::shown);
    }

    private Future<JsonObject> draft(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String id = in.path("reorganisation");
        if (!id.matches("[0-9a-f-]{36}")) throw Problem.invalid("reorganisation", "malformed", "Must be a UUID.");
        Wish wish = wish(in);
        long rev = in.optionalInteger("rev", 0, Integer.MAX_VALUE).orElse(0);
        SignedIn by = SignedIn.of(ctx);
        return people.tree()
                .compose(tree -> require(by, tree, wish))
                .compose(done -> plan.draft(id, wish, rev, by.account(), by.name()))
                .compose(this::shown);
    }

    private Future<JsonObject> approve(RoutingContext ctx) {
        Input in = Input.of(ctx);
        long rev = in.integer("rev", 0, Integer.MAX_VALUE);
        String sees = in.text("sees");
        SignedIn by = SignedIn.of(ctx);
        return find(ctx)
                .compose(one -> plan.approve(one.id(), rev, sees, by.account(), by.name()))
                .compose(this::shown);
    }

    private Future<JsonObject> apply(RoutingContext ctx) {
        return find(ctx)
                .compose(one -> apply.handle(one.id(), SignedIn.of(ctx).account()))
                .compose(this::shown);
    }

    private Future<JsonObject> withdraw(RoutingContext ctx) {
        long rev = Input.of(ctx).integer("rev", 0, Integer.MAX_VALUE);
        return find(ctx)
                .compose(one -> plan.withdraw(one.id(), rev, SignedIn.of(ctx).account()))
                .compose(this::shown);
    }

    private Future<Reorganisation> find(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return people.tree().compose(tree -> plan.find(Input.of(ctx).path("reorganisation"))
                .compose(one -> require(by, tree, one.wish()).map(done -> one)));
    }

    private Future<JsonObject> shown(Reorganisation one) {
        return plan.stuck(one).compose(stuck -> undone(one).compose(undone -> switch (one.state()) {
            case DRAFT, APPROVED ->
                plan.preview(one)
                        .map(preview -> ReorganisationJson.whole(
                                one, preview.tree(), undone, stuck, ReorganisationJson.preview(preview)));
            case APPLYING, APPLIED, WITHDRAWN ->
                people.tree().map(tree -> ReorganisationJson.whole(one, tree, undone, stuck, null));
        }));
    }

    private Future<@Nullable Wish> undone(Reorganisation one) {
        String id = one.wish().undoes();
        if (id == null) return Future.succeededFuture();
        return plan.known(id).map(found -> found.map(Reorganisation::wish).orElse(null));
    }

    private static Wish wish(Input in) {
        Succession.Kind kind = in.choice("kind", Succession.Kind.class);
        Wish wish = new Wish(
                kind,
                in.date("date"),
                in.text("decision"),
                in.optionalDate("decidedOn").orElse(null),
                in.optional("note").orElse(""),
                in.texts("units", MOST_UNITS),
                in.optional("into").orElse(null),
                in.list("fresh", MOST_UNITS, ReorganisationRoutes::fresh),
                in.optional("name").map(Names::tidy).orElse(null),
                in.list("places", MOST_PLACES, part -> new Place(part.text("what"), part.text("to"))),
                in.optional("undoes").orElse(null),
                in.flag("rightsFollow"));
        boolean names = !wish.named().isEmpty();
        if (kind == Succession.Kind.UNDO && names) {
            throw Problem.invalid("units", "malformed", "What is taken back says which units.");
        }
        return wish;
    }

    private static Fresh fresh(Input in) {
        String code = in.text("code");
        if (!code.matches("[A-Za-z0-9._-]{1,40}")) {
            throw Problem.invalid("code", "malformed", "Letters, digits, dots and dashes, at most 40.");
        }
        return new Fresh(
                code,
                Names.tidy(in.text("name")),
                in.text("type"),
                in.integer("level", 1, 9),
                in.optional("parent").orElse(null));
    }

    private Future<Void> require(SignedIn by, UnitTree tree, Wish wish) {
        return may(by, tree, wish).map(may -> {
            if (!may) throw Problem.missing("not_found", "There is no such unit here for you.");
            return null;
        });
    }

    /** Whoever takes one back must be somebody who could have made it. */
    private Future<Boolean> may(SignedIn by, UnitTree tree, Wish wish) {
        String undoes = wish.undoes();
        if (wish.kind() != Succession.Kind.UNDO || undoes == null || by.may(Action.EDIT_UNITS, "/")) {
            return Future.succeededFuture(mayAll(by, tree, wish, null, people.today()));
        }
        return plan.known(undoes).map(found -> found.map(one -> mayAll(by, tree, wish, one.wish(), people.today()))
                .orElse(false));
    }

    /**
     * Over the units named, those where parts go and those above the ones that are born; what is born at the top asks for everything.
     *
     * @param undone what an UNDO takes back, which asks for what that asked for; null otherwise
     */
    static boolean mayAll(SignedIn by, UnitTree tree, Wish wish, @Nullable Wish undone, LocalDate today) {
        if (by.may(Action.EDIT_UNITS, "/")) return true;
        Wish done = wish.kind() != Succession.Kind.UNDO ? wish : undone;
        if (done == null) return false;
        List<String> named = new ArrayList<>(done.units());
        if (done.into() != null) named.add(done.into());
        done.fresh().forEach(fresh -> named.add(fresh.parent() == null ? "" : fresh.parent()));
        if (named.isEmpty()) return false;
        Stream.concat(wish.places().stream(), done.places().stream())
                .map(Place::to)
                .filter(to -> tree.unit(to).isPresent())
                .forEach(named::add);
        return named.stream().allMatch(unit -> tree.lastPath(unit, today)
                .filter(path -> by.may(Action.EDIT_UNITS, path))
                .isPresent());
    }
}
