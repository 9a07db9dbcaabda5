package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.problem.Problem;

/** Resumable uploads by the tus protocol 1.0 with creation, checksum, termination and expiration; see tus.io/protocols/resumable-upload. */
public final class TusRoutes {
    private static final String VERSION = "1.0.0";
    private static final String EXTENSIONS = "creation,checksum,termination,expiration";
    private static final int CHECKSUM_MISMATCH = 460;
    private static final int PRECONDITION_FAILED = 412;

    /** Who sends on this door; fails when nobody may. */
    public interface Door {
        Future<String> owner(RoutingContext ctx);
    }

    /** Judges an upload of one purpose before its first byte, by who calls and what is said of it; fails with the problem. */
    public interface Purpose {
        Future<Terms> judge(RoutingContext ctx, Map<String, String> about, long length);
    }

    private final Uploads uploads;
    private final Door door;
    private final long limit;
    private final Map<String, Purpose> purposes = new HashMap<>();

    /** @param limit the most that any purpose allows, told to clients */
    public TusRoutes(Uploads uploads, Door door, long limit) {
        this.uploads = uploads;
        this.door = door;
        this.limit = limit;
    }

    /** Uploads whose metadata say {@code purpose} so are judged by it. */
    public void purpose(String name, Purpose purpose) {
        purposes.put(name, purpose);
    }

    public void mount(Api api, String base, Action action) {
        String one = base + "/{upload}";
        api.upload(HttpMethod.OPTIONS, base, Action.ANYONE, this::options);
        api.upload(HttpMethod.POST, base, action, this::create);
        api.upload(HttpMethod.HEAD, one, action, this::head);
        api.upload(HttpMethod.PATCH, one, action, this::patch);
        api.upload(HttpMethod.DELETE, one, action, this::delete);
    }

    private Future<Void> options(RoutingContext ctx) {
        return ctx.response()
                .setStatusCode(204)
                .putHeader("Tus-Resumable", VERSION)
                .putHeader("Tus-Version", VERSION)
                .putHeader("Tus-Extension", EXTENSIONS)
                .putHeader("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .putHeader("Tus-Max-Size", Long.toString(limit))
                .end();
    }

    private Future<Void> create(RoutingContext ctx) {
        return speaking(ctx, () -> {
            ctx.request().resume();
            long length = number(ctx, "Upload-Length");
            Map<String, String> about = metadata(ctx.request().getHeader("Upload-Metadata"));
            Purpose purpose = purposes.get(about.getOrDefault("purpose", ""));
            if (purpose == null)
                throw Problem.invalid("purpose", "upload_purpose", "The metadata must name a known purpose.");
            return door.owner(ctx).compose(owner -> purpose.judge(ctx, about, length)
                    .compose(terms -> uploads.open(
                            owner,
                            about.getOrDefault("purpose", ""),
                            about.getOrDefault("filename", ""),
                            about,
                            length,
                            terms))
                    .compose(upload -> expires(ctx.response(), upload.expiresAt())
                            .setStatusCode(201)
                            .putHeader("Location", ctx.request().path().replaceAll("/$", "") + "/" + upload.id())
                            .putHeader("Upload-Offset", Long.toString(upload.offset()))
                            .end()));
        });
    }

    private Future<Void> head(RoutingContext ctx) {
        return speaking(ctx, () -> mine(ctx).compose(upload -> expires(ctx.response(), upload.expiresAt())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Upload-Offset", Long.toString(upload.offset()))
                .putHeader("Upload-Length", Long.toString(upload.length()))
                .end()));
    }

    private Future<Void> patch(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        return speaking(ctx, () -> {
                    if (!"application/offset+octet-stream".equals(request.getHeader("Content-Type")))
                        throw new Problem(
                                Problem.Kind.UNSUPPORTED,
                                "unsupported_type",
                                "Bytes come as application/offset+octet-stream.",
                                null);
                    long offset = number(ctx, "Upload-Offset");
                    Checksum checksum = Optional.ofNullable(request.getHeader("Upload-Checksum"))
                            .map(Checksum::of)
                            .orElse(null);
                    return mine(ctx).compose(upload -> uploads.append(upload, offset, request, checksum)
                            .compose(now ->
                                    ctx.response().closed() || ctx.response().ended()
                                            ? Future.succeededFuture()
                                            : expires(ctx.response(), upload.expiresAt())
                                                    .setStatusCode(204)
                                                    .putHeader("Upload-Offset", Long.toString(now))
                                                    .end()));
                })
                .recover(failure -> {
                    drain(request);
                    return failure instanceof Checksum.Mismatch
                            ? ctx.response().setStatusCode(CHECKSUM_MISMATCH).end()
                            : Future.failedFuture(failure);
                });
    }

    /** What still comes is let go, so that the answer can be read. */
    private static void drain(HttpServerRequest request) {
        if (request.isEnded()) return;
        request.handler(dropped -> {});
        request.resume();
    }

    private Future<Void> delete(RoutingContext ctx) {
        return speaking(ctx, () -> mine(ctx)
                .compose(uploads::terminate)
                .compose(gone -> ctx.response().setStatusCode(204).end()));
    }

    private Future<Upload> mine(RoutingContext ctx) {
        String id = Input.of(ctx).path("upload");
        return door.owner(ctx).compose(owner -> uploads.find(id, owner));
    }

    private interface Step {
        Future<Void> take();
    }

    private static Future<Void> speaking(RoutingContext ctx, Step step) {
        HttpServerResponse response = ctx.response().putHeader("Tus-Resumable", VERSION);
        if (!VERSION.equals(ctx.request().getHeader("Tus-Resumable"))) {
            drain(ctx.request());
            return response.setStatusCode(PRECONDITION_FAILED)
                    .putHeader("Tus-Version", VERSION)
                    .end();
        }
        try {
            return step.take();
        } catch (Problem problem) {
            return Future.failedFuture(problem);
        }
    }

    private static HttpServerResponse expires(HttpServerResponse response, Instant at) {
        return response.putHeader(
                "Upload-Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    }

    private static long number(RoutingContext ctx, String header) {
        String value = ctx.request().getHeader(header);
        if (value == null || !value.matches("\\d{1,15}"))
            throw Problem.invalid(header, "required", "This header must be a number of bytes.");
        return Long.parseLong(value);
    }

    /** Reads {@code key base64,key base64}; fails with malformed. */
    static Map<String, String> metadata(@org.jspecify.annotations.Nullable String header) {
        Map<String, String> all = new HashMap<>();
        if (header == null || header.isBlank()) return all;
        for (String pair : header.split(",")) {
            String[] parts = pair.strip().split(" +");
            String key = parts[0].toLowerCase(Locale.ROOT);
            try {
                String value = parts.length < 2
                        ? ""
                        : new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                if (!key.matches("[a-z0-9_]{1,40}") || value.length() > 500 || all.size() >= 20)
                    throw new IllegalArgumentException();
                all.put(key, value);
            } catch (IllegalArgumentException notBase64) {
                throw Problem.invalid("Upload-Metadata", "malformed", "Pairs of a short key and base64.");
            }
        }
        return all;
    }
}
