package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/**
 * Use cases of whoever is signed in, on their own sign-in: password, second factor, lock. Password and second factor are reached only by a
 * sign-in with the password that is not locked: a PIN of six digits must not become a password, and a page left open must not either.
 */
final class SignInSettling {
    private final AccountStore accounts;
    private final SignInPeople signInPeople;
    private final SignIns signIns;
    private final SecondFactor factor;
    private final Passwords passwords;
    private final BackOff backOff;
    private final Audit audit;

    SignInSettling(
            AccountStore accounts,
            SignInPeople signInPeople,
            SignIns signIns,
            SecondFactor factor,
            Passwords passwords,
            BackOff backOff,
            Audit audit) {
        this.accounts = accounts;
        this.signInPeople = signInPeople;
        this.signIns = signIns;
        this.factor = factor;
        this.passwords = passwords;
        this.backOff = backOff;
        this.audit = audit;
    }

    /** A new password by whoever knows the old one; fails with INVALID when it is too short or the old one. Other sign-ins of the account end. */
    Future<SignedIn> changePassword(RoutingContext ctx, SignedIn by, String old, String fresh) {
        return trusted(by).compose(account -> factor.isOn(account.id()).compose(on -> {
            PasswordRules.check(
                    fresh, on ? PasswordRules.BESIDE_FACTOR : PasswordRules.ALONE, PasswordRules.about(account));
            if (fresh.equals(old))
                return Future.failedFuture(
                        Problem.invalid("password", "password_same", "This is the password that stands already."));
            return proved(by, account, old, "old")
                    .compose(done -> passwords.hash(fresh))
                    .compose(hash -> accounts.replace(account.withPassword(hash, false)))
                    .compose(done -> audit.add(by.account(), "password_changed", "account/" + by.account(), by.did()))
                    .compose(done -> signIns.endAccount(by.account()))
                    .compose(done -> signInPeople.open(ctx, account, null, SignInPeople.OFFICE, on));
        }));
    }

    Future<JsonObject> factorState(SignedIn by) {
        return own(by).compose(factor::state);
    }

    /** A new secret for the app; the password is asked for again, unless setting one up is all this sign-in may do. */
    Future<JsonObject> proposeFactor(SignedIn by, String password) {
        return trusted(by).compose(account -> factor.isOn(account.id())
                .compose(on -> on || !by.due().contains(SignedIn.Due.SECOND_FACTOR)
                        ? proved(by, account, password, "password")
                        : Future.<Void>succeededFuture())
                .compose(done -> factor.propose(account)));
    }

    /** A second factor that counts from now on. */
    record Confirmed(SignedIn signedIn, List<String> recovery) {}

    /** The secret counts, having shown its code. Other sign-ins of the account end. */
    Future<Confirmed> confirmFactor(RoutingContext ctx, SignedIn by, String code) {
        return trusted(by)
                .compose(account -> factor.confirm(by, code).compose(recovery -> signIns.endAccount(account.id())
                        .compose(done -> signInPeople.open(ctx, account, null, SignInPeople.OFFICE, true))
                        .map(signedIn -> new Confirmed(signedIn, recovery))));
    }

    Future<List<String>> freshCodes(SignedIn by, String password) {
        return trusted(by)
                .compose(account -> proved(by, account, password, "password").compose(done -> factor.freshCodes(by)));
    }

    /** Completes when the sign-in may touch how its person signs in. */
    Future<Void> reachable(SignedIn by) {
        return trusted(by).mapEmpty();
    }

    /** Completes when the password was shown again, by a sign-in that may touch how its person signs in. */
    Future<Void> shown(SignedIn by, String password) {
        return trusted(by).compose(account -> proved(by, account, password, "password"));
    }

    Future<Void> lock(RoutingContext ctx) {
        return signIns.id(ctx).map(signIns::lock).orElse(Future.succeededFuture());
    }

    /** The password again, or on a phone the PIN; fails with INVALID wrong_password. */
    Future<SignedIn> unlock(RoutingContext ctx, SignedIn by, String secret) {
        return own(by).compose(account -> proved(by, account, secret, "secret"))
                .compose(done -> signIns.id(ctx).map(signIns::unlock).orElse(Future.succeededFuture()))
                .compose(done -> signIns.of(ctx))
                .map(Optional::orElseThrow);
    }

    /** The account behind the sign-in; a device at a site has none. */
    private Future<Account> own(SignedIn by) {
        return accounts.byId(by.account())
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("no_account", "A device at a site has no account of its own.")));
    }

    /** The account, where this sign-in may touch its password and second factor. */
    private Future<Account> trusted(SignedIn by) {
        return own(by).map(account -> {
            if (by.due().contains(SignedIn.Due.UNLOCK))
                throw Problem.forbidden("locked", "This sign-in is locked; unlock it first.");
            if (by.device() != null)
                throw Problem.forbidden("password_needed", "A PIN does not reach this; sign in with the password.");
            return account;
        });
    }

    private Future<Void> proved(SignedIn by, Account account, String secret, String field) {
        boolean byPin = by.device() != null;
        String key = "again " + account.id() + " " + (byPin ? by.device() : "");
        backOff.check(key);
        return passwords
                .fits(secret, byPin ? account.pinHash() : account.passwordHash())
                .compose(fits -> {
                    if (fits) {
                        backOff.succeeded(key);
                        return Future.succeededFuture();
                    }
                    backOff.failed(key);
                    return audit.add(
                                    account.id(),
                                    "sign_in_refused",
                                    "account/" + account.id(),
                                    new JsonObject()
                                            .put("from", by.from())
                                            .put("by", byPin ? "pin_again" : "password_again"))
                            .compose(kept -> Future.failedFuture(Problem.invalid(
                                    field, byPin ? "wrong_pin" : "wrong_password", "This is not the one.")));
                });
    }
}
