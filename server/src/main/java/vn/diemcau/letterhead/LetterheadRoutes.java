package vn.diemcau.letterhead;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.problem.Problem;

/** HTTP of letterheads. */
final class LetterheadRoutes {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LINES = 20;
    private static final int LONGEST = 200;

    private final LetterheadStore store;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;

    LetterheadRoutes(LetterheadStore store, People people, Audit audit, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/units/{unit}/letterhead", Action.READ_ATTENDANCE, this::read);
        api.put("/units/{unit}/letterhead", Action.EDIT_LETTERHEAD, this::put);
    }

    /** What is kept of a unit that the caller may see, or what follows from the tree. */
    private record Found(Unit unit, LetterheadStore.Kept kept) {}

    private Future<Found> find(RoutingContext ctx, Action action) {
        String wanted = Input.of(ctx).path("unit");
        SignedIn by = SignedIn.of(ctx);
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        return people.tree().compose(tree -> {
            Unit unit = tree.unit(wanted).orElseThrow(LetterheadRoutes::missing);
            by.require(action, tree.lastPath(wanted, today).orElseThrow(LetterheadRoutes::missing));
            Letterhead byTree = Letterheads.byTree(tree, wanted, today);
            return store.find(wanted).map(kept -> new Found(unit, kept.orElse(new LetterheadStore.Kept(byTree, 0))));
        });
    }

    private Future<JsonObject> read(RoutingContext ctx) {
        return find(ctx, Action.READ_ATTENDANCE).map(found -> json(found.unit(), found.kept()));
    }

    private Future<JsonObject> put(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Letterhead letterhead = new Letterhead(
                in.choice("layout", Layout.class),
                line(in, "superior"),
                in.text("issuer", LONGEST).strip(),
                line(in, "sign"),
                line(in, "place"),
                line(in, "signedFor"),
                line(in, "signerRole"),
                line(in, "signerName"),
                line(in, "preparer"),
                in.texts("recipients", LINES));
        int over = in.integer("rev", 0, Integer.MAX_VALUE - 1);
        SignedIn by = SignedIn.of(ctx);
        return find(ctx, Action.EDIT_LETTERHEAD)
                .compose(found -> store.put(found.unit().id(), letterhead, over).compose(kept -> audit.add(
                                by.account(),
                                "letterhead_changed",
                                "unit/" + found.unit().id(),
                                by.did(new JsonObject()
                                        .put("before", json(found.unit(), found.kept()))
                                        .put("after", json(found.unit(), kept))))
                        .map(done -> json(found.unit(), kept))));
    }

    private static @Nullable String line(Input in, String name) {
        String text = in.optional(name).orElse(null);
        if (text != null && text.length() > LONGEST) {
            throw Problem.invalid(name, "too_long", "At most " + LONGEST + " characters.");
        }
        return text;
    }

    private static JsonObject json(Unit unit, LetterheadStore.Kept kept) {
        Letterhead head = kept.letterhead();
        JsonObject json = new JsonObject()
                .put("unit", unit.id())
                .put("unitName", unit.name())
                .put("rev", kept.rev())
                .put("layout", head.layout().wire())
                .put("issuer", head.issuer())
                .put("recipients", new JsonArray(head.recipients()));
        put(json, "superior", head.superior());
        put(json, "sign", head.sign());
        put(json, "place", head.place());
        put(json, "signedFor", head.signedFor());
        put(json, "signerRole", head.signerRole());
        put(json, "signerName", head.signerName());
        put(json, "preparer", head.preparer());
        return json;
    }

    private static void put(JsonObject json, String name, @Nullable String value) {
        if (value != null) json.put(name, value);
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
