package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random documents and queries: with indexes, without indexes, and by a plain reading of MongoDB's manual, all say the same. */
class DifferentialTest {

    private static final String[] FIELDS = {"a", "b", "c", "d.x"};
    private final long seed = Long.getLong("diemcau.differential.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private boolean arrays = true;
    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> indexed;
    private MongoCollection<Document> bare;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreUnusable {
        store = EmbeddedStore.open(folder);
        client = MongoClients.create(store.connectionString());
        MongoDatabase database = client.getDatabase("differential");
        indexed = database.getCollection("indexed");
        bare = database.getCollection("bare");
        indexed.createIndex(new Document("a", 1));
        indexed.createIndex(new Document("a", 1).append("b", -1).append("c", 1));
        indexed.createIndex(new Document("b", -1).append("d.x", 1));
        indexed.createIndex(new Document("c", 1), new IndexOptions().sparse(true));
        indexed.createIndex(
                new Document("d.x", 1),
                new IndexOptions().partialFilterExpression(new Document("a", new Document("$gt", 2))));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private @Nullable Object value(boolean lists) {
        return switch (random.nextInt(lists && arrays ? 14 : 11)) {
            case 0, 1, 2 -> random.nextInt(6);
            case 3 -> (long) random.nextInt(6);
            case 4 -> random.nextInt(12) / 2.0;
            case 5, 6 -> "s" + random.nextInt(5);
            case 7 -> random.nextBoolean();
            case 8 -> new Date(random.nextInt(4) * 1000L);
            case 9 -> null;
            case 10 -> new Document("x", random.nextInt(3));
            case 11 -> List.of();
            default -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    list.add(value(false));
                }
                yield list;
            }
        };
    }

    private Document document(int id) {
        var document = new Document("_id", id);
        for (String field : List.of("a", "b", "c")) {
            if (random.nextInt(4) > 0) {
                document.append(field, value(!field.equals("a") || random.nextInt(10) == 0));
            }
        }
        switch (random.nextInt(4)) {
            case 1 -> document.append("d", arrays ? inner() : new Document("x", value(false)));
            case 0 -> document.append("d", new Document("x", value(true)));
            case 2 -> document.append("d", value(true));
            default -> {}
        }
        return document;
    }

    private List<Document> inner() {
        return List.of(new Document("x", value(true)), new Document("x", value(false)), new Document());
    }

