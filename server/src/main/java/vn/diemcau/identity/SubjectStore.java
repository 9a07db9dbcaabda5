package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.FindOneAndDeleteOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.oidc.Proof;
import vn.diemcau.problem.Problem;

/** Which account a subject of the provider of sign-ins is bound to, and subjects that wait for an administrator to bind them. */
final class SubjectStore {
    private static final String NAME = "provider_subjects";
    private static final String WAITING = "provider_waiting";
    static final List<Index> INDEXES = List.of(Index.uniqueOn(NAME, "account"), Index.on(WAITING, "until"));

    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> waiting;

    /** A subject that is bound. */
    record Bound(String account, String name, Instant at) {}

    SubjectStore(Mongo mongo) {
        subjects = mongo.collection(NAME);
        waiting = mongo.collection(WAITING);
    }

    private static String id(String issuer, String subject) {
        return issuer + " " + subject;
    }

    Future<Optional<String>> account(Proof proof) {
        return Mongo.first(subjects.find(eq("_id", id(proof.issuer(), proof.subject())))
                        .batchSize(1))
                .map(found -> found.map(document -> document.getString("account")));
    }

    Future<Optional<Bound>> of(String account) {
        return Mongo.first(subjects.find(eq("account", account)).batchSize(1))
                .map(found -> found.map(SubjectStore::read));
    }

    /** What the provider calls those of the accounts that are bound, by account. */
    Future<Map<String, String>> names(Collection<Account> accounts) {
        List<String> ids = accounts.stream().map(Account::id).toList();
        return Mongo.all(subjects.find(in("account", ids)).batchSize(Mongo.BATCH))
                .map(found -> {
                    Map<String, String> names = new HashMap<>();
                    found.forEach(one -> names.put(one.getString("account"), one.getString("name")));
                    return names;
                });
    }

    /** Fails with CONFLICT subject_bound when the subject, or the account, is bound already. */
    Future<Void> bind(Proof proof, String account, String by, Instant at) {
        Document document = new Document("_id", id(proof.issuer(), proof.subject()))
                .append("account", account)
                .append("name", proof.name())
                .append("by", by)
                .append("at", Date.from(at));
        return Mongo.one(subjects.insertOne(document))
                .<Void>mapEmpty()
                .recover(failure -> Future.failedFuture(
                        Mongo.isDuplicateKey(failure)
                                ? Problem.conflict(
                                        "subject_bound",
                                        "This sign-in, or this account, is bound already; take that off first.")
                                : failure));
    }

    /** Whether there was anything to take off. */
    Future<Boolean> unbind(String account) {
        return Mongo.one(subjects.deleteOne(eq("account", account))).map(result -> result.getDeletedCount() == 1);
    }

    /** Keeps whom the provider proved until an administrator binds it. */
    Future<Void> wait(String code, Proof proof, Instant until) {
        return Mongo.one(waiting.insertOne(new Document("_id", code)
                        .append("issuer", proof.issuer())
                        .append("subject", proof.subject())
                        .append("name", proof.name())
                        .append("until", Date.from(until))))
                .mapEmpty();
    }

    /** Whom the code stands for; a code counts once. */
    Future<Optional<Proof>> take(String code, Instant now) {
        return Mongo.first(waiting.findOneAndDelete(
                        and(eq("_id", code), gt("until", Date.from(now))), new FindOneAndDeleteOptions()))
                .map(found -> found.map(document -> new Proof(
                        document.getString("issuer"),
                        document.getString("subject"),
                        document.getString("name"),
                        false)));
    }

    Future<Void> sweep(Instant now) {
        return Mongo.one(waiting.deleteMany(lt("until", Date.from(now)))).mapEmpty();
    }

    private static Bound read(Document document) {
        return new Bound(
                document.getString("account"),
                document.getString("name"),
                document.getDate("at").toInstant());
    }
}
