package vn.diemcau.attendance;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Answer.Result;

/**
 * Use case: judge a batch of claims, keep what stands, refusals too, and answer each from the pure function. Outcomes and sums follow
 * by the marks.
 */
final class KeepBatch {
    private static final Duration EARLIEST = Duration.ofHours(12);

    /** One claim that cannot be judged or kept, whatever the others. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(@Nullable Throwable cause) {
            super("the store or the rules do not take this evidence", cause);
        }
    }

    private final EvidenceStore evidence;
    private final ReadKnown readKnown;
    private final JustSeen justSeen;
    private final InstantSource clock;
    private final Consumer<Set<String>> behind;

    /** @param behind hears of the subjects ({@code session|subject}) whose outcome lacks what was kept */
    KeepBatch(
            EvidenceStore evidence,
            ReadKnown readKnown,
            JustSeen justSeen,
            InstantSource clock,
            Consumer<Set<String>> behind) {
        this.evidence = evidence;
        this.readKnown = readKnown;
        this.justSeen = justSeen;
        this.clock = clock;
        this.behind = behind;
    }

    /** Fails when nothing is known of what was kept; else there is an answer, or an {@link Unfit}, for each claim in its place. */
    Future<List<Future<Answer>>> handle(List<Claim> claims) {
        return readKnown.handle(claims).compose(lately -> {
            Set<String> subjects = new HashSet<>();
            boolean plain = true;
            for (Claim each : claims) {
                if (each.subject() != null) subjects.add(EvidenceDocument.subject(each.session(), each.subject()));
                plain &= refusal(lately, each) == null;
            }
            Instant now = clock.instant();
            // refusals are judged knowing all evidence; where there are none, it is read while the new is written
            Future<List<EvidenceStore.Kept>> found = evidence.of(subjects);
            if (!plain)
                return found.compose(kept -> keep(lately.with(kept), Future.succeededFuture(kept), claims, now));
            return keep(lately.with(List.of()), found, claims, now);
        });
    }

