package vn.diemcau.attendance;

import io.vertx.core.Future;

/** Use case: a deleted rehearsal or draft leaves nothing behind; what it never was part of need not be counted again. */
final class ForgetSession {
    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final TallyStore tallies;
    private final FrameStore frames;
    private final DeviceStore devices;
    private final SiteWordStore words;
    private final Work work;

    ForgetSession(
            EvidenceStore evidence,
            AttendanceStore attendance,
            TallyStore tallies,
            FrameStore frames,
            DeviceStore devices,
            SiteWordStore words,
            Work work) {
        this.evidence = evidence;
        this.attendance = attendance;
        this.tallies = tallies;
        this.frames = frames;
        this.devices = devices;
        this.words = words;
        this.work = work;
    }

    Future<Void> handle(String session) {
        return work.quiet()
                .compose(done -> evidence.delete(session))
                .compose(done -> attendance.delete(session))
                .compose(done -> tallies.delete(session))
                .compose(done -> frames.delete(session))
                .compose(done -> devices.delete(session))
                .compose(done -> words.delete(session));
    }
}
