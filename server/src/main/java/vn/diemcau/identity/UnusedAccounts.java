package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Role;
import vn.diemcau.audit.Audit;
import vn.diemcau.problem.Problem;

/**
 * Use case: accounts of administrators that nobody signed in to for some weeks are switched off (the law's security level 3). Whoever keeps
 * accounts sees from when on, and switches them on again. The last active province administrator stays, or nobody could.
 */
final class UnusedAccounts {
    private final AccountStore accounts;
    private final UseStore uses;
    private final SignIns signIns;
    private final Audit audit;
    private final InstantSource clock;
    private final int days;

    /** @param days without use after which an account is switched off; 0 for never */
    UnusedAccounts(AccountStore accounts, UseStore uses, SignIns signIns, Audit audit, InstantSource clock, int days) {
        this.accounts = accounts;
        this.uses = uses;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
    }

    private record Idle(Account account, Instant usedAt) {}

    /** Switches off what is due; an account that nobody counted yet counts from now on. */
    Future<Void> handle() {
        if (days == 0) return Future.succeededFuture();
        Instant now = clock.instant();
        return goOn().compose(done -> accounts.administrators())
                .compose(all -> uses.of(all.stream().map(Account::id).toList()).compose(used -> {
                    Future<Void> chain = Future.succeededFuture();
                    List<Idle> idle = new ArrayList<>();
                    for (Account account : all) {
                        UseStore.Use use = used.get(account.id());
                        if (use == null) chain = chain.compose(done -> uses.begin(account.id(), now));
                        else if (now.isAfter(due(use))) idle.add(new Idle(account, use.usedAt()));
                    }
                    long province =
                            all.stream().filter(UnusedAccounts::ofProvince).count();
                    idle.sort(Comparator.comparing(Idle::usedAt));
                    for (Idle one : idle) {
                        boolean top = ofProvince(one.account());
                        if (top && province == 1) continue;
                        if (top) province--;
                        chain = chain.compose(done -> switchOff(one, now));
                    }
                    return chain;
                }));
    }

    private Future<Void> switchOff(Idle one, Instant now) {
        String id = one.account().id();
        return uses.off(id, now).compose(done -> accounts.replace(one.account().switched(false))
                .compose(off -> told(id, one.usedAt()))
                // somebody changed it in this moment: looked at again next time
                .recover(failure -> failure instanceof Problem ? uses.notOff(id) : Future.failedFuture(failure)));
    }

    /** What a look before this one began and did not end, since the server died then. */
    private Future<Void> goOn() {
        return uses.untold().compose(begun -> {
            Future<Void> chain = Future.succeededFuture();
            for (Map.Entry<String, UseStore.Use> each : begun.entrySet())
                chain = chain.compose(done -> goOn(each.getKey(), each.getValue()));
            return chain;
        });
    }

    private Future<Void> goOn(String id, UseStore.Use use) {
        return accounts.byId(id)
                .compose(found -> found.isEmpty() || found.get().active() ? uses.notOff(id) : told(id, use.usedAt()));
    }

    private Future<Void> told(String id, Instant usedAt) {
        JsonObject why = new JsonObject()
                .put("why", "unused")
                .put("usedAt", usedAt.toString())
                .put("days", days)
                .put("before", true)
                .put("after", false);
        return signIns.endAccount(id)
                .compose(done -> audit.add("system", "account_disabled", "account/" + id, why))
                .compose(done -> uses.told(id));
    }

    private Instant due(UseStore.Use use) {
        return use.usedAt().plus(Duration.ofDays(days));
    }

    private static boolean ofProvince(Account account) {
        return account.held().stream().anyMatch(held -> held.role() == Role.PROVINCE_ADMIN);
    }

    /** Somebody switched it on: it counts as used now. */
    Future<Void> again(String account) {
        return uses.of(List.of(account)).compose(all -> {
            UseStore.Use use = all.get(account);
            Future<Void> ended = use != null && use.untold() ? goOn(account, use) : Future.succeededFuture();
            return ended.compose(done -> uses.used(account, clock.instant()));
        });
    }

    Future<Map<String, UseStore.Use>> of(List<Account> all) {
        return uses.of(all.stream().map(Account::id).toList());
    }

    /** What whoever keeps accounts is told: the last use, when it will be switched off, since when it is for that reason. */
    void tell(JsonObject json, Account account, Optional<UseStore.Use> use) {
        if (use.isEmpty()) return;
        json.put("usedAt", use.get().usedAt().toString());
        Instant offAt = use.get().offAt();
        if (!account.active() && offAt != null) json.put("unusedOff", offAt.toString());
        boolean concerned = account.held().stream().anyMatch(held -> SecondFactor.ADMINISTRATORS.contains(held.role()));
        if (days > 0 && account.active() && concerned)
            json.put("offAt", due(use.get()).toString());
    }
}
