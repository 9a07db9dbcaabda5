package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Closings, one a session, each with the hash of the one before. */
final class ClosingStore {
    static final List<Index> INDEXES = List.of(Index.on("closings", "at"));

    private final MongoCollection<Document> closings;

    ClosingStore(Mongo mongo) {
        closings = mongo.collection("closings");
    }

    Future<Optional<CloseSession.Closing>> of(String session) {
        return Mongo.first(closings.find(eq("_id", session + "|1")).batchSize(1))
                .map(found -> found.map(document -> new CloseSession.Closing(
                        session,
                        document.getString("by"),
                        document.getDate("at").toInstant(),
                        Counts.of(document.get("counts", new Document())),
                        document.getString("hash"),
                        document.getString("previous"))));
    }

    Future<String> latestHash() {
        return Mongo.first(closings.find()
                        .sort(Sorts.descending("at"))
                        .batchSize(1)
                        .limit(1))
                .map(found -> found.map(document -> document.getString("hash")).orElse("0".repeat(64)));
    }

    /** The unique id forbids a second closing: the first stands and is answered. */
    Future<CloseSession.Closing> keep(CloseSession.Closing closing, int covers) {
        Document document = new Document("_id", closing.session() + "|1")
                .append("session", closing.session())
                .append("by", closing.by())
                .append("at", Date.from(closing.at()))
                .append(
                        "counts",
                        new Document(new LinkedHashMap<String, Object>(
                                closing.counts().asMap())))
                .append("covers", covers)
                .append("hash", closing.hash())
                .append("previous", closing.previous());
        return Mongo.one(closings.insertOne(document))
                .map(closing)
                .recover(failure -> Mongo.isDuplicateKey(failure)
                        ? of(closing.session()).map(Optional::orElseThrow)
                        : Future.failedFuture(failure));
    }
}
