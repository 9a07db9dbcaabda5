package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pullAll;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Mongo;

/** How sums are written: by compare-and-set on rev, marked for the sums above, unmarked where they have not changed since read. */
final class SumWrites {
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private SumWrites() {}

    static Map<String, Sum> byId(List<Document> found) {
        Map<String, Sum> sums = new HashMap<>();
        found.forEach(document -> sums.put(document.getString("_id"), Sum.read(document)));
        return sums;
    }

    /** The fields of a sum anew. */
    static List<Bson> changes(Counts counts, Meetings meetings, long rev) {
        List<Bson> changes = new ArrayList<>();
        changes.add(set("counts", new Document(new LinkedHashMap<String, Object>(counts.asMap()))));
        changes.add(set("held", meetings.held()));
        changes.add(set("joint", meetings.joint()));
        changes.add(set("rev", rev + 1));
        return changes;
    }

    /** The sums above may be behind it as of now. */
    static void mark(List<Bson> changes, Set<String> above, long now) {
        changes.add(addEachToSet("up", List.copyOf(above)));
        changes.add(set("upAt", now));
    }

    static WriteModel<Document> write(String id, long rev, List<Bson> changes) {
        return new UpdateOneModel<>(
                and(eq("_id", id), eq("rev", rev)), combine(changes), new UpdateOptions().upsert(rev == 0));
    }

    /** True when nobody wrote meanwhile. */
    static Future<Boolean> write(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) return Future.succeededFuture(true);
        return Mongo.one(collection.bulkWrite(writes, UNORDERED))
                .map(result -> matched(result) == writes.size())
                .recover(failure -> failure instanceof MongoBulkWriteException
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure));
    }

    private static int matched(BulkWriteResult result) {
        return result.getMatchedCount() + result.getUpserts().size();
    }

    static List<WriteModel<Document>> unmarks(List<Sum> marked, Set<String> done) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Sum sum : marked) {
            List<String> summed = sum.up().stream().filter(done::contains).toList();
            writes.add(new UpdateOneModel<>(
                    and(eq("_id", sum.id()), eq("rev", sum.rev())),
                    summed.size() == sum.up().size() ? combine(unset("up"), unset("upAt")) : pullAll("up", summed)));
        }
        return writes;
    }

    /** The sums above that may be behind, of those marked up to then. */
    static Future<Set<String>> marked(MongoCollection<Document> collection, long until, int limit) {
        return Mongo.all(collection.find(lte("upAt", until)).batchSize(limit).limit(limit))
                .map(found -> {
                    Set<String> above = new HashSet<>();
                    found.forEach(document -> above.addAll(document.getList("up", String.class, List.of())));
                    return above;
                });
    }
}
