package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/**
 * Use case: judge every open session of a programme by the policy in force, and everybody's outcome with it. A closed session stays
 * as it was closed. Done again after a crash it changes nothing more.
 */
final class ApplyPolicy {
    private static final int MARKED_MOST = 200_000;
    private final Schedule schedule;
    private final PolicyStore policies;
    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final Work work;
    private final InstantSource clock;

    ApplyPolicy(
            Schedule schedule,
            PolicyStore policies,
            FrameStore frames,
            AttendanceStore attendance,
            Work work,
            InstantSource clock) {
        this.schedule = schedule;
        this.policies = policies;
        this.frames = frames;
        this.attendance = attendance;
        this.work = work;
        this.clock = clock;
    }

    Future<Void> handle(String programme) {
        return policies.current(programme).compose(current -> {
            if (current.isEmpty()) return Future.succeededFuture();
            Policy policy = current.get();
            return schedule.sessionsOf(programme)
                    .compose(sessions -> {
                        Future<Void> chain = Future.succeededFuture();
                        for (Session each : sessions) chain = chain.compose(done -> judge(each.id(), policy));
                        return chain;
                    })
                    .compose(done -> policies.applied(programme, policy.version()));
        });
    }

    private Future<Void> judge(String session, Policy policy) {
        return frames.judge(session, policy).compose(open -> {
            if (!open) return Future.succeededFuture();
            return attendance
                    .unsettle(null, session, clock.millis())
                    .compose(marked -> attendance.markedIn(session, MARKED_MOST))
                    .onSuccess(work::reckon)
                    .mapEmpty();
        });
    }

    /** What a crash left half done. */
    Future<Void> resume() {
        return policies.unapplied().compose(programmes -> {
            Future<Void> chain = Future.succeededFuture();
            for (String each : programmes) chain = chain.compose(done -> handle(each));
            return chain;
        });
    }
}
