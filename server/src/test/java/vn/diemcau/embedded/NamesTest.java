package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** Field names are written once for a collection, and every document still comes back as it was. */
class NamesTest {

    @TempDir
    private Path folder;

    private static Object value(Random random) {
        List<Object> kinds = List.of(
                1,
                2L,
                1.5,
                true,
                "chữ\0và số",
                Instant.ofEpochMilli(7),
                new ObjectId(),
                UUID.randomUUID(),
                new BinData(new byte[] {0, 1, 2}),
                new BsonRegularExpression("^a", "i"),
                new BsonTimestamp(9),
                new Decimal128(1, 2),
                MinKey.getInstance(),
                MaxKey.getInstance(),
                List.of("session", new Document("session", 1)),
                new Document("subject", new Document("\u0002", List.of())));
        return kinds.get(random.nextInt(kinds.size()));
    }

    @Test
    void everyDocumentComesBackAsItWas() throws Exception {
        long seed = System.nanoTime();
        System.out.println("names, seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var names = new Names();
            List<byte[]> before = new ArrayList<>();
            List<byte[]> stored = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                var document = new Document();
                for (int field = random.nextInt(12); field > 0; field--) {
                    // more names than are kept, and names that look like kept ones
                    String name =
                            switch (random.nextInt(6)) {
                                case 0 -> "";
                                case 1 -> Character.toString(1 + random.nextInt(40));
                                case 2 -> "\u0001\u0002" + random.nextInt(3);
                                case 3 -> "tên" + random.nextInt(30);
                                default -> "field" + random.nextInt(30);
                            };
                    document.put(name, random.nextInt(9) == 0 ? null : value(random));
                }
                before.add(Bson.encode(document));
                stored.add(Objects.requireNonNull(names.shortened(before.get(i), (code, name) -> {})));
            }
            var later = new Names(names.all());
            for (int i = 0; i < before.size(); i++) {
                assertThat(later.whole(stored.get(i))).isEqualTo(before.get(i));
            }
        }
    }

    @Test
    void aKnownNameTakesOneCharacterInTheFile() throws Exception {
        var names = new Names();
        byte[] document = Bson.encode(new Document("receivedAt", 1).append("x", 2));
        assertThat(names.shortened(document, null)).isNull();
        assertThat(names.shortened(document, (code, name) -> assertThat(name).isEqualTo("receivedAt")))
                .hasSize(document.length - "eceivedAt".length());
        assertThat(names.shortened(document, null)).isNotNull();
    }

    private static MongoCollection<org.bson.Document> things(MongoClient client) {
        return client.getDatabase("names").getCollection("things");
    }

    @Test
    void aStoreOfTheSchemaBeforeIsRaisedAndReadsTheSame() throws Exception {
        var document =
                new org.bson.Document("_id", "old").append("secretary", "An").append("count", 3);
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.connectionString())) {
            things(client).createIndex(new org.bson.Document("count", 1));
        }
        try (Session session = Session.open(folder.resolve("store.db"), false)) {
            byte[] bytes = Bson.encode(
                    new Document("_id", "old").append("secretary", "An").append("count", 3));
            session.update("insert into c1 (n, v) values (1, ?)", (Object) bytes);
            session.update("insert into k1 (k, n) values (?, 1)", (Object) Key.of("old"));
            session.update("insert into i1 (k, n) values (?, 1)", (Object) Key.of(3));
            session.run("drop table catalogue_name");
            session.run("pragma user_version = 2");
        }
        for (int start = 0; start < 2; start++) {
            try (EmbeddedStore store = EmbeddedStore.open(folder);
                    MongoClient client = MongoClients.create(store.connectionString())) {
                assertThat(things(client)
                                .find(new org.bson.Document("count", 3))
                                .first())
                        .isEqualTo(document);
                var next = new org.bson.Document("_id", "new" + start)
                        .append("secretary", "Bình")
                        .append("count", 4);
                things(client).insertOne(next);
                assertThat(things(client).find(next).first()).isEqualTo(next);
            }
        }
    }

    private static void tell(Writer writer, Writer.Work work) throws Exception {
        var done = new CompletableFuture<Boolean>();
        writer.submit(new Writer.Task(work, false, (reply, failure) -> done.complete(failure == null)));
        done.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    /** Readers may know a name whose transaction was taken back; the next document that uses it must not rely on that. */
    @Test
    void aNameLearnedInATransactionThatFailedIsInTheFileBeforeItIsUsed() throws Exception {
        EmbeddedStore.open(folder).close();
        Path file = folder.resolve("store.db");
        var written = new Document("_id", "b").append("department", "x");
        try (Session session = Session.open(file, false);
                var checkpoints = new Checkpoints(file)) {
            var catalogue = new Catalogue();
            catalogue.load(session);
            Table table = catalogue.create(session, "names", "things");
            try (var writer = new Writer(session, catalogue, checkpoints, new Acknowledgements(() -> {}))) {
                tell(writer, own -> {
                    Rows.insert(own, table, Rows.prepare(table, new Document("_id", "a").append("department", "x")));
                    throw new SQLException("the disk is gone");
                });
                tell(writer, own -> {
                    Rows.insert(own, table, Rows.prepare(table, written));
                    return new Document();
                });
            }
        }
        try (Session session = Session.open(file, false)) {
            var catalogue = new Catalogue();
            catalogue.load(session);
            @Nullable Table table = catalogue.find("names", "things");
            long number = session.number(
                    "select n from " + Objects.requireNonNull(table).rows());
            assertThat(Rows.read(session, table, number)).isEqualTo(Bson.encode(written));
        }
    }
}
