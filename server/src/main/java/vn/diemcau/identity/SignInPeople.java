package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.From;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.problem.Problem;

/** Use cases of signing in: by login and password, by code and year of birth for a PIN, by PIN on a known phone. */
final class SignInPeople {
    static final Duration OFFICE = Duration.ofHours(12);
    private static final Duration CADRE = Duration.ofDays(30);

    private final AccountStore accounts;
    private final Activations activations;
    private final PhoneStore phones;
    private final SignIns signIns;
    private final SecondFactor factor;
    private final Passwords passwords;
    private final Secrets secrets;
    private final BackOff backOff;
    private final BackOff addresses;
    private final SignInBrowsers browsers;
    private final People people;
    private final Audit audit;
    private final SignInCookies cookies;

    SignInPeople(
            AccountStore accounts,
            Activations activations,
            PhoneStore phones,
            SignIns signIns,
            SecondFactor factor,
            Passwords passwords,
            Secrets secrets,
            BackOff backOff,
            BackOff addresses,
            People people,
            Audit audit,
            SignInCookies cookies) {
        this.accounts = accounts;
        this.activations = activations;
        this.phones = phones;
        this.signIns = signIns;
        this.factor = factor;
        this.passwords = passwords;
        this.secrets = secrets;
        this.backOff = backOff;
        this.addresses = addresses;
        browsers = new SignInBrowsers(secrets, cookies);
        this.people = people;
        this.audit = audit;
        this.cookies = cookies;
    }

    /**
     * Fails with UNAUTHENTICATED wrong_login, the same whether the login or the password is wrong; with UNAUTHENTICATED
     * second_factor when that is all that lacks, with INVALID wrong_factor when it is wrong.
     *
     * @param code of the second factor, or empty
     */
    Future<SignedIn> byPassword(RoutingContext ctx, String login, String password, String code) {
        String name = login.toLowerCase(Locale.ROOT);
        String key = browsers.key(ctx, name);
        backOff.check(key);
        return accounts.byLogin(name).compose(found -> {
            Optional<Account> account = found.filter(Account::active);
            return passwords
                    .fits(password, account.map(Account::passwordHash).orElse(null))
                    .compose(fits -> {
                        if (!fits) {
                            backOff.failed(key);
                            return refused(ctx, account, "password")
                                    .compose(kept -> Future.failedFuture(new Problem(
                                            Problem.Kind.UNAUTHENTICATED,
                                            "wrong_login",
                                            "Login or password is wrong.",
                                            null)));
                        }
                        backOff.succeeded(key);
                        return withFactor(ctx, account.orElseThrow(), code).map(signedIn -> {
                            browsers.remember(ctx, name);
                            return signedIn;
                        });
                    });
        });
    }

    private Future<SignedIn> withFactor(RoutingContext ctx, Account account, String code) {
        return factor.isOn(account.id()).compose(on -> {
            if (!on) return open(ctx, account, null, OFFICE, false);
            if (code.isEmpty())
                return Future.failedFuture(new Problem(
                        Problem.Kind.UNAUTHENTICATED, "second_factor", "The code of the second factor, too.", "code"));
            return factor.use(account.id(), code, address(ctx))
                    .recover(failure -> wrong(failure)
                            ? refused(ctx, Optional.of(account), "second_factor")
                                    .compose(kept -> Future.failedFuture(failure))
                            : Future.failedFuture(failure))
                    .compose(used -> open(ctx, account, null, OFFICE, true));
        });
    }

    /** The code was looked at and is wrong; whoever is only asked to wait was not refused. */
    private static boolean wrong(Throwable failure) {
        return failure instanceof Problem problem && problem.code().equals("wrong_factor");
    }

    /** What is wrong for an account that stands is kept in the record; for nobody it would only let strangers fill it. */
    private Future<Void> refused(RoutingContext ctx, Optional<Account> account, String by) {
        return account.isEmpty()
                ? Future.succeededFuture()
                : audit.add(
                        account.get().id(),
                        "sign_in_refused",
                        "account/" + account.get().id(),
                        new JsonObject().put("from", address(ctx)).put("by", by));
    }

    /** The code of a slip and the year of birth: who it is, and a token with which to choose a PIN. */
    Future<JsonObject> activate(RoutingContext ctx, String code, int birthYear) {
        String key = address(ctx);
        addresses.check(key);
        return activations
                .person(code)
                .compose(found -> found.map(people::person).orElse(Future.succeededFuture(Optional.empty())))
                .compose(found -> {
                    if (found.isEmpty() || !found.get().birthYear().equals(Optional.of(birthYear))) {
                        addresses.failed(key);
                        return refused(ctx, found)
                                .compose(
                                        kept -> Future.failedFuture(
                                                Problem.missing(
                                                        "code_unknown",
                                                        "The code is unknown, used or too old, or the year of birth does not fit it.")));
                    }
                    return activations.admit(found.get().id()).map(token -> new JsonObject()
                            .put("name", found.get().name())
                            .put("token", token));
                });
    }

