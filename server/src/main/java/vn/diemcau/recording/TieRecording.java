package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.Session;

/**
 * Use case: a recording is given to the session that it is of, moved from the wrong one, or taken from it. The change carries what the
 * audit record is owed about it, and nothing else is changed before that is paid.
 */
final class TieRecording {
    private final RecordingStore recordings;
    private final WatchStore watched;
    private final Audit audit;

    TieRecording(RecordingStore recordings, WatchStore watched, Audit audit) {
        this.recordings = recordings;
        this.watched = watched;
        this.audit = audit;
    }

    /**
     * The session waits for no other one then. Fails with recording_not_there, watched_counted when it made up for somebody's absence, or
     * changed_meanwhile when it is not as it was read.
     */
    Future<Recording> handle(Recording read, Session session, SignedIn by) {
        if (session.id().equals(read.session()))
            return pay(read.id())
                    .compose(paid -> recordings.arrivedOtherwise(session.id()))
                    .map(read);
        return free(read)
                .compose(free -> recordings.tie(read, session, owed(read, session.id(), by)))
                .compose(tied -> done(tied, read))
                .compose(tied -> recordings.arrivedOtherwise(session.id()).map(tied));
    }

    /** The unit that holds the recording keeps it. Fails as tying does. */
    Future<Recording> undo(Recording read, SignedIn by) {
        if (read.session() == null) return pay(read.id()).map(read);
        return free(read)
                .compose(free -> recordings.untie(read, owed(read, null, by)))
                .compose(untied -> done(untied, read));
    }

    /** Tells the audit record what somebody who died in between still owes it; it may be told twice, never not at all. */
    Future<Void> payAll() {
        return recordings.owing().compose(all -> {
            Future<Void> chain = Future.succeededFuture();
            for (Document owing : all) chain = chain.compose(done -> pay(owing));
            return chain;
        });
    }

    /** What attendance was told of one session cannot move to another. */
    private Future<Void> free(Recording read) {
        if (read.state() != State.READY)
            return Future.failedFuture(
                    Problem.conflict("recording_not_there", "Only a recording that is there has a session to change."));
        return pay(read.id())
                .compose(paid -> watched.counted(read.id()))
                .compose(counted -> counted ? Future.failedFuture(counted()) : Future.succeededFuture());
    }

    /** Where nothing was changed, something came in between: a decision that counts, a removal, or somebody else's change. */
    private Future<Recording> done(Optional<Recording> changed, Recording read) {
        if (changed.isPresent()) return pay(read.id()).map(changed.get());
        return recordings.find(read.id()).compose(found -> {
            Recording now = found.orElseThrow(Viewers::missing);
            boolean same = now.state() == State.READY && Objects.equals(now.session(), read.session());
            return Future.failedFuture(
                    same
                            ? counted()
                            : Problem.conflict(
                                    "changed_meanwhile", "Somebody else changed this recording; look at it again."));
        });
    }

    private static Problem counted() {
        return Problem.conflict(
                "watched_counted", "It has made up for somebody's absence in its session, and stays with it.");
    }

    private static Document owed(Recording read, @Nullable String session, SignedIn by) {
        JsonObject detail = by.did(new JsonObject().put("after", session).put("before", read.session()));
        return new Document("id", UUID.randomUUID().toString())
                .append("by", by.account())
                .append("what", session == null ? "recording_untied" : "recording_tied")
                .append("detail", detail.encode());
    }

    private Future<Void> pay(String recording) {
        return recordings.owed(recording).compose(found -> found.map(this::pay).orElse(Future.succeededFuture()));
    }

    private Future<Void> pay(Document owing) {
        Document owed = owing.get("owed", Document.class);
        String recording = owing.getString("_id");
        return audit.add(
                        owed.getString("by"),
                        owed.getString("what"),
                        "recording/" + recording,
                        new JsonObject(owed.getString("detail")))
                .compose(kept -> recordings.paid(recording, owed.getString("id")));
    }
}
