package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Answer.Result;

/**
 * Use case: keep evidence, and answer what all of it now proves. Whatever arrives while a batch is under way goes together in the next
 * one: a handful of reads and one insert for all. The answer comes from the pure function; attendance and sums follow by the marks.
 */
final class RecordEvidence {
    private static final int MOST = 200;
    private static final int AT_ONCE = 1;
    private static final int WAITING_MOST = 5_000;
    private static final Duration EARLIEST = Duration.ofHours(12);

    private record Pending(Claim claim, Promise<Answer> promise) {}

    private final EvidenceStore evidence;
    private final AttendanceStore attendance;
    private final FrameStore frames;
    private final TallyStore tallies;
    private final Badges badges;
    private final InstantSource clock;
    private final Work work;
    private final List<Pending> waiting = new ArrayList<>();
    private int running;

    RecordEvidence(
            EvidenceStore evidence,
            AttendanceStore attendance,
            FrameStore frames,
            TallyStore tallies,
            Badges badges,
            InstantSource clock,
            Work work) {
        this.evidence = evidence;
        this.attendance = attendance;
        this.frames = frames;
        this.tallies = tallies;
        this.badges = badges;
        this.clock = clock;
        this.work = work;
    }

    /** Completes when the claim, counted or refused, is kept durably; fails with overloaded when too many wait. */
    Future<Answer> handle(Claim claim) {
        return whose(claim).compose(this::queue);
    }

