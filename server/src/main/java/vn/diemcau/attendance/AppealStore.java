package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Objections; an accepted one is marked until its correction is kept. */
final class AppealStore {
    static final List<Index> INDEXES = List.of(
            Index.on("appeals", "state", "-filedAt"),
            Index.on("appeals", "person", "-filedAt"),
            Index.sparseOn("appeals", "todo"));
    private static final int MOST = 2_000;

    private final MongoCollection<Document> appeals;

    AppealStore(Mongo mongo) {
        appeals = mongo.collection("appeals");
    }

    Future<Optional<Appeal>> one(String id) {
        return Mongo.first(appeals.find(eq("_id", id)).batchSize(1)).map(found -> found.map(AppealStore::read));
    }

    /** Keeps it once; the same id again answers what stands. */
    Future<Appeal> add(Appeal appeal) {
        Document document = new Document("_id", appeal.id())
                .append("session", appeal.session())
                .append("person", appeal.person())
                .append("name", appeal.name())
                .append("birthYear", appeal.birthYear())
                .append("unitName", appeal.unitName())
                .append("paths", appeal.paths())
                .append("wish", appeal.wish().name())
                .append("reason", appeal.reason())
                .append("state", appeal.state().name())
                .append("filedAt", Date.from(appeal.filedAt()));
        return Mongo.one(appeals.insertOne(document))
                .map(appeal)
                .recover(failure -> Mongo.isDuplicateKey(failure)
                        ? one(appeal.id()).map(Optional::orElseThrow)
                        : Future.failedFuture(failure));
    }

    /** Decides once; false when it was decided meanwhile. */
    Future<Boolean> decide(String id, boolean accept, String by, Instant at, @Nullable String note) {
        List<Bson> changes = new ArrayList<>();
        changes.add(set("state", (accept ? Appeal.State.ACCEPTED : Appeal.State.REFUSED).name()));
        changes.add(set("decidedBy", by));
        changes.add(set("decidedAt", Date.from(at)));
        if (note != null) changes.add(set("note", note));
        if (accept) changes.add(set("todo", at.toEpochMilli()));
        return Mongo.one(appeals.updateOne(and(eq("_id", id), eq("state", Appeal.State.OPEN.name())), combine(changes)))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** Its correction is kept. */
    Future<Void> corrected(String id) {
        return Mongo.one(appeals.updateOne(eq("_id", id), unset("todo"))).mapEmpty();
    }

    Future<List<Appeal>> uncorrected() {
        return read(gt("todo", 0L));
    }

    Future<List<Appeal>> of(String person) {
        return read(eq("person", person));
    }

    Future<List<Appeal>> all(boolean decided) {
        return read(
                decided
                        ? in("state", Appeal.State.ACCEPTED.name(), Appeal.State.REFUSED.name())
                        : eq("state", Appeal.State.OPEN.name()));
    }

    private Future<List<Appeal>> read(Bson filter) {
        return Mongo.all(appeals.find(filter)
                        .sort(Sorts.descending("filedAt"))
                        .batchSize(Mongo.BATCH)
                        .limit(MOST))
                .map(found -> found.stream().map(AppealStore::read).toList());
    }

    private static Appeal read(Document document) {
        @Nullable Date decidedAt = document.getDate("decidedAt");
        return new Appeal(
                document.getString("_id"),
                document.getString("session"),
                document.getString("person"),
                document.getString("name"),
                document.getInteger("birthYear"),
                document.getString("unitName"),
                document.getList("paths", String.class, List.of()),
                Standing.valueOf(document.getString("wish")),
                document.getString("reason"),
                Appeal.State.valueOf(document.getString("state")),
                document.getDate("filedAt").toInstant(),
                document.getString("decidedBy"),
                decidedAt == null ? null : decidedAt.toInstant(),
                document.getString("note"));
    }
}
