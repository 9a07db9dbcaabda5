package vn.diemcau.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the .br or .gz that the client's build laid beside a file, when the browser takes it: nothing is compressed while serving. */
final class Precompressed {
    private record Kind(String ending, String encoding) {}

    private static final List<Kind> KINDS = List.of(new Kind(".br", "br"), new Kind(".gz", "gzip"));

    private record Chosen(String type, String encoding) {}

    private static final String CHOSEN = "precompressed";

    /** What the build compresses, by ending. */
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "html", "text/html;charset=UTF-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "wasm", "application/wasm",
            "txt", "text/plain;charset=UTF-8");

    private final @Nullable Path directory;
    private final Map<String, Boolean> inTheJar = new ConcurrentHashMap<>();

    Precompressed(@Nullable Path directory) {
        this.directory = directory;
    }

    /** The path to go on with instead; null when the file itself is to be served. */
    @Nullable
    String of(RoutingContext ctx) {
        String path = ctx.normalizedPath();
        String file = path.equals("/") ? "/index.html" : path;
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null) return null;
        String accepted = ctx.request().headers().get(HttpHeaders.ACCEPT_ENCODING);
        for (Kind kind : KINDS) {
            if (!accepts(accepted, kind.encoding()) || !exists(file + kind.ending())) continue;
            ctx.put(CHOSEN, new Chosen(type, kind.encoding()));
            return file + kind.ending();
        }
        return null;
    }

    /** Gives the smaller file the type of the one that was asked for, after {@link #of} has chosen it and the route began anew. */
    void name(RoutingContext ctx) {
        Chosen chosen = ctx.get(CHOSEN);
        if (chosen == null) return;
        ctx.addHeadersEndHandler(done -> {
            if (ctx.response().getStatusCode() >= 300) return;
            ctx.response()
                    .putHeader(HttpHeaders.CONTENT_ENCODING, chosen.encoding())
                    .putHeader(HttpHeaders.CONTENT_TYPE, chosen.type())
                    .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        });
    }

    private static boolean accepts(@Nullable String header, String encoding) {
        if (header == null) return false;
        for (String part : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] offer = part.trim().split(";", 2);
            if (offer[0].trim().equals(encoding))
                return offer.length == 1 || !offer[1].replace(" ", "").matches("q=0(\\.0*)?");
        }
        return false;
    }

    private boolean exists(String file) {
        if (directory != null)
            return Files.isRegularFile(directory.resolve(file.substring(1)).normalize());
        Boolean known = inTheJar.get(file);
        if (known != null) return known;
        boolean found = Precompressed.class.getResource("/webroot" + file) != null;
        // Only what is there is remembered: anybody may ask for any path.
        if (found) inTheJar.put(file, true);
        return found;
    }
}