    /** Somebody holds a person's code and not the year of birth. */
    private Future<Void> refused(RoutingContext ctx, Optional<Person> whose) {
        return whose.isEmpty()
                ? Future.succeededFuture()
                : audit.add(
                        "nobody",
                        "activation_refused",
                        "person/" + whose.get().id(),
                        new JsonObject().put("from", address(ctx)));
    }

    /** Chooses the PIN, makes the account if there is none, admits this phone and signs in; old phones are revoked. */
    Future<SignedIn> choosePin(RoutingContext ctx, String token, String pin) {
        PasswordRules.checkPin(pin);
        return activations.use(token).compose(used -> {
            if (used.isEmpty()) {
                return Future.failedFuture(new Problem(
                        Problem.Kind.GONE,
                        "code_used",
                        "The code was used or took too long; ask for a new one.",
                        null));
            }
            return passwords
                    .hash(pin)
                    .compose(hash -> withPin(used.get(), hash))
                    .compose(account -> {
                        String phone = cookies.phone(ctx).orElseGet(secrets::token);
                        cookies.setPhone(ctx, phone);
                        String sealed = secrets.sealed(phone);
                        return phones.revoke(account.id())
                                .compose(done -> signIns.endAccount(account.id()))
                                .compose(done -> phones.admit(sealed, account.id()))
                                .compose(done -> open(ctx, account, sealed, CADRE, false));
                    });
        });
    }

    /** By PIN on a phone that the account was activated on. Failures slow this phone down; they never lock the account. */
    Future<SignedIn> byPin(RoutingContext ctx, String account, String pin) {
        String phone = cookies.phone(ctx).map(secrets::sealed).orElse("");
        String key = "pin " + phone + " " + account;
        backOff.check(key);
        return phones.accounts(phone)
                .compose(known -> known.contains(account)
                        ? accounts.byId(account)
                        : Future.succeededFuture(Optional.<Account>empty()))
                .compose(found -> {
                    Optional<Account> active = found.filter(Account::active);
                    return passwords
                            .fits(pin, active.map(Account::pinHash).orElse(null))
                            .compose(fits -> {
                                if (!fits) {
                                    backOff.failed(key);
                                    return refused(ctx, active, "pin")
                                            .compose(kept -> Future.failedFuture(new Problem(
                                                    Problem.Kind.UNAUTHENTICATED,
                                                    "wrong_pin",
                                                    "The PIN is wrong, or this phone is not known.",
                                                    null)));
                                }
                                backOff.succeeded(key);
                                return open(ctx, active.orElseThrow(), phone, CADRE, false);
                            });
                });
    }

    /** Who may sign in by PIN on this phone: a family may share one. */
    Future<JsonObject> onThisPhone(RoutingContext ctx) {
        JsonArray known = new JsonArray();
        Future<List<String>> ids =
                cookies.phone(ctx).map(secrets::sealed).map(phones::accounts).orElse(Future.succeededFuture(List.of()));
        return ids.compose(
                list -> Future.all(list.stream().map(accounts::byId).toList()).map(read -> {
                    for (Optional<Account> account : read.<Optional<Account>>list()) {
                        account.filter(Account::active)
                                .ifPresent(one -> known.add(new JsonObject()
                                        .put("account", one.id())
                                        .put("name", one.name())));
                    }
                    return new JsonObject().put("people", known);
                }));
    }

    /** Signs the account in here and keeps that in the record. */
    Future<SignedIn> open(
            RoutingContext ctx, Account account, @Nullable String device, Duration lasts, boolean byFactor) {
        JsonObject how = new JsonObject()
                .put("from", address(ctx))
                .put("by", device != null ? "pin" : byFactor ? "second_factor" : "password");
        return signIns.open(ctx, account, device, lasts, byFactor)
                .compose(signedIn -> audit.add(account.id(), "signed_in", "account/" + account.id(), how)
                        .map(signedIn));
    }

    private Future<Account> withPin(String person, String hash) {
        return accounts.byPerson(person).compose(found -> {
            if (found.isPresent()) {
                return accounts.replace(found.get().withPin(hash))
                        .compose(done -> accounts.byPerson(person))
                        .map(Optional::orElseThrow);
            }
            return people.person(person).map(Optional::orElseThrow).compose(known -> {
                Account account = new Account(
                        UUID.randomUUID().toString(),
                        null,
                        known.name(),
                        person,
                        null,
                        hash,
                        List.of(),
                        true,
                        false,
                        0);
                return accounts.insert(account).map(account);
            });
        });
    }

    /** Where the call comes from. */
    static String address(RoutingContext ctx) {
        return From.of(ctx);
    }
}
