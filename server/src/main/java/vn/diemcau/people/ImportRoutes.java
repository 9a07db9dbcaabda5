package vn.diemcau.people;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import vn.diemcau.access.Access;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.http.Api;
import vn.diemcau.http.Api.Reply;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP of imports. */
final class ImportRoutes {
    private final Imports imports;
    private final Live live;

    ImportRoutes(Imports imports, Live live) {
        this.imports = imports;
        this.live = live;
    }

    static String topic(String id) {
        return "import." + id;
    }

    void mount(Api api) {
        api.get("/imports", Action.IMPORT_PEOPLE, this::list);
        api.post("/imports", Action.IMPORT_PEOPLE, this::begin);
        api.get("/imports/{import}", Action.IMPORT_PEOPLE, ctx -> own(ctx).map(imports::shown));
        api.delete("/imports/{import}", Action.IMPORT_PEOPLE, changing(ctx -> own(ctx).compose(imports::discard)));
        api.upload(HttpMethod.POST, "/imports/{import}/files", Action.IMPORT_PEOPLE, changing(this::addFile));
        api.delete("/imports/{import}/files/{file}", Action.IMPORT_PEOPLE, changing(this::removeFile));
        api.post("/imports/{import}/preview", Action.IMPORT_PEOPLE, this::preview);
        api.put("/imports/{import}/decisions/{question}", Action.IMPORT_PEOPLE, changing(this::decide));
        api.post("/imports/{import}/confirmation", Action.IMPORT_PEOPLE, changing(this::confirm));
        api.get("/imports/{import}/live", Action.IMPORT_PEOPLE, this::live);
        api.get("/imports/{import}/refused", Action.IMPORT_PEOPLE, this::refused);
    }

    private Api.Handler changing(Api.Handler handler) {
        return BeforeAfter.of(
                ctx -> own(ctx).map(one -> Optional.of(imports.shown(one)))
                        .recover(failure -> failure instanceof Problem problem && problem.kind() == Problem.Kind.MISSING
                                ? Future.succeededFuture(Optional.empty())
                                : Future.failedFuture(failure)),
                handler);
    }

    private Future<Import> own(RoutingContext ctx) {
        return imports.find(Input.of(ctx).path("import"), SignedIn.of(ctx).account());
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        return imports.of(SignedIn.of(ctx).account()).map(found -> {
            JsonArray items = new JsonArray();
            for (Import one : found) items.add(imports.shown(one));
            return new JsonObject().put("items", items);
        });
    }

    private Future<Reply> begin(RoutingContext ctx) {
        SignedIn signedIn = SignedIn.of(ctx);
        List<String> paths = signedIn.grants().stream()
                .filter(grant -> Action.IMPORT_PEOPLE.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
        boolean units = Access.onUnit(signedIn.grants(), Action.EDIT_UNITS, "/");
        return imports.begin(signedIn.account(), signedIn.name(), new Intake.Scope(paths, units))
                .map(begun -> Reply.created(imports.shown(begun)));
    }

    private Future<Reply> addFile(RoutingContext ctx) {
        String name = Input.of(ctx)
                .query("name")
                .orElseThrow(() -> Problem.invalid("name", "required", "The file's name is required."));
        return own(ctx).compose(one -> imports.addFile(one, name, ctx.request()))
                .map(Reply::created);
    }

    private Future<JsonObject> removeFile(RoutingContext ctx) {
        String file = Input.of(ctx).path("file");
        return own(ctx).compose(one -> imports.removeFile(one, file)).map(imports::shown);
    }

    private Future<Reply> preview(RoutingContext ctx) {
        return own(ctx).compose(imports::preview).map(one -> Reply.accepted(imports.shown(one)));
    }

    private Future<JsonObject> decide(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Question.Decision decision = new Question.Decision(
                in.choice("choice", Question.Choice.class),
                in.optional("target").orElse(null));
        return own(ctx).compose(one -> imports.decide(
                        one, in.path("question"), decision, SignedIn.of(ctx).account()))
                .compose(done -> own(ctx))
                .map(imports::shown);
    }

    private Future<Reply> confirm(RoutingContext ctx) {
        return own(ctx).compose(imports::confirm).map(one -> Reply.accepted(imports.shown(one)));
    }

    private Future<Void> live(RoutingContext ctx) {
        String account = SignedIn.of(ctx).account();
        return own(ctx).compose(one -> live.stream(
                ctx, topic(one.id()), () -> imports.find(one.id(), account).map(imports::shown)));
    }

    private Future<Void> refused(RoutingContext ctx) {
        return own(ctx).compose(one -> {
            if (!Files.exists(imports.refused(one))) throw Problem.missing("not_found", "There is no such list.");
            ctx.response()
                    .putHeader("Content-Type", "text/csv; charset=utf-8")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Content-Disposition", "attachment; filename=\"refused.csv\"");
            return ctx.response().sendFile(imports.refused(one).toString());
        });
    }
}
