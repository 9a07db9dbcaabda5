package vn.diemcau.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** An index as its store declares it; Platform makes all of them before the server listens. */
public record Index(String collection, Document keys, boolean unique, boolean sparse) {
    /** Ascending over the fields in order; a leading minus means descending. */
    public static Index on(String collection, String... fields) {
        return new Index(collection, keys(fields), false, false);
    }

    public static Index uniqueOn(String collection, String... fields) {
        return new Index(collection, keys(fields), true, false);
    }

    public static Index sparseOn(String collection, String... fields) {
        return new Index(collection, keys(fields), false, true);
    }

    public static Index uniqueSparseOn(String collection, String... fields) {
        return new Index(collection, keys(fields), true, true);
    }

    private static Document keys(String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            if (field.startsWith("-")) keys.append(field.substring(1), -1);
            else keys.append(field, 1);
        }
        return keys;
    }

    /** Makes the indexes, a collection after the other; making one that stands already changes nothing. */
    public static Future<Void> ensure(Mongo mongo, List<Index> indexes) {
        Map<String, List<IndexModel>> byCollection = new LinkedHashMap<>();
        for (Index index : indexes) {
            byCollection
                    .computeIfAbsent(index.collection(), name -> new ArrayList<>())
                    .add(new IndexModel(
                            index.keys(),
                            new IndexOptions().unique(index.unique()).sparse(index.sparse())));
        }
        Future<Void> chain = Future.succeededFuture();
        for (Map.Entry<String, List<IndexModel>> one : byCollection.entrySet()) {
            chain = chain.compose(
                    done -> Mongo.all(mongo.collection(one.getKey()).createIndexes(one.getValue()))
                            .mapEmpty());
        }
        return chain;
    }
}
