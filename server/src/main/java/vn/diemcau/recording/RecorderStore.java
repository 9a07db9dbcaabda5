package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Recording agents and the hashes of their tokens, at most two each; the tokens themselves are not kept. */
final class RecorderStore {
    private static final Duration USED_EVERY = Duration.ofMinutes(1);
    static final List<Index> INDEXES =
            List.of(Index.uniqueOn("recorders", "token"), Index.uniqueSparseOn("recorders", "before.token"));

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
                        .append("host", recorder.host())
                        .append("token", hash(token))
                        .append("madeAt", Date.from(recorder.madeAt()))))
                .mapEmpty();
    }

    /** Whose token it is, the present one or the one before while that holds; its use is written down at most once a minute. */
    Future<Optional<Recorder>> byToken(String token, Instant now) {
        String hash = hash(token);
        Bson before = and(eq("before.token", hash), gt("before.until", Date.from(now)));
        return Mongo.first(recorders.find(or(eq("token", hash), before)).batchSize(1))
                .compose(found -> {
                    if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
                    Recorder recorder = recorder(found.get());
                    boolean present = hash.equals(found.get().getString("token"));
                    Instant used = present ? recorder.usedAt() : usedBefore(recorder);
                    if (used != null && used.plus(USED_EVERY).isAfter(now))
                        return Future.succeededFuture(Optional.of(recorder));
                    String field = present ? "usedAt" : "before.usedAt";
                    return Mongo.one(recorders.updateOne(
                                    eq(present ? "token" : "before.token", hash), set(field, Date.from(now))))
                            .map(done -> Optional.of(recorder));
                });
    }

    private static @Nullable Instant usedBefore(Recorder recorder) {
        return recorder.before() == null ? null : recorder.before().usedAt();
    }

    /** A new token; the present one holds until then, and one before that no more. Empty when there is no such agent. */
    Future<Optional<Recorder>> renew(String id, String token, Instant now, Instant until) {
        return Mongo.first(recorders.find(eq("_id", id)).batchSize(1)).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture(Optional.empty());
            String present = found.get().getString("token");
            Document before = new Document("token", present).append("until", Date.from(until));
            Date used = found.get().getDate("usedAt");
            if (used != null) before.append("usedAt", used);
            // whoever renews at the same time makes this one match nothing
            return Mongo.first(recorders.findOneAndUpdate(
                            and(eq("_id", id), eq("token", present)),
                            combine(
                                    set("token", hash(token)),
                                    set("renewedAt", Date.from(now)),
                                    set("before", before),
                                    unset("usedAt")),
                            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                    .map(renewed -> renewed.map(RecorderStore::recorder));
        });
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
        Instant madeAt = document.getDate("madeAt").toInstant();
        Instant renewedAt = at(document, "renewedAt");
        Document before = document.get("before", Document.class);
        String host = document.getString("host");
        return new Recorder(
                document.getString("_id"),
                document.getString("name"),
                host == null ? "" : host,
                madeAt,
                renewedAt == null ? madeAt : renewedAt,
                at(document, "usedAt"),
                before == null
                        ? null
                        : new Recorder.Before(before.getDate("until").toInstant(), at(before, "usedAt")),
                at(document, "seenAt"),
                document.get("freeBytes", (Number) (-1L)).longValue(),
                document.getInteger("waiting", 0),
                document.getInteger("failing", 0));
    }

    private static @Nullable Instant at(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
