package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;

/** Use case: a recording that was watched becomes evidence; it may make up for an absence and never makes anybody present. */
final class TakeWatched {
    private final RecordEvidence record;

    TakeWatched(RecordEvidence record) {
        this.record = record;
    }

    /** Completes when it is kept durably; the same again is once. */
    Future<Void> handle(String id, String session, String person, int minutes, Instant at) {
        return record.handle(new Claim(
                        id + "-" + person,
                        session,
                        person,
                        null,
                        Kind.WATCHED,
                        Evidence.Source.RECORDING,
                        null,
                        null,
                        person,
                        null,
                        at,
                        0,
                        new Detail(null, null, null, null, minutes, null, null, null),
                        null))
                .mapEmpty();
    }
}
