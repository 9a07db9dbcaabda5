package vn.diemcau.files;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.files.Upload.State;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of uploads. */
final class UploadStore {
    static final List<Index> INDEXES = List.of(
            Index.on("uploads", "owner"),
            Index.on("uploads", "expiresAt"),
            Index.uniqueOn(FileStore.BUCKET + ".chunks", "files_id", "n"));
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> uploads;

    UploadStore(Mongo mongo) {
        uploads = mongo.collection("uploads");
    }

    Future<Void> add(Upload upload) {
        return Mongo.one(uploads.insertOne(new Document("_id", upload.id())
                        .append("owner", upload.owner())
                        .append("purpose", upload.purpose())
                        .append("name", upload.name())
                        .append("about", new Document(new HashMap<>(upload.about())))
                        .append("place", wire(upload.place()))
                        .append("length", upload.length())
                        .append("offset", upload.offset())
                        .append("turn", upload.turn())
                        .append("state", wire(upload.state()))
                        .append("expiresAt", Date.from(upload.expiresAt()))))
                .mapEmpty();
    }

    /** Puts what is said of a file whose bytes do not come as an upload, above what was said before. */
    Future<Void> note(Upload upload) {
        return Mongo.one(uploads.updateOne(
                        eq("_id", upload.id()),
                        combine(
                                setOnInsert("owner", upload.owner()),
                                setOnInsert("name", upload.name()),
                                setOnInsert("about", new Document()),
                                setOnInsert("length", upload.length()),
                                setOnInsert("offset", upload.offset()),
                                setOnInsert("turn", upload.turn()),
                                set("purpose", upload.purpose()),
                                set("place", wire(upload.place())),
                                set("state", wire(upload.state())),
                                set("key", upload.key()),
                                set("expiresAt", Date.from(upload.expiresAt()))),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    Future<Optional<Upload>> find(String id) {
        return Mongo.first(uploads.find(eq("_id", id)).batchSize(1)).map(found -> found.map(UploadStore::upload));
    }

    /** At most a hundred: what the owner has under way. */
    Future<List<Upload>> of(String owner) {
        return Mongo.all(uploads.find(eq("owner", owner)).batchSize(100).limit(100))
                .map(found -> found.stream().map(UploadStore::upload).toList());
    }

    Future<List<Upload>> expired(Instant now) {
        return Mongo.all(uploads.find(lt("expiresAt", Date.from(now)))
                        .batchSize(100)
                        .limit(100))
                .map(found -> found.stream().map(UploadStore::upload).toList());
    }

    /** The next writer begins at this offset; empty when the upload is not open there. */
    Future<Optional<Upload>> begin(String id, long offset, Instant expiresAt) {
        return change(
                and(eq("_id", id), eq("offset", offset), eq("state", wire(State.OPEN))),
                combine(inc("turn", 1L), set("expiresAt", Date.from(expiresAt))));
    }

    /** Whether the writer of this turn still is the one. */
    Future<Boolean> advance(String id, long turn, long offset, Instant expiresAt) {
        return Mongo.one(uploads.updateOne(
                        and(eq("_id", id), eq("turn", turn), eq("state", wire(State.OPEN))),
                        combine(set("offset", offset), set("expiresAt", Date.from(expiresAt)))))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Optional<Upload>> whole(String id, FileKind kind, String sha256) {
        return change(
                and(eq("_id", id), in("state", wire(State.OPEN), wire(State.WHOLE))),
                combine(set("state", wire(State.WHOLE)), set("kind", kind.type()), set("sha256", sha256)));
    }

    Future<Optional<Upload>> take(String id, String key, Instant expiresAt) {
        return change(
                and(eq("_id", id), eq("state", wire(State.WHOLE))),
                combine(set("state", wire(State.TAKEN)), set("key", key), set("expiresAt", Date.from(expiresAt))));
    }

    /** The same key takes it again; its time begins anew. */
    Future<Optional<Upload>> again(String id, String key, Instant expiresAt) {
        return change(
                and(eq("_id", id), eq("state", wire(State.TAKEN)), eq("key", key)),
                set("expiresAt", Date.from(expiresAt)));
    }

    /** Nobody takes it from here on, if its time is over still. */
    Future<Boolean> lapse(String id, Instant now) {
        return change(
                        and(
                                eq("_id", id),
                                in("state", wire(State.TAKEN), wire(State.GONE)),
                                lt("expiresAt", Date.from(now))),
                        set("state", wire(State.GONE)))
                .map(Optional::isPresent);
    }

    /** Nobody can take it any more; what was taken stays taken. */
    Future<Optional<Upload>> give(String id) {
        return change(
                and(eq("_id", id), in("state", wire(State.OPEN), wire(State.WHOLE), wire(State.GONE))),
                set("state", wire(State.GONE)));
    }

    Future<Void> forget(String id) {
        return Mongo.one(uploads.deleteOne(eq("_id", id))).mapEmpty();
    }

    private Future<Optional<Upload>> change(Bson which, Bson update) {
        return Mongo.first(uploads.findOneAndUpdate(which, update, AFTER)).map(found -> found.map(UploadStore::upload));
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Upload upload(Document document) {
        Map<String, String> about = new HashMap<>();
        document.get("about", new Document()).forEach((key, value) -> about.put(key, String.valueOf(value)));
        String type = document.getString("kind");
        return new Upload(
                document.getString("_id"),
                document.getString("owner"),
                document.getString("purpose"),
                document.getString("name"),
                about,
                Place.valueOf(document.getString("place").toUpperCase(Locale.ROOT)),
                document.get("length", Number.class).longValue(),
                document.get("offset", Number.class).longValue(),
                document.get("turn", Number.class).longValue(),
                State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                type == null ? null : FileKind.ofType(type).orElse(null),
                document.getString("sha256"),
                document.getString("key"),
                document.getDate("expiresAt").toInstant());
    }
}
