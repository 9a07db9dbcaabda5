package vn.diemcau.attendance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.Site;

/**
 * All that one outcome follows from.
 *
 * @param person whose outcome it is: a person's id or {@code walk:ID}
 * @param site where the list expects the person, or null
 * @param kinds of the session's sites
 * @param closed whether the roll that the person belongs to is closed: only then is missing absent
 * @param named whether that roll was taken by name: where only heads were counted, or nothing was heard, nobody is absent
 * @param evidence the person's own and that of whoever a merge or a substitute ties to it; in any order, repeated or not
 */
record Case(
        String person,
        @Nullable String site,
        Map<String, Site.Kind> kinds,
        ActualTimes times,
        Policy policy,
        boolean closed,
        boolean named,
        List<Evidence> evidence) {
    PresenceMode mode(@Nullable String at) {
        if (at == null) return PresenceMode.REMOTE;
        Site.Kind kind = kinds.get(at);
        if (kind == null) return PresenceMode.MAIN_HALL;
        return switch (kind) {
            case MAIN -> PresenceMode.MAIN_HALL;
            case LINKED -> PresenceMode.LINKED;
            case BROADCAST -> PresenceMode.BROADCAST;
        };
    }
}
