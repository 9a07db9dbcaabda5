package vn.diemcau.material;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Role;
import vn.diemcau.files.Custody;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.Pages;
import vn.diemcau.files.Place;
import vn.diemcau.files.Terms;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** HTTP in, HTTP out: materials for whoever plans: streamed in, opened, given to readers, deleted. */
final class MaterialEditRoutes {
    /** Roles that a material may be kept for, beside being summoned. */
    private static final Set<Role> ROLES = EnumSet.of(Role.UNIT_ADMIN, Role.TRAINER, Role.CELL_SECRETARY);

    private final Schedule schedule;
    private final MaterialStore materials;
    private final Readable readable;
    private final AddMaterial add;
    private final Custody custody;
    private final Pages pages;
    private final Limits limits;
    private final InstantSource clock;

    MaterialEditRoutes(
            Schedule schedule,
            MaterialStore materials,
            Readable readable,
            AddMaterial add,
            Custody custody,
            Pages pages,
            Limits limits,
            InstantSource clock) {
        this.schedule = schedule;
        this.materials = materials;
        this.readable = readable;
        this.add = add;
        this.custody = custody;
        this.pages = pages;
        this.limits = limits;
        this.clock = clock;
    }

    void mount(Api api) {
        String ofProgramme = "/programmes/{programme}/materials/{material}";
        api.upload(HttpMethod.PUT, ofProgramme, Action.PLAN, changing(this::put));
        api.post(ofProgramme, Action.PLAN, changing(this::take));
        api.post("/materials/{material}/versions", Action.PLAN, changing(this::newer));
        api.put("/materials/{material}/availability", Action.PLAN, changing(this::availability));
        api.put("/materials/{material}/readers", Action.PLAN, changing(this::readers));
        api.delete("/materials/{material}", Action.PLAN, changing(this::delete));
    }

    private Api.Handler changing(Api.Handler handler) {
        return BeforeAfter.of(
                ctx -> materials
                        .find(Input.of(ctx).path("material"))
                        .map(found -> found.map(material -> MaterialJson.of(material, clock.instant()))),
                handler);
    }

    /** An upload is judged before its first byte: whoever plans the programme may, while it has room. */
    Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length) {
        return readable.planned(about.getOrDefault("programme", ""), SignedIn.of(ctx))
                .compose(programme -> room(programme, length))
                .map(room -> new Terms(limits.file(), EnumSet.allOf(FileKind.class), Place.GRID));
    }

    /** Fails with quota_full when so many bytes more are too many for the programme. */
    private Future<Void> room(Programme programme, long length) {
        return materials.of(programme.id()).map(all -> {
            long kept = all.stream().mapToLong(Material::bytes).sum();
            if (kept + length > limits.programme())
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "quota_full",
                        "The programme's materials may have " + limits.programme() + " bytes in all.",
                        null);
            return null;
        });
    }

    private Future<Api.Reply> put(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        return receive(ctx, request).map(this::created).onFailure(failure -> {
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
                .map(MaterialEditRoutes::decoded)
                .orElse("");
        return where(in, who, in.query("session").orElse(""))
                .compose(where -> room(where.programme(), length(request)).map(where))
                .compose(where -> add.handle(where, name, request, who.account()));
    }

    /** What is not announced may be nothing. */
    private static long length(HttpServerRequest request) {
        String announced = request.getHeader("Content-Length");
        return announced != null && announced.matches("\\d{1,15}") ? Long.parseLong(announced) : 0;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return name;
        }
    }

    private Future<Api.Reply> take(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        requireDeclaration(in);
        return where(in, who, in.optional("session").orElse(""))
                .compose(where -> add.handle(where, in.text("upload"), who.account()))
                .map(this::created);
    }

    private Future<Api.Reply> newer(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        requireDeclaration(in);
        return readable.editable(in.path("material"), who)
                .compose(material -> add.newer(material, in.text("upload"), who.account()))
                .map(this::created);
    }

    /** Whoever sends a file says that nothing in it is classified. */
    private static void requireDeclaration(Input in) {
        if (!in.flag("declared"))
            throw Problem.refused("declaration_missing", "Declare that nothing in the file is classified.");
    }

    private Future<AddMaterial.Where> where(Input in, SignedIn who, String session) {
        return readable.planned(in.path("programme"), who)
                .compose(programme -> session(session, programme).compose(at -> site(in, programme, at)
                        .map(site -> new AddMaterial.Where(
                                in.path("material"),
                                programme,
                                at,
                                site,
                                in.optionalChoice("readers", Material.Readers.class)
                                        .orElse(Material.Readers.SUMMONED),
                                roles(in),
                                in.optionalInstant("availableFrom").orElse(null)))));
    }

    private Future<@Nullable Session> session(String id, Programme programme) {
        if (id.isEmpty()) return Future.succeededFuture();
        return schedule.session(id)
                .map(found -> found.filter(session -> session.programme().equals(programme.id()))
                        .orElseThrow(Readable::missing));
    }

    /** Fails with unknown_site unless the session, or one of the programme's, has the site. */
    private Future<@Nullable String> site(Input in, Programme programme, @Nullable Session session) {
        String site = in.optional("site").orElse(null);
        if (site == null) return Future.succeededFuture();
        Future<Boolean> known = session != null
                ? Future.succeededFuture(session.site(site).isPresent())
                : schedule.sessionsOf(programme.id()).map(all -> all.stream()
                        .anyMatch(each -> each.site(site).isPresent()));
        return known.map(there -> {
            if (!there) throw Problem.invalid("site", "unknown_site", "The session has no such site.");
            return site;
        });
    }

    private static Set<Role> roles(Input in) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String text : in.texts("roles", ROLES.size()))
            roles.add(ROLES.stream()
                    .filter(role -> role.wire().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.invalid("roles", "not_a_choice", "Some of unit_admin, trainer, cell_secretary.")));
        return roles;
    }

    private Future<JsonObject> availability(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        Instant from = in.instant("from");
        return readable.editable(in.path("material"), who)
                .compose(material -> materials.availableFrom(material.id(), from))
                .compose(done -> readable.editable(in.path("material"), who))
                .map(material -> MaterialJson.of(material, clock.instant()));
    }

    /** Who reads it from now on: all is said anew. */
    private Future<JsonObject> readers(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn who = SignedIn.of(ctx);
        Material.Readers readers = in.choice("readers", Material.Readers.class);
        Set<Role> roles = roles(in);
        return readable.editable(in.path("material"), who)
                .compose(material -> readable.programme(material.programme()).compose(programme -> session(
                                in.optional("session").orElse(""), programme)
                        .compose(session -> site(in, programme, session)
                                .compose(site -> materials.readers(
                                        material.id(), session == null ? null : session.id(), site, readers, roles)))))
                .compose(done -> readable.editable(in.path("material"), who))
                .map(material -> MaterialJson.of(material, clock.instant()));
    }

    /** The record goes first; a file that nobody can find any more is then deleted too, whatever dies in between. */
    private Future<Void> delete(RoutingContext ctx) {
        return readable.editable(Input.of(ctx).path("material"), SignedIn.of(ctx))
                .compose(material -> custody.release(
                                material.files(),
                                AddMaterial.PURPOSE,
                                material.id(),
                                () -> materials.delete(material.id()))
                        .compose(gone -> Future.join(
                                material.files().stream().map(pages::forget).toList()))
                        .mapEmpty());
    }

    private Api.Reply created(Material material) {
        return Api.Reply.created(MaterialJson.of(material, clock.instant()));
    }
}
