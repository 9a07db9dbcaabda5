package vn.diemcau.schedule;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.http.Api;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.Affected;
import vn.diemcau.people.People;

/** The feature of planning, put together; Platform makes one, connects listeners, mounts and starts it. */
public final class Plans {
    private static final Logger LOG = LoggerFactory.getLogger(Plans.class);
    private static final long SWEEP_MILLIS = 5_000;

    private final Vertx vertx;
    private final Announcements announcements = new Announcements();
    private final Expected expected = new Expected();
    private final AnnounceSession announce;
    private final DeleteProgramme delete;
    private final StoredSchedule schedule;
    private final ProgrammeRoutes programmeRoutes;
    private final SessionRoutes sessionRoutes;
    private final SiteRoutes siteRoutes;
    private final TableRoutes tableRoutes;
    private final FollowUnits follow;

    public Plans(Vertx vertx, Mongo mongo, People people, InstantSource clock) {
        this.vertx = vertx;
        ProgrammeStore programmes = new ProgrammeStore(mongo);
        SessionStore sessions = new SessionStore(mongo);
        RecountProgramme recount = new RecountProgramme(programmes, sessions);
        announce = new AnnounceSession(vertx, sessions, announcements);
        ChangeSession change = new ChangeSession(sessions, recount, announce, clock);
        delete = new DeleteProgramme(programmes, sessions, announcements, recount);
        schedule = new StoredSchedule(programmes, sessions, change, recount, announce, people, clock);

        PlaceStore places = new PlaceStore(mongo);
        follow = new FollowUnits(programmes, sessions, places, change, announce, people);
        KeepProgramme keep = new KeepProgramme(programmes, sessions, change, clock);
        AddSessions add = new AddSessions(sessions, recount, clock);
        KeepPlaces keepPlaces = new KeepPlaces(places);
        OpenPlanRoutes open = new OpenPlanRoutes(programmes, sessions, people, clock);
        programmeRoutes = new ProgrammeRoutes(
                open,
                programmes,
                sessions,
                keep,
                new ChangeProgrammeState(programmes, sessions, change, recount, announce, clock),
                add,
                new CopyProgramme(programmes, sessions, keep, add, change),
                delete,
                new ListClashes(sessions, expected),
                clock);
        sessionRoutes = new SessionRoutes(open, sessions, change, delete);
        siteRoutes = new SiteRoutes(
                open,
                new AssignSites(programmes, sessions, places, change, announce, people, clock),
                places,
                keepPlaces);
        tableRoutes = new TableRoutes(vertx, open, keepPlaces);
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>();
        all.addAll(ProgrammeStore.INDEXES);
        all.addAll(SessionStore.INDEXES);
        all.addAll(PlaceStore.INDEXES);
        return all;
    }

    public Schedule schedule() {
        return schedule;
    }

    public Planning planning() {
        return schedule;
    }

    /** Where the features after this one say that they listen. */
    public Announcements announcements() {
        return announcements;
    }

    /** What follows when units are reorganised. */
    public Affected affected() {
        return follow;
    }

    public Expected expected() {
        return expected;
    }

    public void mount(Api api) {
        programmeRoutes.mount(api);
        sessionRoutes.mount(api);
        siteRoutes.mount(api);
        tableRoutes.mount(api);
    }

    /** Takes up what a crash left undone, now and every five seconds; call it once all listeners are connected. */
    public void start() {
        sweep();
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
    }

    private Future<Void> sweep() {
        return announce.rest().compose(done -> delete.rest()).onFailure(failure -> LOG.warn("sweep of plans", failure));
    }
}
