package vn.diemcau.identity;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.people.UnitTree;

/** What the roles of an account come to in a tree of units. */
final class AccountGrants {
    private AccountGrants() {}

    /**
     * A role holds over the unit's path of today, or the last one it had, and over the paths it had before: what happened in it while it
     * stood elsewhere is its own. A role over a unit that is unknown holds nowhere.
     */
    static Set<Grant> of(Account account, UnitTree tree, LocalDate today, Set<Role> withheld) {
        Set<Grant> grants = new LinkedHashSet<>();
        if (account.person() != null) grants.add(Grant.over(Role.CADRE, ""));
        for (Account.Held held : account.held()) {
            if (withheld.contains(held.role())) continue;
            String path = held.unit().equals("/")
                    ? "/"
                    : tree.lastPath(held.unit(), today).orElse("");
            grants.add(Grant.over(held.role(), path));
            for (String former : tree.paths(held.unit())) grants.add(Grant.over(held.role(), former));
        }
        return grants;
    }
}
