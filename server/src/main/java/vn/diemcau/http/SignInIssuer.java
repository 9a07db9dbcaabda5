package vn.diemcau.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Signs in without an account: for features that admit a device by a proof of their own. Given by the identity feature. */
public interface SignInIssuer {
    /**
     * Signs this browser in as a steward's device at one site and sets its cookies on the answer; completes when the sign-in is durable.
     *
     * @param device opaque id of the device, made by the caller
     * @param name what to show as the author, for example "Máy 2, điểm cầu xã Ba Bể"
     */
    Future<SignedIn> openSite(RoutingContext ctx, String device, String name, String session, String site);

    /** The same for a device at the site's door, at which people scan themselves: it may send badges that come in and nothing else. */
    Future<SignedIn> openDoor(RoutingContext ctx, String device, String name, String session, String site);

    /** Ends every sign-in of the device; completes when that is durable. */
    Future<Void> endDevice(String device);
}
