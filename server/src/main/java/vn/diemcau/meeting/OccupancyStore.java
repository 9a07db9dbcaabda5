package vn.diemcau.meeting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Who is and was in the rooms, as the meeting servers say. An older line never writes over a newer one. */
final class OccupancyStore {
    static final List<Index> INDEXES = List.of(
            Index.on("occupancies", "session", "joinedAt"),
            Index.on("occupancies", "user"),
            Index.sparseOn("occupancies", "openAt"));

    private final MongoCollection<Document> occupancies;

    OccupancyStore(Mongo mongo) {
        occupancies = mongo.collection("occupancies");
    }

    Future<List<Occupancy>> some(Collection<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture(List.of());
        return read(in("_id", ids));
    }

    /** Those of a server that have not ended. */
    Future<List<Occupancy>> open(String server) {
        return read(eq("openAt", server));
    }

    Future<List<Occupancy>> of(String session) {
        return read(eq("session", session));
    }

    private Future<List<Occupancy>> read(org.bson.conversions.Bson filter) {
        return Mongo.all(occupancies.find(filter).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(OccupancyStore::read).toList());
    }

    Future<Void> keep(Collection<Occupancy> all) {
        if (all.isEmpty()) return Future.succeededFuture();
        List<WriteModel<Document>> writes = new ArrayList<>(all.size());
        for (Occupancy each : all) {
            Document update = new Document("$set", document(each));
            if (each.state() == Occupancy.State.OUT) update.append("$unset", new Document("openAt", ""));
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", each.id()), lt("seq", each.seq())), update, new UpdateOptions().upsert(true)));
        }
        return Mongo.one(occupancies.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .<Void>mapEmpty()
                .recover(failure -> onlyOlder(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    /** The upsert of an older state meets the newer one's id. */
    private static boolean onlyOlder(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static Document document(Occupancy one) {
        Document document = new Document("server", one.server())
                .append("journal", one.journal())
                .append("boot", one.boot())
                .append("session", one.session())
                .append("room", one.room())
                .append("breakout", one.breakout())
                .append("user", one.user())
                .append("name", one.name())
                .append("joinedAt", Date.from(one.joinedAt()))
                .append("joinedBound", one.joinedBound())
                .append("state", one.state().name().toLowerCase(Locale.ROOT))
                .append("lostAt", one.lostAt() == null ? null : Date.from(one.lostAt()))
                .append("leftAt", one.leftAt() == null ? null : Date.from(one.leftAt()))
                .append("leftBound", one.leftBound())
                .append("seq", one.seq());
        if (one.state() != Occupancy.State.OUT) document.append("openAt", one.server());
        return document;
    }

    private static Occupancy read(Document document) {
        Date lost = document.getDate("lostAt");
        Date left = document.getDate("leftAt");
        return new Occupancy(
                document.getString("_id"),
                document.getString("server"),
                document.getString("journal"),
                document.getString("boot"),
                document.getString("session"),
                document.getString("room"),
                document.getString("breakout"),
                document.getString("user"),
                document.getString("name"),
                document.getDate("joinedAt").toInstant(),
                document.getInteger("joinedBound", 0),
                Occupancy.State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                lost == null ? null : lost.toInstant(),
                left == null ? null : left.toInstant(),
                document.getInteger("leftBound", 0),
                document.getLong("seq"));
    }
}
