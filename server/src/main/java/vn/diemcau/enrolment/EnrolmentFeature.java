package vn.diemcau.enrolment;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.People;
import vn.diemcau.schedule.Announcements;
import vn.diemcau.schedule.Schedule;

/** Summonses, lists, replies, excuses and the personal schedule, put together; Platform wires this one object. */
public final class EnrolmentFeature {
    private final ListStore lists;
    private final ScopeStore scopes;
    private final ReplyStore replies;
    private final TellList tell;
    private final IssueList issue;
    private final KeepLists keep;
    private final KeptEnrolments enrolments;

    public EnrolmentFeature(
            Vertx vertx,
            Mongo mongo,
            People people,
            Schedule schedule,
            Announcements announcements,
            InstantSource clock) {
        lists = new ListStore(mongo);
        scopes = new ScopeStore(mongo);
        replies = new ReplyStore(mongo);
        tell = new TellList(lists);
        issue = new IssueList(schedule, lists, scopes, replies, new ResolveList(people, scopes), tell, clock);
        keep = new KeepLists(vertx, schedule, lists, issue, tell, clock);
        enrolments = new KeptEnrolments(lists, schedule);
        announcements.whenIssued(session -> issue.handle(session, "system").mapEmpty());
        announcements.whenChanged(session -> lists.moved(session, clock.instant())
                .compose(done -> issue.handle(session, "system"))
                .mapEmpty());
        announcements.whenDeleted(session -> lists.delete(session).compose(done -> replies.delete(session)));
    }

    /** Every index this feature needs. */
    public static List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        indexes.addAll(ListStore.INDEXES);
        indexes.addAll(ScopeStore.INDEXES);
        indexes.addAll(ReplyStore.INDEXES);
        return indexes;
    }

    /** What other features may ask. */
    public Enrolments enrolments() {
        return enrolments;
    }

    /** Whoever must hear of lists that came into force; before {@link #start}. */
    public void whenListChanged(Enrolments.ListChanged listener) {
        tell.add(listener);
    }

    /** Begins the periodic work; after the indexes stand. */
    public void start() {
        keep.start();
    }

    public void stop() {
        keep.stop();
    }
}
