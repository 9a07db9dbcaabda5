package vn.diemcau.material;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Who opened which material, first and last: trainers see how many, a person sees their own. */
final class OpenStore {
    static final List<Index> INDEXES =
            List.of(Index.on("material_opens", "material"), Index.on("material_opens", "person", "last"));
    private static final int MOST = 500;

    private final MongoCollection<Document> opens;

    OpenStore(Mongo mongo) {
        opens = mongo.collection("material_opens");
    }

    Future<Void> opened(Material material, String person, Instant at) {
        return Mongo.one(opens.updateOne(
                        eq("_id", material.id() + "|" + person),
                        combine(
                                setOnInsert("material", material.id()),
                                setOnInsert("person", person),
                                setOnInsert("first", Date.from(at)),
                                set("name", material.name()),
                                set("version", material.version()),
                                set("last", Date.from(at))),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    /** How many persons opened each. */
    Future<Map<String, Integer>> counts(Collection<String> materials) {
        Map<String, Integer> counts = new HashMap<>();
        if (materials.isEmpty()) return Future.succeededFuture(counts);
        return Mongo.each(
                        opens.find(in("material", materials))
                                .projection(Projections.include("material"))
                                .batchSize(Mongo.BATCH),
                        found -> counts.merge(found.getString("material"), 1, Integer::sum))
                .map(done -> counts);
    }

    Future<List<Document>> of(String person) {
        return Mongo.all(opens.find(eq("person", person))
                .sort(descending("last"))
                .batchSize(Mongo.BATCH)
                .limit(MOST));
    }
}
