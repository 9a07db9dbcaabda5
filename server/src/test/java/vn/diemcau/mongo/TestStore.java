package vn.diemcau.mongo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Patience;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreUnusable;

/**
 * The store every test of a feature runs on: the embedded one in the test's directory, or, in the second run that the
 * build makes when MONGODB_TEST_URI is set, a database of its own in that MongoDB.
 */
public final class TestStore implements AutoCloseable {

    private final @Nullable EmbeddedStore embedded;
    private final Mongo mongo;
    private final Path folder;

    private TestStore(@Nullable EmbeddedStore embedded, Mongo mongo, Path folder) {
        this.embedded = embedded;
        this.mongo = mongo;
        this.folder = folder;
    }

    /** Opens what that directory holds, or begins it. */
    public static TestStore open(Path folder) throws StoreUnusable {
        String uri = uri(folder);
        if (uri != null) {
            return new TestStore(null, Mongo.connect(uri, "diemcau", false), folder);
        }
        EmbeddedStore embedded = EmbeddedStore.open(folder);
        return new TestStore(embedded, Mongo.connect(embedded.connectionString(), "diemcau", true), folder);
    }

    /** Where the data of a directory lies in the MongoDB this run is about; null when it is about the embedded store. */
    public static @Nullable String uri(Path folder) {
        if (!Boolean.getBoolean("diemcau.test.mongodb")) {
            return null;
        }
        String uri = System.getenv("MONGODB_TEST_URI");
        if (uri == null) {
            throw new IllegalStateException("this run is for a MongoDB: set MONGODB_TEST_URI");
        }
        byte[] path = folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
        return within(uri, "diemcau-test-" + UUID.nameUUIDFromBytes(path));
    }

    /** The same server, but another database; who may sign in is still asked where it was asked before. */
    static String within(String uri, String database) {
        int query = uri.indexOf('?');
        String server = query < 0 ? uri : uri.substring(0, query);
        String options = query < 0 ? "" : uri.substring(query + 1);
        int path = server.indexOf('/', server.indexOf("://") + 3);
        String named = path < 0 ? "" : server.substring(path + 1);
        if (server.contains("@") && !options.contains("authSource=")) {
            options += (options.isEmpty() ? "" : "&") + "authSource=" + (named.isEmpty() ? "admin" : named);
        }
        return (path < 0 ? server : server.substring(0, path)) + "/" + database
                + (options.isEmpty() ? "" : "?" + options);
    }

    /** Forgets what a directory's tests left in the MongoDB of this run; of the embedded store the directory goes anyway. */
    public static void forget(Path folder) {
        String uri = uri(folder);
        if (uri != null) {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", false)) {
                Mongo.first(mongo.database().drop())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .orTimeout(Patience.SECONDS, TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException failure) {
                throw new IllegalStateException("a test's database stays behind", failure);
            }
        }
    }

    /** For servers that are to share it. */
    public String connectionString() {
        String uri = uri(folder);
        if (uri != null) return uri;
        return Objects.requireNonNull(embedded).connectionString();
    }

    public Mongo mongo() {
        return mongo;
    }

    @Override
    public void close() {
        mongo.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    /** Closes it for good: what it held is forgotten. */
    public void end() {
        close();
        forget(folder);
    }
}
