package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.recording.Recording.State;
import vn.diemcau.schedule.Session;

/** Use case: a recording is given to the session that it is of, moved from the wrong one, or taken from it. */
final class TieRecording {
    private final RecordingStore recordings;
    private final WatchStore watched;
    private final Audit audit;

    TieRecording(RecordingStore recordings, WatchStore watched, Audit audit) {
        this.recordings = recordings;
        this.watched = watched;
        this.audit = audit;
    }

    /** The session waits for no other one then. Fails with recording_not_there, or watched_counted when it made up for somebody's absence. */
    Future<Recording> handle(Recording recording, Session session, SignedIn by) {
        if (session.id().equals(recording.session()))
            return recordings.arrivedOtherwise(session.id()).map(recording);
        return free(recording)
                .compose(free -> recordings.tie(
                        recording.id(),
                        session.id(),
                        session.programme(),
                        session.unitPath(),
                        TakeRecording.title(session)))
                .compose(tied -> recordings.arrivedOtherwise(session.id()).map(tied))
                .compose(tied -> told(recording, session.id(), by).map(tied.orElseThrow(Viewers::missing)));
    }

    /** The unit that holds the recording keeps it. Fails as tying does. */
    Future<Recording> undo(Recording recording, SignedIn by) {
        if (recording.session() == null) return Future.succeededFuture(recording);
        return free(recording)
                .compose(free -> recordings.untie(recording.id()))
                .compose(untied -> told(recording, null, by).map(untied.orElseThrow(Viewers::missing)));
    }

    /** What attendance was told of one session cannot move to another. */
    private Future<Void> free(Recording recording) {
        if (recording.state() != State.READY)
            return Future.failedFuture(
                    Problem.conflict("recording_not_there", "Only a recording that is there has a session to change."));
        return watched.counted(recording.id())
                .compose(counted -> counted
                        ? Future.failedFuture(Problem.conflict(
                                "watched_counted",
                                "It has made up for somebody's absence in its session; correct that there first."))
                        : Future.succeededFuture());
    }

    private Future<Void> told(Recording recording, @Nullable String session, SignedIn by) {
        return audit.add(
                by.account(),
                session == null ? "recording_untied" : "recording_tied",
                "recording/" + recording.id(),
                by.did(new JsonObject().put("after", session).put("before", recording.session())));
    }
}
