package vn.diemcau.recording;

import io.vertx.core.Future;
import java.util.List;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** Who may see a recording: whoever plans where it was held, and whoever is on the session's list. */
final class Viewers {
    private final RecordingStore recordings;
    private final Enrolments enrolments;

    Viewers(RecordingStore recordings, Enrolments enrolments) {
        this.recordings = recordings;
        this.enrolments = enrolments;
    }

    boolean runs(SignedIn who, Recording recording) {
        return who.may(Action.PLAN, recording.unitPath());
    }

    /** The units below which the caller plans, each path once and none below another. */
    static List<String> planned(SignedIn who) {
        List<String> paths = who.grants().stream()
                .filter(grant -> Action.PLAN.roles().contains(grant.role()))
                .map(Grant::unitPath)
                .filter(path -> !path.isEmpty())
                .distinct()
                .toList();
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .toList();
    }

    /** The recording, or MISSING for whoever may not see it. */
    Future<Recording> seen(String id, SignedIn who) {
        return recordings.find(id).compose(found -> {
            Recording recording = found.orElseThrow(Viewers::missing);
            if (runs(who, recording)) return Future.succeededFuture(recording);
            if (recording.state() != Recording.State.READY) throw missing();
            return listed(recording.session(), who).map(listed -> {
                if (!listed) throw missing();
                return recording;
            });
        });
    }

    Future<Boolean> listed(@org.jspecify.annotations.Nullable String session, SignedIn who) {
        String person = who.person();
        return session == null || person == null
                ? Future.succeededFuture(false)
                : enrolments.entry(session, person).map(entry -> entry.isPresent());
    }

    /** The recording for whoever may do this where it was held, or MISSING. */
    Future<Recording> held(String id, SignedIn who, Action action) {
        return recordings.find(id).map(found -> {
            Recording recording = found.orElseThrow(Viewers::missing);
            who.require(action, recording.unitPath());
            return recording;
        });
    }

    static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
