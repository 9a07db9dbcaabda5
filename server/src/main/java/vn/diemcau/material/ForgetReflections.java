package vn.diemcau.material;

import io.vertx.core.Future;
import java.util.List;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.StoredFile;
import vn.diemcau.mongo.Forgetting;

/** Use case: the reports of a person who is forgotten go with their bytes; that one was handed in stays, for the count. */
final class ForgetReflections implements Forgetting {
    private final ReflectionStore store;
    private final FileStore files;

    ForgetReflections(ReflectionStore store, FileStore files) {
        this.store = store;
        this.files = files;
    }

    @Override
    public Future<Void> forget(String person, List<String> accounts) {
        return store.ofPerson(person).compose(all -> {
            Future<Void> chain = Future.succeededFuture();
            for (Reflection each : all) {
                StoredFile file = each.file();
                if (file == null) continue;
                chain = chain.compose(done -> files.delete(file.id(), file.place()))
                        .compose(done -> store.dropFile(each));
            }
            return chain;
        });
    }
}
