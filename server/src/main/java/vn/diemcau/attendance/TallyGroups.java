package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.diemcau.problem.Problem;

/**
 * Use case: count groups ({@code session|group}) anew from the attendance in them: as it is read, or as it was read when this node
 * wrote the tally last, with what it has settled since. The tally's rev says that nobody else has written in between; whoever writes
 * an outcome writes its tallies after it, changed or not.
 */
final class TallyGroups {
    private static final int TRIES = 6;
    private static final int REMEMBERED = 100_000;

    private final AttendanceStore attendance;
    private final TallyStore tallies;
    private final FrameStore frames;
    private final InstantSource clock;
    private final Consumer<Collection<TallyStore.Counted>> counted;
    private final Map<String, Members> known = new LinkedHashMap<>(64, 0.75f, true);
    private boolean grown;
    private Future<Void> last = Future.succeededFuture();

    /** @param counted hears of what was written and moved */
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

    /** Counts from what is kept, and takes these groups off the marks of attendance. */
    Future<Void> handle(Collection<String> groups) {
        return inTurn(() -> anew(Set.copyOf(groups), TRIES));
    }

    /** These rows were settled just now: their tallies follow. */
    Future<Void> follow(Collection<AttendanceStore.Row> settled) {
        Set<String> groups = new HashSet<>();
        settled.forEach(row -> groups.addAll(row.groups()));
        return groups.isEmpty() ? Future.succeededFuture() : inTurn(() -> follow(settled, groups, TRIES));
    }

    /** One after another, so that what is remembered is what was written. */
    private synchronized Future<Void> inTurn(Supplier<Future<Void>> work) {
        last = last.transform(before -> work.get());
        return last;
    }

    private Future<Void> anew(Set<String> groups, int tries) {
        groups.forEach(known::remove);
        return load(groups).compose(rows -> write(groups).compose(kept -> {
            if (kept) return attendance.tallied(rows, groups);
            return tries > 0
                    ? anew(groups, tries - 1)
                    : Future.failedFuture(Problem.busy("others keep writing the same tallies"));
        }));
    }

    private Future<Void> follow(Collection<AttendanceStore.Row> settled, Set<String> groups, int tries) {
        Set<String> unknown = new HashSet<>(groups);
        unknown.removeAll(known.keySet());
        Future<?> loaded = unknown.isEmpty() ? Future.succeededFuture() : load(unknown);
        return loaded.compose(done -> {
            for (AttendanceStore.Row row : settled) {
                for (String group : row.groups()) members(group).take(row, group);
            }
            return write(groups).compose(kept -> {
                if (kept) return Future.succeededFuture();
                return tries > 0
                        ? follow(settled, groups, tries - 1)
                        : Future.failedFuture(Problem.busy("others keep writing the same tallies"));
            });
        });
    }

    private Members members(String group) {
        return known.computeIfAbsent(group, absent -> new Members(null));
    }

    /** The tallies first, then who is in them. */
    private Future<List<AttendanceStore.Row>> load(Set<String> groups) {
        return tallies.tallies(groups)
                .compose(before -> attendance.inGroups(groups).map(rows -> {
                    for (String group : groups) known.put(group, new Members(before.get(group)));
                    for (AttendanceStore.Row row : rows) {
                        for (String group : row.groups()) {
                            if (groups.contains(group)) members(group).take(row, group);
                        }
                    }
                    grown = true;
                    return rows;
                }));
    }

    /** Compare-and-set of all; whatever is not as this node thought is forgotten. */
    private Future<Boolean> write(Set<String> groups) {
        Set<String> sessions = new HashSet<>();
        groups.forEach(group -> sessions.add(group.substring(0, group.indexOf('|'))));
        return frames.frames(sessions)
                .compose(byId -> {
                    List<TallyStore.Counted> all = groups.stream()
                            .map(group -> count(group, members(group), byId))
                            .toList();
                    return tallies.keepTallies(all, clock.millis()).map(kept -> {
                        if (kept) written(all);
                        else groups.forEach(known::remove);
                        return kept;
                    });
                })
                .onFailure(failure -> groups.forEach(known::remove));
    }

    private void written(List<TallyStore.Counted> all) {
        List<TallyStore.Counted> moved = new ArrayList<>();
        for (TallyStore.Counted each : all) {
            Members members = known.get(each.id());
            if (members != null && members.written(each)) moved.add(each);
        }
        counted.accept(moved);
        if (grown) forgetEldest();
    }

    private void forgetEldest() {
        grown = false;
        int size = known.values().stream().mapToInt(Members::size).sum();
        for (var each = known.values().iterator(); size > REMEMBERED && each.hasNext(); ) {
            size -= each.next().size();
            each.remove();
        }
    }

    private static TallyStore.Counted count(String group, Members members, Map<String, Frame> frames) {
        String session = group.substring(0, group.indexOf('|'));
        String name = group.substring(session.length() + 1);
        Frame frame = frames.get(session);
        if (frame == null || frame.apart() || !name.contains("/")) {
            return members.count(group, session, false, false, Leaves.NONE);
        }
        return members.count(
                group,
                session,
                name.equals(frame.holder()),
                frame.joint(name),
                new Leaves(frame.leaf(name), frame.slice(name)));
    }
}