    /** The same for many, in their order; one that fails is answered malformed and blocks none. */
    Future<List<Answer>> handle(List<Claim> claims) {
        List<Future<Answer>> answers = claims.stream().map(this::handle).toList();
        return Future.join(answers).transform(joined -> {
            for (Future<Answer> each : answers) {
                if (each.failed()) return Future.<List<Answer>>failedFuture(each.cause());
            }
            return Future.succeededFuture(answers.stream().map(Future::result).toList());
        });
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
            return evidence.one(claim.session(), undone).map(found -> found.filter(
                            each -> each.kind() != Evidence.Kind.UNDO)
                    .map(claim::undoing)
                    .orElseGet(() -> claim.subject() == null ? claim.refused(Refusal.Cause.NOTHING_TO_UNDO) : claim));
        }
        return Future.succeededFuture(claim.subject() == null ? claim.refused(Refusal.Cause.MALFORMED) : claim);
    }

    private Future<Answer> queue(Claim claim) {
        Promise<Answer> promise = Promise.promise();
        List<Pending> batch;
        synchronized (this) {
            if (waiting.size() >= WAITING_MOST) {
                return Future.failedFuture(vn.diemcau.problem.Problem.unavailable(
                        "overloaded", "Too many marks at once; nothing of this one was kept. Send it again."));
            }
            waiting.add(new Pending(claim, promise));
            batch = running < AT_ONCE ? take() : List.of();
        }
        if (!batch.isEmpty()) run(batch);
        return promise.future();
    }

    private List<Pending> take() {
        int size = Math.min(MOST, waiting.size());
        if (size == 0) return List.of();
        List<Pending> batch = new ArrayList<>(waiting.subList(0, size));
        waiting.subList(0, size).clear();
        running++;
        return batch;
    }

    private void run(List<Pending> batch) {
        Future<Map<Pending, Answer>> answers;
        try {
            answers = answer(batch);
        } catch (RuntimeException failure) {
            answers = Future.failedFuture(failure);
        }
        answers.onComplete(done -> {
            List<Pending> next;
            synchronized (this) {
                running--;
                next = take();
            }
            if (!next.isEmpty()) run(next);
            for (Pending each : batch) {
                if (done.succeeded()) each.promise().complete(done.result().get(each));
                else each.promise().fail(done.cause());
            }
        });
    }

    /** Everything the claims of one batch are judged by. */
    private record Known(
            Map<String, AttendanceStore.Row> rows,
            Map<String, List<Evidence>> evidence,
            Map<String, Frame> frames,
            Map<String, FrameStore.Kept> sites,
            Map<String, TallyStore.Sum> tallies) {}

    private Future<Map<Pending, Answer>> answer(List<Pending> batch) {
        return read(batch).compose(known -> {
            Instant now = clock.instant();
            Map<Pending, Answer> answers = new LinkedHashMap<>();
            Map<String, Evidence> fresh = new LinkedHashMap<>();
            List<Refusal> refusals = new ArrayList<>();
            List<Pending> kept = new ArrayList<>();
            for (Pending each : batch) {
                Claim claim = each.claim();
                String id = EvidenceDocument.id(claim.session(), claim.id());
                Evidence said = claim.evidence(now);
                Evidence standing = standing(known, claim, fresh.get(id));
                if (standing != null) {
                    answers.put(each, again(known, claim, said, standing));
                    continue;
                }
                Refusal.Cause cause = refusal(known, claim);
                if (cause != null) {
                    refusals.add(new Refusal(
                            claim.id(),
                            claim.session(),
                            claim.site(),
                            claim.subject(),
                            claim.kind().wire(),
                            cause,
                            claim.by(),
                            claim.seenAt(),
                            now));
                    answers.put(each, refused(known, claim, cause));
                    continue;
                }
                fresh.put(id, said);
                kept.add(each);
            }
            return Future.all(evidence.append(fresh.values(), now.toEpochMilli()), evidence.refuse(refusals))
                    .map(both -> {
                        Map<String, String> duplicates = both.resultAt(0);
                        Set<String> subjects = new HashSet<>();
                        for (Pending each : kept) {
                            Claim claim = each.claim();
                            Evidence said = fresh.get(EvidenceDocument.id(claim.session(), claim.id()));
                            if (said != null) answers.put(each, counted(known, claim, said, duplicates, subjects));
                        }
                        work.reckon(subjects);
                        return answers;
                    });
        });
    }

    private Future<Known> read(List<Pending> batch) {
        Set<String> sessions = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        Set<String> sites = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (Pending each : batch) {
            Claim claim = each.claim();
            sessions.add(claim.session());
            if (claim.subject() != null) subjects.add(EvidenceDocument.subject(claim.session(), claim.subject()));
            if (claim.site() != null) {
                sites.add(EvidenceDocument.subject(claim.session(), claim.site()));
                groups.add(claim.session() + "|site:" + claim.site());
            }
        }
        return Future.all(
                        attendance.rows(subjects),
                        evidence.of(subjects),
                        frames.framesLately(sessions),
                        frames.sitesLately(sites),
                        tallies.talliesLately(groups))
                .map(all -> {
                    List<EvidenceStore.Kept> found = all.resultAt(1);
                    Map<String, List<Evidence>> bySubject = new HashMap<>();
                    for (EvidenceStore.Kept each : found) {
                        for (String subject : each.evidence().subjects()) {
                            bySubject
                                    .computeIfAbsent(
                                            EvidenceDocument.subject(
                                                    each.evidence().session(), subject),
                                            key -> new ArrayList<>())
                                    .add(each.evidence());
                        }
                    }
                    return new Known(all.resultAt(0), bySubject, all.resultAt(2), all.resultAt(3), all.resultAt(4));
                });
    }

    private static List<Evidence> about(Known known, Claim claim) {
        return known.evidence().getOrDefault(claim.session() + "|" + claim.subject(), List.of());
    }

    private static @Nullable Evidence standing(Known known, Claim claim, @Nullable Evidence inBatch) {
        for (Evidence each : about(known, claim)) {
            if (each.id().equals(claim.id())) return each;
        }
        return inBatch;
    }

    private static Answer again(Known known, Claim claim, Evidence said, Evidence standing) {
        boolean same = EvidenceDocument.hash(said).equals(EvidenceDocument.hash(standing));
        return same
                ? outcome(known, claim, about(known, claim), Result.ALREADY, null)
                : new Answer(claim.id(), Result.ID_REUSED, null, null, null, null);
    }

    private static Refusal.@Nullable Cause refusal(Known known, Claim claim) {
        if (claim.refused() != null) return claim.refused();
        Frame frame = known.frames().get(claim.session());
        if (frame == null || frame.version() == 0 || (frame.apart() && !frame.rehearsal())) {
            return Refusal.Cause.SESSION_NOT_OPEN;
        }
        if (Admission.amends(claim)) return null;
        if (claim.seenAt().isBefore(frame.times().start().minus(EARLIEST))) return Refusal.Cause.SESSION_NOT_OPEN;
        if (frame.closed() != null && claim.seenAt().isAfter(frame.closed().at())) return Refusal.Cause.SESSION_CLOSED;
        FrameStore.Kept site = known.sites().get(claim.session() + "|" + claim.site());
        Instant siteClosed = site == null ? null : site.standing().closedAt();
        if (siteClosed != null && claim.seenAt().isAfter(siteClosed) && claim.kind() != Evidence.Kind.CLOSE) {
            return Refusal.Cause.SITE_CLOSED;
        }
        if (!Admission.ofPerson(claim)) return null;
        AttendanceStore.Row row = known.rows().get(claim.session() + "|" + claim.subject());
        if (row == null || !row.listed()) {
            boolean substitute = about(known, claim).stream()
                    .anyMatch(each -> each.kind() == Evidence.Kind.SUBSTITUTE
                            && String.valueOf(claim.subject())
                                    .equals(each.detail().person()));
            return substitute ? null : Refusal.Cause.NOT_SUMMONED;
        }
        boolean elsewhere = claim.site() != null
                && row.attendance().site() != null
                && !claim.site().equals(row.attendance().site());
        return elsewhere && !frame.policy().otherSiteAccepted() ? Refusal.Cause.OTHER_SITE : null;
    }

    private static Answer refused(Known known, Claim claim, Refusal.Cause cause) {
        AttendanceStore.Row row = known.rows().get(claim.session() + "|" + claim.subject());
        return new Answer(
                claim.id(),
                Result.REFUSED,
                cause.wire(),
                row == null ? null : row.attendance(),
                row == null ? null : row.attendance().outcome(),
                counts(known, claim));
    }

    private static @Nullable Counts counts(Known known, Claim claim) {
        TallyStore.Sum sum = known.tallies().get(claim.session() + "|site:" + claim.site());
        return sum == null ? null : sum.counts();
    }

    private static Answer counted(
            Known known, Claim claim, Evidence said, Map<String, String> duplicates, Set<String> subjects) {
        String standing = duplicates.get(EvidenceDocument.id(claim.session(), claim.id()));
        if (standing != null && !standing.equals(EvidenceDocument.hash(said))) {
            return new Answer(claim.id(), Result.ID_REUSED, null, null, null, null);
        }
        said.subjects().forEach(subject -> subjects.add(EvidenceDocument.subject(claim.session(), subject)));
        if (standing != null) return outcome(known, claim, about(known, claim), Result.ALREADY, null);
        List<Evidence> all = new ArrayList<>(about(known, claim));
        boolean before = claim.kind() == Evidence.Kind.IN && Admission.isThere(all, claim);
        all.add(said);
        return outcome(known, claim, all, before ? Result.ALREADY : Result.COUNTED, before ? "already_counted" : null);
    }

    private static Answer outcome(
            Known known, Claim claim, List<Evidence> all, Result result, @Nullable String reason) {
        AttendanceStore.Row row = known.rows().get(claim.session() + "|" + claim.subject());
        Frame frame = known.frames().get(claim.session());
        if (row == null || frame == null) {
            return new Answer(claim.id(), result, reason, null, null, counts(known, claim));
        }
        Outcome outcome = Judge.outcome(row.attendance(), frame, known.sites(), all);
        return new Answer(claim.id(), result, reason, row.attendance(), outcome, counts(known, claim));
    }
}
