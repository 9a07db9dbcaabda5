package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreUnusable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The embedded store in a directory, open for a test, with the indexes it asks for. */
record OpenStore(EmbeddedStore embedded, Mongo mongo) implements AutoCloseable {
    static OpenStore at(Path directory, List<Index> indexes) throws StoreUnusable {
        EmbeddedStore embedded = EmbeddedStore.open(directory);
        Mongo mongo = Mongo.connect(
                embedded.connectionString(), "t" + UUID.randomUUID().toString().substring(0, 8), true);
        await(Index.ensure(mongo, indexes));
        return new OpenStore(embedded, mongo);
    }

    /** What the future holds; throws what it failed with. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            if (failure.getCause() instanceof TimeoutException) throw new AssertionError("took longer than 30 s");
            throw failure;
        }
    }

    @Override
    public void close() {
        mongo.close();
        embedded.close();
    }
}
