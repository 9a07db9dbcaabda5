package vn.diemcau.access;

import java.util.Collection;

/** Decides who may do what: pure, by role, subtree and site. */
public final class Access {
    private Access() {}

    /** Whether any of the grants allows the action somewhere. */
    public static boolean anywhere(Collection<Grant> grants, Action action) {
        return action == Action.ANYONE
                || grants.stream().anyMatch(grant -> action.roles().contains(grant.role()));
    }

    /** Whether any of the grants allows the action on the unit with this path. */
    public static boolean onUnit(Collection<Grant> grants, Action action, String unitPath) {
        return grants.stream().anyMatch(grant -> action.roles().contains(grant.role()) && grant.covers(unitPath));
    }

    /** Whether any of the grants allows the action at this site of a session that the unit with this path holds. */
    public static boolean atSite(
            Collection<Grant> grants, Action action, String unitPath, String session, String site) {
        return grants.stream()
                .anyMatch(grant -> action.roles().contains(grant.role())
                        && (grant.covers(unitPath) || grant.isFor(session, site)));
    }
}
