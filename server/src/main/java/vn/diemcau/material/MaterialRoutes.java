package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Access;
import vn.diemcau.access.Action;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Terms;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: materials are streamed in and out. */
final class MaterialRoutes {
    private final Schedule schedule;
    private final MaterialStore materials;
    private final FileStore files;
    private final Audience audience;
    private final AddMaterial add;
    private final OpenStore opens;
    private final Limits limits;
    private final InstantSource clock;

    MaterialRoutes(
            Schedule schedule,
            MaterialStore materials,
            FileStore files,
            Audience audience,
            AddMaterial add,
            OpenStore opens,
            Limits limits,
            InstantSource clock) {
        this.schedule = schedule;
        this.materials = materials;
        this.files = files;
        this.audience = audience;
        this.add = add;
        this.opens = opens;
        this.limits = limits;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/materials", Action.OWN, this::list);
        api.upload(HttpMethod.PUT, "/programmes/{programme}/materials/{material}", Action.PLAN, this::put);
        api.post("/programmes/{programme}/materials/{material}", Action.PLAN, this::take);
        api.post("/materials/{material}/versions", Action.PLAN, this::newer);
        api.get("/materials/{material}/content", Action.OWN, this::content);
        api.get("/my/material-opens", Action.OWN, this::myOpens);
        api.put("/materials/{material}/availability", Action.PLAN, this::availability);
        api.delete("/materials/{material}", Action.PLAN, this::delete);
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        String id = in.path("programme");
        String session = in.query("session").orElse(null);
        Instant now = clock.instant();
        return programme(id).compose(programme -> {
            boolean plans = who.may(Action.PLAN, programme.unitPath());
            return materials
                    .of(id)
                    .compose(all -> plans ? Future.succeededFuture(all) : mine(id, who, all, now))
                    .map(found -> found.stream()
                            .filter(material ->
                                    session == null || material.session() == null || session.equals(material.session()))
                            .toList())
                    .compose(found -> opened(found, plans).map(counts -> {
                        JsonArray items = new JsonArray();
                        for (Material material : found) {
                            JsonObject item = json(material, now);
                            if (plans) item.put("opened", counts.getOrDefault(material.id(), 0));
                            items.add(item);
                        }
                        return new JsonObject()
                                .put("items", items)
                                .put("mayEdit", plans)
                                .put("limit", limits.file());
                    }));
        });
    }

    private Future<Map<String, Integer>> opened(List<Material> materials, boolean plans) {
        return plans ? opens.counts(materials.stream().map(Material::id).toList()) : Future.succeededFuture(Map.of());
    }