    private Document condition() {
        String field = FIELDS[random.nextInt(FIELDS.length)];
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new Document(field, value(random.nextInt(5) == 0));
            case 3 -> new Document(field, new Document("$gt", value(false)).append("$lte", value(false)));
            case 4 ->
                new Document(
                        field,
                        new Document(List.of("$gt", "$gte", "$lt", "$lte").get(random.nextInt(4)), value(false)));
            case 5 -> {
                List<@Nullable Object> options = new ArrayList<>();
                options.add(value(false));
                options.add(value(false));
                yield new Document(field, new Document("$in", options));
            }
            case 6 -> new Document(field, new Document("$ne", value(false)));
            case 7 -> new Document(field, new Document("$exists", random.nextBoolean()));
            default -> new Document(field, new Document("$regex", "^s" + random.nextInt(5)));
        };
    }

    private Document query() {
        var query = condition();
        for (int i = random.nextInt(3); i > 0; i--) {
            Document more = condition();
            if (random.nextInt(4) == 0) {
                query = new Document("$or", List.of(query, more));
            } else {
                query = new Document("$and", List.of(query, more));
            }
        }
        return query;
    }

    private Document sort() {
        var sort = new Document();
        for (int i = random.nextInt(3); i >= 0; i--) {
            sort.append(FIELDS[random.nextInt(FIELDS.length)], random.nextBoolean() ? 1 : -1);
        }
        return sort.append("_id", 1);
    }

    private static List<Object> ids(Iterable<Document> documents) {
        List<Object> ids = new ArrayList<>();
        documents.forEach(document -> ids.add(document.get("_id")));
        return ids;
    }

    /** False when the indexes refuse it, as they must, for its parallel arrays. */
    private static boolean put(MongoCollection<Document> collection, Document document) {
        try {
            if (collection
                            .replaceOne(new Document("_id", document.get("_id")), document)
                            .getMatchedCount()
                    == 0) {
                collection.insertOne(document);
            }
            return true;
        } catch (MongoWriteException e) {
            assertThat(e.getError().getCode()).isEqualTo(171);
            return false;
        }
    }

    @Test
    void indexedAndUnindexedAndTheManualAgree() {
        compare();
    }

    /** Without arrays the indexes answer counts and orders by themselves. */
    @Test
    void withoutArraysTheyAgreeToo() {
        arrays = false;
        compare();
    }

    private void compare() {
        TreeMap<Integer, Document> truth = new TreeMap<>();
        int queries = 0;
        int parallel = 0;
        int found = 0;
        int ordered = 0;
        for (int round = 0; round < 8; round++) {
            for (int i = 0; i < 60; i++) {
                int id = random.nextInt(300);
                Document document = document(id);
                if (!put(indexed, document)) {
                    parallel++;
                    continue;
                }
                put(bare, document);
                truth.put(id, document);
                if (i % 7 == 0) {
                    int gone = random.nextInt(300);
                    truth.remove(gone);
                    indexed.deleteOne(new Document("_id", gone));
                    bare.deleteOne(new Document("_id", gone));
                }
            }
            for (int i = 0; i < 120; i++) {
                Document query = query();
                Document sort = sort();
                String what = "seed " + seed + ": " + query.toJson() + " sort " + sort.toJson();
                List<Object> manual = new ArrayList<>();
                truth.values().stream()
                        .filter(document -> Manual.matches(document, query))
                        .forEach(document -> manual.add(document.get("_id")));
                assertThat(ids(bare.find(query).batchSize(1 + random.nextInt(20))))
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(manual);
                assertThat(ids(indexed.find(query).batchSize(1 + random.nextInt(20))))
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(manual);
                List<Object> order = ids(bare.find(query).sort(sort));
                if (!arrays || !sort.containsKey("d.x")) {
                    // how a sort sees arrays on the way to a field the manual does not say
                    List<Document> all = new ArrayList<>(truth.values());
                    all.removeIf(document -> !Manual.matches(document, query));
                    assertThat(order).as(what).isEqualTo(ids(Manual.sorted(all, sort)));
                    ordered++;
                }
                assertThat(ids(indexed.find(query).sort(sort).batchSize(3)))
                        .as(what)
                        .isEqualTo(order);
                int limit = 1 + random.nextInt(5);
                assertThat(ids(indexed.find(query).sort(sort).skip(1).limit(limit)))
                        .as(what)
                        .isEqualTo(order.subList(Math.min(1, order.size()), Math.min(1 + limit, order.size())));
                assertThat(indexed.countDocuments(query)).as(what).isEqualTo(manual.size());
                queries++;
                found += manual.size();
            }
            assertThat(store.facts().bytes()).isPositive();
            assertThat(client.getDatabase("differential")
                            .runCommand(new Document("validate", "indexed"))
                            .getBoolean("valid"))
                    .as("seed " + seed)
                    .isTrue();
        }
        System.out.println("differential" + (arrays ? "" : " without arrays") + ": " + queries + " queries, " + ordered
                + " of them also in the manual's order, " + found + " documents found, " + parallel
                + " documents with parallel arrays refused, seed " + seed);
        assertThat(found).isGreaterThan(queries);
        assertThat(ordered).isGreaterThan(queries / 4);
    }

    @Test
    void valuesSortInTheOrderOfBsonTypes() {
        List<Object> order = new ArrayList<>(List.of(
                new MinKey(),
                "NULL",
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                Long.MIN_VALUE,
                -2.5,
                -1,
                0,
                0.5,
                1L,
                1.5,
                9_007_199_254_740_992.0,
                9_007_199_254_740_993L,
                Long.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                "",
                "A",
                "a",
                "aa",
                "b",
                "đ",
                new Document(),
                new Document("a", 1),
                new Document("a", 2),
                new Document("b", 1),
                new org.bson.types.Binary(new byte[] {9}),
                new org.bson.types.Binary(new byte[] {1, 1}),
                new ObjectId("000000000000000000000001"),
                new ObjectId("f00000000000000000000000"),
                false,
                true,
                new Date(-5),
                new Date(0),
                new Date(5),
                new org.bson.BsonTimestamp(1, 1),
                new MaxKey()));
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            documents.add(new Document("_id", i).append("b", "NULL".equals(order.get(i)) ? null : order.get(i)));
        }
        List<Document> shuffled = new ArrayList<>(documents);
        java.util.Collections.shuffle(shuffled, random);
        for (MongoCollection<Document> each : List.of(indexed, bare)) {
            each.insertMany(shuffled);
            assertThat(ids(each.find().sort(new Document("b", 1)))).isEqualTo(ids(documents));
            java.util.Collections.reverse(documents);
            assertThat(ids(each.find().sort(new Document("b", -1)))).isEqualTo(ids(documents));
            java.util.Collections.reverse(documents);
        }
    }
}
