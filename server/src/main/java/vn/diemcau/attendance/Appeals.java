package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/**
 * Use case: somebody objects to the own record of a closed session, and the office decides. Accepting corrects the record: the closing
 * stands, and the correction is an amendment beside it.
 */
final class Appeals {
    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final AppealStore appeals;
    private final RecordEvidence record;
    private final InstantSource clock;

    Appeals(
            FrameStore frames,
            AttendanceStore attendance,
            AppealStore appeals,
            RecordEvidence record,
            InstantSource clock) {
        this.frames = frames;
        this.attendance = attendance;
        this.appeals = appeals;
        this.record = record;
        this.clock = clock;
    }

    /** Fails with not_closed, appeal_late, not_on_the_list, or id_reused. */
    Future<Appeal> file(String id, String session, String person, Standing wish, String reason) {
        return Future.all(frames.frame(session), attendance.row(session, person))
                .compose(both -> {
                    Optional<Frame> frame = both.resultAt(0);
                    Optional<AttendanceStore.Row> row = both.resultAt(1);
                    Attendance one = row.filter(AttendanceStore.Row::listed)
                            .map(AttendanceStore.Row::attendance)
                            .orElseThrow(() ->
                                    Problem.missing("not_on_the_list", "You are not on the list of this session."));
                    Frame.Closed closed = frame.map(Frame::closed)
                            .orElseThrow(() -> Problem.conflict("not_closed", "The session is not closed yet."));
                    int days = frame.map(Frame::policy).orElse(Policy.DEFAULT).appealDays();
                    if (clock.instant().isAfter(closed.at().plus(Duration.ofDays(days)))) {
                        throw Problem.conflict("appeal_late", "The time to object is over.");
                    }
                    return appeals.add(new Appeal(
                            id,
                            session,
                            person,
                            one.name(),
                            one.birthYear(),
                            one.unitName(),
                            one.paths(),
                            wish,
                            reason,
                            Appeal.State.OPEN,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            null,
                            null,
                            null));
                })
                .map(kept -> {
                    boolean same = kept.session().equals(session)
                            && kept.person().equals(person)
                            && kept.wish() == wish
                            && kept.reason().equals(reason);
                    if (!same) throw Problem.conflict("id_reused", "This id stands with other content; make a new id.");
                    return kept;
                });
    }

    /** Fails with decided. */
    Future<Appeal> decide(Appeal appeal, boolean accept, String by, @Nullable String note) {
        return appeals.decide(appeal.id(), accept, by, clock.instant(), note)
                .compose(done -> {
                    if (!done) throw Problem.conflict("decided", "This objection was decided already.");
                    return appeals.one(appeal.id());
                })
                .map(Optional::orElseThrow)
                .compose(decided -> accept ? correct(decided).map(decided) : Future.succeededFuture(decided));
    }

    private Future<Void> correct(Appeal appeal) {
        Claim claim = new Claim(
                "appeal-" + appeal.id(),
                appeal.session(),
                appeal.person(),
                null,
                Evidence.Kind.CORRECTION,
                Evidence.Source.OFFICE,
                null,
                null,
                String.valueOf(appeal.decidedBy()),
                null,
                clock.instant(),
                0,
                new Evidence.Detail(null, null, null, null, null, appeal.wish(), appeal.reason(), null),
                null);
        return record.handle(claim).compose(answer -> appeals.corrected(appeal.id()));
    }

    /** Corrections that a crash left undone. */
    Future<Void> resume() {
        return appeals.uncorrected().compose(all -> {
            Future<Void> chain = Future.succeededFuture();
            for (Appeal each : all) chain = chain.compose(done -> correct(each));
            return chain;
        });
    }
}
