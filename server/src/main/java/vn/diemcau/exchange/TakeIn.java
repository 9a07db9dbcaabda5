package vn.diemcau.exchange;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.SheetIntake;
import vn.diemcau.attendance.SheetIntake.Mark;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Session;

/** Use case: write what was shown, with what somebody decided; rows nobody decided on are left out. */
final class TakeIn {
    private final Attendances attendances;
    private final SheetIntake sheets;

    TakeIn(Attendances attendances, SheetIntake sheets) {
        this.attendances = attendances;
        this.sheets = sheets;
    }

    Future<Boolean> closed(Session session) {
        return attendances.closed(session.id()).map(Optional::isPresent);
    }

    /**
     * Fails with CONFLICT preview_changed when it is no longer what was shown, and session_closed when figures are closed and nobody
     * said that it amends them.
     */
    Future<SheetIntake.Taken> handle(
            Session session, SheetPlan plan, String shown, Map<Integer, Integer> decisions, boolean amend, String by) {
        if (!plan.fingerprint().equals(shown)) {
            return Future.failedFuture(Problem.conflict(
                    "preview_changed", "What is known has changed since it was shown; look at it again."));
        }
        return closed(session).compose(closed -> {
            if (closed && !amend) {
                return Future.failedFuture(
                        Problem.conflict("session_closed", "Figures are closed; say that this amends them."));
            }
            return sheets.take(session.id(), session.startsAt(), marks(plan, decisions), by);
        });
    }

    private static List<Mark> marks(SheetPlan plan, Map<Integer, Integer> decisions) {
        List<Mark> marks = new ArrayList<>();
        Set<String> persons = new HashSet<>();
        for (SheetPlan.Write write : plan.writes()) {
            marks.add(write.mark());
            persons.add(write.mark().person());
        }
        for (SheetPlan.Question question : plan.questions()) {
            int place = decisions.getOrDefault(question.line().number(), 0);
            if (place < 1 || place > question.candidates().size()) continue;
            Mark mark = question.candidates().get(place - 1).mark();
            if (persons.add(mark.person())) marks.add(mark);
        }
        return marks;
    }
}
