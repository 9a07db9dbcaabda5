package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: how much of a programme its trainees have missed; of one programme for who runs it, of one's own for a trainee. */
final class ReadEligibility {
    private static final Duration BACK = Duration.ofDays(400);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final Schedule schedule;
    private final PolicyStore policies;
    private final AttendanceStore attendance;
    private final InstantSource clock;

    ReadEligibility(Schedule schedule, PolicyStore policies, AttendanceStore attendance, InstantSource clock) {
        this.schedule = schedule;
        this.policies = policies;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * One trainee.
     *
     * @param known whether every turn is known
     */
    record Trainee(Attendance one, Eligibility eligibility, boolean known) {}

    /** One programme of somebody. */
    record Mine(Session session, Eligibility eligibility) {}

    Future<Policy> policy(String programme, vn.diemcau.schedule.ProgrammeKind kind) {
        return policies.current(programme).map(found -> found.orElse(Policy.usual(kind)));
    }

    /** Everybody who must attend, whoever missed most first. */
    Future<List<Trainee>> handle(String programme, Policy policy) {
        Instant now = clock.instant();
        Map<String, Attendance> persons = new LinkedHashMap<>();
        Map<String, List<Eligibility.Turn>> turns = new LinkedHashMap<>();
        return schedule.sessionsOf(programme).compose(sessions -> {
            Future<Void> chain = Future.succeededFuture();
            for (Session session : sessions) {
                chain = chain.compose(done -> attendance.each(session.id(), row -> {
                    Attendance one = row.attendance();
                    boolean counts = row.listed() && one.entry() == Required.Standing.REQUIRED && counts(session);
                    if (!counts) return;
                    persons.put(one.person(), one);
                    turns.computeIfAbsent(one.person(), key -> new ArrayList<>())
                            .add(Eligibility.Turn.of(session, one.outcome().standing(), now));
                }));
            }
            return chain.map(done -> turns.entrySet().stream()
                    .map(each -> new Trainee(
                            java.util.Objects.requireNonNull(persons.get(each.getKey())),
                            Eligibility.of(policy, each.getValue()),
                            each.getValue().stream().noneMatch(turn -> turn.standing() == Standing.UNDETERMINED)))
                    .sorted(Comparator.comparing(
                                    (Trainee each) -> -each.eligibility().absent())
                            .thenComparing(each -> each.one().sortKey()))
                    .toList());
        });
    }

    private static boolean counts(Session session) {
        return !session.rehearsal()
                && (session.state() == vn.diemcau.schedule.State.ISSUED
                        || session.state() == vn.diemcau.schedule.State.ENDED);
    }

    /** The programmes of somebody in which absences have a consequence. */
    Future<List<Mine>> mine(String person) {
        Instant now = clock.instant();
        return attendance.of(person, now.minus(BACK), now.plus(AHEAD)).compose(rows -> {
            Map<String, Attendance> bySession = new LinkedHashMap<>();
            rows.stream()
                    .filter(row -> row.listed() && row.attendance().entry() == Required.Standing.REQUIRED)
                    .forEach(row -> bySession.put(row.attendance().session(), row.attendance()));
            return schedule.sessions(bySession.keySet()).compose(sessions -> {
                Map<String, List<Session>> programmes = new LinkedHashMap<>();
                sessions.stream()
                        .filter(ReadEligibility::counts)
                        .sorted(Comparator.comparing(Session::startsAt))
                        .forEach(each -> programmes
                                .computeIfAbsent(each.programme(), key -> new ArrayList<>())
                                .add(each));
                List<Mine> mine = new ArrayList<>();
                Future<Void> chain = Future.succeededFuture();
                for (List<Session> each : programmes.values()) {
                    chain = chain.compose(done ->
                                    policy(each.get(0).programme(), each.get(0).kind()))
                            .map(policy -> {
                                if (policy.limitsAbsence()) mine.add(one(policy, each, bySession, now));
                                return null;
                            });
                }
                return chain.map(done -> mine);
            });
        });
    }

    private static Mine one(Policy policy, List<Session> sessions, Map<String, Attendance> bySession, Instant now) {
        List<Eligibility.Turn> turns = new ArrayList<>();
        for (Session each : sessions) {
            Attendance one = bySession.get(each.id());
            if (one != null) turns.add(Eligibility.Turn.of(each, one.outcome().standing(), now));
        }
        return new Mine(sessions.get(0), Eligibility.of(policy, turns));
    }
}
