package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;

/** HTTP of one's own sign-in: what is due first, the second factor, the lock, where one is signed in. */
final class SettleRoutes {
    private final SignInSettling settling;
    private final SignInList list;
    private final Myself myself;

    SettleRoutes(SignInSettling settling, SignInList list, Myself myself) {
        this.settling = settling;
        this.list = list;
        this.myself = myself;
    }

    void mount(Api api) {
        api.get("/me", Action.SETTLE, ctx -> myself.of(SignedIn.of(ctx)));
        api.put("/me/password", Action.SETTLE, this::changePassword);
        api.get("/me/second-factor", Action.SETTLE, ctx -> settling.factorState(SignedIn.of(ctx)));
        api.post("/me/second-factor", Action.SETTLE, this::propose);
        api.put("/me/second-factor", Action.SETTLE, this::confirm);
        api.post("/me/recovery-codes", Action.OWN, this::freshCodes);
        api.post("/me/lock", Action.SETTLE, settling::lock);
        api.post("/me/unlock", Action.SETTLE, this::unlock);
        api.put("/me/activity", Action.OWN, ctx -> Future.succeededFuture());
        api.get("/me/sign-ins", Action.OWN, ctx -> list.of(ctx, SignedIn.of(ctx)));
        api.delete("/me/sign-ins", Action.OWN, ctx -> list.endOthers(ctx, SignedIn.of(ctx)));
        api.delete(
                "/me/sign-ins/{signIn}",
                Action.OWN,
                ctx -> list.end(SignedIn.of(ctx), Input.of(ctx).path("signIn")));
    }

    private Future<JsonObject> changePassword(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return settling.changePassword(ctx, SignedIn.of(ctx), in.text("old"), in.text("password"))
                .compose(myself::of);
    }

    private Future<JsonObject> propose(RoutingContext ctx) {
        return settling.proposeFactor(
                SignedIn.of(ctx), Input.of(ctx).optional("password").orElse(""));
    }

    private Future<JsonObject> confirm(RoutingContext ctx) {
        return settling.confirmFactor(ctx, SignedIn.of(ctx), Input.of(ctx).text("code"))
                .compose(confirmed -> myself.of(confirmed.signedIn())
                        .map(me -> new JsonObject().put("me", me).put("recoveryCodes", array(confirmed.recovery()))));
    }

    private Future<JsonObject> freshCodes(RoutingContext ctx) {
        return settling.freshCodes(SignedIn.of(ctx), Input.of(ctx).text("password"))
                .map(codes -> new JsonObject().put("recoveryCodes", array(codes)));
    }

    private Future<JsonObject> unlock(RoutingContext ctx) {
        return settling.unlock(ctx, SignedIn.of(ctx), Input.of(ctx).text("secret"))
                .compose(myself::of);
    }

    private static JsonArray array(List<String> texts) {
        return new JsonArray(texts);
    }
}
