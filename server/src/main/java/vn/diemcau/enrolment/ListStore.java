package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.Session;

/**
 * The lists: {@code lists} says which version is in force, {@code required} holds the entries of each version. A version number is
 * reserved first and belongs to one writer, so that what a writer left behind when it died is never mixed with another's.
 */
final class ListStore {
    static final List<Index> INDEXES = List.of(
            Index.sparseOn("lists", "announce"),
            Index.sparseOn("lists", "due"),
            Index.on("required", "session", "v", "site", "sortKey"),
            Index.on("required", "session", "v", "receiving", "sortKey"),
            Index.on("required", "person", "startsAt"));

    private static final int CHUNK = 1000;

    private final MongoCollection<Document> lists;
    private final MongoCollection<Document> required;

    ListStore(Mongo mongo) {
        lists = mongo.collection("lists");
        required = mongo.collection("required");
    }

    Future<Optional<ListState>> state(String session) {
        return Mongo.first(lists.find(eq("_id", session)).batchSize(1)).map(found -> found.map(ListDocuments::state));
    }

    Future<List<ListState>> states(Collection<String> sessions) {
        return Mongo.all(lists.find(in("_id", sessions)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ListDocuments::state).toList());
    }

    /** A version number that nobody else will ever write. */
    Future<Integer> reserve(Session session) {
        return Mongo.one(lists.findOneAndUpdate(
                        eq("_id", session.id()),
                        combine(
                                inc("reserved", 1),
                                setOnInsert("version", 0),
                                setOnInsert("frozen", false),
                                setOnInsert("startsAt", Date.from(session.startsAt())),
                                setOnInsert("due", Date.from(session.startsAt())),
                                setOnInsert("history", List.of()),
                                setOnInsert("rev", 0L)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .map(document -> document.getInteger("reserved"));
    }

    /** Writes the entries as that version; the same again changes nothing. */
    Future<Void> write(Session session, int version, List<Entry> entries) {
        Future<Void> chain = Future.succeededFuture();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            List<Entry> part = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            chain = chain.compose(done -> writePart(session, version, part));
        }
        return chain;
    }

    private Future<Void> writePart(Session session, int version, List<Entry> entries) {
        List<WriteModel<Document>> writes = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Document document = ListDocuments.entry(entry, version, session.startsAt());
            writes.add(new ReplaceOneModel<>(
                    eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true)));
        }
        return Mongo.one(required.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .mapEmpty();
    }

    /** Compare-and-set of the version in force; false if another version came into force meanwhile. */
    Future<Boolean> putInForce(String session, int expected, ListState.Change change) {
        return Mongo.one(lists.updateOne(
                        and(eq("_id", session), eq("version", expected)),
                        combine(
                                set("version", change.version()),
                                set("announce", change.version()),
                                set("refreshedAt", Date.from(change.at())),
                                push("history", ListDocuments.change(change)),
                                inc("rev", 1L))))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Void> refreshed(String session, Instant at) {
        return Mongo.one(lists.updateOne(eq("_id", session), set("refreshedAt", Date.from(at))))
                .mapEmpty();
    }

    Future<Void> freeze(String session) {
        return Mongo.one(
                        lists.updateOne(eq("_id", session), combine(set("frozen", true), unset("due"), inc("rev", 1L))))
                .mapEmpty();
    }

    /** The listeners have the version durably. */
    Future<Void> announced(String session, int version) {
        return Mongo.one(lists.updateOne(and(eq("_id", session), eq("announce", version)), unset("announce")))
                .mapEmpty();
    }

    Future<List<ListState>> unannounced(int limit) {
        return Mongo.all(lists.find(exists("announce")).batchSize(limit).limit(limit))
                .map(found -> found.stream().map(ListDocuments::state).toList());
    }

    /** Lists not yet frozen whose session starts before the instant. */
    Future<List<ListState>> due(Instant before, int limit) {
        return Mongo.all(lists.find(lte("due", Date.from(before)))
                        .sort(ascending("due"))
                        .batchSize(limit)
                        .limit(limit))
                .map(found -> found.stream().map(ListDocuments::state).toList());
    }

    /** The session was moved: what is found by time moves with it, and a list that was frozen opens again until the new start. */
    Future<Void> moved(Session session, Instant now) {
        Date startsAt = Date.from(session.startsAt());
        Future<Void> opened = session.startsAt().isAfter(now)
                ? Mongo.one(lists.updateOne(
                                and(eq("_id", session.id()), ne("startsAt", startsAt)),
                                combine(
                                        set("startsAt", startsAt),
                                        set("due", startsAt),
                                        set("frozen", false),
                                        inc("rev", 1L))))
                        .mapEmpty()
                : Mongo.one(lists.updateOne(eq("_id", session.id()), set("startsAt", startsAt)))
                        .mapEmpty();
        return opened.compose(done -> Mongo.one(required.updateMany(
                        and(eq("session", session.id()), ne("startsAt", startsAt)), set("startsAt", startsAt))))
                .mapEmpty();
    }

    Future<Void> each(String session, int version, Consumer<Entry> consumer) {
        return Mongo.each(
                required.find(and(eq("session", session), eq("v", version))).batchSize(Mongo.BATCH),
                document -> consumer.accept(ListDocuments.entry(document)));
    }

    Future<List<Entry>> atSite(String session, int version, @Nullable String site) {
        return sorted(and(eq("session", session), eq("v", version), eq("site", site)));
    }

    Future<List<Entry>> receivedBy(String session, int version, String receiving) {
        return sorted(and(eq("session", session), eq("v", version), eq("receiving", receiving)));
    }

    private Future<List<Entry>> sorted(org.bson.conversions.Bson filter) {
        return Mongo.all(required.find(filter).sort(ascending("sortKey")).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ListDocuments::entry).toList());
    }

    Future<Optional<Entry>> entry(String session, int version, String person) {
        return Mongo.first(required.find(eq("_id", ListDocuments.id(session, version, person)))
                        .batchSize(1))
                .map(found -> found.map(ListDocuments::entry));
    }

    /** The entries of these people; who is not on the list is left out. */
    Future<List<Entry>> of(String session, int version, Collection<String> persons) {
        return Mongo.all(required.find(in(
                                "_id",
                                persons.stream()
                                        .map(person -> ListDocuments.id(session, version, person))
                                        .toList()))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ListDocuments::entry).toList());
    }

