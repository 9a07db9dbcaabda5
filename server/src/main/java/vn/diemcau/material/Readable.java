package vn.diemcau.material;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import vn.diemcau.access.Action;
import vn.diemcau.access.Role;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;

/** Finds materials for whoever asks: to read, or to change; what is not theirs is answered as if it did not exist. */
final class Readable {
    /** A material with whether the caller plans its programme. */
    record Found(Material material, boolean plans) {}

    private final Schedule schedule;
    private final MaterialStore materials;
    private final Audience audience;
    private final InstantSource clock;

    Readable(Schedule schedule, MaterialStore materials, Audience audience, InstantSource clock) {
        this.schedule = schedule;
        this.materials = materials;
        this.audience = audience;
        this.clock = clock;
    }

    Future<Programme> programme(String id) {
        return schedule.programme(id).map(found -> found.orElseThrow(Readable::missing));
    }

    /** For whoever may read it now. */
    Future<Found> read(String id, SignedIn who) {
        return find(id).compose(material -> programme(material.programme()).compose(programme -> {
            if (who.may(Action.PLAN, programme.unitPath())) return Future.succeededFuture(new Found(material, true));
            return mine(programme.id(), who, List.of(material)).map(mine -> {
                if (mine.isEmpty()) throw missing();
                return new Found(material, false);
            });
        }));
    }

    /** Those of them that the caller may read as one of the summoned. */
    Future<List<Material>> mine(String programme, SignedIn who, List<Material> all) {
        String person = who.person();
        if (person == null || all.isEmpty()) return Future.succeededFuture(List.of());
        Set<Role> roles = Audience.roles(who);
        Instant now = clock.instant();
        return audience.sessions(programme, person).map(sessions -> all.stream()
                .filter(material -> Audience.reads(material, sessions, roles, now))
                .toList());
    }

    /** For whoever plans its programme. */
    Future<Material> editable(String id, SignedIn who) {
        return find(id).compose(material -> planned(material.programme(), who).map(programme -> material));
    }

    Future<Programme> planned(String id, SignedIn who) {
        return programme(id).map(programme -> {
            who.require(Action.PLAN, programme.unitPath());
            return programme;
        });
    }

    private Future<Material> find(String id) {
        return materials.find(id).map(found -> found.orElseThrow(Readable::missing));
    }

    static Problem missing() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
