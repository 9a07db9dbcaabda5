package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreUnusable;

class StoreCommandsTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private void run(Path data, String... words) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data", data.toString()));
        StoreCommands.run(arguments, "nowhere", new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private static void fill(MongoDatabase database) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            documents.add(new Document("_id", "p" + i)
                    .append("name", "Nguyễn Văn " + i)
                    .append("at", new Date(i * 1000L))
                    .append("tags", List.of(i % 3, i % 7)));
        }
        database.getCollection("people").insertMany(documents);
        database.getCollection("people").createIndex(new Document("name", 1), new IndexOptions().unique(true));
        database.getCollection("people").createIndex(new Document("tags", 1).append("at", -1));
        database.getCollection("things").insertOne(new Document("_id", 1).append("x", new Document("y", List.of())));
    }

    private static List<Document> all(Path data) throws StoreUnusable {
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("diemcau");
            List<Document> all = new ArrayList<>();
            for (String name : database.listCollectionNames().into(new java.util.TreeSet<>())) {
                MongoCollection<Document> collection = database.getCollection(name);
                collection.find().sort(new Document("_id", 1)).into(all);
                collection.listIndexes().into(all);
                assertThat(database.runCommand(new Document("validate", name)).getBoolean("valid"))
                        .isTrue();
            }
            return all;
        }
    }

    @Test
    void aBackupOfARunningStoreRestoresToTheSame() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("kept.db");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString())) {
            fill(client.getDatabase("diemcau"));
            run(data, "backup", file.toString());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control.sock"))))
                    .isEqualTo("rw-------");
            client.getDatabase("diemcau").getCollection("things").insertOne(new Document("_id", "after the backup"));
            assertThatThrownBy(() -> run(data, "restore", file.toString()))
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining("stop it first");
            assertThatThrownBy(() -> run(data, "backup", file.toString())).hasMessageContaining("exists already");
        }
        List<Document> later = all(data);
        Path other = folder.resolve("other");
        run(other, "restore", file.toString());
        List<Document> restored = all(other);
        assertThat(restored).hasSize(later.size() - 1).isSubsetOf(later);
        run(data, "restore", file.toString());
        assertThat(all(data)).isEqualTo(restored);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("equal byte for byte");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString())) {
            fill(client.getDatabase("diemcau"));
            run(data, "backup", folder.resolve("kept.db").toString());
        }
        byte[] bytes = Files.readAllBytes(folder.resolve("kept.db"));
        java.util.Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20_000, (byte) 7);
        Files.write(folder.resolve("damaged.db"), bytes);
        List<Document> before = all(data);
        assertThatThrownBy(
                        () -> run(data, "restore", folder.resolve("damaged.db").toString()))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("damaged");
        Files.writeString(folder.resolve("letter"), "not a store at all ".repeat(20));
        assertThatThrownBy(() -> run(data, "restore", folder.resolve("letter").toString()))
                .hasMessageContaining("not a store");
        assertThat(all(data)).isEqualTo(before);
    }

    @Test
    void exportAndImportCarryEveryDocumentAndIndex() throws Exception {
        Path data = folder.resolve("data");
        Path target = folder.resolve("target");
        Path third = folder.resolve("third");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString());
                EmbeddedStore mongo = EmbeddedStore.open(target)) {
            fill(client.getDatabase("diemcau"));
            run(data, "export", mongo.connectionString());
            assertThatThrownBy(() -> run(data, "export", mongo.connectionString()))
                    .hasMessageContaining("already has documents");
            run(third, "import", mongo.connectionString());
        }
        assertThat(all(target)).isEqualTo(all(data));
        assertThat(all(third)).isEqualTo(all(data));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("both sides hold the same");
    }

    @Test
    void theAddressIsTheRunningServersAndNobodyElses() throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedStore store = EmbeddedStore.open(data)) {
            run(data, "uri");
            assertThat(said.toString(StandardCharsets.UTF_8).strip()).isEqualTo(store.connectionString());
        }
        assertThatThrownBy(() -> run(data, "uri"))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("start it first");
    }

    @Test
    void whatWasDeletedIsNowhereInTheFilesAfterCompacting() throws Exception {
        Path data = folder.resolve("data");
        String secret = "Trần-Thị-Bí-Mật-8472619";
        try (EmbeddedStore store = EmbeddedStore.open(data);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> people = client.getDatabase("diemcau").getCollection("people");
            fill(client.getDatabase("diemcau"));
            for (int i = 0; i < 200; i++) {
                people.insertOne(new Document("_id", "secret" + i)
                        .append("name", secret + i)
                        .append("more", (secret + " ").repeat(i)));
            }
            assertThat(holds(data, secret)).isTrue();
            people.deleteMany(new Document("name", new Document("$gte", secret).append("$lt", secret + "~")));
            run(data, "compact");
            assertThat(people.countDocuments()).isEqualTo(3000);
            assertThat(holds(data, secret)).isFalse();
        }
        assertThat(holds(data, secret)).isFalse();
    }

    private static boolean holds(Path data, String text) throws Exception {
        for (String name : List.of("store.db", "store.db-wal")) {
            Path path = data.resolve(name);
            if (Files.exists(path)) {
                String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
                String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                if (bytes.contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
