package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.Failures;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.oidc.Provider;
import vn.diemcau.oidc.ProviderSettings;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.Affected;
import vn.diemcau.people.People;

/** The feature of accounts and signing in, put together; Platform makes one. */
public final class Identity {
    private final SignIns signIns;
    private final ManageAccounts manageAccounts;
    private final FirstRun firstRun;
    private final IdentityRoutes routes;
    private final SettleRoutes settle;
    private final ProviderRoutes providerRoutes;
    private final SubjectStore subjects;
    private final SignInStore store;
    private final InstantSource clock;
    private final FollowUnits follow;
    private final UnusedAccounts unused;

    /**
     * @param failures what failed lately, on all nodes
     * @param keys the directory of the installation's keys
     * @param publicUrl how people reach the installation, for slips
     * @param secure whether browsers come by TLS only
     * @param provider of sign-ins by OpenID Connect, or null
     * @param safeguards how strictly signing in is kept
     * @param installation what the sign-in page may tell everybody: demo accounts in demo mode, whether a meeting server is configured
     * @throws IOException when the key cannot be read or made
     */
    public Identity(
            Vertx vertx,
            Mongo mongo,
            People people,
            Audit audit,
            Pdf pdf,
            InstantSource clock,
            Failures failures,
            Path keys,
            String publicUrl,
            boolean secure,
            @Nullable ProviderSettings provider,
            Safeguards safeguards,
            JsonObject installation)
            throws IOException {
        Secrets secrets = Secrets.at(keys);
        AccountStore accounts = new AccountStore(mongo);
        Activations activations = new Activations(mongo, secrets, clock);
        PhoneStore phones = new PhoneStore(mongo, clock);
        Passwords passwords = new Passwords(vertx);
        BackOff backOff = BackOff.of(failures, "sign-in", Duration.ofMinutes(5));
        SecondFactor factor = new SecondFactor(
                new FactorStore(mongo),
                secrets,
                audit,
                backOff,
                clock,
                safeguards.secondFactor() ? SecondFactor.Policy.REQUIRED : SecondFactor.Policy.OPTIONAL);
        store = new SignInStore(mongo);
        subjects = new SubjectStore(mongo);
        SignInCookies cookies = new SignInCookies(secure);
        signIns = new SignIns(store, accounts, factor, people, secrets, clock, safeguards, cookies);
        unused = new UnusedAccounts(accounts, new UseStore(mongo), signIns, audit, clock, safeguards.unusedDays());
        follow = new FollowUnits(accounts, people, audit, signIns);
        SignInPeople signInPeople = new SignInPeople(
                accounts,
                activations,
                phones,
                signIns,
                factor,
                passwords,
                secrets,
                backOff,
                BackOff.ofAddresses(failures, "slip"),
                people,
                audit,
                cookies);
        manageAccounts = new ManageAccounts(
                accounts,
                subjects,
                activations,
                phones,
                signIns,
                factor,
                unused,
                passwords,
                secrets,
                people,
                audit,
                clock);
        firstRun = new FirstRun(accounts, signIns, passwords, audit, backOff, secrets);
        ActivationSheets sheets = new ActivationSheets(activations, people, pdf, audit, clock, publicUrl);
        Myself myself = new Myself(people, clock);
        SignInByProvider byProvider = new SignInByProvider(
                provider == null
                        ? null
                        : new Provider(vertx, provider, URI.create(home(publicUrl) + "/dang-nhap/tro-ve"), clock),
                URI.create(home(publicUrl) + "/"),
                subjects,
                accounts,
                signIns,
                cookies,
                factor,
                secrets,
                audit,
                clock);
        SignInSettling settling =
                new SignInSettling(accounts, signInPeople, signIns, factor, passwords, backOff, audit);
        routes = new IdentityRoutes(
                signInPeople, manageAccounts, sheets, firstRun, byProvider, myself, installation, clock);
        settle = new SettleRoutes(settling, new SignInList(store, signIns, audit, clock), myself);
        providerRoutes = new ProviderRoutes(byProvider, settling, subjects, manageAccounts, myself);
        this.clock = clock;
    }

    private static String home(String publicUrl) {
        return publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.gone("accounts", "person", Holding.Of.PERSON),
                Holding.gone("sign_ins", "account", Holding.Of.ACCOUNT),
                // a phone may be several people's: without the account it opens nothing for the one who is gone
                new Holding("phones", "accounts", Holding.Of.ACCOUNT, "", 0, Holding.Erasing.BLANK, List.of()),
                Holding.gone("second_factors", "_id", Holding.Of.ACCOUNT),
                Holding.gone(UseStore.NAME, "_id", Holding.Of.ACCOUNT),
                Holding.gone("activations", "_id", Holding.Of.PERSON),
                Holding.gone("provider_subjects", "account", Holding.Of.ACCOUNT));
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>();
        all.addAll(AccountStore.INDEXES);
        all.addAll(SignInStore.INDEXES);
        all.addAll(Activations.INDEXES);
        all.addAll(PhoneStore.INDEXES);
        all.addAll(SubjectStore.INDEXES);
        all.addAll(UseStore.INDEXES);
        return all;
    }

    public Api.SignIn signIn() {
        return signIns;
    }

    public SignInIssuer issuer() {
        return signIns;
    }

    /** What follows when units are reorganised. */
    public Affected affected() {
        return follow;
    }

    public Accounts accounts() {
        return manageAccounts;
    }

    public void mount(Api api) {
        routes.mount(api);
        settle.mount(api);
        providerRoutes.mount(api);
    }

    /** The one-time code of an empty installation, for the console; empty once an administrator exists. */
    public Future<String> firstRunCode() {
        return firstRun.empty().map(empty -> empty ? firstRun.code() : "");
    }

    /** Hears of sign-ins that ended on other nodes; called every other second where there are any. */
    public Future<Void> listen() {
        return store.endedLately(clock.instant()).map(ended -> {
            signIns.forget(ended);
            return null;
        });
    }

    /** Forgets what expired, and switches off what nobody used for long; called now and then. */
    public Future<Void> sweep() {
        return store.sweep(clock.instant())
                .compose(done -> subjects.sweep(clock.instant()))
                .compose(done -> unused.handle());
    }
}
