package vn.diemcau.limit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import vn.diemcau.http.Failures;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Failed tries of all nodes, by hashes of what was tried and from where: one write a failure, none for whoever succeeds at once. */
final class FailureStore implements Failures.Elsewhere {
    private static final String NAME = "failed_tries";
    private static final Duration REMEMBERED = Duration.ofHours(1);
    static final Index INDEX = Index.on(NAME, "at");

    private final MongoCollection<Document> tries;

    FailureStore(Mongo mongo) {
        tries = mongo.collection(NAME);
    }

    @Override
    public Future<Integer> add(String id, Instant at) {
        return Mongo.one(tries.findOneAndUpdate(
                        eq("_id", id),
                        combine(inc("count", 1), set("at", Date.from(at))),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .map(document -> document.getInteger("count", 1));
    }

    @Override
    public Future<Void> forgive(String id) {
        return Mongo.one(tries.deleteOne(eq("_id", id))).mapEmpty();
    }

    /** Tells what failed anywhere after that instant. */
    Future<Void> since(Instant after, Failures to) {
        return Mongo.each(
                tries.find(gt("at", Date.from(after))).batchSize(Mongo.BATCH),
                document -> to.hear(
                        document.getString("_id"),
                        document.getInteger("count", 1),
                        document.getDate("at").toInstant()));
    }

    Future<Void> sweep(Instant now) {
        return Mongo.one(tries.deleteMany(lt("at", Date.from(now.minus(REMEMBERED)))))
                .mapEmpty();
    }
}
