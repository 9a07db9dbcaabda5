package vn.diemcau.privacy;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.BeforeAfter;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP of what people may know and ask about their own data, and of what the operator owes them. */
final class PrivacyRoutes {
    private final MyData myData;
    private final NoticeStore notices;
    private final AnswerRequests requests;
    private final Retention retention;
    private final ErasePerson erase;
    private final InstantSource clock;

    PrivacyRoutes(
            MyData myData,
            NoticeStore notices,
            AnswerRequests requests,
            Retention retention,
            ErasePerson erase,
            InstantSource clock) {
        this.myData = myData;
        this.notices = notices;
        this.requests = requests;
        this.retention = retention;
        this.erase = erase;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/my/notice", Action.OWN, this::notice);
        api.post("/my/notice", Action.OWN, this::sawNotice);
        api.put(
                "/notice",
                Action.MANAGE_INSTALLATION,
                BeforeAfter.of(ctx -> notices.read().map(now -> Optional.of(json(now))), this::writeNotice));
        api.get("/my/data", Action.OWN, this::data);
        api.get("/my/readers", Action.OWN, ctx -> myData.seenBy(SignedIn.of(ctx).requirePerson())
                .map(items -> new JsonObject().put("items", items)));
        api.get("/my/data-requests", Action.OWN, ctx -> requests.own(SignedIn.of(ctx)));
        api.put("/my/data-requests/{request}", Action.OWN, this::file);
        api.get("/data-requests", Action.MANAGE_ACCOUNTS, ctx -> requests.open(SignedIn.of(ctx)));
        api.post("/data-requests/{request}/answer", Action.MANAGE_ACCOUNTS, this::answer);
        api.get("/retention", Action.MANAGE_INSTALLATION, ctx -> retention
                .preview()
                .map(kinds -> new JsonObject().put("items", kinds)));
        api.post("/retention/runs", Action.MANAGE_INSTALLATION, ctx -> retention
                .run(SignedIn.of(ctx).account())
                .map(gone -> new JsonObject().put("deleted", gone)));
        api.post("/persons/{person}/erasure", Action.MANAGE_INSTALLATION, ctx -> {
            Input in = Input.of(ctx);
            return erase.handle(SignedIn.of(ctx), in.path("person"), in.text("reason"));
        });
    }

    private Future<JsonObject> notice(RoutingContext ctx) {
        String account = SignedIn.of(ctx).account();
        return notices.read().compose(notice -> notices.hasSeen(account, notice.version())
                .map(seen -> json(notice).put("seen", seen)));
    }

    private Future<Void> sawNotice(RoutingContext ctx) {
        return notices.saw(
                SignedIn.of(ctx).account(), Input.of(ctx).integer("version", 0, Integer.MAX_VALUE), clock.instant());
    }

    private Future<JsonObject> writeNotice(RoutingContext ctx) {
        Input in = Input.of(ctx);
        NoticeStore.Notice next = new NoticeStore.Notice(
                in.integer("version", 1, Integer.MAX_VALUE), in.text("operator"), in.text("contact"), in.text("basis"));
        return notices.write(next).map(done -> {
            if (!done)
                throw Problem.conflict("changed_meanwhile", "Somebody changed the notice meanwhile; load it again.");
            return json(next);
        });
    }

    private static JsonObject json(NoticeStore.Notice notice) {
        return new JsonObject()
                .put("version", notice.version())
                .put("operator", notice.operator())
                .put("contact", notice.contact())
                .put("basis", notice.basis());
    }

    private Future<Api.Reply> data(RoutingContext ctx) {
        return myData.of(SignedIn.of(ctx).requirePerson()).map(data -> {
            ctx.response().putHeader("Content-Disposition", "attachment; filename=\"du-lieu-cua-toi.json\"");
            return new Api.Reply(
                    200,
                    "application/json",
                    io.vertx.core.buffer.Buffer.buffer(data.encodePrettily(), StandardCharsets.UTF_8.name()));
        });
    }

    private Future<JsonObject> file(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return requests.file(
                SignedIn.of(ctx),
                in.path("request"),
                in.choice("kind", DataRequest.Kind.class),
                in.optional("text").orElse(""));
    }

    private Future<JsonObject> answer(RoutingContext ctx) {
        Input in = Input.of(ctx);
        DataRequest.State state = in.choice("state", DataRequest.State.class);
        if (state == DataRequest.State.FILED)
            throw Problem.invalid("state", "not_a_choice", "One of acknowledged, done, refused.");
        return requests.answer(
                SignedIn.of(ctx),
                in.path("request"),
                state,
                in.optional("answer").orElse(""));
    }
}
