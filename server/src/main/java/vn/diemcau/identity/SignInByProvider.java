package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.From;
import vn.diemcau.http.SignedIn;
import vn.diemcau.oidc.Begun;
import vn.diemcau.oidc.Proof;
import vn.diemcau.oidc.Provider;
import vn.diemcau.problem.Problem;

/**
 * Use cases of signing in through the provider. A subject opens the account it was bound to and no other: accounts are never made or found
 * by what the provider says of a person. What was begun waits in the browser, under this installation's key, so that any node finishes it.
 */
final class SignInByProvider {
    private static final Duration JOURNEY = Duration.ofMinutes(10);
    private static final Duration WAITING = Duration.ofMinutes(30);
    private static final int CODE_LENGTH = 10;

    private final @Nullable Provider provider;
    private final URI home;
    private final SubjectStore subjects;
    private final AccountStore accounts;
    private final SignIns signIns;
    private final SignInCookies cookies;
    private final SecondFactor factor;
    private final Secrets secrets;
    private final Audit audit;
    private final InstantSource clock;

    SignInByProvider(
            @Nullable Provider provider,
            URI home,
            SubjectStore subjects,
            AccountStore accounts,
            SignIns signIns,
            SignInCookies cookies,
            SecondFactor factor,
            Secrets secrets,
            Audit audit,
            InstantSource clock) {
        this.provider = provider;
        this.home = home;
        this.subjects = subjects;
        this.accounts = accounts;
        this.signIns = signIns;
        this.cookies = cookies;
        this.factor = factor;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a way through the provider ended; the words are the page's. */
    sealed interface Outcome {
        record In(SignedIn signedIn) implements Outcome {}

        /** The account has a second factor here, and the provider's does not count. */
        record FactorWanted() implements Outcome {}

        /** Nobody's yet: the code is for an administrator, who binds it to an account. */
        record Unbound(String code, Instant until) implements Outcome {}

        record Bound(String name) implements Outcome {}
    }

    private Provider provider() {
        if (provider == null) throw Problem.missing("no_provider", "This installation has no provider of sign-ins.");
        return provider;
    }

    /** What the page may tell everybody; empty when there is none. */
    Optional<String> name() {
        return Optional.ofNullable(provider).map(Provider::name);
    }

    /** Where the browser goes. */
    Future<String> begin(RoutingContext ctx) {
        return begin(ctx, "");
    }

    /** The same, to bind whom the provider proves to the account, whose password was shown just now. */
    Future<String> beginBinding(RoutingContext ctx, String account) {
        return begin(ctx, account);
    }

    private Future<String> begin(RoutingContext ctx, String account) {
        return provider().begin().map(begun -> {
            keep(
                    ctx,
                    new JsonObject()
                            .put("state", begun.state())
                            .put("nonce", begun.nonce())
                            .put("verifier", begun.verifier())
                            .put("bind", account));
            return begun.url();
        });
    }

    /** The browser is back; what was begun counts once, whether this succeeds or not. */
    Future<Outcome> finish(RoutingContext ctx, String state, String code) {
        Provider by = provider();
        JsonObject begun = begun(ctx).orElseThrow(SignInByProvider::lost);
        cookies.forgetJourney(ctx);
        if (!Secrets.same(state, begun.getString("state", ""))) throw lost();
        Begun way = new Begun("", state, begun.getString("nonce", ""), begun.getString("verifier", ""));
        String bind = begun.getString("bind", "");
        return by.prove(way, code).compose(proof -> bind.isEmpty() ? signIn(ctx, proof) : bindOwn(ctx, proof, bind));
    }

    private Future<Outcome> signIn(RoutingContext ctx, Proof proof) {
        return subjects.account(proof).compose(found -> {
            if (found.isEmpty()) return unbound(proof);
            return accounts.byId(found.get()).compose(read -> {
                Account account = read.filter(Account::active)
                        .orElseThrow(() -> Problem.forbidden("account_off", "This account is switched off."));
                return factor.isOn(account.id()).compose(on -> {
                    if (!on || proof.byFactor()) return open(ctx, account, proof.byFactor());
                    keep(ctx, new JsonObject().put("factorOf", account.id()));
                    return Future.succeededFuture(new Outcome.FactorWanted());
                });
            });
        });
    }

    private Future<Outcome> unbound(Proof proof) {
        String code = secrets.code(CODE_LENGTH);
        Instant until = clock.instant().plus(WAITING);
        return subjects.wait(secrets.sealed(code), proof, until).map(done -> new Outcome.Unbound(code, until));
    }

    private Future<Outcome> bindOwn(RoutingContext ctx, Proof proof, String account) {
        SignedIn by = SignedIn.of(ctx);
        if (!by.account().equals(account) || !by.due().isEmpty()) throw lost();
        return subjects.bind(proof, account, account, clock.instant())
                .compose(done -> audited(by, account, proof))
                .map(done -> new Outcome.Bound(proof.name()));
    }

    /** The code of the second factor, after the provider has proved who it is. */
    Future<SignedIn> withFactor(RoutingContext ctx, String code) {
        String id = begun(ctx).map(kept -> kept.getString("factorOf", "")).orElse("");
        if (id.isEmpty()) throw lost();
        return accounts.byId(id).compose(found -> {
            Account account = found.filter(Account::active).orElseThrow(SignInByProvider::lost);
            return factor.use(id, code, From.of(ctx))
                    .recover(failure ->
                            failure instanceof Problem wrong && wrong.code().equals("wrong_factor")
                                    ? refused(ctx, id).compose(kept -> Future.failedFuture(failure))
                                    : Future.failedFuture(failure))
                    .compose(used -> open(ctx, account, true))
                    .map(in -> {
                        cookies.forgetJourney(ctx);
                        return ((Outcome.In) in).signedIn();
                    });
        });
    }

    private Future<Void> refused(RoutingContext ctx, String account) {
        JsonObject how = new JsonObject().put("from", From.of(ctx)).put("by", "second_factor");
        return audit.add(account, "sign_in_refused", "account/" + account, how);
    }

    private Future<Outcome> open(RoutingContext ctx, Account account, boolean byFactor) {
        JsonObject how = new JsonObject().put("from", From.of(ctx)).put("by", "provider");
        return signIns.openByProvider(ctx, account, byFactor)
                .compose(signedIn -> audit.add(account.id(), "signed_in", "account/" + account.id(), how)
                        .map(new Outcome.In(signedIn)));
    }

    /** Ends this browser's sign-in; where the browser goes to end it at the provider as well, if it came from there. */
    Future<Optional<String>> leave(RoutingContext ctx) {
        return signIns.isByProvider(ctx).compose(theirs -> signIns.close(ctx)
                .compose(done ->
                        theirs && provider != null ? provider.leave(home) : Future.succeededFuture(Optional.empty())));
    }

    /** Binds whom the code stands for to somebody's account; the name the provider has for them. */
    Future<String> bind(SignedIn by, String account, String code) {
        provider();
        return subjects.take(secrets.sealed(Secrets.tidy(code)), clock.instant())
                .compose(found -> {
                    Proof proof = found.orElseThrow(() ->
                            Problem.invalid("code", "binding_code", "This code is unknown, was used or is too old."));
                    return subjects.bind(proof, account, by.account(), clock.instant())
                            .compose(done -> audited(by, account, proof))
                            .map(proof.name());
                });
    }

    /** Takes the binding off; who came in by it is out. */
    Future<Void> unbind(SignedIn by, String account) {
        return subjects.unbind(account).compose(was -> {
            if (!was) return Future.succeededFuture();
            return signIns.endByProvider(account)
                    .compose(done -> audit.add(by.account(), "provider_unbound", "account/" + account, by.did()));
        });
    }

    private Future<Void> audited(SignedIn by, String account, Proof proof) {
        JsonObject whom = new JsonObject().put("issuer", proof.issuer()).put("subject", proof.subject());
        return audit.add(by.account(), "provider_bound", "account/" + account, by.did(whom));
    }

    private void keep(RoutingContext ctx, JsonObject journey) {
        journey.put("until", clock.instant().plus(JOURNEY).toEpochMilli());
        cookies.setJourney(ctx, secrets.locked(journey.encode().getBytes(StandardCharsets.UTF_8)), JOURNEY);
    }

    private Optional<JsonObject> begun(RoutingContext ctx) {
        return cookies.journey(ctx).flatMap(text -> {
            try {
                JsonObject kept = new JsonObject(new String(secrets.unlocked(text), StandardCharsets.UTF_8));
                return Optional.of(kept).filter(one -> one.getLong("until", 0L) > clock.millis());
            } catch (IllegalArgumentException | IllegalStateException | DecodeException notOurs) {
                return Optional.empty();
            }
        });
    }

    private static Problem lost() {
        return Problem.invalid(
                "state", "journey_lost", "This sign-in was not begun in this browser, or too long ago; begin again.");
    }
}
