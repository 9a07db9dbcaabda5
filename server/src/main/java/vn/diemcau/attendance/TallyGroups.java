package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Use case: count groups ({@code session|group}) anew from the attendance in them. */
final class TallyGroups {
    private static final int TRIES = 6;

    private final AttendanceStore attendance;
    private final TallyStore tallies;
    private final FrameStore frames;
    private final InstantSource clock;
    private final Consumer<Collection<TallyStore.Counted>> counted;

    /** @param counted hears of what was written */
    TallyGroups(
            AttendanceStore attendance,
            TallyStore tallies,
            FrameStore frames,
            InstantSource clock,
            Consumer<Collection<TallyStore.Counted>> counted) {
        this.attendance = attendance;
        this.tallies = tallies;
        this.frames = frames;
        this.clock = clock;
        this.counted = counted;
    }

    Future<Void> handle(Collection<String> groups) {
        return handle(Set.copyOf(groups), TRIES);
    }

    private Future<Void> handle(Set<String> groups, int tries) {
        Set<String> sessions = new HashSet<>();
        groups.forEach(group -> sessions.add(group.substring(0, group.indexOf('|'))));
        return tallies.tallies(groups).compose(before -> frames.frames(sessions)
                .compose(byId -> attendance.countedIn(groups).compose(rows -> {
                    List<TallyStore.Counted> all = count(groups, before, byId, rows);
                    return tallies.keepTallies(all, clock.millis()).compose(kept -> {
                        if (!kept) {
                            return tries > 0
                                    ? handle(groups, tries - 1)
                                    : Future.failedFuture("others keep writing the same tallies");
                        }
                        counted.accept(all);
                        return attendance.tallied(rows, groups);
                    });
                })));
    }

    private static List<TallyStore.Counted> count(
            Set<String> groups,
            Map<String, TallyStore.Sum> before,
            Map<String, Frame> frames,
            List<AttendanceStore.Row> rows) {
        Map<String, Counts> counts = new HashMap<>();
        Map<String, Instant> latest = new HashMap<>();
        for (AttendanceStore.Row row : rows) {
            Counts one = row.attendance().counts();
            Instant arrived = row.attendance().outcome().arrived();
            for (String group : row.belongsTo()) {
                if (!groups.contains(group)) continue;
                counts.merge(group, one, Counts::plus);
                if (arrived != null) latest.merge(group, arrived, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        List<TallyStore.Counted> all = new ArrayList<>();
        for (String group : groups) {
            String session = group.substring(0, group.indexOf('|'));
            String name = group.substring(session.length() + 1);
            Frame frame = frames.get(session);
            String leaf = frame == null || frame.apart() || !name.contains("/") ? null : frame.leaf(name);
            all.add(new TallyStore.Counted(
                    group,
                    session,
                    before.get(group),
                    counts.getOrDefault(group, Counts.NONE),
                    frame != null && leaf != null && name.equals(frame.holder()) ? 1 : 0,
                    latest.get(group),
                    leaf));
        }
        return all;
    }
}
