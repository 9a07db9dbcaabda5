package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.mongo.Mongo;

/** What whoever owns the machine may do for an office account that nobody else can help: it is let in again, by a one-time password. */
public final class Rescue {
    private static final int LENGTH = 14;

    private final AccountStore accounts;
    private final FactorStore factors;
    private final SignInStore signIns;
    private final UseStore uses;
    private final Passwords passwords;
    private final Audit audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Rescue(Vertx vertx, Mongo mongo, InstantSource clock) {
        accounts = new AccountStore(mongo);
        factors = new FactorStore(mongo);
        signIns = new SignInStore(mongo);
        uses = new UseStore(mongo);
        passwords = new Passwords(vertx);
        audit = new Audit(mongo, clock);
        this.clock = clock;
    }

    /**
     * An administrator's account as the operator sees it.
     *
     * @param usedAt signed in to last, or null where that was never counted
     */
    public record Administrator(
            String login,
            String name,
            boolean secondFactor,
            @Nullable Instant usedAt) {}

    /** Those that are switched on. */
    public Future<List<Administrator>> administrators() {
        return accounts.administrators()
                .compose(all -> uses.of(all.stream().map(Account::id).toList()).compose(used -> factors.those(
                                all.stream().map(Account::id).toList())
                        .map(on -> all.stream()
                                .map(each -> administrator(each, used, on))
                                .toList())));
    }

    private static Administrator administrator(Account one, Map<String, UseStore.Use> used, List<String> on) {
        UseStore.Use use = used.get(one.id());
        return new Administrator(
                String.valueOf(one.login()), one.name(), on.contains(one.id()), use == null ? null : use.usedAt());
    }

    /**
     * Lets the account in again: switched on, without a second factor, by a one-time password that is answered here and kept nowhere. Its
     * sign-ins end. Empty when no account has this login.
     *
     * @param who the user of the machine, for the record
     */
    public Future<Optional<String>> letIn(String login, String who) {
        return accounts.byLogin(login).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            Account account = found.get();
            Instant now = clock.instant();
            String password = Secrets.code(random, LENGTH);
            return factors.those(List.of(account.id()))
                    // the record first: should this break off, what was meant stands there
                    .compose(on -> audit.add(
                            "operator",
                            "account_let_in",
                            "account/" + account.id(),
                            new JsonObject()
                                    .put("from", "console")
                                    .put("name", who)
                                    .put(
                                            "before",
                                            new JsonObject()
                                                    .put("active", account.active())
                                                    .put("secondFactor", !on.isEmpty()))
                                    .put(
                                            "after",
                                            new JsonObject().put("active", true).put("secondFactor", false))))
                    .compose(done -> passwords.hash(password))
                    .compose(hash ->
                            accounts.replace(account.withPassword(hash, true).switched(true)))
                    .compose(done -> factors.forget(account.id()))
                    .compose(done -> uses.used(account.id(), now))
                    .compose(done -> signIns.end(SignInStore.byAccount(account.id()), now))
                    .map(ended -> Optional.of(password));
        });
    }
}
