package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.ValidationOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this store cannot do it says, under MongoDB's numbers, and leaves everything as it was. */
class RefusalsTest {

    private final Map<String, Integer> codes = new LinkedHashMap<>();
    private final Map<String, Integer> wanted = new LinkedHashMap<>();

    private void refused(String what, int code, ThrowingCallable asking) {
        MongoException refusal = catchThrowableOfType(MongoException.class, asking);
        codes.put(what, refusal == null ? 0 : refusal.getCode());
        wanted.put(what, code);
    }

    @Test
    void whatIsNotSupportedIsRefusedWithMongosCodes(@TempDir Path folder) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("refusals");
            MongoCollection<Document> things = database.getCollection("things");
            things.insertOne(new Document("_id", 1).append("a", 1));
            collections(database, things);
            indexes(things);
            queries(things);
            commands(database, things);
            assertThat(codes).isEqualTo(wanted);
            assertThat(database.listCollectionNames().into(new ArrayList<>())).containsExactly("things");
            assertThat(things.listIndexes().into(new ArrayList<>())).hasSize(1);
            assertThat(things.find().into(new ArrayList<>())).containsExactly(new Document("_id", 1).append("a", 1));
        }
    }

    private void collections(MongoDatabase database, MongoCollection<Document> things) {
        refused("a view", 40415, () -> database.createView("view", "things", List.of()));
        refused(
                "a validator",
                40415,
                () -> database.createCollection(
                        "valid",
                        new CreateCollectionOptions()
                                .validationOptions(new ValidationOptions().validator(Filters.exists("a")))));
        refused("a validator for what is there", 59, () -> database.runCommand(new Document("collMod", "things")));
        refused(
                "a capped collection",
                238,
                () -> database.createCollection(
                        "capped", new CreateCollectionOptions().capped(true).sizeInBytes(1 << 20)));
        refused(
                "a collection in an order of words",
                238,
                () -> database.createCollection("vi", new CreateCollectionOptions().collation(vietnamese())));
        refused(
                "another name",
                59,
                () -> things.renameCollection(new com.mongodb.MongoNamespace("refusals", "others")));
    }

    private static Collation vietnamese() {
        return Collation.builder().locale("vi").build();
    }

    private void indexes(MongoCollection<Document> things) {
        refused("a text index", 238, () -> things.createIndex(Indexes.text("a")));
        refused("a hashed index", 238, () -> things.createIndex(Indexes.hashed("a")));
        refused("an index of places", 238, () -> things.createIndex(Indexes.geo2dsphere("a")));
        refused("an index of everything", 238, () -> things.createIndex(Indexes.ascending("$**")));
        refused(
                "an index that expires",
                238,
                () -> things.createIndex(Indexes.ascending("a"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS)));
        refused(
                "an index in an order of words",
                238,
                () -> things.createIndex(Indexes.ascending("a"), new IndexOptions().collation(vietnamese())));
    }

    private void queries(MongoCollection<Document> things) {
        refused("a search for words", 2, () -> things.find(Filters.text("a")).first());
        refused("a search by a script", 2, () -> things.find(Filters.where("true"))
                .first());
        refused("a schema", 2, () -> things.find(Filters.jsonSchema(new Document()))
                .first());
        refused("a type", 2, () -> things.find(Filters.type("a", "int")).first());
        refused("a collation", 238, () -> things.find().collation(vietnamese()).first());
        refused("the order on the disk", 238, () -> things.find()
                .sort(new Document("$natural", -1))
                .first());
        refused("a tailable cursor", 40415, () -> things.find()
                .cursorType(com.mongodb.CursorType.TailableAwait)
                .first());
        refused(
                "an update by a pipeline",
                238,
                () -> things.updateOne(Filters.eq("_id", 1), List.of(Updates.set("a", 2))));
        for (String stage : List.of("$out", "$merge", "$facet", "$graphLookup", "$unionWith", "$setWindowFields")) {
            refused(stage, 40324, () -> things.aggregate(List.of(new Document(stage, "x")))
                    .first());
        }
        refused("a stream of changes", 40573, () -> things.watch().cursor().close());
    }

    private void commands(MongoDatabase database, MongoCollection<Document> things) {
        refused("mapReduce", 59, () -> database.runCommand(new Document("mapReduce", "things")));
        refused(
                "a transaction",
                20,
                () -> database.runCommand(
                        new Document("insert", things.getNamespace().getCollectionName())
                                .append("documents", List.of(new Document("_id", 2)))
                                .append("txnNumber", 1L)
                                .append("startTransaction", true)
                                .append("autocommit", false)));
        refused("the end of a transaction", 20, () -> database.runCommand(new Document("commitTransaction", 1)));
        refused(
                "an unknown field",
                40415,
                () -> database.runCommand(new Document("find", "things").append("surprise", 1)));
        refused("an unknown command", 59, () -> database.runCommand(new Document("surprise", 1)));
    }
}
