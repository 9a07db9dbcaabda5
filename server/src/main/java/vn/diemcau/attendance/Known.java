package vn.diemcau.attendance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the claims of one batch are judged by, as of a moment ago; the evidence as of now. */
record Known(
        Map<String, AttendanceStore.Row> rows,
        Map<String, List<Evidence>> evidence,
        Map<String, Frame> frames,
        Map<String, FrameStore.Kept> sites,
        Map<String, Sum> tallies) {
    Known with(List<EvidenceStore.Kept> found) {
        Known all = new Known(rows, new HashMap<>(), frames, sites, tallies);
        for (EvidenceStore.Kept each : found) all.add(each.evidence());
        return all;
    }

    void add(Evidence one) {
        for (String subject : one.subjects()) {
            evidence.computeIfAbsent(EvidenceDocument.subject(one.session(), subject), key -> new ArrayList<>())
                    .add(one);
        }
    }

    List<Evidence> about(Claim claim) {
        return evidence.getOrDefault(claim.session() + "|" + claim.subject(), List.of());
    }

    AttendanceStore.@Nullable Row row(Claim claim) {
        return rows.get(claim.session() + "|" + claim.subject());
    }
}
