package vn.diemcau.attendance;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rollups that a tally enters; none for tallies of sites and of sessions that do not count.
 *
 * @param leaf among everything
 * @param slice among the sessions of its campaign
 */
record Leaves(@Nullable String leaf, @Nullable String slice) {
    static final Leaves NONE = new Leaves(null, null);

    Set<String> all() {
        Set<String> all = new HashSet<>();
        if (leaf != null) all.add(leaf);
        if (slice != null) all.add(slice);
        return all;
    }
}
