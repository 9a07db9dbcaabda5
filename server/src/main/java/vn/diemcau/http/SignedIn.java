package vn.diemcau.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Access;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.problem.Problem;

/**
 * Who calls, as the sign-in established it; never taken from the body.
 *
 * @param account opaque id of the account, or of the site device
 * @param person the person behind the account, or null (an office account, a site device)
 * @param device the device that holds the sign-in, or null
 * @param csrf the token that mutating calls repeat in the header X-CSRF
 * @param due what this sign-in must settle before it may do anything else
 * @param from where the call comes from; empty where there is no call
 */
public record SignedIn(
        String account,
        @Nullable String person,
        String name,
        Set<Grant> grants,
        @Nullable String device,
        String csrf,
        Set<Due> due,
        String from) {
    static final String KEY = "diemcau.signedIn";

    /** What comes first. */
    public enum Due {
        /** The sign-in was not used for a while: the password or PIN again. */
        UNLOCK,
        /** The password was set by somebody else: one of the person's own. */
        PASSWORD,
        /** The role asks for a second factor and there is none yet. */
        SECOND_FACTOR
    }

    /** A sign-in that has nothing to settle. */
    public SignedIn(
            String account,
            @Nullable String person,
            String name,
            Set<Grant> grants,
            @Nullable String device,
            String csrf) {
        this(account, person, name, grants, device, csrf, Set.of());
    }

    /** A sign-in as it stands, whoever calls by it. */
    public SignedIn(
            String account,
            @Nullable String person,
            String name,
            Set<Grant> grants,
            @Nullable String device,
            String csrf,
            Set<Due> due) {
        this(account, person, name, grants, device, csrf, due, "");
    }

    /** The same on a call from there. */
    SignedIn calling(String address) {
        return new SignedIn(account, person, name, grants, device, csrf, due, address);
    }

    /** For the record of what was done: the detail with who did it by name, and from where. */
    public JsonObject did(JsonObject detail) {
        return new JsonObject().put("from", from).put("name", name).mergeIn(detail);
    }

    /** The same where there is nothing more to say. */
    public JsonObject did() {
        return did(new JsonObject());
    }

    /** Whoever is signed in on this request; fails when nobody is. Routes behind any action but ANYONE always have one. */
    public static SignedIn of(RoutingContext ctx) {
        SignedIn signedIn = ctx.get(KEY);
        if (signedIn == null) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "not_signed_in", "Sign in first.", null);
        }
        return signedIn;
    }

    /** Whoever is signed in, on routes that are open to anybody. */
    public static Optional<SignedIn> find(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(KEY));
    }

    /** Whether this is still the same one, with the same rights and nothing to settle first. */
    boolean standsAs(SignedIn now) {
        return now.account().equals(account)
                && now.grants().equals(grants)
                && now.due().isEmpty();
    }

    /** Whether the action is allowed on the unit with this path. */
    public boolean may(Action action, String unitPath) {
        return Access.onUnit(grants, action, unitPath);
    }

    /** Fails with MISSING, so that other units' ids tell nothing, unless the action is allowed on the unit with this path. */
    public void require(Action action, String unitPath) {
        if (!may(action, unitPath)) throw notFound();
    }

    /** The same for one site of a session held by the unit with this path. */
    public void requireAtSite(Action action, String unitPath, String session, String site) {
        if (!Access.atSite(grants, action, unitPath, session, site)) throw notFound();
    }

    /** The person behind the account; fails with FORBIDDEN for accounts without one. */
    public String requirePerson() {
        if (person == null) throw Problem.forbidden("no_person", "This account belongs to no person.");
        return person;
    }

    private static Problem notFound() {
        return Problem.missing("not_found", "There is no such thing here for you.");
    }
}
