package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.files.Custody;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.Place;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.schedule.Schedule;

/** Recordings of sessions and what watching them is worth, put together; Platform wires this one object. */
public final class Recordings {
    private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
    private static final long SWEEP_MILLIS = 60_000;

    /** Told when watching makes up for an absence; completes when whoever listens has it durably. */
    public interface Seen {
        /**
         * @param id of the fact: the same again is the same
         * @param minutes of the session that were made up for
         */
        Future<Void> seen(String id, String session, String person, int minutes, java.time.Instant at);
    }

    private final Vertx vertx;
    private final Watching watching;
    private final SweepRecordings sweep;
    private final TieRecording tie;
    private final Alarms alarms;
    private final RecordingRoutes routes;
    private final RecordingEditRoutes editRoutes;
    private final AlarmRoutes alarmRoutes;
    private final RecorderTokenRoutes tokenRoutes;
    private final WatchRoutes watchRoutes;
    private final RecorderRoutes recorderRoutes;
    private final TusRoutes agents;

    /**
     * @param place where recordings are kept
     * @param limit the largest, in bytes
     * @param days how long each is kept unless somebody says otherwise
     */
    public Recordings(
            Vertx vertx,
            Mongo mongo,
            FileStore files,
            Uploads uploads,
            Schedule schedule,
            Enrolments enrolments,
            Audit audit,
            Place place,
            long limit,
            int days,
            Live live,
            InstantSource clock) {
        this.vertx = vertx;
        RecordingStore recordings = new RecordingStore(mongo);
        WatchStore watched = new WatchStore(mongo);
        RecorderStore recorders = new RecorderStore(mongo);
        TakeRecording take = new TakeRecording(recordings, schedule, uploads, days, clock);
        watching = new Watching(watched, new PlayingStore(mongo), recordings, schedule, enrolments, clock);
        sweep = new SweepRecordings(recordings, files, audit, clock);
        Viewers viewers = new Viewers(recordings, enrolments);
        Custody custody = uploads.custody();
        custody.keeper(TakeRecording.PURPOSE, recordings::keeps);
        custody.keeper(RecorderRoutes.POSTER, recordings::keepsPoster);
        tie = new TieRecording(recordings, watched, audit);
        alarms = new Alarms(recordings, recorders, live, clock);
        routes = new RecordingRoutes(recordings, schedule, viewers, files, limit, clock);
        editRoutes = new RecordingEditRoutes(recordings, schedule, viewers, take, tie, sweep, place, limit, clock);
        alarmRoutes = new AlarmRoutes(alarms, live, clock);
        tokenRoutes = new RecorderTokenRoutes(recorders, audit, clock);
        watchRoutes = new WatchRoutes(viewers, watching, watched, enrolments);
        recorderRoutes = new RecorderRoutes(recordings, recorders, take, files, custody, alarms, place, limit, clock);
        agents = new TusRoutes(uploads, recorderRoutes::owner, limit);
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.gone("watched", "person", Holding.Of.PERSON),
                Holding.gone("playing", "person", Holding.Of.PERSON));
    }

    /** Every index this feature needs. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>(RecordingStore.INDEXES);
        all.addAll(WatchStore.INDEXES);
        all.addAll(PlayingStore.INDEXES);
        all.addAll(RecorderStore.INDEXES);
        return all;
    }

    /** Connect it before start. */
    public void whenSeen(Seen listener) {
        watching.whenSeen(listener);
    }

    /** @param uploads judges with us what people send in pieces */
    public void mount(Api api, TusRoutes uploads) {
        routes.mount(api);
        editRoutes.mount(api);
        alarmRoutes.mount(api);
        tokenRoutes.mount(api);
        watchRoutes.mount(api);
        recorderRoutes.mount(api);
        agents.mount(api, "/recorder/uploads", Action.ANYONE);
        agents.purpose(TakeRecording.PURPOSE, recorderRoutes::judge);
        uploads.purpose(TakeRecording.PURPOSE, editRoutes::judge);
    }

    /** Begins the work that time asks for; after the indexes stand. */
    public void start() {
        vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep.handle()
                .compose(done -> alarms.look())
                .compose(done -> watching.tellAll())
                .compose(done -> tie.payAll())
                .onFailure(failure -> LOG.warn("sweep of recordings", failure)));
    }
}
