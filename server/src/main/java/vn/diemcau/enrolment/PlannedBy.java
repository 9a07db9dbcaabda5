package vn.diemcau.enrolment;

import io.vertx.core.Future;
import vn.diemcau.access.Action;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Finds programmes and sessions for whoever has the right to act on the unit that holds them; others' ids tell nothing. */
final class PlannedBy {
    private final Schedule schedule;

    PlannedBy(Schedule schedule) {
        this.schedule = schedule;
    }

    Future<Programme> programme(String id, SignedIn who, Action action) {
        return schedule.programme(id).map(found -> {
            Programme programme = found.orElseThrow(PlannedBy::missing);
            who.require(action, programme.unitPath());
            return programme;
        });
    }

    Future<Session> session(String id, SignedIn who, Action action) {
        return schedule.session(id).map(found -> {
            Session session = found.orElseThrow(PlannedBy::missing);
            who.require(action, session.unitPath());
            return session;
        });
    }

    private static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
