package vn.diemcau.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands the application uses, through the real driver. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsTest {

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoCollection<Document> things;

    @BeforeAll
    void open(@TempDir Path folder) throws StoreUnusable {
        store = EmbeddedStore.open(folder);
        client = MongoClients.create(uri(store));
        database = client.getDatabase("diemcau_contract_" + System.nanoTime());
    }

    /** Where the contract is tested. */
    String uri(EmbeddedStore embedded) {
        return embedded.connectionString();
    }

    @AfterAll
    void close() {
        if (client != null) {
            database.drop();
            client.close();
        }
        store.close();
    }

    @BeforeEach
    void fresh(TestInfo test) {
        things = database.getCollection(test.getTestMethod().orElseThrow().getName());
    }

    private static List<Document> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Document("_id", "t" + i)
                        .append("n", i)
                        .append("even", i % 2 == 0)
                        .append("tag", "g" + i % 5))
                .toList();
    }

    private static List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    String plan(Document filter, Document sort, String expected) {
        Document find = new Document("find", things.getNamespace().getCollectionName())
                .append("filter", filter)
                .append("sort", sort);
        return database.runCommand(new Document("explain", find))
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .getString("stage");
    }

    @Test
    void whatWasInsertedIsFoundAsItWas() {
        Document document = new Document("_id", "a")
                .append("text", "Điểm cầu")
                .append("int", 7)
                .append("long", 1L << 40)
                .append("double", 1.5)
                .append("yes", true)
                .append("none", null)
                .append("date", new java.util.Date(1_700_000_000_000L))
                .append("list", List.of(1, "two", new Document("three", 3)))
                .append("bytes", new org.bson.types.Binary(new byte[] {1, 2, 3}))
                .append("inner", new Document("x", new Document("y", 1)));
        things.insertOne(document);
        assertThat(things.find(eq("_id", "a")).first()).isEqualTo(document);
    }

    @Test
    void everyKindOfValueComesBackUnchanged() {
        Document document = new Document(
                        "_id",
                        java.util
                                .UUID
                                .fromString("018f3c1e-7a10-7000-8000-0123456789ab")
                                .toString())
                .append("uuid", new org.bson.types.Binary((byte) 4, new byte[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
                }))
                .append("md5", new org.bson.types.Binary((byte) 5, new byte[16]))
                .append("own", new org.bson.types.Binary((byte) 0x80, new byte[] {1}))
                .append("id", new org.bson.types.ObjectId())
                .append("decimal", org.bson.types.Decimal128.parse("12345678901234567890.0123456789"))
                .append("timestamp", new org.bson.BsonTimestamp(7, 8))
                .append("regex", new org.bson.BsonRegularExpression("^a.*b$", "i"))
                .append("code", new org.bson.types.Code("return 1"))
                .append("min", new org.bson.types.MinKey())
                .append("max", new org.bson.types.MaxKey())
                .append("deep", List.of(List.of(List.of(new Document("a", List.of())))))
                .append("nul", "a\0b")
                .append("extremes", List.of(Long.MIN_VALUE, Long.MAX_VALUE, Double.MIN_VALUE, -0.0, Double.NaN));
        things.insertOne(document);
        assertThat(things.find().first()).isEqualTo(document);
        things.updateOne(new Document(), Updates.set("more", 1));
        assertThat(things.find().first()).isEqualTo(document.append("more", 1));
    }

    @Test
    void theSameIdTwiceIsRefusedWithDuplicateKey() {
        things.insertOne(new Document("_id", 1));
        var failure = catchThrowableOfType(MongoWriteException.class, () -> things.insertOne(new Document("_id", 1L)));
        assertThat(failure.getError().getCode()).isEqualTo(11000);
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void filtersSortsLimitsAndProjectionsWork() {
        things.insertMany(numbered(50));
        assertThat(ids(things.find(in("_id", "t3", "t4", "nope")))).containsExactlyInAnyOrder("t3", "t4");
        assertThat(ids(things.find(and(gte("n", 10), lt("n", 13))))).containsExactly("t10", "t11", "t12");
        assertThat(ids(things.find(or(eq("n", 1), eq("tag", "g2"))).limit(2))).containsExactly("t1", "t2");
        assertThat(things.countDocuments(exists("absent"))).isZero();
        assertThat(things.countDocuments(exists("absent", false))).isEqualTo(50);
        assertThat(things.countDocuments(regex("_id", "^t4"))).isEqualTo(11);
        assertThat(ids(things.find().sort(Sorts.descending("n")).skip(1).limit(2)))
                .containsExactly("t48", "t47");
        assertThat(things.find(eq("n", 5))
                        .projection(Projections.include("tag"))
                        .first())
                .isEqualTo(new Document("_id", "t5").append("tag", "g0"));
        assertThat(things.find(eq("n", 5))
                        .projection(Projections.fields(Projections.include("n"), Projections.excludeId()))
                        .first())
                .isEqualTo(new Document("n", 5));
        assertThat(things.distinct("tag", String.class).into(new ArrayList<>()))
                .containsExactly("g0", "g1", "g2", "g3", "g4");
    }

    @Test
    void cursorsGoOnOverManyBatches() {
        things.insertMany(numbered(1000));
        assertThat(ids(things.find().batchSize(7))).hasSize(1000).doesNotHaveDuplicates();
        assertThat(ids(things.find().sort(Sorts.descending("n")).batchSize(7)))
                .startsWith("t999", "t998")
                .hasSize(1000);
        things.createIndex(Indexes.ascending("n"));
        assertThat(ids(things.find(gte("n", 100)).sort(Sorts.descending("n")).batchSize(7)))
                .startsWith("t999", "t998")
                .hasSize(900);
        assertThat(ids(things.find(gte("n", 100)).sort(Sorts.ascending("n")).batchSize(7)))
                .startsWith("t100", "t101")
                .hasSize(900);
    }

    @Test
    void updateOperatorsChangeWhatTheyName() {
        things.insertOne(new Document("_id", "a").append("n", 1).append("list", List.of("x")));
        var result = things.updateOne(
                eq("_id", "a"),
                Updates.combine(
                        Updates.set("s", "new"),
                        Updates.inc("n", 5),
                        Updates.push("list", "y"),
                        Updates.addToSet("set", 1),
                        Updates.min("low", 3),
                        Updates.max("high", 4),
                        Updates.unset("gone")));
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(things.find().first())
                .isEqualTo(new Document("_id", "a")
                        .append("n", 6)
                        .append("list", List.of("x", "y"))
                        .append("s", "new")
                        .append("set", List.of(1))
                        .append("low", 3)
                        .append("high", 4));
        assertThat(things.updateOne(eq("_id", "a"), Updates.set("s", "new")).getModifiedCount())
                .isZero();
        things.updateOne(eq("_id", "a"), Updates.combine(Updates.pull("list", "x"), Updates.unset("s")));
        assertThat(things.find().first().get("list")).isEqualTo(List.of("y"));
        assertThat(things.find().first()).doesNotContainKey("s");
    }

    @Test
    void anUpsertInsertsOnceAndThenUpdates() {
        var update = Updates.combine(Updates.setOnInsert("born", 1), Updates.inc("n", 1));
        var upsert = new UpdateOptions().upsert(true);
        assertThat(things.updateOne(eq("_id", "a"), update, upsert)
                        .getUpsertedId()
                        .asString()
                        .getValue())
                .isEqualTo("a");
        assertThat(things.updateOne(eq("_id", "a"), update, upsert).getUpsertedId())
                .isNull();
        assertThat(things.find().first())
                .isEqualTo(new Document("_id", "a").append("born", 1).append("n", 2));
    }

    @Test
    void updateManyAndDeleteManyCountWhatTheyTouched() {
        things.insertMany(numbered(20));
        var updated = things.updateMany(eq("even", true), Updates.set("marked", true));
        assertThat(updated.getMatchedCount()).isEqualTo(10);
        assertThat(things.countDocuments(eq("marked", true))).isEqualTo(10);
        assertThat(things.deleteMany(eq("marked", true)).getDeletedCount()).isEqualTo(10);
        assertThat(things.deleteOne(eq("even", false)).getDeletedCount()).isEqualTo(1);
        assertThat(things.estimatedDocumentCount()).isEqualTo(9);
    }

    @Test
    void anUnorderedBulkGoesOnAfterAnErrorAndAnOrderedOneStops() {
        things.insertOne(new Document("_id", 2));
        var models = IntStream.range(0, 5)
                .mapToObj(i -> new InsertOneModel<>(new Document("_id", i)))
                .toList();
        var failure = catchThrowableOfType(
                MongoBulkWriteException.class, () -> things.bulkWrite(models, new BulkWriteOptions().ordered(false)));
        assertThat(failure.getWriteErrors()).singleElement().satisfies(error -> assertThat(error.getIndex())
                .isEqualTo(2));
        assertThat(failure.getWriteResult().getInsertedCount()).isEqualTo(4);
        assertThat(things.countDocuments()).isEqualTo(5);
        things.deleteMany(new Document("_id", new Document("$ne", 2)));
        assertThatThrownBy(() -> things.insertMany(
                        IntStream.range(0, 5)
                                .mapToObj(i -> new Document("_id", i))
                                .toList(),
                        new InsertManyOptions().ordered(true)))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(ids(things.find())).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void anIdempotentBulkOfUpsertsDoneTwiceChangesNothing() {
        var models = IntStream.range(0, 100)
                .mapToObj(i -> new UpdateOneModel<Document>(
                        eq("_id", "k" + i), Updates.setOnInsert("v", i), new UpdateOptions().upsert(true)))
                .toList();
        assertThat(things.bulkWrite(models, new BulkWriteOptions().ordered(false))
                        .getUpserts())
                .hasSize(100);
        var again = things.bulkWrite(models, new BulkWriteOptions().ordered(false));
        assertThat(again.getUpserts()).isEmpty();
        assertThat(again.getMatchedCount()).isEqualTo(100);
        assertThat(again.getModifiedCount()).isZero();
    }

    @Test
    void findAndModifyComparesAndSets() {
        things.insertOne(new Document("_id", "a").append("rev", 3));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        assertThat(things.findOneAndUpdate(and(eq("_id", "a"), eq("rev", 3)), Updates.inc("rev", 1), after))
                .isEqualTo(new Document("_id", "a").append("rev", 4));
        assertThat(things.findOneAndUpdate(and(eq("_id", "a"), eq("rev", 3)), Updates.inc("rev", 1), after))
                .isNull();
        assertThat(things.findOneAndUpdate(
                        eq("_id", "b"),
                        Updates.inc("rev", 1),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .isEqualTo(new Document("_id", "b").append("rev", 1));
        assertThat(things.findOneAndDelete(eq("_id", "b")).get("rev")).isEqualTo(1);
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void uniqueIndexesRefuseAndAreUsed() {
        things.createIndex(Indexes.ascending("a", "b"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("a", "x").append("b", 1));
        things.insertOne(new Document("_id", 2).append("a", "x").append("b", 2));
        assertThatThrownBy(() ->
                        things.insertOne(new Document("_id", 3).append("a", "x").append("b", 1.0)))
                .isInstanceOf(MongoWriteException.class);
        assertThatThrownBy(() -> things.updateOne(eq("_id", 2), Updates.set("b", 1)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(things.countDocuments()).isEqualTo(2);
        assertThat(plan(new Document("a", "x").append("b", 2), new Document(), "IXSCAN a_1_b_1"))
                .isEqualTo("IXSCAN a_1_b_1");
        assertThat(ids(things.find(and(eq("a", "x"), eq("b", 2))))).containsExactly(2);
        assertThatThrownBy(() -> things.createIndex(Indexes.ascending("none"), new IndexOptions().unique(true)))
                .isInstanceOf(com.mongodb.DuplicateKeyException.class);
    }

    @Test
    void sparsePartialAndMultikeyIndexesHoldWhatTheyShould() {
        things.createIndex(Indexes.ascending("todo"), new IndexOptions().sparse(true));
        things.createIndex(
                Indexes.ascending("mail"),
                new IndexOptions().unique(true).partialFilterExpression(new Document("active", true)));
        things.createIndex(Indexes.ascending("units"));
        things.insertOne(new Document("_id", 1).append("todo", "t").append("units", List.of("u1", "u2")));
        things.insertOne(new Document("_id", 2)
                .append("mail", "m")
                .append("active", true)
                .append("units", List.of("u2")));
        things.insertOne(new Document("_id", 3).append("mail", "m").append("active", false));
        assertThatThrownBy(() -> things.updateOne(eq("_id", 3), Updates.set("active", true)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(plan(new Document("todo", new Document("$exists", true)), new Document(), "IXSCAN todo_1"))
                .isEqualTo("IXSCAN todo_1");
        assertThat(ids(things.find(exists("todo")))).containsExactly(1);
        assertThat(plan(new Document("todo", null), new Document(), "COLLSCAN")).isEqualTo("COLLSCAN");
        assertThat(ids(things.find(eq("todo", null)))).containsExactly(2, 3);
        assertThat(ids(things.find(eq("units", "u2")))).containsExactly(1, 2);
        assertThat(ids(things.find(in("units", "u1", "u2")))).containsExactly(1, 2);
        assertThat(plan(new Document("units", "u2"), new Document(), "IXSCAN units_1"))
                .isEqualTo("IXSCAN units_1");
        assertThat(plan(new Document("mail", "m"), new Document(), "COLLSCAN")).isEqualTo("COLLSCAN");
        assertThat(plan(new Document("mail", "m").append("active", true), new Document(), "IXSCAN mail_1"))
                .isEqualTo("IXSCAN mail_1");
        assertThat(database.runCommand(
                                new Document("validate", things.getNamespace().getCollectionName()))
                        .getBoolean("valid"))
                .isTrue();
    }

    @Test
    void aggregationMatchesGroupsSortsAndJoins() {
        things.insertMany(numbered(20));
        List<Document> groups = things.aggregate(List.of(
                        Aggregates.match(gte("n", 10)),
                        Aggregates.group("$tag", Accumulators.sum("sum", "$n"), Accumulators.sum("count", 1)),
                        Aggregates.sort(Sorts.ascending("_id")),
                        Aggregates.limit(2)))
                .into(new ArrayList<>());
        assertThat(groups)
                .containsExactly(
                        new Document("_id", "g0").append("sum", 25).append("count", 2),
                        new Document("_id", "g1").append("sum", 27).append("count", 2));
        MongoCollection<Document> tags = database.getCollection("tags");
        tags.insertOne(new Document("_id", "g1").append("label", "one"));
        Document joined = things.aggregate(
                        List.of(Aggregates.match(eq("n", 1)), Aggregates.lookup("tags", "tag", "_id", "found")))
                .first();
        assertThat(joined.getList("found", Document.class))
                .containsExactly(new Document("_id", "g1").append("label", "one"));
    }
}
