package vn.diemcau.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Role;

/**
 * Somebody who signs in: an office account with a login and password, or a cadre with a PIN on a known phone.
 *
 * @param login lower case, or null for cadres who sign in by PIN only
 * @param person the person behind it, or null for an office
 * @param passwordHash argon2id, or null
 * @param pinHash argon2id, or null
 * @param mustChange whether the password was set by somebody else and must be changed at the next sign-in
 */
record Account(
        String id,
        @Nullable String login,
        String name,
        @Nullable String person,
        @Nullable String passwordHash,
        @Nullable String pinHash,
        List<Held> held,
        boolean active,
        boolean mustChange,
        long rev) {
    /** A role over the subtree of a unit; {@code "/"} as the unit means everything. */
    record Held(Role role, String unit) {}

    Account withPassword(String hash, boolean change) {
        return new Account(id, login, name, person, hash, pinHash, held, active, change, rev);
    }

    Account withPin(String hash) {
        return new Account(id, login, name, person, passwordHash, hash, held, active, mustChange, rev);
    }

    Account switched(boolean on) {
        return new Account(id, login, name, person, passwordHash, pinHash, held, on, mustChange, rev);
    }

    Account holding(List<Held> others) {
        return new Account(id, login, name, person, passwordHash, pinHash, others, active, mustChange, rev);
    }
}
