package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.diemcau.audit.Audit;
import vn.diemcau.people.Affected;
import vn.diemcau.people.Followed;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/**
 * Use case: the rights of office accounts when units are reorganised. Over a unit that moves they stay; over one that ends they end, or,
 * where the decision says so and one unit follows, hold over that one as well, until that is taken back. What was before stays readable
 * to them.
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
        Set<String> units = new LinkedHashSet<>(reach.paths().keySet());
        given(reach).forEach(one -> units.add(one.to()));
        return accounts.holdingAt(units).map(found -> {
            List<Touch> touches = new ArrayList<>();
            for (Account account : found) {
                if (!account.active()) continue;
                for (Account.Held held : account.held()) {
                    if (isGiven(reach, account, held)) touches.add(touch(account, held, Effect.RETURNS));
                    else if (reach.paths().containsKey(held.unit())) {
                        Effect effect = reach.effect(held.unit());
                        boolean lost = effect != Effect.STAYS && !reach.rightsFollow();
                        touches.add(touch(account, held, lost ? Effect.ENDS : effect));
                    }
                }
            }
            return touches;
        });
    }

    private static Touch touch(Account account, Account.Held held, Effect effect) {
        return new Touch(What.ACCOUNT, account.id(), account.name(), held.unit(), null, effect);
    }

    /** The rights that what is taken back gave. */
    private static List<Followed> given(Reach reach) {
        return reach.undone().stream().filter(one -> one.what() == What.ACCOUNT).toList();
    }

    private static boolean isGiven(Reach reach, Account account, Account.Held held) {
        return given(reach).stream()
                .anyMatch(one -> one.id().equals(account.id())
                        && one.to().equals(held.unit())
                        && one.detail().equals(held.role().name()));
    }

    @Override
    public Future<Void> applied(Reach reach, Trail trail) {
        Future<Void> rights = reach.rightsFollow() ? rights(reach, trail) : Future.succeededFuture();
        return rights.compose(done -> takenBack(reach)).onSuccess(done -> signIns.doubtAll());
    }

    private Future<Void> rights(Reach reach, Trail trail) {
        return people.tree().compose(tree -> accounts.holdingAt(reach.ended()).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (Account account : found) chain = chain.compose(done -> follow(account, reach, tree, trail));
            return chain;
        }));
    }

    private Future<Void> follow(Account account, Reach reach, UnitTree tree, Trail trail) {
        Set<Account.Held> held = new LinkedHashSet<>(account.held());
        List<Followed> given = new ArrayList<>();
        for (Account.Held one : account.held()) {
            if (!reach.ended().contains(one.unit())) continue;
            List<Unit> standing = tree.standing(one.unit(), reach.date());
            if (standing.size() != 1) continue;
            String unit = standing.get(0).id();
            if (!held.add(new Account.Held(one.role(), unit))) continue;
            String role = one.role().name();
            given.add(new Followed(What.ACCOUNT, account.id(), one.unit(), unit, role, null));
        }
        if (given.isEmpty()) return Future.succeededFuture();
        return trail.goes(given).compose(done -> hold(account, List.copyOf(held), "rights_followed"));
    }

    /** Rights that were given because units ended are taken when those live again; whoever held the same already keeps it. */
    private Future<Void> takenBack(Reach reach) {
        Set<String> units = new LinkedHashSet<>();
        given(reach).forEach(one -> units.add(one.to()));
        if (units.isEmpty()) return Future.succeededFuture();
        return accounts.holdingAt(units).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (Account account : found) {
                List<Account.Held> held = account.held().stream()
                        .filter(one -> !isGiven(reach, account, one))
                        .toList();
                if (held.size() == account.held().size()) continue;
                chain = chain.compose(done -> hold(account, held, "rights_taken_back"));
            }
            return chain;
        });
    }

    private Future<Void> hold(Account account, List<Account.Held> held, String what) {
        JsonObject detail = new JsonObject()
                .put("units", held.stream().map(Account.Held::unit).toList());
        return accounts.replace(account.holding(held))
                .compose(done -> audit.add("system", what, "account/" + account.id(), detail));
    }
}
