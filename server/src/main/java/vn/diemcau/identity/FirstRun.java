package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.diemcau.access.Role;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.BackOff;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** The first administrator of an empty installation, made by whoever can read the one-time code on the server's console. */
final class FirstRun {
    private final AccountStore accounts;
    private final SignIns signIns;
    private final Passwords passwords;
    private final Audit audit;
    private final BackOff backOff;
    private final String code;

    FirstRun(
            AccountStore accounts,
            SignIns signIns,
            Passwords passwords,
            Audit audit,
            BackOff backOff,
            Secrets secrets) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.passwords = passwords;
        this.audit = audit;
        this.backOff = backOff;
        code = secrets.code(10);
    }

    /** The code for the console; a new one at each start. */
    String code() {
        return code;
    }

    Future<Boolean> empty() {
        return accounts.any().map(any -> !any);
    }

    /** Fails with CONFLICT installed once an account exists, with INVALID wrong_code for a wrong code. The fixed id lets only one win. */
    Future<SignedIn> create(RoutingContext ctx, String typed, String name, String login, String password) {
        String key = "first run";
        backOff.check(key);
        return empty().compose(empty -> {
            if (!empty)
                return Future.failedFuture(
                        Problem.conflict("installed", "The installation has an administrator already."));
            if (!Secrets.same(Secrets.tidy(typed), code)) {
                backOff.failed(key);
                return Future.failedFuture(
                        Problem.invalid("code", "wrong_code", "This is not the code on the server's console."));
            }
            PasswordRules.check(password, PasswordRules.ALONE, List.of(login, name));
            return passwords.hash(password).compose(hash -> {
                Account first = new Account(
                        UUID.nameUUIDFromBytes("first administrator".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString(),
                        login.toLowerCase(Locale.ROOT),
                        name,
                        null,
                        hash,
                        null,
                        List.of(new Account.Held(Role.PROVINCE_ADMIN, "/")),
                        true,
                        false,
                        0);
                return accounts.insert(first)
                        .compose(done -> audit.add(
                                first.id(),
                                "installed",
                                "account/" + first.id(),
                                new JsonObject().put("from", SignInPeople.address(ctx))))
                        .compose(done -> signIns.open(ctx, first, null, Duration.ofHours(12), false));
            });
        });
    }
}
