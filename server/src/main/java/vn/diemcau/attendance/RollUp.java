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

    private final TallyStore tallies;
    private final InstantSource clock;
    private final Consumer<Set<String>> above;

    /** @param above hears of the rollups that are behind now */
    RollUp(TallyStore tallies, InstantSource clock, Consumer<Set<String>> above) {
        this.tallies = tallies;
        this.clock = clock;
        this.above = above;
    }

    Future<Void> handle(Collection<String> ids) {
        return handle(Set.copyOf(ids), TRIES);
    }

    private Future<Void> handle(Set<String> ids, int tries) {
        return tallies.rollups(ids).compose(before -> tallies.parts(ids).compose(parts -> {
            List<TallyStore.Rolled> all = new ArrayList<>();
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
                TallyStore.Rolled rolled =
                        new TallyStore.Rolled(id, before.get(id), counts, meetings, changedBelow.contains(id));
                all.add(rolled);
                if (rolled.changed()) {
                    RollupKey.parse(id).parent().ifPresent(parent -> parents.add(parent.id()));
                }
            }
            return tallies.keepRollups(all, clock.millis()).compose(kept -> {
                if (!kept) {
                    return tries > 0
                            ? handle(ids, tries - 1)
                            : Future.failedFuture(Problem.busy("others keep writing the same rollups"));
                }
                above.accept(parents);
                return tallies.rolledUp(parts, ids);
            });
        }));
    }
}
