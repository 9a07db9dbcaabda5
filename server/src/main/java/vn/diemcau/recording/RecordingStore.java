package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.recording.Recording.Rule;
import vn.diemcau.recording.Recording.State;

/** The catalogue of recordings. */
final class RecordingStore {
    static final List<Index> INDEXES = List.of(
            Index.on("recordings", "session", "startedAt"),
            Index.on("recordings", "programme", "startedAt"),
            Index.on("recordings", "unitPath"),
            Index.on("recordings", "state"),
            Index.on("recordings", "key"));
    private static final int MOST = 200;
    private static final Bson BARE = Projections.exclude("captionsText", "chaptersText");

    private final MongoCollection<Document> recordings;

    RecordingStore(Mongo mongo) {
        recordings = mongo.collection("recordings");
    }

    /** False when the id stands already. */
    Future<Boolean> add(Recording recording) {
        return Mongo.one(recordings.insertOne(write(recording)))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    Future<Optional<Recording>> find(String id) {
        return one(eq("_id", id));
    }

    Future<Optional<Recording>> byKey(String key) {
        return one(eq("key", key));
    }

    private Future<Optional<Recording>> one(Bson which) {
        return Mongo.first(recordings.find(which).projection(BARE).batchSize(1))
                .map(found -> found.map(RecordingStore::recording));
    }

    /** What is expected of the session, or already arrives under this key. */
    Future<Optional<Recording>> arriving(String session, String key) {
        return change(
                and(
                        eq("session", session),
                        Filters.in("state", "expected", "arriving", "failed"),
                        Filters.or(eq("key", key), exists("key", false))),
                combine(set("key", key), set("state", "arriving"), unset("failure")));
    }

    Future<Optional<Recording>> ready(
            String id, String name, StoredFile file, Instant startedAt, int seconds, Instant removeAfter) {
        return change(
                and(eq("_id", id), exists("file", false)),
                combine(
                        set("state", "ready"),
                        set("name", name),
                        set("file", write(file)),
                        set("startedAt", Date.from(startedAt)),
                        set("seconds", seconds),
                        set("removeAfter", Date.from(removeAfter)),
                        unset("failure")));
    }

    Future<Optional<Recording>> failed(String key, String why) {
        return change(
                and(eq("key", key), Filters.in("state", "expected", "arriving", "failed")),
                combine(set("state", "failed"), set("failure", why)));
    }

    Future<Optional<Recording>> tie(
            String id, String session, @Nullable String programme, String unitPath, String title) {
        return change(
                eq("_id", id),
                combine(
                        set("session", session),
                        set("programme", programme),
                        set("unitPath", unitPath),
                        set("title", title)));
    }

    Future<Optional<Recording>> untie(String id) {
        return change(eq("_id", id), combine(set("session", null), set("programme", null)));
    }

    /** What the session waited for has come in another way: nothing is expected any more. */
    Future<Void> arrivedOtherwise(String session) {
        return Mongo.one(recordings.deleteMany(
                        and(eq("session", session), eq("state", "expected"), exists("key", false))))
                .mapEmpty();
    }

    /** Whether what arrived under this key has the file. */
    Future<Boolean> keeps(String key, String file) {
        return byKey(key).map(found -> found.map(Recording::file)
                .filter(kept -> kept.id().equals(file))
                .isPresent());
    }

    Future<Boolean> keepsPoster(String id, String file) {
        return find(id).map(found -> found.map(Recording::poster)
                .filter(kept -> kept.id().equals(file))
                .isPresent());
    }

    Future<Optional<Recording>> poster(String id, StoredFile poster) {
        return change(eq("_id", id), set("poster", write(poster)));
    }

    Future<Optional<Recording>> rule(String id, Rule rule) {
        return change(eq("_id", id), combine(set("percent", rule.percent()), set("approval", rule.approval())));
    }

    Future<Optional<Recording>> removeAfter(String id, Instant at) {
        return change(eq("_id", id), combine(set("removeAfter", Date.from(at)), unset("warnedAt")));
    }

    Future<Optional<Recording>> warned(String id, Instant at) {
        return change(and(eq("_id", id), exists("warnedAt", false)), set("warnedAt", Date.from(at)));
    }

    /** Its bytes are deleted after this. */
    Future<Optional<Recording>> removed(String id) {
        return change(eq("_id", id), set("state", "removed"));
    }

    Future<Void> forgetFile(String id) {
        return Mongo.one(recordings.updateOne(
                        eq("_id", id),
                        combine(unset("file"), unset("poster"), unset("captionsText"), unset("chaptersText"))))
                .mapEmpty();
    }

    Future<Optional<Recording>> track(String id, String kind, String text) {
        return change(eq("_id", id), combine(set(kind, !text.isEmpty()), set(kind + "Text", text)));
    }

    Future<Optional<String>> track(String id, String kind) {
        return Mongo.first(recordings
                        .find(eq("_id", id))
                        .projection(Projections.include(kind + "Text"))
                        .batchSize(1))
                .map(found -> found.map(document -> document.getString(kind + "Text")));
    }

    Future<List<Recording>> ofSession(String session) {
        return many(eq("session", session), ascending("startedAt"));
    }

    Future<List<Recording>> ofProgramme(String programme) {
        return many(eq("programme", programme), ascending("startedAt"));
    }

    /** Held by units whose path begins so; the latest. */
    Future<List<Recording>> below(String unitPath) {
        return many(and(gte("unitPath", unitPath), lt("unitPath", unitPath + "\uffff")), descending("startedAt"));
    }

    Future<List<Recording>> inState(State state) {
        return many(eq("state", wire(state)), ascending("startedAt"));
    }

    /** Those that are there and whose removal is due before this. */
    Future<List<Recording>> removedBefore(Instant then) {
        return many(and(eq("state", "ready"), lt("removeAfter", Date.from(then))), ascending("removeAfter"));
    }

    /** Those that nobody sees any more and whose bytes are still kept. */
    Future<List<Recording>> leftBehind() {
        return many(and(eq("state", "removed"), exists("file")), ascending("startedAt"));
    }

    /** Those whose removal was announced and has not come yet. */
    Future<List<Recording>> warnedOf() {
        return many(and(eq("state", "ready"), exists("warnedAt")), ascending("startedAt"));
    }

    private Future<List<Recording>> many(Bson which, Bson sort) {
        return Mongo.all(recordings
                        .find(which)
                        .projection(BARE)
                        .sort(sort)
                        .batchSize(MOST)
                        .limit(MOST))
                .map(found -> found.stream().map(RecordingStore::recording).toList());
    }

    private Future<Optional<Recording>> change(Bson which, Bson update) {
        return Mongo.first(recordings.findOneAndUpdate(
                        which,
                        update,
                        new FindOneAndUpdateOptions()
                                .returnDocument(ReturnDocument.AFTER)
                                .projection(BARE)))
                .map(found -> found.map(RecordingStore::recording));
    }

    private static String wire(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Document write(StoredFile file) {
        return new Document("id", file.id())
                .append("place", file.place().name().toLowerCase(Locale.ROOT))
                .append("type", file.kind().type())
                .append("size", file.size())
                .append("sha256", file.sha256());
    }

    private static Document write(Recording recording) {
        Document document = new Document("_id", recording.id())
                .append("session", recording.session())
                .append("programme", recording.programme())
                .append("unitPath", recording.unitPath())
                .append("title", recording.title())
                .append("state", wire(recording.state()))
                .append("startedAt", Date.from(recording.startedAt()))
                .append("dueAt", Date.from(recording.dueAt()))
                .append("seconds", recording.seconds())
                .append("percent", recording.rule().percent())
                .append("approval", recording.rule().approval());
        if (recording.key() != null) document.append("key", recording.key());
        return document;
    }

    private static @Nullable StoredFile file(@Nullable Document document) {
        if (document == null) return null;
        return new StoredFile(
                document.getString("id"),
                Place.valueOf(document.getString("place").toUpperCase(Locale.ROOT)),
                FileKind.ofType(document.getString("type")).orElse(FileKind.MP4),
                document.get("size", Number.class).longValue(),
                document.getString("sha256"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Recording recording(Document document) {
        return new Recording(
                document.getString("_id"),
                document.getString("key"),
                document.getString("session"),
                document.getString("programme"),
                document.getString("unitPath"),
                document.getString("title"),
                State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                document.getDate("startedAt").toInstant(),
                document.getDate("dueAt").toInstant(),
                document.getInteger("seconds", 0),
                document.getString("name"),
                file(document.get("file", Document.class)),
                file(document.get("poster", Document.class)),
                document.getString("failure"),
                instant(document.getDate("removeAfter")),
                instant(document.getDate("warnedAt")),
                new Rule(document.getInteger("percent"), document.getBoolean("approval")),
                document.getBoolean("captions", false),
                document.getBoolean("chapters", false));
    }
}
