package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.files.FileStore;
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
    private final InstantSource clock;

    MaterialRoutes(
            Schedule schedule,
            MaterialStore materials,
            FileStore files,
            Audience audience,
            AddMaterial add,
            InstantSource clock) {
        this.schedule = schedule;
        this.materials = materials;
        this.files = files;
        this.audience = audience;
        this.add = add;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/programmes/{programme}/materials", Action.OWN, this::list);
        api.upload(HttpMethod.PUT, "/programmes/{programme}/materials/{material}", Action.PLAN, this::put);
        api.get("/materials/{material}/content", Action.OWN, this::content);
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
            return materials.of(id).compose(all -> (plans ? Future.succeededFuture(all) : mine(id, who, all, now))
                    .map(found -> {
                        JsonArray items = new JsonArray();
                        found.stream()
                                .filter(material -> session == null
                                        || material.session() == null
                                        || session.equals(material.session()))
                                .forEach(material -> items.add(json(material, now)));
                        return new JsonObject().put("items", items).put("mayEdit", plans);
                    }));
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
        String id = in.path("material");
        String name = Optional.ofNullable(request.getHeader("x-file-name"))
                .or(() -> in.query("name"))
                .map(MaterialRoutes::decoded)
                .orElse("");
        String sessionId = in.query("session").orElse("");
        return programme(in.path("programme")).compose(programme -> {
            who.require(Action.PLAN, programme.unitPath());
            return session(sessionId, programme)
                    .compose(session ->
                            add.handle(id, programme, session.orElse(null), name, null, request, who.account()));
        });
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
        return material(Input.of(ctx).path("material"))
                .compose(material -> mayRead(material, who).compose(may -> {
                    if (!may) throw missing();
                    HttpServerResponse response = ctx.response();
                    response.putHeader("Content-Type", material.type())
                            .putHeader("Content-Length", Long.toString(material.size()))
                            .putHeader("Content-Disposition", FileNames.disposition(material.name()))
                            .putHeader("X-Content-Type-Options", "nosniff")
                            .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                            .putHeader("Cache-Control", "no-store");
                    return files.send(material.id(), response).compose(sent -> response.end());
                }));
    }

    private Future<Boolean> mayRead(Material material, SignedIn who) {
        return programme(material.programme()).compose(programme -> {
            if (who.may(Action.PLAN, programme.unitPath())) return Future.succeededFuture(true);
            String person = who.person();
            if (person == null) return Future.succeededFuture(false);
            return audience.sessions(programme.id(), person)
                    .map((Set<String> sessions) -> Audience.reads(material, sessions, clock.instant()));
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
                .compose(material -> materials.delete(material.id()).compose(done -> files.delete(material.id())));
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
                .put("type", material.type())
                .put("size", material.size())
                .put("sha256", material.sha256())
                .put("availableFrom", material.availableFrom())
                .put("available", !material.availableFrom().isAfter(now))
                .put("addedAt", material.addedAt());
    }
}
