package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of sign-ins, and which of them ended lately, so that other nodes forget what they believed. */
final class SignInStore {
    private static final String NAME = "sign_ins";
    private static final String ENDS = "sign_in_ends";
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int AT_ONCE = 2000;
    static final List<Index> INDEXES = List.of(
            Index.on(NAME, "account"), Index.on(NAME, "device"), Index.on(NAME, "expiresAt"), Index.on(ENDS, "at"));

    private final MongoCollection<Document> signIns;
    private final MongoCollection<Document> ends;
    private final UseStore uses;

    SignInStore(Mongo mongo) {
        signIns = mongo.collection(NAME);
        ends = mongo.collection(ENDS);
        uses = new UseStore(mongo);
    }

    /** Keeps it; an account, unlike a device at a site, counts as used by it. */
    Future<Void> insert(Document signIn) {
        Future<Void> kept = Mongo.one(signIns.insertOne(signIn)).mapEmpty();
        if (signIn.containsKey("site")) return kept;
        return kept.compose(done -> uses.used(
                signIn.getString("account"), signIn.getDate("createdAt").toInstant()));
    }

    Future<Optional<Document>> of(String id) {
        return Mongo.first(signIns.find(eq("_id", id)).batchSize(1));
    }

    /** Those of an account that have not expired, the last used first. */
    Future<List<Document>> ofAccount(String account, Instant now) {
        return Mongo.all(signIns.find(and(eq("account", account), gt("expiresAt", Date.from(now))))
                .sort(new Document("seenAt", -1))
                .batchSize(Mongo.BATCH)
                .limit(200));
    }

    Future<Void> seen(String id, Instant at) {
        return change(id, set("seenAt", Date.from(at)));
    }

    Future<Void> lock(String id) {
        return change(id, set("locked", true));
    }

    Future<Void> unlock(String id, Instant at) {
        return change(id, combine(unset("locked"), set("seenAt", Date.from(at))));
    }

    private Future<Void> change(String id, Bson how) {
        return Mongo.one(signIns.updateOne(eq("_id", id), how)).mapEmpty();
    }

    static Bson byId(String id) {
        return eq("_id", id);
    }

    static Bson byDevice(String device) {
        return eq("device", device);
    }

    static Bson byAccount(String account) {
        return eq("account", account);
    }

    /** Ends all of them, some at a time, and writes down which, for the other nodes; the ids of those that ended. */
    Future<List<String>> end(Bson which, Instant now) {
        return end(which, now, new ArrayList<>());
    }

    private Future<List<String>> end(Bson which, Instant now, List<String> ended) {
        return Mongo.all(signIns.find(which)
                        .projection(Projections.include("_id"))
                        .batchSize(Mongo.BATCH)
                        .limit(AT_ONCE))
                .compose(found -> {
                    List<String> ids =
                            found.stream().map(each -> each.getString("_id")).toList();
                    if (ids.isEmpty()) return Future.succeededFuture(ended);
                    ended.addAll(ids);
                    Document written = new Document("_id", UUID.randomUUID().toString())
                            .append("at", Date.from(now))
                            .append("ids", ids);
                    return Mongo.one(signIns.deleteMany(in("_id", ids)))
                            .compose(done -> Mongo.one(ends.insertOne(written)))
                            .compose(done ->
                                    ids.size() < AT_ONCE ? Future.succeededFuture(ended) : end(which, now, ended));
                });
    }

    /** The ids that ended on any node in the last minutes. */
    Future<List<String>> endedLately(Instant now) {
        return Mongo.all(ends.find(gt("at", Date.from(now.minus(REMEMBERED)))).batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .flatMap(each -> each.getList("ids", String.class).stream())
                        .toList());
    }

    /** Forgets sign-ins that expired, and endings that everybody has heard of. */
    Future<Void> sweep(Instant now) {
        return Mongo.one(signIns.deleteMany(lt("expiresAt", Date.from(now))))
                .compose(done -> Mongo.one(ends.deleteMany(lt("at", Date.from(now.minus(REMEMBERED))))))
                .mapEmpty();
    }
}
