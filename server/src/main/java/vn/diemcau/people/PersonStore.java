package vn.diemcau.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of people: one each, so that every change of a person is atomic. */
final class PersonStore {
    static final String COLLECTION = "persons";
    static final List<Index> INDEXES = List.of(
            Index.uniqueSparseOn(COLLECTION, "card"),
            Index.on(COLLECTION, "sortKey", "_id"),
            Index.on(COLLECTION, "memberships.unit"),
            Index.on(COLLECTION, "posts.unit"),
            Index.on(COLLECTION, "words"),
            Index.sparseOn(COLLECTION, "phone"),
            Index.sparseOn(COLLECTION, "rowKeys"));

    private final Mongo mongo;

    PersonStore(Mongo mongo) {
        this.mongo = mongo;
    }

    Future<Optional<Dossier>> find(String id) {
        return Mongo.first(mongo.collection(COLLECTION).find(eq("_id", id)).batchSize(1))
                .map(found -> found.map(PersonDocument::read));
    }

    /** Those whose field holds one of the values; the values are bounded by the caller. */
    Future<List<Dossier>> findBy(String field, Collection<String> values) {
        if (values.isEmpty()) return Future.succeededFuture(List.of());
        return Mongo.all(mongo.collection(COLLECTION).find(in(field, values)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PersonDocument::read).toList());
    }

    /** Everybody matching, one at a time. */
    Future<Void> each(Bson filter, Consumer<Dossier> consumer) {
        return Mongo.each(
                mongo.collection(COLLECTION).find(filter).batchSize(Mongo.BATCH),
                document -> consumer.accept(PersonDocument.read(document)));
    }

    /** The next people in the order of their names, from the key on. */
    Future<List<Dossier>> byName(Bson filter, @Nullable String fromKey, int limit) {
        Bson where = fromKey == null ? filter : and(filter, gte("sortKey", fromKey));
        return Mongo.all(mongo.collection(COLLECTION)
                        .find(where)
                        .sort(Sorts.ascending("sortKey", "_id"))
                        .limit(limit)
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PersonDocument::read).toList());
    }

    Future<List<Dossier>> some(Bson filter, int limit) {
        return Mongo.all(mongo.collection(COLLECTION).find(filter).limit(limit).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(PersonDocument::read).toList());
    }

    /** Fails with a duplicate key when the card number is somebody's already. */
    Future<Void> insert(Dossier fresh) {
        return Mongo.first(mongo.collection(COLLECTION).insertOne(PersonDocument.write(fresh)))
                .mapEmpty();
    }

    /** Replaces the person if nobody else did since it was read; answers whether it did. The stored rev is one higher. */
    Future<Boolean> replace(Dossier changed) {
        return Mongo.one(mongo.collection(COLLECTION)
                        .replaceOne(
                                and(eq("_id", changed.id()), eq("rev", changed.rev())),
                                PersonDocument.write(changed.raised())))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** Writes many; answers how many were written as meant. Whoever was changed in between, or has a card taken in between, is not. */
    Future<Integer> writeAll(List<Dossier> fresh, List<Dossier> changed) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Dossier dossier : fresh) writes.add(new InsertOneModel<>(PersonDocument.write(dossier)));
        for (Dossier dossier : changed) {
            writes.add(new ReplaceOneModel<>(
                    and(eq("_id", dossier.id()), eq("rev", dossier.rev())), PersonDocument.write(dossier.raised())));
        }
        if (writes.isEmpty()) return Future.succeededFuture(0);
        return Mongo.one(mongo.collection(COLLECTION).bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .map(PersonStore::written)
                .recover(failure -> failure instanceof MongoBulkWriteException bulk
                        ? Future.succeededFuture(written(bulk.getWriteResult()))
                        : Future.failedFuture(failure));
    }

    private static int written(BulkWriteResult result) {
        return result.getInsertedCount() + result.getMatchedCount();
    }

    Future<Long> count() {
        return Mongo.one(mongo.collection(COLLECTION).estimatedDocumentCount());
    }
}
