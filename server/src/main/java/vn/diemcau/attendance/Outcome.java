package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence proves about one person at one session.
 *
 * @param mode how the person was present, or null when not
 * @param site where, or null when not present in a room
 * @param minutes of presence within the session, overlapping times once
 * @param arrived the first moment of presence, before the session's start where it was so, or null
 * @param left when the presence ended before the session did, or null
 * @param because what won and what lost
 */
public record Outcome(
        Standing standing,
        Set<Flag> flags,
        @Nullable PresenceMode mode,
        @Nullable String site,
        int minutes,
        Certainty certainty,
        @Nullable Instant arrived,
        @Nullable Instant left,
        List<Reason> because) {
    public Outcome {
        flags = Set.copyOf(flags);
        because = List.copyOf(because);
    }

    public boolean present() {
        return standing == Standing.PRESENT;
    }

    /** As it is kept: the reasons follow from the evidence again at any time. */
    Outcome kept() {
        return new Outcome(standing, flags, mode, site, minutes, certainty, arrived, left, List.of());
    }

    /** Whether a list of names or counts would look the same. */
    public boolean looksLike(Outcome other) {
        return standing == other.standing
                && flags.equals(other.flags)
                && mode == other.mode
                && java.util.Objects.equals(site, other.site)
                && minutes == other.minutes
                && certainty == other.certainty;
    }
}
