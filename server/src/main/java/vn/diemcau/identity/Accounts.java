package vn.diemcau.identity;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Role;

/** What other features may ask of accounts. */
public interface Accounts {
    /**
     * Makes the account unless one with this login stands already, and then leaves it as it is; completes when durable.
     *
     * @param person the person behind it, or null for an office
     * @param unit where the role holds; {@code "/"} for everything
     */
    Future<Void> ensure(String login, String name, String password, Role role, String unit, @Nullable String person);

    /** Whether there is an account with this login. */
    Future<Boolean> stands(String login);
}
