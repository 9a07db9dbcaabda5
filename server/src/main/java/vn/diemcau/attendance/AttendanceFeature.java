package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Announcements;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** The feature of attendance, put together; Platform makes one, connects it, mounts and starts it. */
public final class AttendanceFeature {
    private final Work work;
    private final TakeList takeList;
    private final TakeDecision takeDecision;
    private final KeepFrame keepFrame;
    private final ForgetSession forget;
    private final KeptAttendances attendances;
    private final AttendanceRoutes routes;
    private final RecordEvidence record;
    private final Badges badges;
    private final Recount recount;

    /** @param keys the directory of this installation's keys; made if it is not there. Blocks shortly. */
    public AttendanceFeature(
            Vertx vertx,
            Mongo mongo,
            InstantSource clock,
            People people,
            Schedule schedule,
            Enrolments enrolments,
            Live live,
            Path keys)
            throws IOException, GeneralSecurityException {
        Keys opened = Keys.open(keys);
        EvidenceStore evidence = new EvidenceStore(mongo);
        AttendanceStore attendance = new AttendanceStore(mongo);
        TallyStore tallies = new TallyStore(mongo);
        FrameStore frames = new FrameStore(mongo);
        badges = new Badges(new BadgeStore(mongo), opened, clock);
        Arrivals arrivals = new Arrivals();
        Doors doors = new Doors(schedule);
        work = new Work(vertx, evidence, attendance, tallies, frames, clock, live, arrivals);
        keepFrame = new KeepFrame(schedule, people, frames, attendance, tallies, clock, work);
        takeList = new TakeList(enrolments, keepFrame, frames, attendance, evidence, clock, work);
        attendances = new KeptAttendances(attendance, tallies, frames, evidence, schedule);
        record = new RecordEvidence(evidence, attendance, frames, tallies, badges, clock, work);
        recount = new Recount(evidence, attendance, tallies, frames);
        takeDecision = new TakeDecision(record);
        forget = new ForgetSession(evidence, attendance, tallies, frames, work);
        routes = new AttendanceRoutes(
                doors,
                record,
                new ReadRoll(attendance, evidence, tallies, frames, enrolments, people),
                new ReadWall(attendances, tallies, frames, people, arrivals, clock),
                attendances,
                work,
                arrivals,
                live,
                clock);
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        List<Index> all = new ArrayList<>();
        all.addAll(EvidenceStore.INDEXES);
        all.addAll(AttendanceStore.INDEXES);
        all.addAll(TallyStore.INDEXES);
        all.addAll(FrameStore.INDEXES);
        all.addAll(BadgeStore.INDEXES);
        return all;
    }

    public Attendances attendances() {
        return attendances;
    }

    /** Attendance follows lists that came into force or were amended. */
    public Enrolments.ListChanged listChanged() {
        return (session, version, persons) -> takeList.handle(session, version);
    }

    /** Excuses and substitutes are evidence. */
    public Enrolments.Decided decided() {
        return takeDecision::handle;
    }

    /** Hears of sessions that were issued, changed or deleted; connect it before the enrolment. */
    public void follow(Announcements announcements) {
        announcements.whenIssued(keepFrame::handle);
        announcements.whenChanged(keepFrame::handle);
        announcements.whenDeleted(forget::handle);
    }

    public void mount(Api api) {
        routes.mount(api);
    }

    /** Begins the work behind evidence and takes up what a crash left; after the indexes stand. */
    public void start() {
        work.start();
    }

    /** Completes when everything kept so far has entered outcomes and sums. */
    public Future<Void> drained() {
        return work.drained();
    }

    Future<Void> planChanged(Session session) {
        return keepFrame.handle(session);
    }

    RecordEvidence record() {
        return record;
    }

    Badges badges() {
        return badges;
    }

    Recount recount() {
        return recount;
    }

    public Future<Void> stop() {
        return work.stop();
    }
}
