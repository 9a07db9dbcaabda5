package vn.diemcau.attendance;

import io.vertx.core.Future;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.enrolment.Enrolments;

/** Use case: an excuse or a substitute that was decided becomes evidence; withdrawing it undoes that evidence. */
final class TakeDecision {
    private final RecordEvidence record;

    TakeDecision(RecordEvidence record) {
        this.record = record;
    }

    /** Completes when the decision is kept durably; the same decision again is once. */
    Future<Void> handle(Enrolments.Decision decision) {
        String substitute = decision.substitute();
        Kind kind = substitute == null ? Kind.EXCUSE : Kind.SUBSTITUTE;
        Detail detail =
                substitute == null ? Detail.saying(decision.reason()) : Detail.naming(substitute, decision.reason());
        String id = decision.id();
        if (decision.withdrawn()) {
            kind = Kind.UNDO;
            id = decision.id() + "-withdrawn";
            detail = new Detail(decision.id(), substitute, null, null, null, null, decision.reason(), null);
        }
        return record.handle(new Claim(
                        id,
                        decision.session(),
                        decision.person(),
                        null,
                        kind,
                        Evidence.Source.ENROLMENT,
                        null,
                        null,
                        decision.by(),
                        null,
                        decision.at(),
                        0,
                        detail,
                        null))
                .mapEmpty();
    }
}
