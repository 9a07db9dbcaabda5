package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.http.Live;
import vn.diemcau.problem.Problem;

/**
 * The work behind evidence, in windows: reckon subjects, tally groups, roll up units; and heal: what bears an old mark is taken up by
 * any node, at start and every five seconds.
 */
final class Work {
    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final long HEAL_MILLIS = 5_000;
    private static final int HEAL_MOST = 1_000;
    private static final int PATIENCE = 30;

    private final Vertx vertx;
    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final RollupStore rollups;
    private final InstantSource clock;
    private final Live live;
    private final Window reckon;
    private final Window tally;
    private final Window rollUp;
    private final ReckonSubjects reckonSubjects;
    private final TallyGroups tallyGroups;
    private final Arrivals arrivals;
    private long timer = -1;
    private @Nullable Future<Void> healing;

    Work(
            Vertx vertx,
            EvidenceStore evidence,
            AttendanceStore attendance,
            RecentRows recent,
            JustSeen justSeen,
            TallyStore tallies,
            RollupStore rollups,
            FrameStore frames,
            InstantSource clock,
            Live live,
            Arrivals arrivals) {
        this.vertx = vertx;
        this.evidence = evidence;
        this.attendance = attendance;
        this.rollups = rollups;
        this.clock = clock;
        this.live = live;
        this.arrivals = arrivals;
        SettleSite settleSite = new SettleSite(evidence, attendance, frames, clock, this::reckon);
        tallyGroups = new TallyGroups(attendance, tallies, frames, clock, this::counted);
        reckonSubjects = new ReckonSubjects(
                evidence,
                attendance,
                recent,
                justSeen,
                frames,
                settleSite,
                tallyGroups,
                clock,
                this::tally,
                this::siteChanged);
        RollUp sum = new RollUp(rollups, clock, this::rollUp);
        reckon = new Window(vertx, "reckoning", 120, 250, reckonSubjects::handle);
        tally = new Window(vertx, "tally", 150, 200, tallyGroups::handle);
        rollUp = new Window(vertx, "rollup", 200, 200, sum::handle);
    }

    /** Subjects ({@code session|subject}) whose outcome may be behind. */
    void reckon(Collection<String> subjects) {
        reckon.add(subjects);
    }

    /** Groups ({@code session|group}) whose tally may be behind. */
    void tally(Collection<String> groups) {
        tally.add(groups);
    }

    void rollUp(Collection<String> rollups) {
        rollUp.add(rollups);
    }

    /** At once, for whoever cannot go on before it is done. */
    Future<Void> tallyNow(Collection<String> groups) {
        return tallyGroups.handle(groups);
    }

    /** At once, for whoever cannot go on before it is done. Where another node is at the same outcomes, it tries again for a while. */
    Future<Void> reckonNow(Collection<String> subjects) {
        return reckonNow(subjects, PATIENCE);
    }

    private Future<Void> reckonNow(Collection<String> subjects, int tries) {
        return reckonSubjects.handle(subjects).recover(failure -> {
            boolean busy = failure instanceof Problem problem && problem.code().equals("busy");
            if (!busy || tries == 0) return Future.failedFuture(failure);
            long pause = ThreadLocalRandom.current().nextLong(20, 300);
            return vertx.timer(pause, TimeUnit.MILLISECONDS).compose(passed -> reckonNow(subjects, tries - 1));
        });
    }

    Future<Void> siteNow(String subject) {
        return reckonSubjects.handle(Set.of(subject));
    }

    private void counted(Collection<TallyStore.Counted> all) {
        Set<String> above = new HashSet<>();
        Set<String> topics = new HashSet<>();
        for (TallyStore.Counted each : all) {
            if (each.changesRollup()) above.addAll(each.above());
            String group = each.id().substring(each.session().length() + 1);
            boolean visit = group.startsWith("visit:");
            if (!visit && !group.startsWith("site:")) continue;
            String site = group.substring(group.indexOf(':') + 1);
            if (!visit) arrivals.counted(each, site, clock.instant());
            topics.add(Topics.wall(each.session()));
            topics.add(Topics.roll(each.session(), site));
            topics.add(Topics.rollWithPhones(each.session(), site));
        }
        rollUp(above);
        topics.forEach(live::nudge);
    }

    private void siteChanged(String subject) {
        int split = subject.indexOf("|site:");
        String session = subject.substring(0, split);
        live.nudge(Topics.wall(session));
        live.nudge(Topics.roll(session, subject.substring(split + 6)));
        live.nudge(Topics.rollWithPhones(session, subject.substring(split + 6)));
    }

    void start() {
        healing = heal(clock.millis());
        timer = vertx.setPeriodic(HEAL_MILLIS, id -> {
            if (healing == null || healing.isComplete()) healing = heal(clock.millis() - HEAL_MILLIS);
        });
    }

    private Future<Void> heal(long until) {
        return evidence.marked(until, HEAL_MOST)
                .compose(subjects -> {
                    reckon(subjects);
                    return attendance.marked(until, HEAL_MOST);
                })
                .compose(subjects -> {
                    reckon(subjects);
                    return attendance.markedGroups(until, HEAL_MOST);
                })
                .compose(groups -> {
                    tally(groups);
                    return rollups.marked(until, HEAL_MOST);
                })
                .onSuccess(this::rollUp)
                .<Void>mapEmpty()
                .onFailure(failure -> LOG.warn("healing put off: {}", failure.toString()));
    }

    /** Completes when no mark is left that was set before this call: also those that a crash left. */
    Future<Void> drained() {
        long until = clock.millis();
        return heal(until)
                .compose(done -> reckon.drained())
                .compose(done -> tally.drained())
                .compose(done -> rollUp.drained())
                .compose(done -> anyMarked(until))
                .compose(any -> any ? drained() : Future.succeededFuture());
    }

    /** Completes when the batches under way are over. */
    Future<Void> quiet() {
        return reckon.drained().compose(done -> tally.drained()).compose(done -> rollUp.drained());
    }

    private Future<Boolean> anyMarked(long until) {
        return evidence.marked(until, 1).compose(first -> attendance
                .marked(until, 1)
                .compose(second -> attendance.markedGroups(until, 1).compose(third -> rollups.marked(until, 1)
                        .map(fourth ->
                                !first.isEmpty() || !second.isEmpty() || !third.isEmpty() || !fourth.isEmpty()))));
    }

    Future<Void> stop() {
        if (timer >= 0) vertx.cancelTimer(timer);
        return reckon.stop().compose(done -> tally.stop()).compose(done -> rollUp.stop());
    }
}
