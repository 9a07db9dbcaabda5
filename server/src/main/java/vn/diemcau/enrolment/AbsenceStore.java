package vn.diemcau.enrolment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Absence requests; a decision that listeners have yet to hear stands in the same document ({@code tell}), so that none is lost. */
final class AbsenceStore {
    static final List<Index> INDEXES = List.of(
            Index.on("absences", "session", "person"),
            Index.on("absences", "person", "startsAt"),
            Index.on("absences", "substitute"),
            Index.on("absences", "waits", "unitPath", "startsAt"),
            Index.sparseOn("absences", "tell.id"));

    private static final int MOST_AHEAD = 20_000;

    /** A request, and what listeners have yet to hear about it. */
    record Kept(Absence absence, Enrolments.@Nullable Decision untold) {}

    private final MongoCollection<Document> absences;

    AbsenceStore(Mongo mongo) {
        absences = mongo.collection("absences");
    }

    /** False if the id stands already. */
    Future<Boolean> add(Absence absence) {
        return Mongo.one(absences.insertOne(write(absence, 0, null)))
                .map(done -> true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    Future<Optional<Kept>> find(String id) {
        return Mongo.first(absences.find(eq("_id", id)).batchSize(1)).map(found -> found.map(AbsenceStore::kept));
    }

    /** Compare-and-set on the revision read; false if it changed meanwhile. */
    Future<Boolean> replace(Absence next, Enrolments.@Nullable Decision untold) {
        return Mongo.one(absences.replaceOne(
                        and(eq("_id", next.id()), eq("rev", next.rev())), write(next, next.rev() + 1, untold)))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Void> told(String id, String decision) {
        return Mongo.one(absences.updateOne(and(eq("_id", id), eq("tell.id", decision)), unset("tell")))
                .mapEmpty();
    }

    Future<List<Kept>> untold(int limit) {
        return Mongo.all(absences.find(exists("tell.id")).batchSize(limit).limit(limit))
                .map(found -> found.stream().map(AbsenceStore::kept).toList());
    }

    /** What listeners have yet to hear about a person's requests. */
    Future<List<Kept>> untold(String person) {
        return Mongo.all(absences.find(and(eq("person", person), exists("tell.id")))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(AbsenceStore::kept).toList());
    }

    /** The words of what cannot be told any more, and the name where the person was to stand in for somebody. */
    Future<Void> forget(String person) {
        return Mongo.one(absences.updateMany(and(eq("person", person), exists("tell.id")), set("tell.reason", "")))
                .compose(done -> Mongo.one(
                        absences.updateMany(eq("substitute", person), set("substituteName", Forgetting.NOBODY))))
                .mapEmpty();
    }

    Future<List<Absence>> ofSession(String session) {
        return list(eq("session", session), Mongo.BATCH * 20);
    }

    Future<List<Absence>> of(String person, Collection<String> sessions) {
        return list(and(eq("person", person), in("session", sessions)), Mongo.BATCH);
    }

    /** Within the subtree: those that wait for a decision, or those decided, by start. */
    Future<List<Absence>> within(String unitPath, boolean waits, int limit) {
        return list(and(eq("waits", waits), gte("unitPath", unitPath), lt("unitPath", unitPath + "\uffff")), limit);
    }

    /** Within the subtree: those that wait, and those about sessions from the moment on. */
    Future<List<Absence>> ahead(String unitPath, Instant from) {
        Bson below = and(gte("unitPath", unitPath), lt("unitPath", unitPath + "\uffff"));
        Bson decided = and(eq("waits", false), below, gte("startsAt", Date.from(from)));
        return list(and(eq("waits", true), below), MOST_AHEAD)
                .compose(waiting -> list(decided, MOST_AHEAD).map(others -> {
                    List<Absence> all = new ArrayList<>(waiting);
                    all.addAll(others);
                    return all;
                }));
    }

    Future<List<Absence>> many(Collection<String> ids) {
        return list(in("_id", ids), ids.size());
    }

    /** Another path, if the request has the one still; whoever decides at the same time decides again. */
    Future<Void> place(Absence absence, String unitPath) {
        return Mongo.one(absences.updateOne(
                        and(eq("_id", absence.id()), eq("unitPath", absence.unitPath())),
                        combine(set("unitPath", unitPath), inc("rev", 1L))))
                .mapEmpty();
    }

    private Future<List<Absence>> list(Bson filter, int limit) {
        return Mongo.all(absences.find(filter)
                        .sort(ascending("startsAt", "_id"))
                        .batchSize(Mongo.BATCH)
                        .limit(limit))
                .map(found -> found.stream()
                        .map(AbsenceStore::kept)
                        .map(Kept::absence)
                        .toList());
    }

    Future<Void> delete(String session) {
        return Mongo.one(absences.deleteMany(eq("session", session))).mapEmpty();
    }

    private static Document write(Absence absence, long rev, Enrolments.@Nullable Decision untold) {
        Document document = new Document("_id", absence.id())
                .append("session", absence.session())
                .append("programme", absence.programme())
                .append("person", absence.person())
                .append("personName", absence.personName())
                .append("unitName", absence.unitName())
                .append("unitPath", absence.unitPath())
                .append("startsAt", Date.from(absence.startsAt()))
                .append("reason", absence.reason())
                .append("filedAt", Date.from(absence.filedAt()))
                .append("late", absence.late())
                .append("filedBy", absence.filedBy())
                .append("state", absence.state().name())
                .append("waits", absence.state().waits())
                .append("decidedBy", absence.decidedBy())
                .append("decidedAt", absence.decidedAt() == null ? null : Date.from(absence.decidedAt()))
                .append("note", absence.note())
                .append("substitute", absence.substitute())
                .append("substituteName", absence.substituteName())
                .append("round", absence.round())
                .append("sequence", absence.sequence())
                .append("rev", rev);
        if (untold != null) {
            document.append(
                    "tell",
                    new Document("id", untold.id())
                            .append("reason", untold.reason())
                            .append("substitute", untold.substitute())
                            .append("withdrawn", untold.withdrawn())
                            .append("by", untold.by())
                            .append("at", Date.from(untold.at())));
        }
        return document;
    }

    private static Kept kept(Document document) {
        Absence absence = new Absence(
                document.getString("_id"),
                document.getString("session"),
                document.getString("programme"),
                document.getString("person"),
                document.getString("personName"),
                document.getString("unitName"),
                document.getString("unitPath"),
                document.getDate("startsAt").toInstant(),
                document.getString("reason"),
                document.getDate("filedAt").toInstant(),
                document.getBoolean("late"),
                document.getString("filedBy"),
                Absence.State.valueOf(document.getString("state")),
                document.getString("decidedBy"),
                ListDocuments.instant(document.getDate("decidedAt")),
                document.getString("note"),
                document.getString("substitute"),
                document.getString("substituteName"),
                document.getInteger("round"),
                document.getInteger("sequence"),
                document.getLong("rev"));
        Document tell = document.get("tell", Document.class);
        return new Kept(absence, tell == null ? null : decision(absence, tell));
    }

    private static Enrolments.Decision decision(Absence absence, Document tell) {
        return new Enrolments.Decision(
                Objects.requireNonNull(tell.getString("id")),
                absence.session(),
                absence.person(),
                tell.getString("reason"),
                tell.getString("substitute"),
                tell.getBoolean("withdrawn"),
                tell.getString("by"),
                tell.getDate("at").toInstant());
    }
}
