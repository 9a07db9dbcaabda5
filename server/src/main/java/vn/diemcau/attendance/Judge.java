package vn.diemcau.attendance;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** One person's outcome from the documents that it follows from. */
final class Judge {
    private Judge() {}

    /** What holds for whoever is on an open list and of whom nothing was seen. */
    static Outcome nothing() {
        return new Outcome(Standing.UNDETERMINED, Set.of(), null, null, 0, Certainty.SURE, null, null, List.of());
    }

    /** @param sites standings by {@code session|site}; at least that of the site expected */
    static Outcome outcome(
            Attendance attendance, Frame frame, Map<String, FrameStore.Kept> sites, List<Evidence> evidence) {
        return Reckoning.of(given(attendance, frame, sites, evidence));
    }

    static Case given(Attendance attendance, Frame frame, Map<String, FrameStore.Kept> sites, List<Evidence> evidence) {
        FrameStore.Kept site = attendance.site() == null
                ? null
                : sites.get(EvidenceDocument.subject(attendance.session(), attendance.site()));
        Frame.Closed all = frame.closed();
        // Closed by rule, a site was silent then; what has come since, the closing of the session knows.
        boolean overruled = site != null && site.standing().byRule() && all != null;
        boolean own = site != null && site.standing().closedAt() != null && !overruled;
        boolean unnamed = attendance.site() != null
                && (site != null && own
                        ? site.standing().headsOnly()
                        : all != null && all.unnamed().contains(attendance.site()));
        return new Case(
                attendance.person(),
                attendance.site(),
                frame.sites(),
                frame.times(),
                frame.policy(),
                all != null || own,
                !unnamed,
                evidence);
    }
}
