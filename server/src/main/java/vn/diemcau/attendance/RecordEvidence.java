package vn.diemcau.attendance;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vn.diemcau.problem.Problem;

/**
 * Use case: keep evidence, and answer what all of it now proves. What arrives while a batch is under way, or in the same moment, goes
 * together: a handful of reads and one insert for all.
 */
final class RecordEvidence {
    private static final int MOST = 200;
    private static final int AT_ONCE = 2;
    /** So many are worth a batch of their own while another is under way. */
    private static final int ENOUGH = 32;

    /** Nanoseconds that a batch waits for those who were answered last and may be on their way back. */
    private static final long SOON = 1_000_000;

    private static final int WAITING_MOST = 5_000;

    private record Pending(Claim claim, Promise<Answer> promise) {}

    private final EvidenceStore evidence;
    private final Badges badges;
    private final InstantSource clock;
    private final Function<List<Claim>, Future<List<Future<Answer>>>> keepBatch;
    private final List<Pending> waiting = new ArrayList<>();
    private final Map<String, Claim> underWay = new HashMap<>();
    /** Whom the batches under way are about: one about the same waits, so that the later learns of the earlier. */
    private final Set<String> concerned = new HashSet<>();

    private int running;
    private boolean gathering;
    /** How many may be about to come: those who wait, and those who were answered just now. */
    private int expected;

    private long expectedUntil;

    /** @param keepBatch keeps a batch and answers each claim in its place, as {@link KeepBatch} does */
    RecordEvidence(
            EvidenceStore evidence,
            Badges badges,
            InstantSource clock,
            Function<List<Claim>, Future<List<Future<Answer>>>> keepBatch) {
        this.evidence = evidence;
        this.badges = badges;
        this.clock = clock;
        this.keepBatch = keepBatch;
    }

    /** Completes when the claim, counted or refused, is kept durably; fails with overloaded when too many wait. */
    Future<Answer> handle(Claim claim) {
        return whose(claim).compose(this::queue);
    }

    /** The same for many; what one of them undoes may be another. One that cannot be kept is answered malformed and blocks none. */
    Future<List<Answer>> handle(List<Claim> claims) {
        List<Future<Claim>> known = claims.stream()
                .map(each -> each.kind() == Evidence.Kind.UNDO ? Future.succeededFuture(each) : whose(each))
                .toList();
        return Future.join(known).transform(joined -> {
            Map<Future<Claim>, Future<Answer>> queued = new IdentityHashMap<>();
            for (Future<Claim> each : known) if (!undoes(each)) queued.put(each, each.compose(this::queue));
            for (Future<Claim> each : known) if (undoes(each)) queued.put(each, handle(each.result()));
            List<Future<Answer>> inOrder = known.stream()
                    .map(each -> Objects.requireNonNull(queued.get(each)))
                    .toList();
            return Future.join(inOrder).transform(done -> {
                for (Future<Answer> each : inOrder) {
                    if (each.failed() && !(each.cause() instanceof KeepBatch.Unfit)) {
                        return Future.<List<Answer>>failedFuture(each.cause());
                    }
                }
                List<Answer> all = new ArrayList<>();
                for (int i = 0; i < claims.size(); i++) {
                    Future<Answer> each = inOrder.get(i);
                    all.add(each.succeeded() ? each.result() : malformed(claims.get(i)));
                }
                return Future.succeededFuture(all);
            });
        });
    }

    private static boolean undoes(Future<Claim> claim) {
        return claim.succeeded() && claim.result().kind() == Evidence.Kind.UNDO;
    }

    private static Answer malformed(Claim claim) {
        return new Answer(claim.id(), Answer.Result.REFUSED, Refusal.Cause.MALFORMED.wire(), null, null, null);
    }

