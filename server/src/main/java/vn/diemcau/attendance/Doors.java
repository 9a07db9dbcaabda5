package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import vn.diemcau.access.Action;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** Finds the session or site a route is about, for whoever may; others learn nothing, not even that it exists. */
final class Doors {
    private final Schedule schedule;
    private final Recent<Session> recent = new Recent<>(1000);

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

    /** The plan as of a moment ago: who may and which sites there are hardly changes while people queue. */
    Future<At> site(String session, String site, SignedIn caller, Action action) {
        return lately(session).map(found -> {
            caller.requireAtSite(action, found.unitPath(), session, site);
            return new At(found, siteOf(found, site));
        });
    }

    private Future<Session> lately(String id) {
        return recent.get(List.of(id), ids -> schedule.session(id)
                        .map(found -> found.map(session -> Map.of(id, session)).orElse(Map.of())))
                .map(found -> {
                    Session session = found.get(id);
                    if (session == null) throw Problem.missing("not_found", "There is no such session.");
                    return session;
                });
    }

    static Site siteOf(Session session, String site) {
        return session.site(site).orElseThrow(() -> Problem.missing("not_found", "The session has no such site."));
    }
}
