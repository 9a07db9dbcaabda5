package vn.diemcau.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.diemcau.mongo.Mongo;

/** What the operator tells everybody at the first sign-in, and who was told which version when. */
final class NoticeStore {
    static final String SEEN = "notices_seen";
    private static final String ONE = "notice";

    /**
     * The operator's part of the notice.
     *
     * @param version raised with each change, so that everybody reads it again; 0 while the operator has written nothing
     */
    record Notice(int version, String operator, String contact, String basis) {}

    private final MongoCollection<Document> notices;
    private final MongoCollection<Document> seen;

    NoticeStore(Mongo mongo) {
        notices = mongo.collection("notices");
        seen = mongo.collection(SEEN);
    }

    Future<Notice> read() {
        return Mongo.first(notices.find(eq("_id", ONE)).batchSize(1)).map(found -> found.map(document -> new Notice(
                        document.getInteger("version"),
                        document.getString("operator"),
                        document.getString("contact"),
                        document.getString("basis")))
                .orElse(new Notice(0, "", "", "")));
    }

    /** False when somebody else changed it meanwhile. */
    Future<Boolean> write(Notice next) {
        return next.version() == 1 ? first(next) : following(next);
    }

    private Future<Boolean> first(Notice one) {
        Document document = new Document("_id", ONE)
                .append("version", one.version())
                .append("operator", one.operator())
                .append("contact", one.contact())
                .append("basis", one.basis());
        return Mongo.one(notices.insertOne(document))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    private Future<Boolean> following(Notice next) {
        return Mongo.one(notices.updateOne(
                        and(eq("_id", ONE), eq("version", next.version() - 1)),
                        combine(
                                set("version", next.version()),
                                set("operator", next.operator()),
                                set("contact", next.contact()),
                                set("basis", next.basis()))))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Boolean> hasSeen(String account, int version) {
        return Mongo.first(seen.find(eq("_id", account + "|" + version)).batchSize(1))
                .map(found -> found.isPresent());
    }

    Future<Void> saw(String account, int version, Instant at) {
        return Mongo.one(seen.updateOne(
                        eq("_id", account + "|" + version),
                        combine(setOnInsert("account", account), setOnInsert("at", Date.from(at))),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }
}
