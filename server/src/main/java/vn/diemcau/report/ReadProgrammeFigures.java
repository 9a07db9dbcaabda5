package vn.diemcau.report;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: the account of one session, or of a programme's sessions, from tallies. */
final class ReadProgrammeFigures {
    private static final int AT_ONCE = 8;

    private final Schedule schedule;
    private final Attendances attendances;

    ReadProgrammeFigures(Schedule schedule, Attendances attendances) {
        this.schedule = schedule;
        this.attendances = attendances;
    }

    Future<ProgrammeFigures> handle(UnitTree tree, Programme programme) {
        return schedule.sessionsOf(programme.id())
                .compose(sessions -> sessions(sessions.stream()
                        .sorted(Comparator.comparing(Session::startsAt))
                        .toList()))
                .compose(all -> {
                    ProgrammeFigures figures = ProgrammeFigures.of(tree, programme, all);
                    return figures.faults().isEmpty()
                            ? Future.succeededFuture(figures)
                            : anyMoving(all).map(moving -> moving ? figures.moving() : figures);
                });
    }

    private Future<Boolean> anyMoving(List<SessionFigures> left) {
        if (left.isEmpty()) return Future.succeededFuture(false);
        return attendances
                .moving(left.get(0).session().id())
                .compose(moving -> moving ? Future.succeededFuture(true) : anyMoving(left.subList(1, left.size())));
    }

    /** The account of each, in the same order. */
    Future<List<SessionFigures>> sessions(List<Session> sessions) {
        return each(sessions, new ArrayList<>());
    }

    private Future<List<SessionFigures>> each(List<Session> left, List<SessionFigures> done) {
        if (left.isEmpty()) return Future.succeededFuture(done);
        List<Future<SessionFigures>> some =
                left.stream().limit(AT_ONCE).map(this::session).toList();
        return Future.all(some).compose(read -> {
            some.forEach(one -> done.add(one.result()));
            return each(left.subList(some.size(), left.size()), done);
        });
    }

    Future<SessionFigures> session(Session session) {
        var counts = attendances.counts(session.id());
        var sites = attendances.sites(session.id());
        var tallies = attendances.tallies(session.id());
        var closed = attendances.closed(session.id());
        return Future.all(counts, sites, tallies, closed)
                .map(done -> new SessionFigures(
                        session,
                        counts.result(),
                        sites.result(),
                        tallies.result(),
                        closed.result().orElse(null),
                        false))
                .compose(figures -> figures.faults().isEmpty()
                        ? Future.succeededFuture(figures)
                        : attendances.moving(session.id()).map(figures::moving));
    }
}
