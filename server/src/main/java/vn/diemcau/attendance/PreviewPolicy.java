package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: show who would change if a programme were judged by another policy; changes nothing. */
final class PreviewPolicy {
    private final Schedule schedule;
    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final EvidenceStore evidence;
    private final InstantSource clock;

    PreviewPolicy(
            Schedule schedule,
            FrameStore frames,
            AttendanceStore attendance,
            EvidenceStore evidence,
            InstantSource clock) {
        this.schedule = schedule;
        this.frames = frames;
        this.attendance = attendance;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Somebody whose outcome would be another. */
    record Change(Attendance before, Outcome after) {}

    /** Somebody who would stand otherwise towards the exam. */
    record Standing(Attendance one, Eligibility before, Eligibility after) {}

    /**
     * What would change.
     *
     * @param open sessions that would be judged anew
     * @param closed sessions that stay as they were closed
     */
    record Effect(int open, int closed, List<Change> changes, List<Standing> standings) {}

    /** Both ways of looking at one person's sessions. */
    private record Both(Attendance one, List<Eligibility.Turn> before, List<Eligibility.Turn> after) {}

    Future<Effect> handle(String programme, Policy now, Policy proposed) {
        List<Change> changes = new ArrayList<>();
        Map<String, Both> persons = new TreeMap<>();
        int[] sessions = {0, 0};
        return schedule.sessionsOf(programme).compose(all -> {
            Future<Void> chain = Future.succeededFuture();
            for (Session each : all) {
                chain = chain.compose(done -> frames.frame(each.id())).compose(frame -> {
                    if (frame.isEmpty()
                            || frame.get().version() == 0
                            || frame.get().apart()) {
                        return Future.succeededFuture();
                    }
                    boolean closed = frame.get().closed() != null;
                    sessions[closed ? 1 : 0]++;
                    return judge(each, frame.get(), closed ? null : proposed, changes, persons);
                });
            }
            return chain.map(done -> new Effect(sessions[0], sessions[1], changes, standings(persons, now, proposed)));
        });
    }

    private Future<Void> judge(
            Session session, Frame frame, @Nullable Policy proposed, List<Change> changes, Map<String, Both> persons) {
        Instant now = clock.instant();
        Map<String, List<Evidence>> bySubject = new HashMap<>();
        List<AttendanceStore.Row> rows = new ArrayList<>();
        Future<Void> read = proposed == null
                ? Future.succeededFuture()
                : evidence.each(session.id(), each -> each.subjects().forEach(subject -> bySubject
                        .computeIfAbsent(subject, key -> new ArrayList<>())
                        .add(each)));
        return read.compose(done -> attendance.each(session.id(), rows::add))
                .compose(done -> frames.sitesOf(session.id()))
                .map(sites -> {
                    for (AttendanceStore.Row row : rows) {
                        Attendance one = row.attendance();
                        if (!row.listed()) continue;
                        Outcome after = proposed == null
                                ? one.outcome()
                                : Judge.outcome(
                                        one, frame.judgedBy(proposed), sites, Recount.tied(one.person(), bySubject));
                        if (!after.looksLike(one.outcome())) changes.add(new Change(one, after));
                        if (one.entry() != Required.Standing.REQUIRED) continue;
                        Both both = persons.computeIfAbsent(
                                one.person(), key -> new Both(one, new ArrayList<>(), new ArrayList<>()));
                        both.before()
                                .add(Eligibility.Turn.of(session, one.outcome().standing(), now));
                        both.after().add(Eligibility.Turn.of(session, after.standing(), now));
                    }
                    return null;
                });
    }

    private static List<Standing> standings(Map<String, Both> persons, Policy now, Policy proposed) {
        List<Standing> standings = new ArrayList<>();
        for (Both each : persons.values()) {
            Eligibility before = Eligibility.of(now, each.before());
            Eligibility after = Eligibility.of(proposed, each.after());
            if (before.state() != after.state()) standings.add(new Standing(each.one(), before, after));
        }
        return standings;
    }
}
