package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** What earlier versions did not keep, and which of it has been filled in. */
final class UpgradeStore {
    private final MongoCollection<Document> upgrades;
    private final MongoCollection<Document> sessions;

    UpgradeStore(Mongo mongo) {
        upgrades = mongo.collection("attendance_upgrades");
        sessions = mongo.collection("session_states");
    }

    Future<Boolean> done(String upgrade) {
        return Mongo.first(upgrades.find(eq("_id", upgrade)).batchSize(1)).map(Optional::isPresent);
    }

    Future<Void> finish(String upgrade, Instant at) {
        return Mongo.one(upgrades.updateOne(
                        eq("_id", upgrade), set("at", Date.from(at)), new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    /** A session whose campaign was never kept belongs to it. */
    Future<Void> joins(String session, String campaign) {
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", session), exists("campaign", false)), set("campaign", campaign)))
                .mapEmpty();
    }
}
