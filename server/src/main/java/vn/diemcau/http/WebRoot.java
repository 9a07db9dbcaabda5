package vn.diemcau.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Serves the web client: hashed assets for ever, the shell fresh, deep links as the shell, headers that keep strangers' code out. */
public final class WebRoot {
    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
                    + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private static final String MEETS = "shows a meeting";

    private WebRoot() {}

    /** As {@link #mount(Router, Path, String)}, without a meeting server. */
    public static void mount(Router router, @Nullable Path directory) {
        mount(router, directory, null);
    }

    /**
     * Serves the client.
     *
     * @param directory where the built client lies, or null for {@code webroot/} on the class path
     * @param meeting the address of the meeting server's web front, let in on the pages that show a meeting and nowhere else
     */
    public static void mount(Router router, @Nullable Path directory, @Nullable String meeting) {
        String origin = meeting == null ? null : origin(meeting);
        StaticHandler files = directory == null
                ? StaticHandler.create("webroot")
                : StaticHandler.create(
                        FileSystemAccess.ROOT, directory.toAbsolutePath().toString());
        files.setIndexPage("index.html")
                .setDirectoryListing(false)
                .setCachingEnabled(false)
                .setIncludeHidden(false);
        Precompressed precompressed = new Precompressed(directory);
        router.route().method(HttpMethod.GET).handler(ctx -> {
            if (ctx.normalizedPath().startsWith("/api/")) {
                ctx.next();
                return;
            }
            headers(ctx, origin);
            precompressed.name(ctx);
            String smaller = precompressed.of(ctx);
            if (smaller == null) ctx.next();
            else ctx.reroute(smaller);
        });
        router.route().method(HttpMethod.GET).handler(ctx -> {
            if (ctx.normalizedPath().startsWith("/api/")) ctx.next();
            else files.handle(ctx);
        });
        router.route().method(HttpMethod.GET).handler(ctx -> {
            String path = ctx.normalizedPath();
            if (path.startsWith("/api/") || path.startsWith("/assets/") || path.contains(".")) ctx.next();
            else ctx.reroute("/index.html");
        });
    }

    /** A page that shows a meeting: only a full load of it carries the wider policy. */
    private static boolean showsMeeting(String path) {
        return path.startsWith("/vao/") || path.startsWith("/buoi/");
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String policy(String origin) {
        return POLICY.replace("script-src 'self'", "script-src 'self' " + origin) + "; frame-src " + origin;
    }

    private static void headers(RoutingContext ctx, @Nullable String origin) {
        // A path begins anew as the shell's: what was asked for first decides.
        Boolean known = ctx.get(MEETS);
        boolean meets = known == null ? showsMeeting(ctx.normalizedPath()) : known;
        ctx.put(MEETS, meets);
        String guest = meets ? origin : null;
        boolean hashed = ctx.normalizedPath().startsWith("/assets/");
        ctx.addHeadersEndHandler(done -> {
            boolean immutable = hashed && ctx.response().getStatusCode() < 400;
            ctx.response().putHeader("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
        });
        ctx.response()
                .putHeader("Content-Security-Policy", guest == null ? POLICY : policy(guest))
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader(
                        "Permissions-Policy",
                        guest == null
                                ? "geolocation=(), camera=(self), microphone=(self)"
                                : "geolocation=(), camera=(self \"%1$s\"), microphone=(self \"%1$s\")"
                                        .formatted(guest));
    }
}
