package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Evidence, appended once and never changed but for its mark {@code todo} (since when somebody's outcome lacks it), and for the words
 * about a person who is forgotten.
 */
final class EvidenceStore {
    static final List<Index> INDEXES = List.of(
            Index.on("evidence", "subjects"),
            Index.on("evidence", "place", "-receivedAt"),
            Index.sparseOn("evidence", "todo"),
            Index.on("refused", "session", "receivedAt"),
            Index.on("refused", "person"));

    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoCollection<Document> evidence;
    private final MongoCollection<Document> refused;

    EvidenceStore(Mongo mongo) {
        evidence = mongo.collection("evidence");
        refused = mongo.collection("refused");
    }

    /** Kept evidence with its mark, or not any more. */
    record Kept(Evidence evidence, boolean todo) {}

    /**
     * What became of what was to be appended.
     *
     * @param standing the hashes that stand under the ids that were taken
     * @param unfit ids of what the store does not take at all; nothing of them is kept
     */
    record Appended(Map<String, String> standing, Set<String> unfit) {}

    /** Appends all that are new, durably. Fails only when nothing is known of what was kept; then the same may be sent again. */
    Future<Appended> append(Collection<Evidence> all, long now) {
        if (all.isEmpty()) return Future.succeededFuture(new Appended(Map.of(), Set.of()));
        List<Document> documents = new ArrayList<>(all.size());
        for (Evidence each : all) documents.add(EvidenceDocument.of(each, now));
        return Mongo.one(evidence.insertMany(documents, UNORDERED))
                .map(new Appended(Map.of(), Set.of()))
                .recover(failure -> {
                    Set<String> unfit = failed(failure, documents, false);
                    Set<String> taken = failed(failure, documents, true);
                    if (unfit.isEmpty() && taken.isEmpty()) return Future.failedFuture(failure);
                    return hashes(taken).map(standing -> new Appended(standing, unfit));
                });
    }

    /** Ids of the documents that were refused one by one: because the id was taken, or for another reason. */
    private static Set<String> failed(Throwable failure, List<Document> documents, boolean taken) {
        Set<String> ids = new HashSet<>();
        if (!(failure instanceof MongoBulkWriteException bulk) || bulk.getWriteConcernError() != null) return ids;
        for (BulkWriteError error : bulk.getWriteErrors()) {
            if (taken == (error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                ids.add(documents.get(error.getIndex()).getString("_id"));
            }
        }
        return ids;
    }

    private Future<Map<String, String>> hashes(Set<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture(Map.of());
        return Mongo.all(evidence.find(in("_id", ids)).batchSize(Mongo.BATCH)).map(found -> {
            Map<String, String> hashes = new HashMap<>();
            found.forEach(document -> hashes.put(document.getString("_id"), document.getString("h")));
            return hashes;
        });
    }

    /** All evidence that may change the outcome of any of these subjects ({@code session|subject}). */
    Future<List<Kept>> of(Collection<String> subjects) {
        if (subjects.isEmpty()) return Future.succeededFuture(List.of());
        return Mongo.all(evidence.find(in("subjects", subjects)).batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> new Kept(EvidenceDocument.read(document), document.get("todo") != null))
                        .toList());
    }

    Future<Optional<Evidence>> one(String session, String id) {
        return Mongo.first(evidence.find(eq("_id", EvidenceDocument.id(session, id)))
                        .batchSize(1))
                .map(found -> found.map(EvidenceDocument::read));
    }

    Future<List<Evidence>> some(String session, Collection<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture(List.of());
        List<String> keys =
                ids.stream().map(id -> EvidenceDocument.id(session, id)).toList();
        return Mongo.all(evidence.find(in("_id", keys)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(EvidenceDocument::read).toList());
    }

    /** The latest evidence of a site, newest first. */
    Future<List<Evidence>> latestAt(String session, String site, int limit) {
        return Mongo.all(evidence.find(eq("place", EvidenceDocument.subject(session, site)))
                        .sort(Sorts.descending("receivedAt"))
                        .batchSize(limit)
                        .limit(limit))
                .map(found -> found.stream().map(EvidenceDocument::read).toList());
    }

    Future<Boolean> any(String session) {
        return Mongo.first(evidence.find(within(session)).batchSize(1).limit(1)).map(Optional::isPresent);
    }

    /** Everything of a session, one at a time. */
    Future<Void> each(String session, Consumer<Evidence> consumer) {
        return Mongo.each(
                evidence.find(within(session)).batchSize(Mongo.BATCH),
                document -> consumer.accept(EvidenceDocument.read(document)));
    }

    /** Everything said at a site, one at a time. */
    Future<Void> eachAt(String session, String site, Consumer<Evidence> consumer) {
        return Mongo.each(
                evidence.find(eq("place", EvidenceDocument.subject(session, site)))
                        .batchSize(Mongo.BATCH),
                document -> consumer.accept(EvidenceDocument.read(document)));
    }

    Future<Boolean> namedAt(String session, String site) {
        return Mongo.first(evidence.find(
                                and(eq("place", EvidenceDocument.subject(session, site)), in("kind", "IN", "WALK_IN")))
                        .batchSize(1)
                        .limit(1))
                .map(Optional::isPresent);
    }

    /** The sites of a session at which anybody was taken by name. */
    Future<Set<String>> namedSites(String session) {
        Set<String> sites = new HashSet<>();
        return each(session, one -> {
                    if (one.site() != null && !one.ofSite() && one.kind() != Evidence.Kind.UNDO) sites.add(one.site());
                })
                .map(read -> sites);
    }

    /** Takes the mark off evidence that has entered its outcomes. */
    Future<Void> done(Collection<Evidence> reckoned) {
        if (reckoned.isEmpty()) return Future.succeededFuture();
        List<String> ids = reckoned.stream()
                .map(each -> EvidenceDocument.id(each.session(), each.id()))
                .toList();
        return Mongo.one(evidence.updateMany(in("_id", ids), unset("todo"))).mapEmpty();
    }

    /** Whether evidence of the session may not have entered its outcomes yet. */
    Future<Boolean> anyMarked(String session) {
        return Mongo.first(evidence.find(and(within(session), gt("todo", 0L)))
                        .batchSize(1)
                        .limit(1))
                .map(Optional::isPresent);
    }

    /** Subjects ({@code session|subject}) of evidence marked up to then. */
    Future<Set<String>> marked(long until, int limit) {
        return Mongo.all(evidence.find(lte("todo", until)).batchSize(limit).limit(limit))
                .map(found -> {
                    Set<String> subjects = new HashSet<>();
                    found.forEach(document -> subjects.addAll(document.getList("subjects", String.class)));
                    return subjects;
                });
    }

    /** Keeps refused attempts; the same one again is once. */
    Future<Void> refuse(Collection<Refusal> attempts) {
        if (attempts.isEmpty()) return Future.succeededFuture();
        List<Document> documents = attempts.stream().map(Refusal::document).toList();
        return Mongo.one(refused.insertMany(documents, UNORDERED))
                .<Void>mapEmpty()
                .recover(failure -> failed(failure, documents, true).isEmpty()
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture());
    }

    Future<List<Document>> refusedAt(String session) {
        return Mongo.all(refused.find(eq("session", session)).batchSize(Mongo.BATCH));
    }

    Future<Void> delete(String session) {
        return Mongo.one(evidence.deleteMany(within(session)))
                .compose(done -> Mongo.one(refused.deleteMany(eq("session", session))))
                .mapEmpty();
    }

    private static org.bson.conversions.Bson within(String session) {
        return and(gte("_id", session + "|"), lt("_id", session + "}"));
    }
}
