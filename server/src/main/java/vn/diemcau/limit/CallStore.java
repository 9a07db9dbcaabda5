package vn.diemcau.limit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.diemcau.http.Allowance;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Calls a minute of those who call much, put together from all nodes: one bulk and one read a node every other second, however many call. */
final class CallStore {
    private static final String NAME = "calls";
    static final Index INDEX = Index.on(NAME, "minute");

    private final MongoCollection<Document> calls;

    CallStore(Mongo mongo) {
        calls = mongo.collection(NAME);
    }

    /** Adds what this node counted and has not told, and hears what that makes with the others. */
    Future<Void> share(Allowance allowance) {
        long minute = allowance.minute();
        List<Allowance.Untold> untold = allowance.untold();
        if (untold.isEmpty()) return Future.succeededFuture();
        Map<String, String> keys = new HashMap<>();
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        for (Allowance.Untold one : untold) {
            String id = minute + " " + one.key();
            keys.put(id, one.key());
            if (one.calls() == 0) continue;
            writes.add(new UpdateOneModel<>(
                    eq("_id", id),
                    combine(inc("calls", one.calls()), set("minute", minute)),
                    new UpdateOptions().upsert(true)));
        }
        Future<?> written = writes.isEmpty()
                ? Future.succeededFuture()
                : Mongo.one(calls.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        return written.compose(done -> Mongo.each(
                calls.find(in("_id", keys.keySet())).batchSize(Mongo.BATCH),
                document -> allowance.hear(
                        minute, keys.getOrDefault(document.getString("_id"), ""), document.getInteger("calls", 0))));
    }

    Future<Void> sweep(long minute) {
        return Mongo.one(calls.deleteMany(lt("minute", minute - 1))).mapEmpty();
    }
}
