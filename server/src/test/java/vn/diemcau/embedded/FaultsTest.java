package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** What goes wrong with files and disks ends in one clear sentence, and leaves the file as it was. */
class FaultsTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("store.db");
    }

    private void withDocuments() throws StoreUnusable {
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.connectionString())) {
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                documents.add(new Document("_id", i).append("text", "x".repeat(500)));
            }
            client.getDatabase("faults").getCollection("things").insertMany(documents);
        }
    }

    private void refusedUntouched(String... words) throws IOException {
        byte[] before = Files.readAllBytes(file());
        var refusal = catchThrowableOfType(
                StoreUnusable.class, () -> EmbeddedStore.open(folder).close());
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage()).contains(file().toString()).contains(words);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        Files.writeString(file(), "minutes of a meeting, certainly no store\n".repeat(10));
        refusedUntouched("is not a store of this program");
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        try (Session other = Session.open(file(), false)) {
            other.run("create table somebody (elses text)");
        }
        refusedUntouched("is not a store of this program");
    }

    @Test
    void aTruncatedStoreIsRefused() throws Exception {
        withDocuments();
        try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        refusedUntouched("is cut off");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Files.createFile(file());
        refusedUntouched("is cut off");
    }

    @Test
    void aStoreOfANewerVersionIsRefused() throws Exception {
        withDocuments();
        try (var newer = new RandomAccessFile(file().toFile(), "rw")) {
            newer.seek(60);
            newer.writeInt(StoreFile.SCHEMA + 1);
        }
        refusedUntouched("newer version");
    }

    @Test
    void aStoreInUseByAnotherProcessIsRefused() throws Exception {
        Process other = new ProcessBuilder(Processes.store(folder))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader out = other.inputReader(StandardCharsets.UTF_8);
            assertThat(out.readLine()).startsWith("mongodb://");
            var refusal = catchThrowableOfType(StoreUnusable.class, () -> EmbeddedStore.open(folder));
            assertThat(refusal.getMessage())
                    .contains("in use by another process")
                    .contains(folder.toString());
        } finally {
            other.destroyForcibly().waitFor();
        }
        EmbeddedStore.open(folder).close();
    }

    @Test
    void theSameStoreTwiceInOneProcessIsRefused() throws Exception {
        try (EmbeddedStore first = EmbeddedStore.open(folder)) {
            var refusal = catchThrowableOfType(StoreUnusable.class, () -> EmbeddedStore.open(folder));
            assertThat(refusal.getMessage()).contains("in use");
            assertThat(first.facts().bytes()).isPositive();
        }
    }

    @Test
    void aDirectoryWithoutTheRightToWriteIsRefused() throws Exception {
        withDocuments();
        byte[] before = Files.readAllBytes(file());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(
                root ? List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner") : List.of());
        command.addAll(Processes.store(folder));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "setpriv is missing");
            return;
        }
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(said)
                    .contains("StoreUnusable")
                    .contains(folder.toString())
                    .contains("cannot be written to");
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
        } finally {
            process.destroyForcibly();
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }

    @Test
    void aFullDiskRefusesWritesKeepsWhatWasAcknowledgedAndRecovers() throws Exception {
        System.setProperty("diemcau.store.maxPages", "300");
        int kept = 0;
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> things = client.getDatabase("faults").getCollection("things");
            MongoException full = null;
            while (full == null && kept < 10_000) {
                Document next = new Document("_id", kept).append("text", "x".repeat(2000));
                full = catchThrowableOfType(MongoException.class, () -> things.insertOne(next));
                kept += full == null ? 1 : 0;
            }
            assertThat(full).isNotNull();
            assertThat(full.getCode()).isEqualTo(14031);
            assertThat(things.countDocuments()).isEqualTo(kept);
            assertThat(things.deleteMany(new Document("_id", new Document("$lt", 50)))
                            .getDeletedCount())
                    .isEqualTo(50);
            things.insertOne(new Document("_id", "again"));
            assertThat(things.countDocuments()).isEqualTo(kept - 50 + 1);
        } finally {
            System.clearProperty("diemcau.store.maxPages");
        }
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient client = MongoClients.create(store.connectionString())) {
            assertThat(client.getDatabase("faults").getCollection("things").countDocuments())
                    .isEqualTo(kept - 50 + 1);
            assertThat(client.getDatabase("faults")
                            .runCommand(new Document("validate", "things"))
                            .getBoolean("valid"))
                    .isTrue();
        }
    }

    @Test
    void filesAreReadableByTheirOwnerOnly() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.open(folder)) {
            assertThat(store.facts().file()).isEqualTo(file());
            for (String name : List.of("store.db", "store.db-wal", "store.lock")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }
}
