package vn.diemcau.schedule;

import java.util.Set;

/** Where a programme or session stands: nháp, đã ban hành, hoãn, hủy, đã kết thúc. */
public enum State {
    DRAFT,
    ISSUED,
    POSTPONED,
    CANCELLED,
    ENDED;

    /** The states that may follow. A draft is deleted, not cancelled; what was cancelled or has ended stays so. */
    public Set<State> next() {
        return switch (this) {
            case DRAFT -> Set.of(ISSUED);
            case ISSUED -> Set.of(POSTPONED, CANCELLED, ENDED);
            case POSTPONED -> Set.of(ISSUED, CANCELLED);
            case CANCELLED, ENDED -> Set.of();
        };
    }

    public boolean mayBecome(State other) {
        return next().contains(other);
    }
}
