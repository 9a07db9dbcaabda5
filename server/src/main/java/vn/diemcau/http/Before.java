package vn.diemcau.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** What stood before a request changed it, told by its handler; whoever keeps the record of changes asks. */
public final class Before {
    private static final String KEY = "diemcau.before";

    private Before() {}

    /** The last one told counts. */
    public static void was(RoutingContext ctx, JsonObject before) {
        ctx.put(KEY, before);
    }

    public static Optional<JsonObject> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(KEY));
    }
}
