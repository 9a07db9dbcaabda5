package vn.diemcau.material;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** What is known about each material; the bytes are in the file store under the same id. */
final class MaterialStore {
    static final List<Index> INDEXES = List.of(Index.on("materials", "programme", "addedAt"));
    private static final int MOST = 1000;

    private final MongoCollection<Document> materials;

    MaterialStore(Mongo mongo) {
        materials = mongo.collection("materials");
    }

    Future<Void> add(Material material) {
        return Mongo.one(materials.insertOne(new Document("_id", material.id())
                        .append("programme", material.programme())
                        .append("session", material.session())
                        .append("name", material.name())
                        .append("type", material.type())
                        .append("size", material.size())
                        .append("sha256", material.sha256())
                        .append("availableFrom", Date.from(material.availableFrom()))
                        .append("addedAt", Date.from(material.addedAt()))
                        .append("addedBy", material.addedBy())))
                .mapEmpty();
    }

    Future<Optional<Material>> find(String id) {
        return Mongo.first(materials.find(eq("_id", id)).batchSize(1)).map(found -> found.map(MaterialStore::material));
    }

    Future<List<Material>> of(String programme) {
        return Mongo.all(materials
                        .find(eq("programme", programme))
                        .sort(ascending("addedAt"))
                        .batchSize(Mongo.BATCH)
                        .limit(MOST))
                .map(found -> found.stream().map(MaterialStore::material).toList());
    }

    Future<Void> availableFrom(String id, Instant from) {
        return Mongo.one(materials.updateOne(eq("_id", id), set("availableFrom", Date.from(from))))
                .mapEmpty();
    }

    Future<Void> delete(String id) {
        return Mongo.one(materials.deleteOne(eq("_id", id))).mapEmpty();
    }

    private static Material material(Document document) {
        return new Material(
                document.getString("_id"),
                document.getString("programme"),
                document.getString("session"),
                document.getString("name"),
                document.getString("type"),
                document.getLong("size"),
                document.getString("sha256"),
                document.getDate("availableFrom").toInstant(),
                document.getDate("addedAt").toInstant(),
                document.getString("addedBy"));
    }
}
