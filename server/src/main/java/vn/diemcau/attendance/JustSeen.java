package vn.diemcau.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch at the door read and kept of its subjects, until their outcomes follow: attendance first and all evidence after it, so
 * that neither is read again. Only a guess: had anybody settled the subject since, the compare-and-set on its rev changes nothing.
 */
final class JustSeen {
    private static final int MOST = 10_000;

    /** Attendance, and all evidence about the same subject that was there after the attendance was read. */
    record Seen(AttendanceStore.Row row, List<EvidenceStore.Kept> evidence) {}

    private final Map<String, Seen> seen = new HashMap<>();

    /**
     * For each of these subjects, if it is on the list and tied to nobody else: of two readings the earlier attendance stays, with
     * the evidence of both.
     *
     * @param evidence all there is about the subjects
     */
    synchronized void remember(
            Set<String> subjects, Map<String, AttendanceStore.Row> rows, Collection<EvidenceStore.Kept> evidence) {
        Map<String, List<EvidenceStore.Kept>> bySubject = new HashMap<>();
        Set<String> unclear = new HashSet<>();
        for (EvidenceStore.Kept each : evidence) {
            Evidence one = each.evidence();
            List<String> all = one.subjects();
            for (String subject : all) {
                String id = EvidenceDocument.subject(one.session(), subject);
                if (all.size() > 1 || one.kind() == Evidence.Kind.WALK_IN) unclear.add(id);
                bySubject.computeIfAbsent(id, key -> new ArrayList<>(2)).add(each);
            }
        }
        for (String subject : subjects) {
            AttendanceStore.Row row = rows.get(subject);
            if (row == null || !row.listed() || unclear.contains(subject)) seen.remove(subject);
            else remember(row, bySubject.getOrDefault(subject, List.of()));
        }
    }

    private void remember(AttendanceStore.Row row, List<EvidenceStore.Kept> evidence) {
        Seen before = seen.get(row.id());
        if (before == null && seen.size() >= MOST) return;
        if (before == null) {
            seen.put(row.id(), new Seen(row, evidence));
            return;
        }
        List<EvidenceStore.Kept> all = new ArrayList<>(before.evidence());
        all.addAll(evidence);
        boolean earlier = before.row().attendance().rev() <= row.attendance().rev();
        seen.put(row.id(), new Seen(earlier ? before.row() : row, all));
    }

    synchronized void forget(Collection<String> subjects) {
        subjects.forEach(seen::remove);
    }

    /** What is remembered of the subject, once. */
    synchronized @Nullable Seen take(String subject) {
        return seen.remove(subject);
    }
}
