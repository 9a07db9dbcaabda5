package vn.diemcau.campaign;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.http.Api;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Schedule;

/** Campaigns over all units, put together; Platform makes one. */
public final class Campaigns {
    private static final Logger LOG = LoggerFactory.getLogger(Campaigns.class);
    private static final long REMIND_MILLIS = 600_000;

    private final Vertx vertx;
    private final CampaignStore store;
    private final KeepCampaign keep;
    private final CampaignRoutes routes;
    private final ProgressRoutes progress;

    public Campaigns(
            Vertx vertx, Mongo mongo, People people, Schedule schedule, Attendances attendances, InstantSource clock) {
        this.vertx = vertx;
        store = new CampaignStore(mongo);
        ReadProgress read = new ReadProgress(schedule, people, attendances, clock);
        keep = new KeepCampaign(store, read, people, clock);
        routes = new CampaignRoutes(store, keep, read, people);
        progress = new ProgressRoutes(store, keep, read, people);
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        return CampaignStore.INDEXES;
    }

    /** What the campaign is called; empty when there is none. */
    public Future<Optional<String>> title(String id) {
        return store.find(id).map(found -> found.map(Campaign::title));
    }

    public void mount(Api api) {
        routes.mount(api);
        progress.mount(api);
    }

    /** Begins the periodic work: units that lag are reminded on the campaign's day. */
    public void start() {
        remind();
        vertx.setPeriodic(REMIND_MILLIS, timer -> remind());
    }

    private void remind() {
        keep.remindDue().onFailure(failure -> LOG.warn("nobody was reminded this time: {}", failure.toString()));
    }
}
