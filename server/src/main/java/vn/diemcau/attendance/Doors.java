package vn.diemcau.attendance;

import io.vertx.core.Future;
import vn.diemcau.access.Action;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Finds the session or site a route is about, for whoever may; others learn nothing, not even that it exists. */
final class Doors {
    private final Schedule schedule;

    Doors(Schedule schedule) {
        this.schedule = schedule;
    }

    /** A site of a session. */
    record At(Session session, Site site) {}

    Future<Session> session(String id) {
        return schedule.session(id)
                .map(found -> found.orElseThrow(() -> Problem.missing("not_found", "There is no such session.")));
    }

    Future<Session> session(String id, SignedIn caller, Action action) {
        return session(id).map(session -> {
            caller.require(action, session.unitPath());
            return session;
        });
    }

    Future<At> site(String session, String site, SignedIn caller, Action action) {
        return session(session).map(found -> {
            caller.requireAtSite(action, found.unitPath(), session, site);
            return new At(found, siteOf(found, site));
        });
    }

    static Site siteOf(Session session, String site) {
        return session.site(site).orElseThrow(() -> Problem.missing("not_found", "The session has no such site."));
    }
}
