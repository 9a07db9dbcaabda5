package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Recording agents and the hashes of their tokens; the tokens themselves are not kept. */
final class RecorderStore {
    static final List<Index> INDEXES = List.of(Index.uniqueOn("recorders", "token"));

    private final MongoCollection<Document> recorders;

    RecorderStore(Mongo mongo) {
        recorders = mongo.collection("recorders");
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Future<Void> add(Recorder recorder, String token) {
        return Mongo.one(recorders.insertOne(new Document("_id", recorder.id())
                        .append("name", recorder.name())
                        .append("token", hash(token))
                        .append("madeAt", Date.from(recorder.madeAt()))))
                .mapEmpty();
    }

    Future<Optional<Recorder>> byToken(String token) {
        return Mongo.first(recorders.find(eq("token", hash(token))).batchSize(1))
                .map(found -> found.map(RecorderStore::recorder));
    }

    Future<List<Recorder>> all() {
        return Mongo.all(recorders.find().batchSize(100).limit(100))
                .map(found -> found.stream().map(RecorderStore::recorder).toList());
    }

    Future<Void> said(String id, long freeBytes, int waiting, int failing, Instant at) {
        return Mongo.one(recorders.updateOne(
                        eq("_id", id),
                        combine(
                                set("freeBytes", freeBytes),
                                set("waiting", waiting),
                                set("failing", failing),
                                set("seenAt", Date.from(at)))))
                .mapEmpty();
    }

    Future<Boolean> delete(String id) {
        return Mongo.one(recorders.deleteOne(eq("_id", id))).map(result -> result.getDeletedCount() == 1);
    }

    private static Recorder recorder(Document document) {
        Date seen = document.getDate("seenAt");
        return new Recorder(
                document.getString("_id"),
                document.getString("name"),
                document.getDate("madeAt").toInstant(),
                seen == null ? null : seen.toInstant(),
                document.get("freeBytes", (Number) (-1L)).longValue(),
                document.getInteger("waiting", 0),
                document.getInteger("failing", 0));
    }
}
