package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.http.SignedIn;
import vn.diemcau.schedule.Session;

/** Use case: a cell's secretary says that somebody is excused, why, or that it was not so; what was said before is undone, not lost. */
final class ExcuseMember {
    private final KeptAttendances attendances;
    private final RecordEvidence record;
    private final InstantSource clock;

    ExcuseMember(KeptAttendances attendances, RecordEvidence record, InstantSource clock) {
        this.attendances = attendances;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Saying the same again changes nothing.
     *
     * @param reason empty takes the excuse back
     */
    Future<Answer> handle(Session session, String person, Optional<String> reason, SignedIn caller) {
        return attendances.why(session.id(), person).compose(explanation -> {
            List<Evidence> excuses = excuses(explanation);
            Optional<Evidence> standing = standing(explanation);
            boolean same =
                    standing.map(each -> String.valueOf(each.detail().text())).equals(reason);
            if (same) {
                return Future.succeededFuture(new Answer(
                        "excuse",
                        Answer.Result.ALREADY,
                        null,
                        explanation.attendance(),
                        explanation.attendance().outcome(),
                        null));
            }
            Future<Answer> undone = standing.isEmpty()
                    ? Future.succeededFuture(new Answer("excuse", Answer.Result.ALREADY, null, null, null, null))
                    : record.handle(said(
                            session,
                            caller,
                            person,
                            standing.get().id() + "-u",
                            Kind.UNDO,
                            Detail.undoing(standing.get().id())));
            return undone.compose(answer -> reason.isEmpty()
                    ? Future.succeededFuture(answer)
                    : record.handle(said(
                            session,
                            caller,
                            person,
                            "x" + excuses.size() + "-" + person,
                            Kind.EXCUSE,
                            Detail.saying(reason.get()))));
        });
    }

    /** The reason by which the person is excused now. */
    Future<Optional<String>> reason(String session, String person) {
        return attendances.why(session, person).map(explanation -> standing(explanation)
                .map(each -> String.valueOf(each.detail().text())));
    }

    private static List<Evidence> excuses(Explanation explanation) {
        return explanation.evidence().stream()
                .filter(each -> each.kind() == Kind.EXCUSE && each.source() == Evidence.Source.OFFICE)
                .toList();
    }

    private static Optional<Evidence> standing(Explanation explanation) {
        return excuses(explanation).stream()
                .filter(each -> explanation.evidence().stream()
                        .noneMatch(other -> each.id().equals(other.detail().undoes())))
                .findFirst();
    }

    private Claim said(Session session, SignedIn caller, String person, String id, Kind kind, Detail detail) {
        return new Claim(
                id,
                session.id(),
                person,
                null,
                kind,
                Evidence.Source.OFFICE,
                null,
                null,
                caller.name(),
                caller.device(),
                clock.instant(),
                0,
                detail,
                null);
    }
}
