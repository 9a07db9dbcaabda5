package vn.diemcau.meeting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The queue of those who ask to speak, in rooms and remote: kept here, so that it works without the meeting server. */
final class HandStore {
    static final List<Index> INDEXES = List.of(Index.on("hands", "session", "raisedAt"), Index.on("hands", "subject"));

    /**
     * Somebody who asks to speak.
     *
     * @param subject a guest's id, as in tokens
     * @param called whether whoever runs the session has given the word
     */
    record Hand(String subject, String name, Instant raisedAt, boolean called) {}

    private final MongoCollection<Document> hands;

    HandStore(Mongo mongo) {
        hands = mongo.collection("hands");
    }

    /** Raising a hand that is up keeps its place. */
    Future<Void> raise(String session, String subject, String name, Instant at) {
        return Mongo.one(hands.updateOne(
                        eq("_id", session + "|" + subject),
                        combine(
                                setOnInsert("session", session),
                                setOnInsert("subject", subject),
                                setOnInsert("raisedAt", Date.from(at)),
                                setOnInsert("called", false),
                                set("name", name)),
                        new UpdateOptions().upsert(true)))
                .<Void>mapEmpty()
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    Future<Void> lower(String session, String subject) {
        return Mongo.one(hands.deleteOne(eq("_id", session + "|" + subject))).mapEmpty();
    }

    /** False when that hand is not up. */
    Future<Boolean> call(String session, String subject) {
        return Mongo.one(hands.updateOne(
                        and(eq("_id", session + "|" + subject), eq("session", session)), set("called", true)))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** By the time they were raised; at most 500. */
    Future<List<Hand>> of(String session) {
        return Mongo.all(hands.find(eq("session", session))
                        .sort(Sorts.ascending("raisedAt"))
                        .batchSize(Mongo.BATCH)
                        .limit(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> new Hand(
                                document.getString("subject"),
                                document.getString("name"),
                                document.getDate("raisedAt").toInstant(),
                                document.getBoolean("called", false)))
                        .toList());
    }
}
