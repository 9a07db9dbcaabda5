package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.diemcau.problem.Problem;

/**
 * Use case: bring a site's own standing up to its evidence. When that closes the roll, everybody expected there is to be reckoned
 * again before the evidence loses its mark.
 */
final class SettleSite {
    private static final int TRIES = 6;

    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final FrameStore frames;
    private final InstantSource clock;
    private final Consumer<Set<String>> unsettled;

    /** @param unsettled hears of the people ({@code session|person}) to reckon again */
    SettleSite(
            EvidenceStore evidence,
            AttendanceStore attendance,
            FrameStore frames,
            InstantSource clock,
            Consumer<Set<String>> unsettled) {
        this.evidence = evidence;
        this.attendance = attendance;
        this.frames = frames;
        this.clock = clock;
        this.unsettled = unsettled;
    }

    /** @param subject {@code session|site:ID} */
    Future<Void> handle(String subject) {
        int split = subject.indexOf("|site:");
        return settle(subject.substring(0, split), subject.substring(split + 6), subject, TRIES);
    }

    private Future<Void> settle(String session, String site, String subject, int tries) {
        String key = session + "|" + site;
        return frames.sites(List.of(key))
                .compose(found -> evidence.of(List.of(subject)).compose(kept -> {
                    FrameStore.Kept before = found.get(key);
                    SiteStanding standing = SiteStanding.of(
                            kept.stream().map(EvidenceStore.Kept::evidence).toList());
                    return frames.keep(session, site, before == null ? 0 : before.rev(), standing)
                            .compose(written -> {
                                if (!written) {
                                    return tries > 0
                                            ? settle(session, site, subject, tries - 1)
                                            : Future.failedFuture(Problem.busy("others keep writing the same site"));
                                }
                                List<Evidence> marked = kept.stream()
                                        .filter(EvidenceStore.Kept::todo)
                                        .map(EvidenceStore.Kept::evidence)
                                        .toList();
                                boolean ruled = kept.stream()
                                        .anyMatch(each -> each.evidence().source() == Evidence.Source.RULE);
                                boolean closing = marked.stream()
                                        .anyMatch(each -> each.kind() == Evidence.Kind.CLOSE
                                                || each.kind() == Evidence.Kind.UNDO
                                                || (ruled && each.kind() == Evidence.Kind.REPORT));
                                return (closing ? unsettle(session, subject) : Future.<Void>succeededFuture())
                                        .compose(done -> evidence.done(marked));
                            });
                }));
    }

    private Future<Void> unsettle(String session, String group) {
        return attendance
                .unsettle(group, session, clock.millis())
                .compose(count -> attendance.inGroups(List.of(group)))
                .map(rows -> {
                    java.util.Set<String> ids = new java.util.HashSet<>();
                    rows.forEach(row -> ids.add(row.id()));
                    unsettled.accept(ids);
                    return null;
                });
    }
}