    /** An upload is judged before its first byte: whoever plans the programme may, while it has room. */
    Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length) {
        SignedIn who = SignedIn.of(ctx);
        return programme(about.getOrDefault("programme", "")).compose(programme -> {
            who.require(Action.PLAN, programme.unitPath());
            return materials.of(programme.id()).map(all -> {
                long kept = all.stream()
                        .mapToLong(material -> material.file().size()
                                + material.earlier().stream()
                                        .mapToLong(version -> version.file().size())
                                        .sum())
                        .sum();
                if (kept + length > limits.programme())
                    throw new Problem(
                            Problem.Kind.TOO_LARGE,
                            "quota_full",
                            "The programme's materials may have " + limits.programme() + " bytes in all.",
                            null);
                return new Terms(limits.file(), EnumSet.allOf(FileKind.class), Place.GRID);
            });
        });
    }

    private Future<Api.Reply> take(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        requireDeclaration(in);
        return where(in, who, in.optional("session").orElse(""))
                .compose(where -> add.handle(where, in.text("upload"), who.account()))
                .map(material -> Api.Reply.created(json(material, clock.instant())));
    }

    private Future<Api.Reply> newer(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        requireDeclaration(in);
        return editable(in.path("material"), who)
                .compose(material -> add.newer(material, in.text("upload"), who.account()))
                .map(material -> Api.Reply.created(json(material, clock.instant())));
    }

    /** Whoever sends a file says that nothing in it is classified. */
    private static void requireDeclaration(Input in) {
        if (!in.flag("declared"))
            throw Problem.refused("declaration_missing", "Declare that nothing in the file is classified.");
    }

    private Future<AddMaterial.Where> where(Input in, SignedIn who, String sessionId) {
        return programme(in.path("programme")).compose(programme -> {
            who.require(Action.PLAN, programme.unitPath());
            return session(sessionId, programme)
                    .map(session -> new AddMaterial.Where(
                            in.path("material"),
                            programme,
                            session.orElse(null),
                            in.optional("site").orElse(null),
                            in.optionalChoice("readers", Material.Readers.class).orElse(Material.Readers.SUMMONED),
                            in.optionalInstant("availableFrom").orElse(null)));
        });
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

    private Future<List<Material>> mine(String programme, SignedIn who, List<Material> all, Instant now) {
        String person = who.person();
        if (person == null || all.isEmpty()) return Future.succeededFuture(List.of());
        return audience.sessions(programme, person).map(sessions -> Audience.readable(all, sessions, now));
    }

    private Future<Api.Reply> put(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        return receive(ctx, request)
                .map(material -> Api.Reply.created(json(material, clock.instant())))
                .onFailure(failure -> {
                    if (request.isEnded()) return;
                    request.handler(dropped -> {});
                    request.resume();
                });
    }

    private Future<Material> receive(RoutingContext ctx, HttpServerRequest request) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        String name = Optional.ofNullable(request.getHeader("x-file-name"))
                .or(() -> in.query("name"))
                .map(MaterialRoutes::decoded)
                .orElse("");
        return where(in, who, in.query("session").orElse(""))
                .compose(where -> add.handle(where, name, request, who.account()));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private Future<Optional<Session>> session(String id, Programme programme) {
        if (id.isEmpty()) return Future.succeededFuture(Optional.empty());
        return schedule.session(id).map(found -> {
            if (found.filter(session -> session.programme().equals(programme.id()))
                    .isEmpty()) throw missing();
            return found;
        });
    }

    private Future<Void> content(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Input in = Input.of(ctx);
        return material(in.path("material"))
                .compose(material -> mayRead(material, who).compose(may -> {
                    if (!may) throw missing();
                    Material.Version version = version(material, in.queryInt("version", 0, 100_000), who);
                    boolean shown = in.query("show").isPresent();
                    return opened(ctx, material, who)
                            .compose(noted -> FileAnswer.send(files, ctx, version.file(), version.name(), shown));
                }));
    }

    /** The version in force; an earlier one only for whoever may edit, who is asked elsewhere. */
    private static Material.Version version(Material material, int number, SignedIn who) {
        if (number > 0 && number != material.version() && Access.anywhere(who.grants(), Action.PLAN)) {
            return material.earlier().stream()
                    .filter(earlier -> earlier.number() == number)
                    .findFirst()
                    .orElseThrow(MaterialRoutes::missing);
        }
        return new Material.Version(
                material.version(), material.name(), material.file(), material.addedAt(), material.addedBy());
    }

    /** Noted when reading begins, not for each range of a player. */
    private Future<Void> opened(RoutingContext ctx, Material material, SignedIn who) {
        String person = who.person();
        String range = ctx.request().getHeader("Range");
        boolean begins = range == null || range.startsWith("bytes=0-");
        return person == null || !begins ? Future.succeededFuture() : opens.opened(material, person, clock.instant());
    }

    private Future<Boolean> mayRead(Material material, SignedIn who) {
        return programme(material.programme()).compose(programme -> {
            if (who.may(Action.PLAN, programme.unitPath())) return Future.succeededFuture(true);
            String person = who.person();
            if (person == null) return Future.succeededFuture(false);
            return audience.sessions(programme.id(), person)
                    .map((Map<String, String> sessions) -> Audience.reads(material, sessions, clock.instant()));
        });
    }

    private Future<JsonObject> availability(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Instant from = in.instant("from");
        return editable(in.path("material"), SignedIn.of(ctx))
                .compose(material -> materials.availableFrom(material.id(), from))
                .compose(done -> material(in.path("material")))
                .map(material -> json(material, clock.instant()));
    }

    /** The record goes first: a file that nobody can find any more is then deleted too. */
    private Future<Void> delete(RoutingContext ctx) {
        return editable(Input.of(ctx).path("material"), SignedIn.of(ctx))
                .compose(material -> materials.delete(material.id()).compose(done -> {
                    List<StoredFile> all = new ArrayList<>(List.of(material.file()));
                    material.earlier().forEach(version -> all.add(version.file()));
                    return Future.join(all.stream()
                                    .map(file -> files.delete(file.id(), file.place()))
                                    .toList())
                            .mapEmpty();
                }));
    }

    private Future<Material> editable(String id, SignedIn who) {
        return material(id).compose(material -> programme(material.programme()).map(programme -> {
            who.require(Action.PLAN, programme.unitPath());
            return material;
        }));
    }

    private Future<Programme> programme(String id) {
        return schedule.programme(id).map(found -> found.orElseThrow(MaterialRoutes::missing));
    }

    private Future<Material> material(String id) {
        return materials.find(id).map(found -> found.orElseThrow(MaterialRoutes::missing));
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }

    private static JsonObject json(Material material, Instant now) {
        return new JsonObject()
                .put("id", material.id())
                .put("programme", material.programme())
                .put("session", material.session())
                .put("name", material.name())
                .put("site", material.site())
                .put("readers", material.readers().name().toLowerCase(Locale.ROOT))
                .put("type", material.file().kind().type())
                .put("shown", material.file().kind().shown())
                .put("size", material.file().size())
                .put("sha256", material.file().sha256())
                .put("version", material.version())
                .put("availableFrom", material.availableFrom())
                .put("available", !material.availableFrom().isAfter(now))
                .put("addedAt", material.addedAt());
    }
}
