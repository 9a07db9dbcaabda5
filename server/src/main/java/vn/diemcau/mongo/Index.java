package vn.diemcau.mongo;

import com.mongodb.client.model.IndexOptions;
import io.vertx.core.Future;
import java.util.List;
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

    /** Makes the indexes one after the other; making one that stands already changes nothing. */
    public static Future<Void> ensure(Mongo mongo, List<Index> indexes) {
        Future<Void> chain = Future.succeededFuture();
        for (Index index : indexes) {
            chain = chain.compose(done -> Mongo.first(mongo.collection(index.collection())
                            .createIndex(
                                    index.keys(),
                                    new IndexOptions().unique(index.unique()).sparse(index.sparse())))
                    .mapEmpty());
        }
        return chain;
    }
}
