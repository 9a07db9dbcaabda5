package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.diemcau.Patience;
import vn.diemcau.embedded.StoreUnusable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

/** The store of a directory, open for a test, with the indexes it asks for. */
record OpenStore(TestStore store) implements AutoCloseable {
    static OpenStore at(Path directory, List<Index> indexes) throws StoreUnusable {
        TestStore store = TestStore.open(directory);
        await(Index.ensure(store.mongo(), indexes));
        return new OpenStore(store);
    }

    Mongo mongo() {
        return store.mongo();
    }

    /** What the future holds; throws what it failed with. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(Patience.SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) throw cause;
            if (failure.getCause() instanceof TimeoutException) throw new AssertionError("it did not come in time");
            throw failure;
        }
    }

    @Override
    public void close() {
        store.end();
    }
}
