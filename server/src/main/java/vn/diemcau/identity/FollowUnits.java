package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.diemcau.audit.Audit;
import vn.diemcau.people.Affected;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/**
 * Use case: the rights of office accounts when units are reorganised. Over a unit that moves they stay; over one that ends they end, or,
 * where the decision says so and one unit follows, hold over that one as well. What was before stays readable to them.
 */
final class FollowUnits implements Affected {
    private final AccountStore accounts;
    private final People people;
    private final Audit audit;
    private final SignIns signIns;

    FollowUnits(AccountStore accounts, People people, Audit audit, SignIns signIns) {
        this.accounts = accounts;
        this.people = people;
        this.audit = audit;
        this.signIns = signIns;
    }

    @Override
    public Future<List<Touch>> touches(Reach reach) {
        return accounts.holdingAt(reach.paths().keySet()).map(found -> {
            List<Touch> touches = new ArrayList<>();
            for (Account account : found) {
                for (Account.Held held : account.held()) {
                    if (!account.active() || !reach.paths().containsKey(held.unit())) continue;
                    Effect effect = reach.effect(held.unit());
                    boolean lost = effect != Effect.STAYS && !reach.rightsFollow();
                    touches.add(new Touch(
                            What.ACCOUNT,
                            account.id(),
                            account.name(),
                            held.unit(),
                            null,
                            lost ? Effect.ENDS : effect));
                }
            }
            return touches;
        });
    }

    @Override
    public Future<Void> applied(Reach reach) {
        Future<Void> rights = reach.rightsFollow() ? rights(reach) : Future.succeededFuture();
        return rights.onSuccess(done -> signIns.doubtAll());
    }

    private Future<Void> rights(Reach reach) {
        return people.tree().compose(tree -> accounts.holdingAt(reach.ended()).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (Account account : found) chain = chain.compose(done -> follow(account, reach, tree));
            return chain;
        }));
    }

    private Future<Void> follow(Account account, Reach reach, UnitTree tree) {
        Set<Account.Held> held = new LinkedHashSet<>(account.held());
        for (Account.Held one : account.held()) {
            if (!reach.ended().contains(one.unit())) continue;
            List<Unit> standing = tree.standing(one.unit(), reach.date());
            if (standing.size() == 1)
                held.add(new Account.Held(one.role(), standing.get(0).id()));
        }
        if (held.size() == account.held().size()) return Future.succeededFuture();
        JsonObject detail = new JsonObject()
                .put("units", held.stream().map(Account.Held::unit).toList());
        return accounts.replace(account.holding(List.copyOf(held)))
                .compose(done -> audit.add("system", "rights_followed", "account/" + account.id(), detail));
    }
}