    private Future<List<Future<Answer>>> keep(
            Known known, Future<List<EvidenceStore.Kept>> found, List<Claim> claims, Instant now) {
        Map<String, Evidence> fresh = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Claim claim : claims) {
            if (standing(known, claim) != null) continue;
            Refusal.Cause cause = refusal(known, claim);
            if (cause != null) refusals.add(refused(claim, cause, now));
            else fresh.putIfAbsent(EvidenceDocument.id(claim.session(), claim.id()), claim.evidence(now));
        }
        return Future.all(evidence.append(fresh.values(), now.toEpochMilli()), evidence.refuse(refusals), found)
                .map(all -> {
                    EvidenceStore.Appended appended = all.resultAt(0);
                    List<EvidenceStore.Kept> others = without(all.resultAt(2), fresh, appended);
                    Known after = known.with(others);
                    Set<String> subjects = new HashSet<>();
                    fresh.forEach((id, one) -> {
                        if (appended.unfit().contains(id)) return;
                        one.subjects()
                                .forEach(subject -> subjects.add(EvidenceDocument.subject(one.session(), subject)));
                    });
                    if (appended.standing().isEmpty() && appended.unfit().isEmpty()) {
                        List<EvidenceStore.Kept> whole = new ArrayList<>(others);
                        fresh.values().forEach(one -> whole.add(new EvidenceStore.Kept(one, true)));
                        justSeen.remember(subjects, known.rows(), whole);
                    } else {
                        justSeen.forget(subjects);
                    }
                    behind.accept(subjects);
                    Map<String, Evidence> unsaid = new LinkedHashMap<>(fresh);
                    List<Future<Answer>> answers = new ArrayList<>(claims.size());
                    for (Claim claim : claims) answers.add(guarded(after, claim, now, unsaid, appended));
                    return answers;
                });
    }

    /** What was found, without what this batch itself has appended: that is added as its claims are answered. */
    private static List<EvidenceStore.Kept> without(
            List<EvidenceStore.Kept> found, Map<String, Evidence> fresh, EvidenceStore.Appended appended) {
        return found.stream()
                .filter(each -> {
                    String id = EvidenceDocument.id(
                            each.evidence().session(), each.evidence().id());
                    return !fresh.containsKey(id) || appended.standing().containsKey(id);
                })
                .toList();
    }

    private static Future<Answer> guarded(
            Known known, Claim claim, Instant now, Map<String, Evidence> unsaid, EvidenceStore.Appended appended) {
        try {
            return Future.succeededFuture(answer(known, claim, now, unsaid, appended));
        } catch (Unfit unfit) {
            return Future.failedFuture(unfit);
        } catch (RuntimeException failure) {
            return Future.failedFuture(new Unfit(failure));
        }
    }

    /** @param unsaid what was appended and has no answer yet; a claim that repeats one before it finds it among the evidence */
    private static Answer answer(
            Known known, Claim claim, Instant now, Map<String, Evidence> unsaid, EvidenceStore.Appended appended) {
        String id = EvidenceDocument.id(claim.session(), claim.id());
        Evidence said = claim.evidence(now);
        if (appended.unfit().contains(id)) throw new Unfit(null);
        Evidence first = unsaid.get(id);
        boolean kept = said.equals(first) && unsaid.remove(id, first);
        String standing = appended.standing().get(id);
        if (kept && standing == null) {
            Answer answer = counted(known, claim, said);
            known.add(said);
            return answer;
        }
        if (standing == null && first == null) {
            Evidence before = standing(known, claim);
            if (before == null) before = elsewhere(known, id);
            if (before != null) standing = EvidenceDocument.hash(before);
        }
        if (standing != null) {
            return standing.equals(EvidenceDocument.hash(said))
                    ? outcome(known, claim, known.about(claim), Result.ALREADY, null)
                    : new Answer(claim.id(), Result.ID_REUSED, null, null, null, null);
        }
        Refusal.Cause cause = refusal(known, claim);
        return refusedAnswer(known, claim, cause == null ? Refusal.Cause.MALFORMED : cause);
    }

    private static @Nullable Evidence standing(Known known, Claim claim) {
        for (Evidence each : known.about(claim)) {
            if (each.id().equals(claim.id())) return each;
        }
        return null;
    }

    /** The same id within this batch may be about somebody else. */
    private static @Nullable Evidence elsewhere(Known known, String id) {
        for (List<Evidence> all : known.evidence().values()) {
            for (Evidence each : all) {
                if (EvidenceDocument.id(each.session(), each.id()).equals(id)) return each;
            }
        }
        return null;
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
        Instant siteClosed = site == null || site.standing().byRule()
                ? null
                : site.standing().closedAt();
        if (siteClosed != null && claim.seenAt().isAfter(siteClosed) && claim.kind() != Evidence.Kind.CLOSE) {
            return Refusal.Cause.SITE_CLOSED;
        }
        if (!Admission.ofPerson(claim)) return null;
        AttendanceStore.Row row = known.row(claim);
        if (row == null || !row.listed()) {
            boolean substitute = known.about(claim).stream()
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

    private static Refusal refused(Claim claim, Refusal.Cause cause, Instant now) {
        return new Refusal(
                claim.id(),
                claim.session(),
                claim.site(),
                claim.subject(),
                claim.kind().wire(),
                cause,
                claim.by(),
                claim.seenAt(),
                now);
    }

    private static Answer refusedAnswer(Known known, Claim claim, Refusal.Cause cause) {
        AttendanceStore.Row row = known.row(claim);
        return new Answer(
                claim.id(),
                Result.REFUSED,
                cause.wire(),
                row == null ? null : row.attendance(),
                row == null ? null : row.attendance().outcome(),
                counts(known, claim));
    }

    private static @Nullable Counts counts(Known known, Claim claim) {
        Sum sum = known.tallies().get(claim.session() + "|site:" + claim.site());
        return sum == null ? null : sum.counts();
    }

    private static Answer counted(Known known, Claim claim, Evidence said) {
        List<Evidence> all = new ArrayList<>(known.about(claim));
        boolean before = claim.kind() == Evidence.Kind.IN && Admission.isThere(all, claim);
        all.add(said);
        return outcome(known, claim, all, before ? Result.ALREADY : Result.COUNTED, before ? "already_counted" : null);
    }

    private static Answer outcome(
            Known known, Claim claim, List<Evidence> all, Result result, @Nullable String reason) {
        AttendanceStore.Row row = known.row(claim);
        Frame frame = known.frames().get(claim.session());
        if (row == null || frame == null) {
            return new Answer(claim.id(), result, reason, null, null, counts(known, claim));
        }
        Outcome outcome = Judge.outcome(row.attendance(), frame, known.sites(), all);
        return new Answer(claim.id(), result, reason, row.attendance(), outcome, counts(known, claim));
    }
}
