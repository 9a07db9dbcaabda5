package vn.diemcau.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Role;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.people.People;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;

/** Use cases of administrators: office accounts within their own subtree and with no more rights than they hold; codes for cadres. */
final class ManageAccounts implements Accounts {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** Which roles a role may give. */
    private static final Map<Role, Set<Role>> MAY_GIVE = Map.of(
            Role.PROVINCE_ADMIN, Set.of(Role.PROVINCE_ADMIN, Role.UNIT_ADMIN, Role.TRAINER, Role.CELL_SECRETARY),
            Role.UNIT_ADMIN, Set.of(Role.UNIT_ADMIN, Role.TRAINER, Role.CELL_SECRETARY));

    private final AccountStore accounts;
    private final SubjectStore subjects;
    private final Activations activations;
    private final PhoneStore phones;
    private final SignIns signIns;
    private final SecondFactor factor;
    private final UnusedAccounts unused;
    private final Passwords passwords;
    private final Secrets secrets;
    private final People people;
    private final Audit audit;
    private final InstantSource clock;

    ManageAccounts(
            AccountStore accounts,
            SubjectStore subjects,
            Activations activations,
            PhoneStore phones,
            SignIns signIns,
            SecondFactor factor,
            UnusedAccounts unused,
            Passwords passwords,
            Secrets secrets,
            People people,
            Audit audit,
            InstantSource clock) {
        this.accounts = accounts;
        this.subjects = subjects;
        this.activations = activations;
        this.phones = phones;
        this.signIns = signIns;
        this.factor = factor;
        this.unused = unused;
        this.passwords = passwords;
        this.secrets = secrets;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Future<Void> ensure(
            String login, String name, String password, Role role, String unit, @Nullable String person) {
        return accounts.byLogin(login).compose(found -> {
            if (found.isPresent()) return Future.succeededFuture();
            return passwords
                    .hash(password)
                    .compose(hash -> accounts.insert(new Account(
                            UUID.randomUUID().toString(),
                            login,
                            name,
                            person,
                            hash,
                            null,
                            role == Role.CADRE ? List.of() : List.of(new Account.Held(role, unit)),
                            true,
                            false,
                            0)));
        });
    }

    @Override
    public Future<Boolean> stands(String login) {
        return accounts.byLogin(login).map(Optional::isPresent);
    }

    /** The office accounts at the unit and below, by login. */
    Future<JsonArray> list(SignedIn by, String unit) {
        return people.tree().compose(tree -> {
            by.require(Action.MANAGE_ACCOUNTS, path(tree, unit));
            List<String> units = unit.equals("/")
                    ? java.util.stream.Stream.concat(tree.all().stream().map(Unit::id), java.util.stream.Stream.of("/"))
                            .toList()
                    : tree.within(unit, today()).stream().map(Unit::id).toList();
            return accounts.holdingAt(units).compose(found -> unused.of(found)
                    .compose(uses -> subjects.names(found).map(names -> {
                        JsonArray list = new JsonArray();
                        for (Account account : found) {
                            JsonObject json = json(account, tree).put("provider", names.get(account.id()));
                            unused.tell(json, account, Optional.ofNullable(uses.get(account.id())));
                            list.add(json);
                        }
                        return list;
                    })));
        });
    }

    /** Makes an account with a one-time password that must be changed; the password is in the answer and nowhere else. */
    Future<JsonObject> make(SignedIn by, String login, String name, Role role, String unit, @Nullable String person) {
        return people.tree().compose(tree -> {
            requireMayGive(by, role, path(tree, unit));
            String password = secrets.code(14);
            return passwords
                    .hash(password)
                    .compose(hash -> {
                        Account account = new Account(
                                UUID.randomUUID().toString(),
                                login.toLowerCase(Locale.ROOT),
                                name,
                                person,
                                hash,
                                null,
                                List.of(new Account.Held(role, unit)),
                                true,
                                true,
                                0);
                        return accounts.insert(account).map(account);
                    })
                    .compose(account -> audit.add(
                                    by.account(),
                                    "account_made",
                                    "account/" + account.id(),
                                    by.did(new JsonObject()
                                            .put("login", account.login())
                                            .put("role", role.wire())
                                            .put("unit", unit)))
                            .map(done -> json(account, tree).put("password", password)));
        });
    }

    /** Switches an account on or off; whoever is signed in with it is out at once on this node and within 30 seconds on others. */
    Future<JsonObject> activate(SignedIn by, String id, boolean active) {
        if (id.equals(by.account()))
            return Future.failedFuture(
                    Problem.forbidden("own_account_off", "Nobody switches their own account off; somebody else does."));
        return mine(by, id).compose(account -> {
            Account changed = account.switched(active);
            // counted as used first: else the next look at unused accounts would switch it off again
            return (active ? unused.again(id) : Future.<Void>succeededFuture())
                    .compose(done -> accounts.replace(changed))
                    .compose(done -> signIns.endAccount(id))
                    .compose(done -> audit.add(
                            by.account(),
                            active ? "account_enabled" : "account_disabled",
                            "account/" + id,
                            by.did(new JsonObject()
                                    .put("before", account.active())
                                    .put("after", active))))
                    .compose(done -> people.tree())
                    .map(tree -> json(changed, tree));
        });
    }

    /** For somebody who lost phone and codes: no second factor any more, and a fresh one-time password, since who finds the old one must not set one up. */
    Future<JsonObject> forgetFactor(SignedIn by, String id) {
        // the password first: should this break off between, a factor stands that can be forgotten again
        return reset(by, id).compose(fresh -> factor.forget(id)
                .compose(done -> audit.add(by.account(), "second_factor_forgotten", "account/" + id, by.did()))
                .map(done -> fresh));
    }

    /** Somebody else's account that the administrator may settle; fails with FORBIDDEN own_account, MISSING not_found. */
    Future<Account> others(SignedIn by, String id) {
        if (id.equals(by.account()))
            return Future.failedFuture(Problem.forbidden("own_account", "One's own sign-in is not settled here."));
        return mine(by, id);
    }

    /** A fresh one-time password for somebody else; one's own is changed by showing the old one. */
    Future<JsonObject> reset(SignedIn by, String id) {
        String password = secrets.code(14);
        return others(by, id).compose(account -> passwords
                .hash(password)
                .compose(hash -> accounts.replace(account.withPassword(hash, true)))
                .compose(done -> signIns.endAccount(id))
                .compose(done -> audit.add(by.account(), "password_reset", "account/" + id, by.did()))
                .map(done -> new JsonObject().put("password", password)));
    }

    /** "Cấp lại mã": a code of 15 minutes for a person who stands before whoever asks; the person's old phones are revoked. */
    Future<JsonObject> reissue(SignedIn by, String personId) {
        return people.person(personId)
                .map(found ->
                        found.orElseThrow(() -> Problem.missing("not_found", "There is no such person here for you.")))
                .compose(person -> people.tree().compose(tree -> {
                    by.require(Action.REISSUE_CODE, path(tree, person.unit()));
                    return accounts.byPerson(personId)
                            .compose(account -> account.isEmpty()
                                    ? Future.<Void>succeededFuture()
                                    : phones.revoke(account.get().id())
                                            .compose(done -> signIns.endAccount(
                                                    account.get().id())))
                            .compose(done -> activations.issue(personId, Activations.REISSUED))
                            .compose(code -> audit.add(by.account(), "code_reissued", "person/" + personId, by.did())
                                    .map(done -> new JsonObject()
                                            .put("code", code)
                                            .put(
                                                    "validUntil",
                                                    clock.instant()
                                                            .plus(Activations.REISSUED)
                                                            .toString())));
                }));
    }

    private Future<Account> mine(SignedIn by, String id) {
        return accounts.byId(id).compose(found -> people.tree().map(tree -> {
            Account account =
                    found.orElseThrow(() -> Problem.missing("not_found", "There is no such account here for you."));
            if (account.held().isEmpty()) throw Problem.missing("not_found", "There is no such account here for you.");
            account.held().forEach(held -> requireMayGive(by, held.role(), path(tree, held.unit())));
            return account;
        }));
    }

    private static void requireMayGive(SignedIn by, Role role, String path) {
        by.require(Action.MANAGE_ACCOUNTS, path);
        boolean may = by.grants().stream()
                .anyMatch(grant -> grant.covers(path)
                        && MAY_GIVE.getOrDefault(grant.role(), Set.of()).contains(role));
        if (!may) throw Problem.forbidden("more_than_own", "Nobody gives a role above their own.");
    }

    private String path(UnitTree tree, String unit) {
        if (unit.equals("/")) return "/";
        return tree.lastPath(unit, today())
                .orElseThrow(() -> Problem.missing("unit_unknown", "There is no such unit here for you."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private JsonObject json(Account account, UnitTree tree) {
        JsonArray grants = new JsonArray();
        account.held()
                .forEach(held -> grants.add(new JsonObject()
                        .put("role", held.role().wire())
                        .put("unit", held.unit())
                        .put(
                                "unitName",
                                Optional.of(held.unit())
                                        .filter(unit -> !unit.equals("/"))
                                        .map(unit -> tree.fullName(unit, today()))
                                        .orElse(""))));
        return new JsonObject()
                .put("id", account.id())
                .put("login", account.login())
                .put("name", account.name())
                .put("person", account.person())
                .put("grants", grants)
                .put("active", account.active())
                .put("mustChange", account.mustChange());
    }
}