    private Future<Claim> whose(Claim claim) {
        if (claim.refused() != null) return Future.succeededFuture(claim);
        String badge = claim.badge();
        String undone = claim.detail().undoes();
        if (badge != null) {
            return badges.whose(badge, claim.seenAt())
                    .map(found -> found.person() == null
                            ? claim.refused(found.cause() == null ? Refusal.Cause.BADGE_UNKNOWN : found.cause())
                            : found.cause() == null
                                    ? claim.of(found.person())
                                    : claim.of(found.person()).refused(found.cause()));
        }
        if (claim.kind() == Evidence.Kind.UNDO && undone != null) {
            return undone(claim.session(), undone).map(found -> found.filter(each -> each.kind() != Evidence.Kind.UNDO)
                    .map(claim::undoing)
                    .orElseGet(() -> claim.subject() == null ? claim.refused(Refusal.Cause.NOTHING_TO_UNDO) : claim));
        }
        return Future.succeededFuture(claim.subject() == null ? claim.refused(Refusal.Cause.MALFORMED) : claim);
    }

    /** What is kept under the id, or on its way to be. */
    private Future<Optional<Evidence>> undone(String session, String id) {
        Claim near;
        synchronized (this) {
            near = underWay.get(EvidenceDocument.id(session, id));
        }
        return near != null && near.refused() == null
                ? Future.succeededFuture(Optional.of(near.evidence(clock.instant())))
                : evidence.one(session, id);
    }

    private Future<Answer> queue(Claim claim) {
        Promise<Answer> promise = Promise.promise();
        boolean gather;
        synchronized (this) {
            if (waiting.size() >= WAITING_MOST) {
                return Future.failedFuture(Problem.unavailable(
                        "overloaded", "Too many marks at once; nothing of this one was kept. Send it again."));
            }
            waiting.add(new Pending(claim, promise));
            underWay.put(EvidenceDocument.id(claim.session(), claim.id()), claim);
            gather = mayGather();
            gathering |= gather;
        }
        if (gather) afterThisMoment();
        return promise.future();
    }

    /** Under the lock. */
    private boolean mayGather() {
        return !gathering && !waiting.isEmpty() && mayRun();
    }

    private boolean mayRun() {
        return running == 0 || (running < AT_ONCE && waiting.size() >= ENOUGH);
    }

    /** Requests that came in together are read one after another: lets all of them queue first. */
    private void afterThisMoment() {
        Context context = Vertx.currentContext();
        if (context == null) next();
        else context.owner().timer(1, TimeUnit.NANOSECONDS).onComplete(passed -> gather());
    }

    /** A turn of the event loop reads what has arrived; another one follows while those answered last are on their way back. */
    private void gather() {
        boolean more;
        synchronized (this) {
            more = waiting.size() < Math.min(expected, ENOUGH) && System.nanoTime() - expectedUntil < 0;
        }
        if (more) afterThisMoment();
        else next();
    }

    private void next() {
        List<Pending> batch;
        synchronized (this) {
            gathering = false;
            int size = mayRun() ? Math.min(MOST, waiting.size()) : 0;
            batch = new ArrayList<>(waiting.subList(0, size));
            Set<String> about = about(batch);
            if (size == 0 || !Collections.disjoint(concerned, about)) return;
            waiting.subList(0, size).clear();
            concerned.addAll(about);
            running++;
        }
        run(batch);
    }

    private void run(List<Pending> batch) {
        Future<List<Future<Answer>>> answers;
        try {
            answers = keepBatch.apply(batch.stream().map(Pending::claim).toList());
        } catch (RuntimeException failure) {
            answers = Future.failedFuture(failure);
        }
        answers.onComplete(done -> {
            boolean more;
            synchronized (this) {
                running--;
                for (Pending each : batch) {
                    Claim claim = each.claim();
                    underWay.remove(EvidenceDocument.id(claim.session(), claim.id()), claim);
                }
                concerned.removeAll(about(batch));
                expected = waiting.size() + batch.size();
                expectedUntil = System.nanoTime() + SOON;
                more = mayGather();
                gathering |= more;
            }
            for (int i = 0; i < batch.size(); i++) {
                Promise<Answer> promise = batch.get(i).promise();
                if (done.failed()) promise.fail(done.cause());
                else done.result().get(i).onComplete(promise);
            }
            if (more) afterThisMoment();
        });
    }

    private static Set<String> about(List<Pending> batch) {
        Set<String> about = new HashSet<>();
        for (Pending each : batch) {
            Claim claim = each.claim();
            about.add(EvidenceDocument.subject(claim.session(), String.valueOf(claim.subject())));
            String other = claim.detail().person();
            if (other != null) about.add(EvidenceDocument.subject(claim.session(), other));
        }
        return about;
    }
}
