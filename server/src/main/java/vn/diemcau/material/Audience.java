package vn.diemcau.material;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.SignedIn;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Who may read a material: whoever is on a list of the programme, or of its session or site when it belongs to one, once it is available. */
final class Audience {
    private final Schedule schedule;
    private final Enrolments enrolments;

    Audience(Schedule schedule, Enrolments enrolments) {
        this.schedule = schedule;
        this.enrolments = enrolments;
    }

    /** The sessions of the programme on whose lists the person stands, each with the site they are expected at, or an empty text. */
    Future<Map<String, String>> sessions(String programme, String person) {
        Map<String, String> mine = new HashMap<>();
        return schedule.sessionsOf(programme).compose(sessions -> {
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> enrolments.entry(session.id(), person))
                        .map(entry -> {
                            entry.ifPresent(there ->
                                    mine.put(session.id(), there.siteId().orElse("")));
                            return null;
                        });
            }
            return chain.map(done -> mine);
        });
    }

    /**
     * @param sessions as {@link #sessions} answers
     * @param roles that the person holds anywhere
     */
    static boolean reads(Material material, Map<String, String> sessions, Set<Role> roles, Instant now) {
        if (material.readers() == Material.Readers.ORGANISERS) return false;
        if (!material.roles().isEmpty() && Collections.disjoint(material.roles(), roles)) return false;
        if (material.availableFrom().isAfter(now) || sessions.isEmpty()) return false;
        String session = material.session();
        if (session != null && !sessions.containsKey(session)) return false;
        String site = material.site();
        if (site == null) return true;
        return session == null ? sessions.containsValue(site) : site.equals(sessions.get(session));
    }

    static Set<Role> roles(SignedIn who) {
        return who.grants().stream().map(Grant::role).collect(Collectors.toSet());
    }
}
