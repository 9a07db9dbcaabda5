package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
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
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.files.StoredFile;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.recording.Recording.Rule;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.Session;

/** The catalogue of recordings. */
final class RecordingStore {
    static final List<Index> INDEXES = List.of(
            Index.on("recordings", "session", "startedAt"),
            Index.on("recordings", "programme", "startedAt"),
            Index.on("recordings", "unitPath"),
            Index.on("recordings", "state", "dueAt", "unitPath"),
            Index.on("recordings", "state", "warnedAt", "unitPath"),
            Index.on("recordings", "state", "removeAfter"),
            Index.on("recordings", "key"),
            Index.sparseOn("recordings", "owed"));
    private static final int MOST = 200;
    private static final Bson BARE = Projections.exclude("captionsText", "chaptersText");

    private final MongoCollection<Document> recordings;

    RecordingStore(Mongo mongo) {
        recordings = mongo.collection("recordings");
    }

    /** False when the id stands already. */
    Future<Boolean> add(Recording recording) {
        return Mongo.one(recordings.insertOne(RecordingDocument.of(recording)))
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
                .map(found -> found.map(RecordingDocument::read));
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
                        set("file", RecordingDocument.of(file)),
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

    /** Only as it was read, and with what the audit record is still owed about it; empty when anything came in between. */
    Future<Optional<Recording>> tie(Recording read, Session session, Document owed) {
        return change(
                asRead(read),
                combine(
                        set("session", session.id()),
                        set("programme", session.programme()),
                        set("unitPath", session.unitPath()),
                        set("title", TakeRecording.title(session)),
                        set("owed", owed)));
    }

    /** The same for taking it from its session. */
    Future<Optional<Recording>> untie(Recording read, Document owed) {
        return change(asRead(read), combine(set("session", null), set("programme", null), set("owed", owed)));
    }

    /** Still there, of the same session, nobody's absence made up for, and nothing owed of an earlier change. */
    private static Bson asRead(Recording read) {
        return and(
                eq("_id", read.id()),
                eq("session", read.session()),
                eq("state", "ready"),
                exists("counted", false),
                exists("owed", false));
    }

    /** From here on it stays with this session; empty when it is not of this session. */
    Future<Optional<Recording>> counted(String id, String session) {
        return change(and(eq("_id", id), eq("session", session)), set("counted", true));
    }

    /** What the audit record has not been told yet, as documents with their recordings' {@code _id} and {@code owed}. */
    Future<List<Document>> owing() {
        return Mongo.all(recordings
                .find(exists("owed"))
                .projection(Projections.include("owed"))
                .batchSize(MOST)
                .limit(MOST));
    }

    Future<Optional<Document>> owed(String id) {
        return Mongo.first(recordings
                .find(and(eq("_id", id), exists("owed")))
                .projection(Projections.include("owed"))
                .batchSize(1));
    }

    Future<Void> paid(String id, String owed) {
        return Mongo.one(recordings.updateOne(and(eq("_id", id), eq("owed.id", owed)), unset("owed")))
                .mapEmpty();
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
        return change(eq("_id", id), set("poster", RecordingDocument.of(poster)));
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
        return many(held(unitPath), descending("startedAt"));
    }

    /** Held by units whose path begins so, not there though they were due before this; the latest. */
    Future<List<Recording>> missing(State state, String unitPath, Instant then) {
        return many(
                and(eq("state", RecordingDocument.wire(state)), lt("dueAt", Date.from(then)), held(unitPath)),
                descending("dueAt"));
    }

    /** Held by units whose path begins so and given up by their agent; the latest. */
    Future<List<Recording>> failed(String unitPath) {
        return many(and(eq("state", RecordingDocument.wire(State.FAILED)), held(unitPath)), descending("dueAt"));
    }

    /** Those that are there and whose removal is due before this. */
    Future<List<Recording>> removedBefore(Instant then) {
        return many(and(eq("state", "ready"), lt("removeAfter", Date.from(then))), ascending("removeAfter"));
    }

    /** Those that nobody sees any more and whose bytes are still kept. */
    Future<List<Recording>> leftBehind() {
        return many(and(eq("state", "removed"), exists("file")), ascending("startedAt"));
    }

    /** Held by units whose path begins so, and whose removal was announced and has not come yet; the latest. */
    Future<List<Recording>> warnedOf(String unitPath) {
        return many(
                and(eq("state", "ready"), gt("warnedAt", Date.from(Instant.EPOCH)), held(unitPath)),
                descending("warnedAt"));
    }

    private static Bson held(String unitPath) {
        return and(gte("unitPath", unitPath), lt("unitPath", unitPath + "\uffff"));
    }

    private Future<List<Recording>> many(Bson which, Bson sort) {
        return Mongo.all(recordings
                        .find(which)
                        .projection(BARE)
                        .sort(sort)
                        .batchSize(MOST)
                        .limit(MOST))
                .map(found -> found.stream().map(RecordingDocument::read).toList());
    }

    private Future<Optional<Recording>> change(Bson which, Bson update) {
        return Mongo.first(recordings.findOneAndUpdate(
                        which,
                        update,
                        new FindOneAndUpdateOptions()
                                .returnDocument(ReturnDocument.AFTER)
                                .projection(BARE)))
                .map(found -> found.map(RecordingDocument::read));
    }
}
