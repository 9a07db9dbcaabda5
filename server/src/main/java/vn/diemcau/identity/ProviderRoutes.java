package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;

/** HTTP of signing in through the provider, and of binding its subjects to accounts. */
final class ProviderRoutes {
    private final SignInByProvider byProvider;
    private final SignInSettling settling;
    private final SubjectStore subjects;
    private final ManageAccounts manageAccounts;
    private final Myself myself;

    ProviderRoutes(
            SignInByProvider byProvider,
            SignInSettling settling,
            SubjectStore subjects,
            ManageAccounts manageAccounts,
            Myself myself) {
        this.byProvider = byProvider;
        this.settling = settling;
        this.subjects = subjects;
        this.manageAccounts = manageAccounts;
        this.myself = myself;
    }

    void mount(Api api) {
        api.post(
                "/sign-in/provider", Action.ANYONE, ctx -> byProvider.begin(ctx).map(ProviderRoutes::going));
        api.put("/sign-in/provider", Action.ANYONE, this::finish);
        api.post("/sign-in/provider/factor", Action.ANYONE, this::factor);
        api.get("/me/provider", Action.OWN, this::mine);
        api.post("/me/provider", Action.OWN, this::bindMine);
        api.delete("/me/provider", Action.OWN, this::unbindMine);
        api.post("/accounts/{account}/provider", Action.MANAGE_ACCOUNTS, this::bind);
        api.delete("/accounts/{account}/provider", Action.MANAGE_ACCOUNTS, this::unbind);
    }

    private static JsonObject going(String url) {
        return new JsonObject().put("url", url);
    }

    private Future<JsonObject> finish(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return byProvider.finish(ctx, in.text("state"), in.text("code")).compose(this::json);
    }

    private Future<JsonObject> json(SignInByProvider.Outcome outcome) {
        if (outcome instanceof SignInByProvider.Outcome.In in)
            return myself.of(in.signedIn())
                    .map(me -> new JsonObject().put("outcome", "signed_in").put("me", me));
        JsonObject json = new JsonObject();
        if (outcome instanceof SignInByProvider.Outcome.Unbound unbound)
            json.put("outcome", "unbound")
                    .put("code", unbound.code())
                    .put("validUntil", unbound.until().toString());
        else if (outcome instanceof SignInByProvider.Outcome.Bound bound)
            json.put("outcome", "bound").put("name", bound.name());
        else json.put("outcome", "second_factor");
        return Future.succeededFuture(json);
    }

    private Future<JsonObject> factor(RoutingContext ctx) {
        return byProvider.withFactor(ctx, Input.of(ctx).text("code")).compose(myself::of);
    }

    private Future<JsonObject> mine(RoutingContext ctx) {
        return subjects.of(SignedIn.of(ctx).account()).map(found -> {
            JsonObject json = new JsonObject()
                    .put("provider", byProvider.name().orElse(null))
                    .put("bound", found.isPresent());
            found.ifPresent(
                    bound -> json.put("name", bound.name()).put("at", bound.at().toString()));
            return json;
        });
    }

    private Future<JsonObject> bindMine(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return settling.shown(by, Input.of(ctx).text("password"))
                .compose(done -> byProvider.beginBinding(ctx, by.account()))
                .map(ProviderRoutes::going);
    }

    private Future<Void> unbindMine(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        return settling.reachable(by).compose(done -> byProvider.unbind(by, by.account()));
    }

    private Future<JsonObject> bind(RoutingContext ctx) {
        Input in = Input.of(ctx);
        SignedIn by = SignedIn.of(ctx);
        String account = in.path("account");
        return manageAccounts
                .others(by, account)
                .compose(done -> byProvider.bind(by, account, in.text("code")))
                .map(name -> new JsonObject().put("name", name));
    }

    private Future<Void> unbind(RoutingContext ctx) {
        SignedIn by = SignedIn.of(ctx);
        String account = Input.of(ctx).path("account");
        return manageAccounts.others(by, account).compose(done -> byProvider.unbind(by, account));
    }
}
