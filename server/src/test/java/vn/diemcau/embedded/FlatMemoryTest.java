package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** A store with 80 MB of heap: a million documents and files larger than that pass through it. */
class FlatMemoryTest {

    private static final int FIRST = 1000;
    private static final int ALL = FIRST << 10;

    @TempDir
    private Path folder;

    /** A thousand through the driver, doubled ten times in the file: the walks here look at documents, not at their ids. */
    private void fill() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.connectionString())) {
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < FIRST; i++) {
                String tag = "a theme with quite a long name, number " + i % 100;
                documents.add(new Document("_id", i)
                        .append("n", i)
                        .append("tags", i % 50 == 0 ? List.of(tag, "another") : List.of(tag)));
            }
            client.getDatabase("flat").getCollection("many").insertMany(documents);
        }
        try (Session session = Session.open(folder.resolve("store.db"), false)) {
            long table = session.number("select n from catalogue_collection where name = 'many'");
            session.update("begin immediate");
            for (long count = FIRST; count < ALL; count *= 2) {
                session.update("insert into c" + table + " select n + ?, v from c" + table, count);
            }
            session.update("commit");
        }
    }

    /** The most memory the process ever had, in megabytes. */
    private static long most(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .sum()
                / 1024;
    }

    @Test
    void aMillionDocumentsAndALargeFileNeedLittleMemory() throws Exception {
        fill();
        Process small = new ProcessBuilder(Processes.store(
                        folder, "-Xms80m", "-Xmx80m", "-XX:+AlwaysPreTouch", "-XX:MaxDirectMemorySize=128m"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader out = small.inputReader(StandardCharsets.UTF_8);
            try (MongoClient client = MongoClients.create(out.readLine())) {
                MongoDatabase database = client.getDatabase("flat");
                MongoCollection<Document> many = database.getCollection("many");
                long seen = 0;
                for (Document document : many.find().batchSize(1000)) {
                    seen += document.getInteger("n") >= 0 ? 1 : 0;
                }
                assertThat(seen).isEqualTo(ALL);
                long before = most(small);
                many.createIndex(new Document("tags", 1));
                long grown = most(small) - before;
                System.out.println("an index over " + ALL + " documents: " + before + " MB before, " + grown + " more");
                assertThat(grown).as("megabytes more for an index").isLessThan(80);
                // by an index that may show a document twice
                assertThat(many.countDocuments(Filters.gte("tags", "a"))).isEqualTo(ALL);
                assertThat(many.updateMany(Filters.lt("n", 50), Updates.set("more", 1))
                                .getModifiedCount())
                        .isEqualTo(ALL / FIRST * 50);
                passAFile(database);
            }
        } finally {
            small.getOutputStream().close();
            assertThat(small.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void passAFile(MongoDatabase database) throws Exception {
        GridFSBucket bucket = GridFSBuckets.create(database);
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        ObjectId file;
        byte[] block = new byte[1 << 20];
        try (var upload = bucket.openUploadStream("large")) {
            for (int i = 0; i < 120; i++) {
                new Random(i).nextBytes(block);
                sent.update(block);
                upload.write(block);
            }
            file = upload.getObjectId();
        }
        MessageDigest received = MessageDigest.getInstance("SHA-256");
        try (InputStream download = bucket.openDownloadStream(file)) {
            for (int n = download.read(block); n >= 0; n = download.read(block)) {
                received.update(block, 0, n);
            }
        }
        assertThat(received.digest()).isEqualTo(sent.digest());
    }
}
