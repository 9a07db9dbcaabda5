package vn.diemcau.material;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Who may read a material: whoever is on a list of the programme, or of its session when it belongs to one, once it is available. */
final class Audience {
    private final Schedule schedule;
    private final Enrolments enrolments;

    Audience(Schedule schedule, Enrolments enrolments) {
        this.schedule = schedule;
        this.enrolments = enrolments;
    }

    /** The sessions of the programme on whose lists the person stands. */
    Future<Set<String>> sessions(String programme, String person) {
        Set<String> mine = new HashSet<>();
        return schedule.sessionsOf(programme).compose(sessions -> {
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> enrolments.entry(session.id(), person))
                        .map(entry -> {
                            if (entry.isPresent()) mine.add(session.id());
                            return null;
                        });
            }
            return chain.map(done -> mine);
        });
    }

    static boolean reads(Material material, Set<String> sessions, Instant now) {
        if (material.availableFrom().isAfter(now) || sessions.isEmpty()) return false;
        return material.session() == null || sessions.contains(material.session());
    }

    static List<Material> readable(List<Material> all, Set<String> sessions, Instant now) {
        return all.stream().filter(material -> reads(material, sessions, now)).toList();
    }
}
