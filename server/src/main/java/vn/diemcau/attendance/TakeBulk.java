package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Use case: evidence in bulk. Marked like all evidence, so that a crash in the middle loses nothing. */
final class TakeBulk implements Intake {
    private static final int CHUNK = 500;

    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final FrameStore frames;
    private final CloseSession close;
    private final Work work;
    private final InstantSource clock;

    TakeBulk(
            EvidenceStore evidence,
            AttendanceStore attendance,
            FrameStore frames,
            CloseSession close,
            Work work,
            InstantSource clock) {
        this.evidence = evidence;
        this.attendance = attendance;
        this.frames = frames;
        this.close = close;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public Future<Void> past(String session, List<Evidence> all, String closedBy, Instant closedAt) {
        return frames.close(session, new Frame.Closed(session, closedBy, closedAt, java.util.Set.of()))
                .compose(closed -> attendance.unsettle(null, session, clock.millis()))
                .compose(marked -> append(all))
                .compose(subjects -> close.settleAndKeep(session))
                .mapEmpty();
    }

    @Override
    public Future<Void> take(List<Evidence> all) {
        return append(all).onSuccess(work::reckon).mapEmpty();
    }

    private Future<Set<String>> append(List<Evidence> all) {
        Set<String> subjects = new LinkedHashSet<>();
        Future<Void> chain = Future.succeededFuture();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Evidence> part = new ArrayList<>(all.subList(from, Math.min(all.size(), from + CHUNK)));
            for (Evidence each : part) {
                each.subjects().forEach(subject -> subjects.add(EvidenceDocument.subject(each.session(), subject)));
            }
            chain = chain.compose(done -> evidence.append(part, clock.millis()))
                    .compose(appended -> appended.unfit().isEmpty()
                            ? Future.succeededFuture()
                            : Future.failedFuture("the store does not take " + appended.unfit()));
        }
        return chain.map(subjects);
    }
}
