package vn.diemcau.enrolment;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.mongo.Forgetting;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.paper.Pdf;
import vn.diemcau.people.Affected;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Announcements;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Summonses, lists, replies, excuses and the personal schedule, put together; Platform wires this one object. */
public final class EnrolmentFeature {
    private static final String SYSTEM = "system";

    private final Vertx vertx;
    private final Schedule schedule;
    private final People people;
    private final InstantSource clock;
    private final ListStore lists;
    private final ScopeStore scopes;
    private final ReplyStore replies;
    private final AbsenceStore absences;
    private final AbsenceFileStore attached;
    private @Nullable AbsenceFileRoutes attachments;
    private final SummonsStore summonses;
    private final LinkStore links;
    private final ResolveList resolve;
    private final TellList tell;
    private final IssueList issue;
    private final DecideAbsence decide;
    private final SummonUnits summon;
    private final KeepLists keep;
    private final KeptEnrolments enrolments;

    public EnrolmentFeature(
            Vertx vertx,
            Mongo mongo,
            People people,
            Schedule schedule,
            Announcements announcements,
            InstantSource clock) {
        this.vertx = vertx;
        this.schedule = schedule;
        this.people = people;
        this.clock = clock;
        lists = new ListStore(mongo);
        scopes = new ScopeStore(mongo);
        replies = new ReplyStore(mongo);
        absences = new AbsenceStore(mongo);
        attached = new AbsenceFileStore(mongo);
        summonses = new SummonsStore(mongo);
        links = new LinkStore(mongo);
        resolve = new ResolveList(people, scopes);
        tell = new TellList(lists);
        issue = new IssueList(schedule, lists, scopes, replies, resolve, tell, clock);
        decide = new DecideAbsence(schedule, absences, clock);
        summon = new SummonUnits(schedule, people, lists, summonses, clock);
        keep = new KeepLists(vertx, schedule, lists, issue, tell, decide, clock);
        enrolments = new KeptEnrolments(lists, scopes, schedule);
        tell.add(summon);
        tell.add(new ProposeExcuses(schedule, people, lists, new FindClashes(schedule, lists), absences, clock));
        announcements.whenIssued(session -> issue.handle(session, SYSTEM).mapEmpty());
        announcements.whenChanged(this::changed);
        announcements.whenDeleted(this::deleted);
    }

    /** What is held about people here. */
    public static List<Holding> holdings() {
        return List.of(
                Holding.blanked("required", "person", "name", "sortKey", "folded", "birthYear", "phone", "reason"),
                Holding.gone("replies", "person", Holding.Of.PERSON),
                Holding.blanked("absences", "person", "personName", "reason", "note"),
                Holding.gone("absence_files", "person", Holding.Of.PERSON));
    }

    /** Papers put to requests with their bytes, words not yet passed on or said in lists, the name as a substitute, calendar links. */
    public Forgetting forgetting() {
        return (person, accounts) -> decide.tellOf(person)
                .compose(done -> attachments == null ? Future.succeededFuture() : attachments.forgetPerson(person))
                .compose(done -> absences.forget(person))
                .compose(done -> scopes.forget(person))
                .compose(done -> links.forget(LinkStore.toFeed(person)));
    }

    /** Makes whole what older versions left; before {@link #start}. */
    public Future<Void> recover() {
        return attachments == null ? Future.succeededFuture() : attachments.recover();
    }

    /** Every index this feature needs. */
    public static List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        indexes.addAll(ListStore.INDEXES);
        indexes.addAll(ScopeStore.INDEXES);
        indexes.addAll(ReplyStore.INDEXES);
        indexes.addAll(AbsenceStore.INDEXES);
        indexes.addAll(AbsenceFileStore.INDEXES);
        indexes.addAll(SummonsStore.INDEXES);
        indexes.addAll(LinkStore.INDEXES);
        return indexes;
    }

    /** The new times and places reach the list, the excuses and the units' summonses. */
    Future<Void> changed(Session session) {
        return lists.moved(session, clock.instant())
                .compose(done -> issue.handle(session, SYSTEM))
                .compose(done -> decide.questionAll(session))
                .compose(done -> summon.handle(session));
    }

    private Future<Void> deleted(String session) {
        return lists.delete(session)
                .compose(done -> replies.delete(session))
                .compose(done -> absences.delete(session))
                .compose(done -> attachments == null ? Future.succeededFuture() : attachments.forget(session))
                .compose(done -> scopes.delete(ScopeStore.ofSession(session)))
                .compose(done -> schedule.session(session))
                .compose(found -> found.isEmpty() ? Future.succeededFuture() : summon.handle(found.get()));
    }

    /** What follows when units are reorganised. */
    public Affected affected() {
        return new FollowUnits(scopes, absences, schedule, people);
    }

    /** What other features may ask. */
    public Enrolments enrolments() {
        return enrolments;
    }

    /** Whoever must hear of lists that came into force; before {@link #start}. */
    public void whenListChanged(Enrolments.ListChanged listener) {
        tell.add(listener);
    }

    /** Whoever must hear of approved and withdrawn excuses; before {@link #start}. */
    public void whenDecided(Enrolments.Decided listener) {
        decide.add(listener);
    }

    /**
     * The routes of this feature.
     *
     * @param attendance what attendance says about one person
     * @param publicUrl how people reach this installation, without a slash at the end
     */
    public void mount(Api api, Pdf pdf, Letterheads letterheads, MyAttendance attendance, String publicUrl) {
        new ListRoutes(schedule, people, scopes, lists, resolve, issue, clock).mount(api);
        new GroupRoutes(people, scopes, clock).mount(api);
        SummonsPapers papers = new SummonsPapers(schedule, letterheads, lists, summonses);
        new SummonsRoutes(schedule, summonses, papers, links, enrolments, replies, publicUrl, clock).mount(api);
        new SummonsFileRoutes(vertx, schedule, summonses, papers, pdf).mount(api);
        new AbsenceRoutes(
                        schedule,
                        enrolments,
                        absences,
                        attached,
                        new FileAbsence(schedule, people, enrolments, absences, clock),
                        decide)
                .mount(api);
        new MyRoutes(
                        new MySchedule(people, enrolments, replies, absences, attached, attendance, clock),
                        enrolments,
                        new RecordReply(schedule, enrolments, replies, lists, clock),
                        links,
                        publicUrl,
                        clock)
                .mount(api);
    }

    /** Papers put to absence requests: sent as uploads of the purpose {@code absence}. */
    public void mountPapers(Api api, FileStore files, Uploads uploads, TusRoutes sending) {
        AbsenceFileRoutes routes = new AbsenceFileRoutes(absences, attached, files, uploads);
        routes.mount(api);
        sending.purpose(AbsenceFileRoutes.PURPOSE, routes::judge);
        uploads.custody().keeper(AbsenceFileRoutes.PURPOSE, attached::keeps);
        attachments = routes;
    }

    /** Begins the periodic work; after the indexes stand. */
    public void start() {
        keep.start();
    }

    public void stop() {
        keep.stop();
    }
}
