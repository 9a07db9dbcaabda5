package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.diemcau.audit.Audit;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.http.Api;
import vn.diemcau.http.Failures;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Announcements;
import vn.diemcau.schedule.Planning;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** The feature of attendance, put together; Platform makes one, connects it, mounts and starts it. */
public final class AttendanceFeature {
    private final Work work;
    private final TakeList takeList;
    private final TakeDecision takeDecision;
    private final TakeWatched takeWatched;
    private final KeepFrame keepFrame;
    private final ForgetPerson forgetPerson;
    private final CloseSilentSites silentSites;
    private final Upkeep upkeep;
    private final ForgetSession forget;
    private final KeptAttendances attendances;
    private final List<Consumer<Api>> routes;
    private final Intake intake;
    private final Slips slips;
    private final Schedule schedule;
    private final Keys keys;
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
            Planning planning,
            Enrolments enrolments,
            Live live,
            Path keys,
            SignInIssuer issuer,
            Pdf pdf,
            Audit audit,
            Failures failures,
            String publicUrl)
            throws IOException, GeneralSecurityException {
        Keys opened = Keys.open(keys);
        DeviceStore devices = new DeviceStore(mongo);
        SiteWordStore words = new SiteWordStore(mongo);
        EvidenceStore evidence = new EvidenceStore(mongo);
        AttendanceStore attendance = new AttendanceStore(mongo);
        TallyStore tallies = new TallyStore(mongo);
        RollupStore rollups = new RollupStore(mongo, tallies);
        FrameStore frames = new FrameStore(mongo);
        badges = new Badges(new BadgeStore(mongo), opened, clock);
        Arrivals arrivals = new Arrivals();
        Doors doors = new Doors(schedule);
        RecentRows recent = new RecentRows(attendance);
        JustSeen justSeen = new JustSeen();
        work = new Work(vertx, evidence, attendance, recent, justSeen, tallies, rollups, frames, clock, live, arrivals);
        PolicyStore policies = new PolicyStore(mongo);
        ApplyPolicy applyPolicy = new ApplyPolicy(schedule, policies, frames, attendance, work, clock);
        keepFrame = new KeepFrame(schedule, people, frames, attendance, tallies, policies, clock, work);
        takeList = new TakeList(enrolments, keepFrame, frames, attendance, recent, evidence, clock, work);
        ReadEligibility eligibility = new ReadEligibility(schedule, policies, attendance, clock);
        attendances = new KeptAttendances(
                attendance,
                new TurnReader(mongo),
                tallies,
                rollups,
                new RollupReader(mongo),
                frames,
                evidence,
                schedule,
                eligibility);
        record = new RecordEvidence(
                evidence,
                badges,
                clock,
                new KeepBatch(
                                evidence,
                                new ReadKnown(attendance, recent, frames, tallies),
                                justSeen,
                                clock,
                                work::reckon)::handle);
        recount = new Recount(evidence, attendance, tallies, frames);
        takeDecision = new TakeDecision(record);
        forget = new ForgetSession(evidence, attendance, tallies, frames, devices, words, work);
        takeWatched = new TakeWatched(record);
        this.schedule = schedule;
        this.keys = opened;
        SlipStore slipStore = new SlipStore(mongo);
        slips = new Slips(slipStore, opened, clock);
        ClosingStore closings = new ClosingStore(mongo);
        CloseSession close = new CloseSession(frames, attendance, evidence, closings, work, clock);
        intake = new TakeBulk(evidence, attendance, frames, close, work, clock);
        WhyJson why = new WhyJson(people, devices, frames);
        ReadRoll roll = new ReadRoll(attendance, evidence, tallies, frames, enrolments, people, words);
        ReadWall wall = new ReadWall(attendances, tallies, frames, people, arrivals, words, clock);
        ReadPack pack = new ReadPack(enrolments, people, frames, badges, opened, clock);
        AppealStore appealStore = new AppealStore(mongo);
        silentSites = new CloseSilentSites(schedule, frames, attendances, words, record, evidence, live, audit, clock);
        forgetPerson = new ForgetPerson(evidence, new ForgetStore(mongo));
        Appeals appeals = new Appeals(frames, attendance, appealStore, record, clock);
        upkeep = new Upkeep(
                vertx,
                Map.of(
                        "a policy waits to be applied",
                        applyPolicy::resume,
                        "a correction waits to be made",
                        appeals::resume,
                        "sums of campaigns wait to be filled",
                        new FillCampaignSums(schedule, new UpgradeStore(mongo), frames, keepFrame, clock)::handle),
                silentSites);
        routes = List.of(
                new SiteDeviceRoutes(
                        doors,
                        slips,
                        devices,
                        issuer,
                        pack,
                        attendances,
                        opened,
                        pdf,
                        audit,
                        failures,
                        clock,
                        publicUrl)::mount,
                new DeviceRoutes(doors, devices, new AcceptHeld(devices, record, clock), issuer, audit, clock)::mount,
                new AttendanceRoutes(
                                doors,
                                record,
                                roll,
                                wall,
                                attendances,
                                work,
                                live,
                                new CloseSite(evidence, closings),
                                clock)::mount,
                new SiteWordRoutes(doors, words, live, clock)::mount,
                new SyncRoutes(doors, record, new OpenSealed(devices), arrivals, clock)::mount,
                new OwnRoutes(doors, record, attendances, schedule, why, opened, failures, clock)::mount,
                new AccountRoutes(doors, record, attendances, why, audit, clock)::mount,
                new ClosingRoutes(doors, attendance, frames, close, closings, planning, audit, clock)::mount,
                new MonthRoutes(people, schedule, new CloseMonth(frames, closings, clock), closings, audit, clock)
                        ::mount,
                new TimesRoutes(doors, frames, attendance, work, clock)::mount,
                new AppealRoutes(appeals, appealStore, schedule, audit)::mount,
                new PolicyRoutes(
                        schedule,
                        policies,
                        new PreviewPolicy(schedule, frames, attendance, evidence, clock),
                        applyPolicy,
                        eligibility,
                        audit,
                        clock)::mount,
                new BadgeRoutes(badges, people, pdf, audit, clock)::mount,
                new CellRoutes(people, schedule, planning, attendances, record, close, clock)::mount);
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.blanked("attendance", "person", "name", "sortKey", "folded", "birthYear", "reason"),
                Holding.gone("badges", "person", Holding.Of.PERSON),
                Holding.gone("refused", "person", Holding.Of.PERSON),
                Holding.blanked("appeals", "person", "name", "birthYear", "reason", "note"));
    }

    /** What was said of a person in words, and the name a walk-in of theirs was written down with. */
    public Forgetting forgetting() {
        return forgetPerson;
    }

    /** Every index of the feature. */
    public static List<Index> indexes() {
        return AttendanceIndexes.ALL;
    }

    public Attendances attendances() {
        return attendances;
    }

    /** Hears who was connected to meetings. */
    public Connections connections() {
        return new TakeConnections(record);
    }

    /** For data in bulk that is trusted. */
    public Intake intake() {
        return intake;
    }

    /** For files of other systems that somebody has looked at. */
    public SheetIntake sheets() {
        return new TakeSheet(record);
    }

    /** The slips' codes of a session by site, made where there is none: for a demonstration's own stewards. */
    public Future<Map<String, String>> codes(String session) {
        return schedule.session(session)
                .compose(found -> found.isEmpty() ? Future.succeededFuture(Map.of()) : slips.codes(found.get()));
    }

    /** What the screen of a site's room shows at that moment. */
    public String roomCode(String session, String site, Instant at) {
        return RoomCode.at(RoomCode.key(keys, session, site), at);
    }

    /** Attendance follows lists that came into force or were amended. */
    public Enrolments.ListChanged listChanged() {
        return (session, version, persons) -> takeList.handle(session, version);
    }

    /** Excuses and substitutes are evidence. */
    public Enrolments.Decided decided() {
        return takeDecision::handle;
    }

    /** Watching a recording that makes up for an absence is evidence; completes when it is kept durably, twice is once. */
    public Future<Void> watched(String id, String session, String person, int minutes, Instant at) {
        return takeWatched.handle(id, session, person, minutes, at);
    }

    /** Hears of sessions that were issued, changed or deleted; connect it before the enrolment. */
    public void follow(Announcements announcements) {
        announcements.whenIssued(keepFrame::handle);
        announcements.whenChanged(keepFrame::handle);
        announcements.whenDeleted(forget::handle);
    }

    public void mount(Api api) {
        routes.forEach(mount -> mount.accept(api));
    }

    /** Begins the work behind evidence and takes up what a crash left; after the indexes stand. */
    public void start() {
        work.start();
        upkeep.start();
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

    Work work() {
        return work;
    }

    CloseSilentSites silentSites() {
        return silentSites;
    }

    public Future<Void> stop() {
        upkeep.stop();
        return work.stop();
    }
}
