package vn.diemcau.material;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.files.FileStore;
import vn.diemcau.http.Api;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.Schedule;

/** Files for those who are summoned, put together; Platform wires this one object. */
public final class Materials {
    private final MaterialRoutes routes;

    /** @param limit the largest file, in bytes */
    public Materials(
            Vertx vertx, Mongo mongo, Schedule schedule, Enrolments enrolments, long limit, InstantSource clock) {
        MaterialStore materials = new MaterialStore(mongo);
        FileStore files = new FileStore(vertx, mongo);
        routes = new MaterialRoutes(
                schedule,
                materials,
                files,
                new Audience(schedule, enrolments),
                new AddMaterial(materials, files, limit, clock),
                clock);
    }

    /** Every index this feature needs; those of GridFS are its own. */
    public static List<Index> indexes() {
        return MaterialStore.INDEXES;
    }

    public void mount(Api api) {
        routes.mount(api);
    }
}
