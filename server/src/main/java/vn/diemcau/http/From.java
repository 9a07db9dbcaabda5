package vn.diemcau.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Where a call comes from: the address of the connection, or, when that is a named proxy's, the one the proxy says it serves. */
public final class From {
    private static final String KEY = "diemcau.from";
    private static final int LONGEST = 60;

    private From() {}

    /** Before all other routes. */
    public static void mount(Router router, Set<String> proxies) {
        if (proxies.isEmpty()) return;
        router.route().handler(ctx -> {
            if (proxies.contains(connection(ctx))) {
                String said = said(ctx.request().getHeader("X-Forwarded-For"), proxies);
                if (!said.isEmpty()) ctx.put(KEY, said);
            }
            ctx.next();
        });
    }

    public static String of(RoutingContext ctx) {
        String said = ctx.get(KEY);
        return said == null ? connection(ctx) : said;
    }

    /** The last address that is no proxy's: what stands before it anybody may have written. */
    static String said(@org.jspecify.annotations.Nullable String header, Set<String> proxies) {
        if (header == null) return "";
        String[] parts = header.split(",");
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = parts[i].strip();
            if (!part.isEmpty() && !proxies.contains(part)) return part.length() > LONGEST ? "" : part;
        }
        return "";
    }

    private static String connection(RoutingContext ctx) {
        return ctx.request().remoteAddress() == null
                ? ""
                : String.valueOf(ctx.request().remoteAddress().hostAddress());
    }
}
