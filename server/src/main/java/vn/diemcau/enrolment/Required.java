package vn.diemcau.enrolment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person on the list of a session: who must come, and who is on it without having to.
 *
 * @param name the name, sort key, birth year and unit name are copies as of the list, so that a roll needs one read
 * @param unit the unit the person is counted in
 * @param paths the paths of that unit in its tree, as {@code party:/T19/T19-05443/T19-05443-B001/}; stamped for ever
 * @param capacity the capacity the person is summoned in (a post, a group), or null
 * @param reason why exempt, suspended or on duty, or null
 * @param site where the person is expected, or null (remote, or not assigned)
 * @param phone for those who may see it, or null
 */
public record Required(
        String session,
        String person,
        int version,
        Standing standing,
        String name,
        String sortKey,
        String folded,
        @Nullable Integer birthYear,
        String unit,
        String unitName,
        List<String> paths,
        @Nullable String capacity,
        @Nullable String reason,
        @Nullable String site,
        @Nullable String phone,
        Reply reply) {
    /** Whether the person counts in the denominator, and if not why. */
    public enum Standing {
        REQUIRED,
        EXEMPT,
        SUSPENDED,
        ON_DUTY,
        /** Invited, not a member: counted apart. */
        GUEST,
        /** A member whom an invitation asks, without duty. */
        INVITED
    }

    /** What the person answered to the summons. */
    public enum Reply {
        NONE,
        ROOM,
        REMOTE
    }

    public boolean counted() {
        return standing == Standing.REQUIRED;
    }

    public Optional<String> siteId() {
        return Optional.ofNullable(site);
    }
}
