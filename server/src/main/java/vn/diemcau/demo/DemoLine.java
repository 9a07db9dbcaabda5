package vn.diemcau.demo;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.Api;

/**
 * The line between the server and the doors of a demonstration: while a site's line is cut, whatever its roll-call page asks for gets
 * no answer but a broken connection, as without a network, and the streams it holds end. Everybody else is served. A line that nobody
 * mends is whole again after ten minutes.
 */
public final class DemoLine {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String DOOR = "/diem-cau/";

    private final InstantSource clock;
    private final Map<String, Instant> cuts = new ConcurrentHashMap<>();
    private final Map<HttpServerResponse, String> streams = new ConcurrentHashMap<>();

    public DemoLine(InstantSource clock) {
        this.clock = clock;
    }

    /** Stands before the API, so mount it first. */
    public void mount(Router router) {
        router.route(Api.BASE + "/*").handler(this::pass);
    }

    private void pass(RoutingContext ctx) {
        String door = door(ctx.request().getHeader("Referer"));
        if (door.isEmpty()) {
            ctx.next();
        } else {
            // remembered first: whoever cuts the line between the two ends it
            if (ctx.normalizedPath().endsWith("/live")) remember(ctx.response(), door);
            if (isCut(door)) ctx.response().reset();
            else ctx.next();
        }
    }

    private void remember(HttpServerResponse stream, String door) {
        streams.keySet().removeIf(HttpServerResponse::closed);
        streams.put(stream, door);
    }

    /** The roll-call page that asks, as {@code SESSION/SITE}; empty for any other page. */
    private static String door(@Nullable String referer) {
        if (referer == null) return "";
        try {
            String path = new URI(referer).getPath();
            return path != null && path.startsWith(DOOR) ? path.substring(DOOR.length()) : "";
        } catch (URISyntaxException notOurs) {
            return "";
        }
    }

    boolean isCut(String session, String site) {
        return isCut(session + "/" + site);
    }

    private boolean isCut(String door) {
        Instant since = cuts.get(door);
        return since != null && since.plus(LONGEST).isAfter(clock.instant());
    }

    void cut(String session, String site) {
        String door = session + "/" + site;
        cuts.put(door, clock.instant());
        streams.forEach((stream, whose) -> {
            if (whose.equals(door)) stream.reset();
        });
    }

    void mend(String session, String site) {
        cuts.remove(session + "/" + site);
    }
}
