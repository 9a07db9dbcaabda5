package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Mongo;

/** The documents of second factors, one an account: the sealed secret, the step used last, sealed recovery codes. */
final class FactorStore {
    private final MongoCollection<Document> factors;

    /**
     * What an account has.
     *
     * @param secret sealed, or empty while nothing is confirmed
     * @param proposed sealed, until its first code has been shown
     */
    record Factor(Optional<String> secret, Optional<String> proposed, long lastStep, int recoveryLeft) {}

    FactorStore(Mongo mongo) {
        factors = mongo.collection("second_factors");
    }

    Future<Optional<Factor>> of(String account) {
        return Mongo.first(factors.find(eq("_id", account)).batchSize(1)).map(found -> found.map(FactorStore::read));
    }

    /** Keeps a secret that counts once its first code has been shown. */
    Future<Void> propose(String account, String sealed) {
        return Mongo.one(factors.updateOne(
                        eq("_id", account), set("proposed", sealed), new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    /** The proposed secret counts from now on, if it is still this one; false when another was proposed meanwhile. */
    Future<Boolean> confirm(String account, String proposed, long step, List<String> recovery) {
        return changed(
                and(eq("_id", account), eq("proposed", proposed)),
                combine(set("secret", proposed), set("lastStep", step), set("recovery", recovery), unset("proposed")));
    }

    /** Uses a step up; false when it or a later one was used before. */
    Future<Boolean> use(String account, long step) {
        return changed(and(eq("_id", account), lt("lastStep", step)), set("lastStep", step));
    }

    /** Uses a recovery code up; false when there is no such code. */
    Future<Boolean> useRecovery(String account, String sealed) {
        return changed(and(eq("_id", account), eq("recovery", sealed)), pull("recovery", sealed));
    }

    Future<Boolean> recovery(String account, List<String> sealed) {
        return changed(eq("_id", account), set("recovery", sealed));
    }

    /** Those of the accounts that have a second factor that counts. */
    Future<List<String>> those(List<String> accounts) {
        return Mongo.all(
                        factors.find(and(in("_id", accounts), exists("secret"))).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(each -> each.getString("_id")).toList());
    }

    Future<Void> forget(String account) {
        return Mongo.one(factors.deleteOne(eq("_id", account))).mapEmpty();
    }

    private Future<Boolean> changed(Bson which, Bson how) {
        return Mongo.one(factors.updateOne(which, how)).map(result -> result.getMatchedCount() == 1);
    }

    private static Factor read(Document document) {
        List<String> recovery = document.getList("recovery", String.class);
        Long lastStep = document.getLong("lastStep");
        return new Factor(
                Optional.ofNullable(document.getString("secret")),
                Optional.ofNullable(document.getString("proposed")),
                lastStep == null ? -1 : lastStep,
                recovery == null ? 0 : recovery.size());
    }
}
