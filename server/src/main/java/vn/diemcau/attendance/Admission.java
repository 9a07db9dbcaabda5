package vn.diemcau.attendance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Small questions at the door: pure. */
final class Admission {
    private Admission() {}

    /** A word with a right of its own, judged by its route: it stands also after closing, as an amendment. */
    static boolean amends(Claim claim) {
        return switch (claim.kind()) {
            case MERGE, EXCUSE, SUBSTITUTE, CORRECTION, WATCHED -> true;
            case UNDO -> claim.source() == Evidence.Source.OFFICE || claim.source() == Evidence.Source.ENROLMENT;
            case IN, OUT, WALK_IN, COUNT, REPORT, CLOSE, LINK_UP, LINK_DOWN, CONNECTED, DISCONNECTED, BEAT -> false;
        };
    }

    /** Whether the claim is about somebody who must be on the list. */
    static boolean ofPerson(Claim claim) {
        return switch (claim.kind()) {
            case IN, OUT, CONNECTED, DISCONNECTED, BEAT -> true;
            case UNDO,
                    WALK_IN,
                    MERGE,
                    COUNT,
                    REPORT,
                    CLOSE,
                    LINK_UP,
                    LINK_DOWN,
                    WATCHED,
                    EXCUSE,
                    SUBSTITUTE,
                    CORRECTION -> false;
        };
    }

    /** Whether the evidence shows the person at the claim's site just before it. */
    static boolean isThere(List<Evidence> evidence, Claim claim) {
        Set<String> undone = new HashSet<>();
        for (Evidence each : evidence) {
            if (each.kind() == Evidence.Kind.UNDO && each.detail().undoes() != null)
                undone.add(each.detail().undoes());
        }
        Evidence last = null;
        for (Evidence each : evidence) {
            boolean counts = (each.kind() == Evidence.Kind.IN || each.kind() == Evidence.Kind.OUT)
                    && String.valueOf(claim.subject()).equals(each.subject())
                    && String.valueOf(claim.site()).equals(each.site())
                    && !undone.contains(each.id());
            if (counts && (last == null || !each.seenAt().isBefore(last.seenAt()))) last = each;
        }
        return last != null && last.kind() == Evidence.Kind.IN;
    }
}
