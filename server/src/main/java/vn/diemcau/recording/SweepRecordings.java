package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import vn.diemcau.audit.Audit;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.StoredFile;

/** Use case: what time does to recordings. Warns of removals, removes what was warned of long enough. */
final class SweepRecordings {
    private final RecordingStore recordings;
    private final FileStore files;
    private final Audit audit;
    private final InstantSource clock;

    SweepRecordings(RecordingStore recordings, FileStore files, Audit audit, InstantSource clock) {
        this.recordings = recordings;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    Future<Void> handle() {
        Instant now = clock.instant();
        return recordings
                .removedBefore(now.plus(Recording.WARNING))
                .compose(ready -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Recording recording : ready) {
                        if (recording.toBeWarnedOf(now))
                            chain = chain.compose(done ->
                                    recordings.warned(recording.id(), now).mapEmpty());
                        else if (recording.toBeRemoved(now))
                            chain = chain.compose(done -> remove(recording, "retention"));
                    }
                    return chain;
                })
                .compose(done -> recordings.leftBehind())
                .compose(removed -> {
                    Future<Void> chain = Future.succeededFuture();
                    for (Recording recording : removed) {
                        chain = chain.compose(done -> deleteBytes(recording));
                    }
                    return chain;
                });
    }

    /** First nobody can see it any more, then its bytes go. Again finishes what a crash left. */
    Future<Void> remove(Recording recording, String by) {
        return recordings
                .removed(recording.id())
                .compose(done -> audit.add(
                        by,
                        "recording_removed",
                        "recording/" + recording.id(),
                        new JsonObject().put("session", recording.session()).put("title", recording.title())))
                .compose(done -> deleteBytes(recording));
    }

    private Future<Void> deleteBytes(Recording recording) {
        StoredFile file = recording.file();
        StoredFile poster = recording.poster();
        Future<Void> first = file == null ? Future.succeededFuture() : files.delete(file.id(), file.place());
        return first.compose(
                        done -> poster == null ? Future.succeededFuture() : files.delete(poster.id(), poster.place()))
                .compose(done -> recordings.forgetFile(recording.id()));
    }
}
