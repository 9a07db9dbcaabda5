package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Site;

/**
 * What all outcomes of one session have in common.
 *
 * @param version of the list that attendance was made from; 0 while there is none
 * @param month the month (2026-11, in the province's time zone) the turns count in
 * @param apart in no rollup: a rehearsal, or a session that was cancelled
 * @param holder tree path of the unit that holds it, or empty
 * @param campaign the campaign its programme belongs to, or null
 * @param times as planned where nothing else was declared
 * @param closed when it was closed (chốt số liệu), or null
 */
record Frame(
        String session,
        long rev,
        int version,
        ProgrammeKind kind,
        Instant startsAt,
        String month,
        boolean rehearsal,
        boolean apart,
        String holder,
        @Nullable String campaign,
        Policy policy,
        ActualTimes times,
        List<Declared> declared,
        Map<String, Site.Kind> sites,
        @Nullable Closed closed) {
    /**
     * A closing: who and when.
     *
     * @param unnamed sites closed by rule: until then no roll by name had come from them
     */
    record Closed(String id, String by, Instant at, Set<String> unnamed) {}

    /** Somebody's word on actual times. */
    record Declared(String id, @Nullable String site, String by, Instant at, String reason) {}

    Frame judgedBy(Policy other) {
        return new Frame(
                session, rev, version, kind, startsAt, month, rehearsal, apart, holder, campaign, other, times,
                declared, sites, closed);
    }

    /** All that outcomes and sums follow from, as one word: the same word, the same outcomes. */
    String decisive() {
        return String.join(
                "|",
                kind.name(),
                startsAt.toString(),
                month,
                rehearsal + " " + apart + " " + holder + (campaign == null ? "" : " " + campaign),
                policy.toString(),
                times.toString(),
                new java.util.TreeMap<>(sites).toString(),
                String.valueOf(closed == null ? null : closed.at()));
    }

    /** The rollup of the unit with this tree path. */
    String leaf(String path) {
        return RollupKey.of(path, month, kind).id();
    }

    /** The same within the campaign alone; null without one. */
    @Nullable
    String slice(String path) {
        return campaign == null ? null : leaf(RollupKey.within(campaign, path));
    }

    /** Whether the unit's people met at another unit's cell meeting: it counts as held in each of their cells. */
    boolean joint(String path) {
        int tree = path.indexOf(':') + 1;
        return kind == ProgrammeKind.CELL_MEETING && !path.equals(holder) && holder.startsWith(path.substring(0, tree));
    }
}
