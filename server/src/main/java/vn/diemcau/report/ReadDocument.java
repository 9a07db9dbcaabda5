package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Counts;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: the documents of a session and of a programme, from figures and records, in the letterhead of the unit that holds them. */
final class ReadDocument {
    private final Vertx vertx;
    private final Schedule schedule;
    private final Enrolments enrolments;
    private final Attendances attendances;
    private final Letterheads letterheads;
    private final ReadProgrammeFigures readProgrammeFigures;
    private final ReadReflections readReflections;
    private final InstantSource clock;

    /** The documents that are made. */
    enum Form {
        /** Báo cáo nhanh: a row a site. */
        FLASH,
        /** Biểu tổng hợp: a row a unit. */
        SUMMARY,
        /** Danh sách: a row a person. */
        ROLL,
        /** Sổ theo dõi lớp: a row a trainee, a column a session. */
        REGISTER
    }

    ReadDocument(
            Vertx vertx,
            Schedule schedule,
            Enrolments enrolments,
            Attendances attendances,
            Letterheads letterheads,
            ReadReflections readReflections,
            InstantSource clock) {
        this.vertx = vertx;
        this.schedule = schedule;
        this.enrolments = enrolments;
        this.attendances = attendances;
        this.letterheads = letterheads;
        this.readReflections = readReflections;
        this.readProgrammeFigures = new ReadProgrammeFigures(schedule, attendances);
        this.clock = clock;
    }

    /** Of one session; a register is the programme's. */
    Future<Document> session(UnitTree tree, Session session, Form form, Wanted wanted) {
        Instant now = clock.instant();
        return letterheads.of(session.unit(), day(session.startsAt())).compose(letterhead -> switch (form) {
            case FLASH ->
                readProgrammeFigures
                        .session(session)
                        .map(figures -> new Document(
                                SessionTables.flash(wanted.issue(letterhead, false), tree, figures, now),
                                name("Báo cáo nhanh", session)));
            case SUMMARY ->
                programme(session).compose(programme -> readProgrammeFigures
                        .session(session)
                        .compose(figures -> readReflections
                                .of(programme, List.of(figures))
                                .map(reflections -> new Document(
                                        UnitTables.summary(
                                                wanted.issue(letterhead, true),
                                                ProgrammeFigures.of(tree, programme, List.of(figures)),
                                                reflections,
                                                now),
                                        name("Biểu tổng hợp", session)))));
            case ROLL ->
                readProgrammeFigures.session(session).compose(figures -> roll(session)
                        .map(roll -> new Document(
                                SessionTables.roll(
                                        wanted.issue(letterhead, true), figures, roll.rows, roll.listed(), now),
                                name("Danh sách", session),
                                1,
                                roll.rows)));
            case REGISTER -> programme(session).compose(programme -> programme(tree, programme, form, wanted));
        });
    }

    private Future<Programme> programme(Session session) {
        return schedule.programme(session.programme()).map(found -> found.orElseThrow(ProgrammeReportRoutes::notFound));
    }

    /** Of all sessions of a programme: the summary or the register. */
    Future<Document> programme(UnitTree tree, Programme programme, Form form, Wanted wanted) {
        Instant now = clock.instant();
        return letterheads.of(programme.unit(), day(now)).compose(letterhead -> readProgrammeFigures
                .handle(tree, programme)
                .compose(figures -> switch (form) {
                    case REGISTER -> register(programme, figures, wanted.issue(letterhead, true), wanted, now);
                    case FLASH, SUMMARY, ROLL ->
                        readReflections
                                .of(programme, figures.sessions())
                                .map(reflections -> new Document(
                                        UnitTables.summary(wanted.issue(letterhead, true), figures, reflections, now),
                                        "Biểu tổng hợp " + programme.title()));
                }));
    }

    private Future<Document> register(
            Programme programme, ProgrammeFigures figures, Issue issue, Wanted wanted, Instant now) {
        List<SessionFigures> held = figures.sessions().stream()
                .filter(one -> ProgrammeFigures.counted(one.session().state()))
                .toList();
        int parts = wanted.format() == Wanted.Format.XLSX ? 1 : RegisterTable.parts(held.size());
        int part = parts == 1 ? 0 : Math.max(1, Math.min(wanted.part(), parts));
        RegisterTable.Span span = RegisterTable.Span.of(part, held.size());
        String name = "Sổ theo dõi lớp " + programme.title() + (parts == 1 ? "" : " phần " + part);
        return readReflections.of(programme).compose(handedIn -> gathered(held).compose(register -> register.rows(
                        line -> RegisterTable.row(line, handedIn.contains(line.person()), span.from(), span.to()))
                .map(rows -> new Document(
                        RegisterTable.of(
                                issue,
                                programme.title(),
                                held,
                                register,
                                rows,
                                handedIn.size(),
                                span,
                                figures.provisional(),
                                now),
                        name,
                        parts,
                        rows))));
    }

    private Future<Register> gathered(List<SessionFigures> held) {
        Register register =
                new Register(vertx, held.stream().map(one -> one.session().id()).toList());
        Future<Void> chain = Future.succeededFuture();
        for (SessionFigures one : held) {
            chain = chain.compose(done -> attendances.each(one.session().id(), register::add));
        }
        return chain.map(done -> register)
                .recover(failure -> register.forget().transform(done -> Future.failedFuture(failure)));
    }

    /** Everybody of a session, with what they add up to. */
    private static final class Roll {
        private final SortedRows rows;
        private final Map<String, String> capacities = new HashMap<>();
        private Counts listed = Counts.NONE;

        Roll(SortedRows rows) {
            this.rows = rows;
        }

        synchronized void add(Attendance one) {
            listed = listed.plus(one.counts());
            String key = one.unitName() + '\n' + one.sortKey() + '\n' + one.person();
            rows.add(key, SessionTables.rollRow(one, capacities.get(one.person())));
        }

        synchronized Counts listed() {
            return listed;
        }
    }

    private Future<Roll> roll(Session session) {
        Roll roll = new Roll(new SortedRows(vertx));
        return enrolments
                .each(session.id(), entry -> {
                    if (entry.capacity() != null) roll.capacities.put(entry.person(), entry.capacity());
                })
                .compose(done -> attendances.each(session.id(), roll::add))
                .compose(done -> roll.rows.ready())
                .map(done -> roll)
                .recover(failure -> roll.rows.forget().transform(done -> Future.failedFuture(failure)));
    }

    private static String name(String form, Session session) {
        return form + " " + session.title() + " "
                + Period.DAY.format(session.startsAt().atZone(Period.ZONE)).replace('/', '-');
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Period.ZONE);
    }
}
