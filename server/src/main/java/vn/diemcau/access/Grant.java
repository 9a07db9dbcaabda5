package vn.diemcau.access;

import org.jspecify.annotations.Nullable;

/**
 * A role and where it holds.
 *
 * @param unitPath the root of the subtree as a path of unit ids such as {@code /T19/T19-05443/}; {@code "/"} is everything, {@code ""} nothing
 * @param session for a site grant the session, else null
 * @param site for a site grant the site, else null
 */
public record Grant(
        Role role,
        String unitPath,
        @Nullable String session,
        @Nullable String site) {
    public static Grant over(Role role, String unitPath) {
        return new Grant(role, unitPath, null, null);
    }

    public static Grant atSite(String session, String site) {
        return new Grant(Role.STEWARD, "", session, site);
    }

    public static Grant atDoor(String session, String site) {
        return new Grant(Role.KIOSK, "", session, site);
    }

    /** Whether the unit with this path lies in the subtree of this grant. */
    public boolean covers(String path) {
        return !unitPath.isEmpty() && path.startsWith(unitPath);
    }

    public boolean isFor(String aSession, String aSite) {
        return aSession.equals(session) && aSite.equals(site);
    }
}
