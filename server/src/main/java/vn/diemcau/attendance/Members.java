package vn.diemcau.attendance;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is in one tally, and as what, as of its latest writing and what was settled since. Used by one thing at a time. */
final class Members {
    private record Part(long rev, Counts counts, @Nullable Instant arrived) {}

    private final Map<String, Part> parts = new HashMap<>();
    private @Nullable Sum before;
    private boolean moved = true;

    Members(@Nullable Sum before) {
        this.before = before;
    }

    int size() {
        return parts.size();
    }

    /** What an attendance contributes to the group now, were it nothing; an older revision than known changes nothing. */
    void take(AttendanceStore.Row row, String group) {
        long rev = row.attendance().rev();
        Part old = parts.get(row.id());
        if (old != null && old.rev() > rev) return;
        boolean belongs = row.belongsTo().contains(group);
        Part now = new Part(
                rev,
                belongs ? row.attendance().counts() : Counts.NONE,
                belongs ? row.attendance().outcome().arrived() : null);
        parts.put(row.id(), now);
        moved |= old == null || !old.counts().equals(now.counts()) || !Objects.equals(old.arrived(), now.arrived());
    }

    TallyStore.Counted count(String group, String session, boolean held, boolean joint, Leaves leaves) {
        Counts sum = Counts.NONE;
        Instant latest = null;
        for (Part part : parts.values()) {
            sum = sum.plus(part.counts());
            Instant arrived = part.arrived();
            if (arrived != null && (latest == null || arrived.isAfter(latest))) latest = arrived;
        }
        Meetings meetings = new Meetings(held ? 1 : 0, joint && sum.required() > 0 ? 1 : 0);
        return new TallyStore.Counted(group, session, before, sum, meetings, latest, leaves);
    }

    /** The tally was written like this; true when anybody in it had moved since the last time. */
    boolean written(TallyStore.Counted counted) {
        boolean was = moved;
        before = counted.after();
        moved = false;
        return was;
    }
}
