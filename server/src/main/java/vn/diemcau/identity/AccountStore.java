package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.access.Role;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.problem.Problem;

/** The documents of accounts; logins are unique, and a person has one account. */
final class AccountStore {
    private static final String NAME = "accounts";
    static final List<Index> INDEXES = List.of(
            Index.uniqueSparseOn(NAME, "login"),
            Index.uniqueSparseOn(NAME, "person"),
            Index.on(NAME, "held.unit"),
            Index.on(NAME, "held.role"));

    private final MongoCollection<Document> accounts;

    AccountStore(Mongo mongo) {
        accounts = mongo.collection(NAME);
    }

    Future<Boolean> any() {
        return Mongo.first(accounts.find().batchSize(1).limit(1)).map(Optional::isPresent);
    }

    Future<Optional<Account>> byLogin(String login) {
        return Mongo.first(accounts.find(eq("login", login)).batchSize(1)).map(found -> found.map(AccountStore::read));
    }

    Future<Optional<Account>> byPerson(String person) {
        return Mongo.first(accounts.find(eq("person", person)).batchSize(1))
                .map(found -> found.map(AccountStore::read));
    }

    Future<Optional<Account>> byId(String id) {
        return Mongo.first(accounts.find(eq("_id", id)).batchSize(1)).map(found -> found.map(AccountStore::read));
    }

    /** Office accounts that hold a role at one of the units; at most 2,000. */
    Future<List<Account>> holdingAt(Collection<String> units) {
        return Mongo.all(accounts.find(in("held.unit", units))
                        .sort(new Document("_id", 1))
                        .batchSize(Mongo.BATCH)
                        .limit(2000))
                .map(found -> found.stream().map(AccountStore::read).toList());
    }

    /** Active accounts that hold an administrator's role. */
    Future<List<Account>> administrators() {
        List<String> roles =
                SecondFactor.ADMINISTRATORS.stream().map(Enum::name).toList();
        return Mongo.all(accounts.find(and(in("held.role", roles), eq("active", true)))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(AccountStore::read).toList());
    }

    /** Fails with CONFLICT login_taken when the login or the person has an account already. */
    Future<Void> insert(Account account) {
        return Mongo.one(accounts.insertOne(write(account)))
                .<Void>mapEmpty()
                .recover(failure -> Future.failedFuture(
                        Mongo.isDuplicateKey(failure)
                                ? Problem.conflict("login_taken", "This login has an account already.")
                                : failure));
    }

    /** Writes the account if nobody changed it since it was read; fails with CONFLICT changed_meanwhile otherwise. */
    Future<Void> replace(Account account) {
        Document document = write(account).append("rev", account.rev() + 1);
        return Mongo.one(accounts.replaceOne(and(eq("_id", account.id()), eq("rev", account.rev())), document))
                .map(result -> {
                    if (result.getMatchedCount() == 0) {
                        throw Problem.conflict(
                                "changed_meanwhile", "Somebody changed this account meanwhile; load it again.");
                    }
                    return null;
                });
    }

    private static Document write(Account account) {
        Document document = new Document("_id", account.id())
                .append("name", account.name())
                .append(
                        "held",
                        account.held().stream()
                                .map(held -> new Document("role", held.role().name()).append("unit", held.unit()))
                                .toList())
                .append("active", account.active())
                .append("mustChange", account.mustChange())
                .append("rev", account.rev());
        if (account.login() != null) document.append("login", account.login());
        if (account.person() != null) document.append("person", account.person());
        if (account.passwordHash() != null) document.append("password", account.passwordHash());
        if (account.pinHash() != null) document.append("pin", account.pinHash());
        return document;
    }

    private static Account read(Document document) {
        return new Account(
                document.getString("_id"),
                document.getString("login"),
                document.getString("name"),
                document.getString("person"),
                document.getString("password"),
                document.getString("pin"),
                document.getList("held", Document.class).stream()
                        .map(held -> new Account.Held(Role.valueOf(held.getString("role")), held.getString("unit")))
                        .toList(),
                document.getBoolean("active", false),
                document.getBoolean("mustChange", false),
                document.getLong("rev"));
    }
}
