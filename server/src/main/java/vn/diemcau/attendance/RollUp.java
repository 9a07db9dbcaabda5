package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import vn.diemcau.problem.Problem;

/** Use case: sum rollups anew from their own tallies and the rollups of the units below. */
final class RollUp {
    private static final int TRIES = 6;

    private final RollupStore rollups;
    private final InstantSource clock;
    private final Consumer<Set<String>> above;

    /** @param above hears of the rollups that are behind now */
    RollUp(RollupStore rollups, InstantSource clock, Consumer<Set<String>> above) {
        this.rollups = rollups;
        this.clock = clock;
        this.above = above;
    }

    Future<Void> handle(Collection<String> ids) {
        return handle(Set.copyOf(ids), TRIES);
    }

    private Future<Void> handle(Set<String> ids, int tries) {
        return rollups.some(ids).compose(before -> rollups.parts(ids).compose(parts -> {
            List<RollupStore.Rolled> all = new ArrayList<>();
            Set<String> changedBelow = new HashSet<>();
            parts.markedRollups().forEach(sum -> changedBelow.addAll(sum.up()));
            Set<String> parents = new HashSet<>();
            for (String id : ids) {
                Counts counts = Counts.NONE;
                Meetings meetings = Meetings.NONE;
                for (Sum part : parts.byRollup().getOrDefault(id, List.of())) {
                    counts = counts.plus(part.counts());
                    meetings = meetings.plus(part.meetings());
                }
                RollupStore.Rolled rolled =
                        new RollupStore.Rolled(id, before.get(id), counts, meetings, changedBelow.contains(id));
                all.add(rolled);
                if (rolled.changed()) {
                    RollupKey.parse(id).parent().ifPresent(parent -> parents.add(parent.id()));
                }
            }
            return rollups.keep(all, clock.millis()).compose(kept -> {
                if (!kept) {
                    return tries > 0
                            ? handle(ids, tries - 1)
                            : Future.failedFuture(Problem.busy("others keep writing the same rollups"));
                }
                above.accept(parents);
                return rollups.rolledUp(parts, ids);
            });
        }));
    }
}
