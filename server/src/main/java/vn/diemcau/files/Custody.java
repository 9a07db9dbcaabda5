package vn.diemcau.files;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.diemcau.files.Upload.State;

/**
 * Bytes whose record may never come, because somebody died in between, or has just gone. After a time of grace whoever should keep them is
 * asked, and what nobody keeps is deleted.
 */
public final class Custody {
    /** A feature that keeps files of one purpose. */
    public interface Keeper {
        /** Whether the record of this key has the file, in force or as an earlier version. */
        Future<Boolean> keeps(String key, String file);
    }

    private final UploadStore store;
    private final FileStore files;
    private final InstantSource clock;
    private final Map<String, Keeper> keepers = new ConcurrentHashMap<>();

    Custody(UploadStore store, FileStore files, InstantSource clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /** Files of the purpose are deleted only when this one does not keep them; those of a purpose without a keeper never are. */
    public void keeper(String purpose, Keeper keeper) {
        keepers.put(purpose, keeper);
    }

    /** Says that bytes are about to come under this id and that the record of the key is to follow. Again starts the grace anew. */
    public Future<Void> expect(String file, Place place, String purpose, String key) {
        return note(file, place, purpose, key, clock.instant().plus(Uploads.KEPT));
    }

    /**
     * Takes the record away, then the bytes. Whatever dies on the way, the bytes go in the end, unless the record still stands.
     *
     * @param key of the record
     * @param record takes it away, or puts another file in the place of these
     */
    public Future<Void> release(
            Collection<StoredFile> gone, String purpose, String key, Supplier<Future<Void>> record) {
        Instant soon = clock.instant().plus(Uploads.GRACE);
        List<Future<Void>> noted = new ArrayList<>();
        for (StoredFile file : gone) noted.add(note(file.id(), file.place(), purpose, key, soon));
        return Future.all(noted)
                .compose(done -> record.get())
                .compose(done -> Future.join(gone.stream()
                        .map(file -> files.delete(file.id(), file.place()).compose(deleted -> store.forget(file.id())))
                        .toList()))
                .mapEmpty();
    }

    private Future<Void> note(String file, Place place, String purpose, String key, Instant until) {
        return store.note(new Upload(
                file, "custody", purpose, file, new HashMap<>(), place, 0, 0, 0, State.GONE, null, null, key, until));
    }

    /** The grace of something that was taken is over: from here on nobody takes it again, and its keeper is asked. */
    Future<Void> settle(Upload upload) {
        Keeper keeper = keepers.get(upload.purpose());
        String key = upload.key() == null ? "" : upload.key();
        return store.lapse(upload.id(), clock.instant()).compose(lapsed -> {
            if (!lapsed) return Future.succeededFuture();
            if (keeper == null) return store.forget(upload.id());
            return keeper.keeps(key, upload.id())
                    .compose(kept -> kept ? Future.succeededFuture() : files.delete(upload.id(), upload.place()))
                    .compose(done -> store.forget(upload.id()));
        });
    }
}
