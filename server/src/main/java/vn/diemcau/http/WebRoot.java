package vn.diemcau.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Serves the web client: hashed assets for ever, the shell fresh, deep links as the shell, headers that keep strangers' code out. */
public final class WebRoot {
    private static final String POLICY =
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
                    + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private WebRoot() {}

    /** @param directory where the built client lies, or null for {@code webroot/} on the class path */
    public static void mount(Router router, @Nullable Path directory) {
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
            headers(ctx);
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

    private static void headers(RoutingContext ctx) {
        boolean hashed = ctx.normalizedPath().startsWith("/assets/");
        ctx.addHeadersEndHandler(done -> {
            boolean immutable = hashed && ctx.response().getStatusCode() < 400;
            ctx.response().putHeader("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
        });
        ctx.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Permissions-Policy", "geolocation=(), camera=(self), microphone=(self)");
    }
}
