package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;

/**
 * Use case: give everybody on a list attendance, at rev 0 with nothing proven; bring those who stand already to what the list says
 * now. Done again after a crash it changes nothing more.
 */
final class TakeList {
    private static final int CHUNK = 500;

    private final Enrolments enrolments;
    private final KeepFrame keepFrame;
    private final FrameStore frames;
    private final AttendanceStore attendance;
    private final RecentRows recent;
    private final EvidenceStore evidence;
    private final InstantSource clock;
    private final Work work;

    TakeList(
            Enrolments enrolments,
            KeepFrame keepFrame,
            FrameStore frames,
            AttendanceStore attendance,
            RecentRows recent,
            EvidenceStore evidence,
            InstantSource clock,
            Work work) {
        this.enrolments = enrolments;
        this.keepFrame = keepFrame;
        this.frames = frames;
        this.attendance = attendance;
        this.recent = recent;
        this.evidence = evidence;
        this.clock = clock;
        this.work = work;
    }

    /** Completes when attendance stands for the version; sums follow. */
    Future<Void> handle(String session, int version) {
        return keepFrame.current(session).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            Frame frame = found.get();
            Map<String, AttendanceStore.Row> standing = new HashMap<>();
            List<Required> list = new ArrayList<>();
            return attendance
                    .each(session, row -> standing.put(row.id(), row))
                    .compose(read -> enrolments.each(session, list::add))
                    .compose(read -> {
                        boolean first = standing.isEmpty();
                        return write(frame, standing, list)
                                .compose(done -> first ? frames.followed(frame) : Future.<Void>succeededFuture());
                    })
                    .compose(done -> frames.listed(session, version));
        });
    }

    private Future<Void> write(Frame frame, Map<String, AttendanceStore.Row> standing, List<Required> list) {
        List<Document> fresh = new ArrayList<>();
        List<AttendanceStore.Relisted> changed = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        for (Required required : list) {
            AttendanceStore.Row row = standing.remove(AttendanceDocument.id(required.session(), required.person()));
            Document entry = AttendanceDocument.entry(required, frame);
            if (row == null) {
                fresh.add(entry);
                String session = required.session();
                required.paths().forEach(path -> groups.add(session + "|" + path));
                groups.add(session + "|site:" + Objects.requireNonNullElse(required.site(), ""));
            } else if (!row.listed() || differs(row.attendance(), required)) {
                changed.add(new AttendanceStore.Relisted(row, entry));
            }
        }
        for (AttendanceStore.Row gone : standing.values()) {
            boolean walkIn = gone.attendance().person().startsWith("walk:");
            if (gone.listed() && !walkIn) changed.add(new AttendanceStore.Relisted(gone, null));
        }
        if (!frame.holder().isEmpty()) groups.add(frame.session() + "|" + frame.holder());
        return inChunks(fresh, chunk -> attendance.create(chunk, Judge.nothing(), clock.millis()))
                .compose(done -> inChunks(changed, chunk -> attendance.relist(chunk, clock.millis())))
                .compose(done -> fresh.isEmpty() ? Future.succeededFuture(false) : evidence.any(frame.session()))
                .compose(any -> any
                        ? attendance
                                .unsettle(null, frame.session(), clock.millis())
                                .<Void>mapEmpty()
                        : Future.<Void>succeededFuture())
                .onSuccess(done -> {
                    recent.forget(changed.stream().map(each -> each.row().id()).toList());
                    changed.forEach(each -> groups.addAll(each.row().groups()));
                    work.reckon(changed.stream().map(each -> each.row().id()).toList());
                    work.tally(groups);
                });
    }

    private static boolean differs(Attendance kept, Required required) {
        return kept.entry() != required.standing()
                || !kept.name().equals(required.name())
                || !kept.unit().equals(required.unit())
                || !kept.unitName().equals(required.unitName())
                || !kept.paths().equals(required.paths())
                || !Objects.equals(kept.birthYear(), required.birthYear())
                || !Objects.equals(kept.site(), required.site())
                || !Objects.equals(kept.reason(), required.reason());
    }

    private static <T> Future<Void> inChunks(List<T> all, java.util.function.Function<List<T>, Future<Void>> write) {
        Future<Void> chain = Future.succeededFuture();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<T> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            chain = chain.compose(done -> write.apply(chunk));
        }
        return chain;
    }
}
