package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.access.Role;
import vn.diemcau.http.Api;
import vn.diemcau.http.Api.Reply;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP of accounts and signing in. */
final class IdentityRoutes {
    private final SignInPeople signInPeople;
    private final ManageAccounts manageAccounts;
    private final ActivationSheets sheets;
    private final FirstRun firstRun;
    private final SignInByProvider byProvider;
    private final Myself myself;
    private final JsonObject installation;
    private final InstantSource clock;

    IdentityRoutes(
            SignInPeople signInPeople,
            ManageAccounts manageAccounts,
            ActivationSheets sheets,
            FirstRun firstRun,
            SignInByProvider byProvider,
            Myself myself,
            JsonObject installation,
            InstantSource clock) {
        this.signInPeople = signInPeople;
        this.manageAccounts = manageAccounts;
        this.sheets = sheets;
        this.firstRun = firstRun;
        this.byProvider = byProvider;
        this.myself = myself;
        this.installation = installation;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/installation", Action.ANYONE, this::installation);
        api.post("/installation", Action.ANYONE, this::install);
        api.post("/sign-in", Action.ANYONE, this::signIn);
        api.post("/sign-out", Action.ANYONE, this::signOut);
        api.get("/phone", Action.ANYONE, signInPeople::onThisPhone);
        api.post("/activations", Action.ANYONE, this::activate);
        api.put("/activations/pin", Action.ANYONE, this::choosePin);
        api.get("/accounts", Action.MANAGE_ACCOUNTS, this::accounts);
        api.post("/accounts", Action.MANAGE_ACCOUNTS, this::makeAccount);
        api.put("/accounts/{account}/active", Action.MANAGE_ACCOUNTS, this::activateAccount);
        api.post(
                "/accounts/{account}/password",
                Action.MANAGE_ACCOUNTS,
                ctx -> manageAccounts.reset(SignedIn.of(ctx), Input.of(ctx).path("account")));
        api.post(
                "/accounts/{account}/second-factor",
                Action.MANAGE_ACCOUNTS,
                ctx -> manageAccounts.forgetFactor(
                        SignedIn.of(ctx), Input.of(ctx).path("account")));
        api.post(
                "/people/{person}/activation-code",
                Action.REISSUE_CODE,
                ctx -> manageAccounts.reissue(SignedIn.of(ctx), Input.of(ctx).path("person")));
        api.post("/units/{unit}/activation-slips", Action.MANAGE_ACCOUNTS, this::slips);
    }

    private Future<JsonObject> installation(RoutingContext ctx) {
        return firstRun.empty().map(empty -> installation
                .copy()
                .put("mode", empty ? "empty" : "ready")
                .put("provider", byProvider.name().orElse(null))
                .put("now", clock.instant().toString()));
    }

    private Future<Reply> install(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return firstRun.create(ctx, in.text("code"), in.text("name"), login(in), in.text("password"))
                .compose(myself::of)
                .map(Reply::created);
    }

    private Future<JsonObject> signIn(RoutingContext ctx) {
        Input in = Input.of(ctx);
        Optional<String> login = in.optional("login");
        Future<SignedIn> signed = login.isPresent()
                ? signInPeople.byPassword(
                        ctx,
                        login.get(),
                        in.text("password"),
                        in.optional("code").orElse(""))
                : signInPeople.byPin(ctx, in.text("account"), in.text("pin"));
        return signed.compose(myself::of);
    }

    private Future<?> signOut(RoutingContext ctx) {
        return byProvider
                .leave(ctx)
                .compose(place ->
                        Future.<Object>succeededFuture(place.map(url -> new JsonObject().put("continueAt", url))
                                .orElse(null)));
    }

    private Future<JsonObject> activate(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return signInPeople.activate(ctx, in.text("code"), in.integer("birthYear", 1900, 2020));
    }

    private Future<JsonObject> choosePin(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return signInPeople.choosePin(ctx, in.text("token"), in.text("pin")).compose(myself::of);
    }

    private Future<JsonObject> accounts(RoutingContext ctx) {
        return manageAccounts
                .list(SignedIn.of(ctx), Input.of(ctx).query("unit").orElse("/"))
                .map(list -> new JsonObject().put("accounts", list));
    }

    private Future<Reply> makeAccount(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return manageAccounts
                .make(
                        SignedIn.of(ctx),
                        login(in),
                        in.text("name"),
                        in.choice("role", Role.class),
                        in.text("unit"),
                        in.optional("person").orElse(null))
                .map(Reply::created);
    }

    private Future<JsonObject> activateAccount(RoutingContext ctx) {
        Input in = Input.of(ctx);
        return manageAccounts.activate(SignedIn.of(ctx), in.path("account"), in.flag("active"));
    }

    private Future<Reply> slips(RoutingContext ctx) {
        return sheets.print(SignedIn.of(ctx), Input.of(ctx).path("unit"))
                .map(pdf -> new Reply(200, "application/pdf", pdf));
    }

    private static String login(Input in) {
        String login = in.text("login").toLowerCase(Locale.ROOT);
        if (!login.matches("[a-z0-9][a-z0-9._@-]{2,63}")) {
            throw Problem.invalid("login", "login_form", "Three to 64 letters without marks, digits, and . _ @ -");
        }
        return login;
    }
}
