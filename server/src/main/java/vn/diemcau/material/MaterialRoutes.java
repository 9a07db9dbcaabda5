package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import vn.diemcau.access.Action;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Pages;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP in, HTTP out: materials for those who read them, whole, by ranges, or page by page. */
final class MaterialRoutes {
    private static final int MOST_PAGES = 100_000;

    private final MaterialStore materials;
    private final FileStore files;
    private final Pages pages;
    private final Readable readable;
    private final OpenStore opens;
    private final Limits limits;
    private final InstantSource clock;

    MaterialRoutes(
            MaterialStore materials,
            FileStore files,
            Pages pages,
            Readable readable,
            OpenStore opens,
            Limits limits,
            InstantSource clock) {
        this.materials = materials;
        this.files = files;
        this.pages = pages;
        this.readable = readable;
        this.opens = opens;
        this.limits = limits;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/materials", Action.OWN, this::list);
        api.get("/materials/{material}", Action.OWN, this::one);
        api.get("/materials/{material}/content", Action.OWN, this::content);
        api.get("/materials/{material}/pages", Action.OWN, this::count);
        api.get("/materials/{material}/pages/{page}", Action.OWN, this::page);
        api.get("/my/material-opens", Action.OWN, this::myOpens);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = in.path("programme");
        String session = in.query("session").orElse(null);
        Instant now = clock.instant();
        return readable.programme(id).compose(programme -> {
            boolean plans = who.may(Action.PLAN, programme.unitPath());
            return materials
                    .of(id)
                    .compose(all -> plans ? Future.succeededFuture(all) : readable.mine(id, who, all))
                    .map(found -> found.stream()
                            .filter(material ->
                                    session == null || material.session() == null || session.equals(material.session()))
                            .toList())
                    .compose(found -> opened(found, plans).map(counts -> {
                        JsonArray items = new JsonArray();
                        for (Material material : found)
                            items.add(
                                    plans
                                            ? MaterialJson.of(material, now, counts.getOrDefault(material.id(), 0))
                                            : MaterialJson.of(material, now));
                        return new JsonObject()
                                .put("items", items)
                                .put("mayEdit", plans)
                                .put("limit", limits.file());
                    }));
        });
    }

    private Future<Map<String, Integer>> opened(List<Material> found, boolean plans) {
        return plans ? opens.counts(found.stream().map(Material::id).toList()) : Future.succeededFuture(Map.of());
    }

    private Future<JsonObject> one(RoutingContext ctx) {
        return readable.read(Input.of(ctx).path("material"), SignedIn.of(ctx))
                .map(found -> MaterialJson.of(found.material(), clock.instant()));
    }

    private Future<Void> content(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        return readable.read(in.path("material"), who).compose(found -> {
            Material.Version version = version(found, in.queryInt("version", 0, MOST_PAGES));
            boolean shown = in.query("show").isPresent();
            String range = ctx.request().getHeader("Range");
            boolean begins = range == null || range.startsWith("bytes=0-");
            return noted(found.material(), who, begins)
                    .compose(noted -> FileAnswer.send(files, ctx, version.file(), version.name(), shown));
        });
    }

    /** The version in force; an earlier one only for whoever plans. */
    private static Material.Version version(Readable.Found found, int number) {
        Material material = found.material();
        int wanted = number > 0 && found.plans() ? number : material.version();
        return material.version(wanted).orElseThrow(Readable::missing);
    }

    private Future<JsonObject> count(RoutingContext ctx) {
        return readable.read(Input.of(ctx).path("material"), SignedIn.of(ctx))
                .compose(found -> pages.count(found.material().file()))
                .map(count -> new JsonObject().put("pages", count));
    }

    private Future<Api.Reply> page(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        int number = Input.of(ctx).path("page").matches("[1-9]\\d{0,4}") ? Integer.parseInt(in.path("page")) : 0;
        if (number == 0) return Future.failedFuture(Problem.missing("page_missing", "The document has no such page."));
        return readable.read(in.path("material"), who).compose(found -> pages.picture(
                        found.material().file(), number, in.query("fine").isPresent())
                .compose(picture -> noted(found.material(), who, number == 1).map(noted -> {
                    ctx.response()
                            .putHeader("Cache-Control", "private, no-store")
                            .putHeader("X-Content-Type-Options", "nosniff")
                            .putHeader("Content-Security-Policy", "sandbox; default-src 'none'");
                    return new Api.Reply(200, Pages.type(picture), Buffer.buffer(picture));
                })));
    }

    /** Noted when reading begins, not for each range of a player or each page. */
    private Future<Void> noted(Material material, SignedIn who, boolean begins) {
        String person = who.person();
        return person == null || !begins ? Future.succeededFuture() : opens.opened(material, person, clock.instant());
    }

    private Future<JsonObject> myOpens(RoutingContext ctx) {
        return opens.of(SignedIn.of(ctx).requirePerson()).map(found -> {
            JsonArray items = new JsonArray();
            found.forEach(open -> items.add(new JsonObject()
                    .put("material", open.getString("material"))
                    .put("name", open.getString("name"))
                    .put("version", open.getInteger("version"))
                    .put("first", open.getDate("first").toInstant())
                    .put("last", open.getDate("last").toInstant())));
            return new JsonObject().put("items", items);
        });
    }
}