    /** Entries of any version whose session starts in [from, to); the caller asks which versions are in force. */
    Future<List<Entry>> of(String person, Instant from, Instant to) {
        return Mongo.all(required.find(and(
                                eq("person", person), gte("startsAt", Date.from(from)), lt("startsAt", Date.from(to))))
                        .sort(ascending("startsAt"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ListDocuments::entry).toList());
    }

    /** Copies the answer to the entry in force, so that a list needs one read. */
    Future<Void> copyReply(String session, int version, String person, Required.Reply reply) {
        return Mongo.one(required.updateOne(
                        eq("_id", ListDocuments.id(session, version, person)), set("reply", reply.name())))
                .mapEmpty();
    }

    /** Takes out versions below the given one. */
    Future<Void> dropBelow(String session, int version) {
        return Mongo.one(required.deleteMany(and(eq("session", session), lt("v", version))))
                .mapEmpty();
    }

    /** Takes out what writers who died left between two versions. */
    Future<Void> dropBetween(String session, int after, int before) {
        if (before - after < 2) return Future.succeededFuture();
        return Mongo.one(required.deleteMany(and(eq("session", session), gte("v", after + 1), lt("v", before))))
                .mapEmpty();
    }

    Future<Void> delete(String session) {
        return Mongo.one(required.deleteMany(eq("session", session)))
                .compose(done -> Mongo.one(lists.deleteOne(eq("_id", session))))
                .mapEmpty();
    }
}
