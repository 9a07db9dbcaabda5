package vn.diemcau.people;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.audit.Audit;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.Affected.Reach;
import vn.diemcau.people.PlanReorganisation.Preview;
import vn.diemcau.people.Reorganisation.State;
import vn.diemcau.people.Reorganisation.Wish;
import vn.diemcau.problem.Problem;

/**
 * Use case: apply an approved reorganisation, on its day by itself or when asked from then on. Every step says what should be and may be
 * done again, so that one that was interrupted is gone on with, on whichever node.
 */
final class ApplyReorganisation {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyReorganisation.class);
    private static final int TRIES = 5;
    private static final int A_WRITE = 500;
    /** So long after it was applied whoever came into a unit that ended, by an older view of the units, is still looked for. */
    private static final Duration LATECOMERS = Duration.ofMinutes(10);

    private final ReorganisationStore store;
    private final PlanReorganisation plan;
    private final UnitStore units;
    private final PersonStore persons;
    private final StoredPeople people;
    private final List<Affected> affected;
    private final Audit audit;
    private final InstantSource clock;

    ApplyReorganisation(
            ReorganisationStore store,
            PlanReorganisation plan,
            UnitStore units,
            PersonStore persons,
            StoredPeople people,
            List<Affected> affected,
            Audit audit,
            InstantSource clock) {
        this.store = store;
        this.plan = plan;
        this.units = units;
        this.persons = persons;
        this.people = people;
        this.affected = affected;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whatever is due, one after the other; what cannot be done stays and says why. */
    Future<Void> due() {
        return store.due(people.today()).compose(due -> {
            Future<Void> chain = Future.succeededFuture();
            for (Reorganisation one : due) {
                chain = chain.compose(
                        done -> apply(one, "system").<Void>mapEmpty().recover(failure -> {
                            if (!(failure instanceof Problem)) LOG.warn("reorganisation {} waits", one.id(), failure);
                            return Future.succeededFuture();
                        }));
            }
            return chain.compose(done -> latecomers());
        });
    }

    /**
     * Whoever was written into a unit while it ended goes where its people went; whom nobody can place is told on its page. Nobody else is
     * touched: what was changed since was meant.
     */
    private Future<Void> latecomers() {
        return store.appliedSince(clock.instant().minus(LATECOMERS)).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (Reorganisation one : found) {
                chain = chain.compose(done -> work(one, true)).compose(work -> {
                    Set<String> ended = work.consequence().ended();
                    boolean stands = work.tree().all().stream()
                            .anyMatch(unit -> ended.contains(unit.id()) && unit.exists(people.today()));
                    return ended.isEmpty() || stands
                            ? Future.succeededFuture()
                            : gather(one, work, true, TRIES).compose(left -> tell(one, left));
                });
            }
            return chain;
        });
    }

    private Future<Void> tell(Reorganisation one, List<Reorganisation.Fault> left) {
        return left.equals(one.stuck())
                ? Future.succeededFuture()
                : store.replace(one.stuckWith(left)).mapEmpty();
    }

    /** Fails with too_early before its day, state_not_allowed unless it is approved, and not_possible when something stands in the way by now. */
    Future<Reorganisation> handle(String id, String by) {
        return plan.find(id).compose(one -> apply(one, by));
    }

    private Future<Reorganisation> apply(Reorganisation one, String by) {
        return switch (one.state()) {
            case APPLIED -> Future.succeededFuture(one);
            case DRAFT, WITHDRAWN -> Future.failedFuture(PlanReorganisation.notNow());
            case APPLYING -> plan.preview(one).compose(preview -> go(one, preview, by));
            case APPROVED -> {
                if (people.today().isBefore(one.wish().date())) {
                    throw Problem.refused("too_early", "Its day has not come.");
                }
                yield begin(one, by);
            }
        };
    }

    private Future<Reorganisation> begin(Reorganisation one, String by) {
        return plan.preview(one).compose(preview -> {
            List<Reorganisation.Fault> faults = preview.consequence().faults();
            if (!faults.isEmpty()) {
                Future<?> said =
                        faults.equals(one.stuck()) ? Future.succeededFuture() : store.replace(one.stuckWith(faults));
                return said.compose(done -> Future.failedFuture(
                        Problem.refused("not_possible", "Something stands in the way; the preview says what.")));
            }
            // what it does is written down before it is begun: afterwards parts of it would be found done already
            Reorganisation begun = one.stuckWith(List.of())
                    .with(ReorganisationJson.preview(preview))
                    .in(State.APPLYING);
            return store.replace(begun).compose(written -> {
                if (!written) throw PlanReorganisation.changedMeanwhile();
                return go(begun.raised(), preview, by);
            });
        });
    }

    private Future<Reorganisation> go(Reorganisation one, Preview preview, String by) {
        Wish wish = one.wish();
        Consequence consequence = preview.consequence();
        Reach reach = PlanReorganisation.reach(wish, preview.undone(), consequence, preview.tree());
        return store.keepFollowed(one.id(), consequence.postsEnding(preview.people()))
                .compose(done -> born(consequence.births()))
                .compose(done -> change(consequence))
                .compose(done -> units.putSuccessions(consequence.successions()))
                .compose(done -> move(consequence, preview.people()))
                .compose(done -> units.raise())
                .compose(done -> work(one, false))
                .compose(work -> gather(one, work, false, TRIES))
                .compose(left -> tell(reach, one).map(left))
                .compose(left -> {
                    Reorganisation applied = one.done(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                            .stuckWith(left);
                    return store.replace(applied).compose(written -> {
                        if (!written) return plan.find(one.id());
                        return audit.add(
                                        by,
                                        "reorganisation_applied",
                                        "reorganisation/" + one.id(),
                                        PlanReorganisation.detail(wish))
                                .map(kept -> applied.raised());
                    });
                });
    }

    private Future<Void> born(List<Unit> births) {
        Future<Void> chain = Future.succeededFuture();
        for (Unit unit : births) {
            chain = chain.compose(done -> units.insert(new UnitStore.Kept(unit, List.of(), 1))
                    .recover(failure ->
                            Mongo.isDuplicateKey(failure) ? Future.succeededFuture() : Future.failedFuture(failure)));
        }
        return chain;
    }

    private Future<Void> change(Consequence consequence) {
        Future<Void> chain = Future.succeededFuture();
        Set<String> touched =
                consequence.changes().stream().map(UnitChange::unit).collect(Collectors.toSet());
        for (String unit : touched) chain = chain.compose(done -> change(unit, consequence, TRIES));
        return chain;
    }

    private Future<Void> change(String unit, Consequence consequence, int tries) {
        return units.find(unit).compose(found -> {
            if (found.isEmpty()) return Future.succeededFuture();
            UnitStore.Kept before = found.get();
            UnitStore.Kept after = before;
            for (UnitChange change : consequence.changes()) {
                if (change.unit().equals(unit)) after = change.on(after, consequence.date());
            }
            if (after.equals(before)) return Future.succeededFuture();
            return units.replace(after).compose(written -> {
                if (written) return Future.succeededFuture();
                if (tries == 0) return Future.failedFuture(PlanReorganisation.changedMeanwhile());
                return change(unit, consequence, tries - 1);
            });
        });
    }

    private Future<Integer> move(Consequence consequence, List<Dossier> known) {
        List<Dossier> changed = consequence.changed(known);
        Future<Integer> written = Future.succeededFuture(0);
        for (int at = 0; at < changed.size(); at += A_WRITE) {
            List<Dossier> part = changed.subList(at, Math.min(changed.size(), at + A_WRITE));
            written = written.compose(sum -> persons.writeAll(List.of(), part).map(count -> sum + count));
        }
        return written;
    }

    /** What it does, worked out from the units and people as they are by now. */
    private record Work(UnitTree tree, Consequence consequence, List<Dossier> people) {}

    /** @param late whether only those count who are in a unit that ended */
    private Future<Work> work(Reorganisation one, boolean late) {
        return people.fresh().compose(tree -> plan.undone(one)
                .compose(undone -> plan.people(one.wish(), undone).map(now -> {
                    Consequence whole = Reorganising.of(one.wish(), undone, tree, now);
                    return new Work(tree, late ? whole.leaving() : whole, now);
                })));
    }

    /**
     * Whoever was changed by somebody else in between, or came since, is moved too, until nobody is left; answers those whom nothing
     * says where they go.
     */
    private Future<List<Reorganisation.Fault>> gather(Reorganisation one, Work work, boolean late, int tries) {
        Consequence consequence = work.consequence();
        if (consequence.changed(work.people()).isEmpty()) {
            return Future.succeededFuture(consequence.faults().stream()
                    .filter(fault -> fault.why() == Reorganisation.Why.UNPLACED_PERSON)
                    .toList());
        }
        if (tries == 0) return Future.failedFuture(PlanReorganisation.changedMeanwhile());
        return store.keepFollowed(one.id(), consequence.postsEnding(work.people()))
                .compose(done -> move(consequence, work.people()))
                .compose(done -> work(one, late))
                .compose(next -> gather(one, next, late, tries - 1));
    }

    private Future<Void> tell(Reach reach, Reorganisation one) {
        Affected.Trail trail = one.wish().kind() == Succession.Kind.UNDO
                ? all -> Future.succeededFuture()
                : all -> store.keepFollowed(one.id(), all);
        Future<Void> chain = Future.succeededFuture();
        for (Affected each : affected) chain = chain.compose(done -> each.applied(reach, trail));
        return chain;
    }
}
