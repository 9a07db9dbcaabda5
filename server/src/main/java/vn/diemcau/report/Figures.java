package vn.diemcau.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Rollup;

/**
 * What was counted over some sessions.
 *
 * @param held sessions held (cuộc)
 * @param counts turns (lượt)
 * @param joint cell meetings of another cell at which they were required, once for each cell
 */
record Figures(int held, Counts counts, int joint) {
    Figures(int held, Counts counts) {
        this(held, counts, 0);
    }

    /** The fault of sums that are on their way up just now, and agree in a moment. */
    static final String MOVING = "moving";

    static final Figures NONE = new Figures(0, Counts.NONE);

    static Figures of(Rollup rollup) {
        return new Figures(rollup.held(), rollup.counts(), rollup.joint());
    }

    Figures plus(Figures other) {
        return new Figures(held + other.held, counts.plus(other.counts), joint + other.joint);
    }

    static Figures sum(Collection<Figures> parts) {
        return parts.stream().reduce(NONE, Figures::plus);
    }

    boolean none() {
        return equals(NONE);
    }

    /**
     * Present of the turns that are known. Whoever is undetermined (a site that has not reported) is missing and not absent: outside this
     * rate, which is then provisional.
     */
    Rate rate() {
        return new Rate(counts.present(), counts.required() - counts.undetermined());
    }

    /** Whether it lies under so many percent; never while turns are undetermined: who has not reported is not judged. */
    boolean below(int percent) {
        return !provisional() && rate().below(percent);
    }

    /** Whether somebody's turn is not known yet (tạm tính). */
    boolean provisional() {
        return counts.undetermined() > 0;
    }

    /** What is left of this when the parts are taken away, field by field; null when a part exceeds the whole. */
    @Nullable
    Figures less(Figures parts) {
        Counts left = counts.less(parts.counts);
        return left == null
                ? null
                : new Figures(Math.max(0, held - parts.held), left, Math.max(0, joint - parts.joint));
    }

    /** Why a total is not the sum of its parts; empty when everything closes. */
    static List<String> faults(Figures total, Collection<Figures> parts) {
        List<String> faults = new ArrayList<>();
        if (!total.counts.closes()) faults.add("total");
        int at = 0;
        for (Figures part : parts) {
            if (!part.counts.closes()) faults.add("part " + at);
            at++;
        }
        if (!sum(parts).counts.equals(total.counts)) faults.add("sum");
        return faults;
    }
}
