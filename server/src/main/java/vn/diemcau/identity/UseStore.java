package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** When each account was signed in to last, and when it was switched off because nobody did: {@code account_uses}. */
final class UseStore {
    static final String NAME = "account_uses";
    static final List<Index> INDEXES = List.of(Index.sparseOn(NAME, "untold"));
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> uses;

    /**
     * The last use of an account.
     *
     * @param offAt since when it is switched off for lack of use, or null
     * @param untold that this does not stand in the audit record yet
     */
    record Use(Instant usedAt, @Nullable Instant offAt, boolean untold) {}

    UseStore(Mongo mongo) {
        uses = mongo.collection(NAME);
    }

    /** Used at that time; should it have been switched off for lack of use, that is over. */
    Future<Void> used(String account, Instant at) {
        return write(account, combine(set("usedAt", Date.from(at)), unset("offAt"), unset("untold")));
    }

    /** Counts from then on unless it counts already: accounts that stood before anybody counted. */
    Future<Void> begin(String account, Instant at) {
        return write(account, setOnInsert("usedAt", Date.from(at)));
    }

    /** To be switched off from now on; until it is told, the next look goes on where this one broke off. */
    Future<Void> off(String account, Instant at) {
        return write(account, combine(set("offAt", Date.from(at)), set("untold", true)));
    }

    /** It was not switched off after all. */
    Future<Void> notOff(String account) {
        return write(account, combine(unset("offAt"), unset("untold")));
    }

    /** That it was switched off stands in the audit record. */
    Future<Void> told(String account) {
        return write(account, unset("untold"));
    }

    /** Those of whom a look broke off in the middle, by account. */
    Future<Map<String, Use>> untold() {
        return Mongo.all(uses.find(eq("untold", true)).batchSize(Mongo.BATCH)).map(UseStore::byAccount);
    }

    private Future<Void> write(String account, Bson change) {
        return Mongo.one(uses.updateOne(eq("_id", account), change, UPSERT)).mapEmpty();
    }

    /** By account; those that never were are left out. */
    Future<Map<String, Use>> of(Collection<String> accounts) {
        if (accounts.isEmpty()) return Future.succeededFuture(Map.of());
        return Mongo.all(uses.find(in("_id", accounts)).batchSize(Mongo.BATCH)).map(UseStore::byAccount);
    }

    private static Map<String, Use> byAccount(List<Document> found) {
        Map<String, Use> all = new HashMap<>();
        found.forEach(each -> all.put(each.getString("_id"), read(each)));
        return all;
    }

    private static Use read(Document document) {
        Date off = document.getDate("offAt");
        return new Use(
                document.getDate("usedAt").toInstant(),
                off == null ? null : off.toInstant(),
                document.getBoolean("untold", false));
    }
}
