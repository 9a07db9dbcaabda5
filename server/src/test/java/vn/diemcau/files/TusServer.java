package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.diemcau.Patience;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

/** Uploads behind real HTTP over a real store, for callers who are whoever they say. */
final class TusServer implements AutoCloseable {
    static final long LIMIT = 20_000_000;

    final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private final TestStore store;
    final Mongo mongo;
    final FileStore files;
    final Uploads uploads;
    private final HttpServer server;

    TusServer(Path folder) throws Exception {
        store = TestStore.open(folder.resolve("store"));
        mongo = store.mongo();
        await(Index.ensure(mongo, Uploads.indexes()));
        Router router = Router.router(vertx);
        Problems.mount(router);
        Api api = new Api(
                router,
                ctx -> Future.succeededFuture(
                        Optional.ofNullable(ctx.request().getHeader("X-As")).map(TusServer::cadre)));
        files = new FileStore(vertx, mongo, folder.resolve("files"), () -> now);
        uploads = new Uploads(mongo, files, new FirstPage(vertx), () -> now);
        TusRoutes routes = new TusRoutes(
                uploads, ctx -> Future.succeededFuture(SignedIn.of(ctx).account()), LIMIT);
        routes.purpose(
                "test",
                (ctx, about, length) -> Future.succeededFuture(new Terms(
                        LIMIT, EnumSet.allOf(FileKind.class), Place.valueOf(about.getOrDefault("place", "GRID")))));
        routes.mount(api, "/uploads", Action.OWN);
        api.get(
                "/kept/{id}/{place}/{size}/{sum}",
                Action.OWN,
                ctx -> FileAnswer.send(
                        files,
                        ctx,
                        new StoredFile(
                                ctx.pathParam("id"),
                                Place.valueOf(ctx.pathParam("place")),
                                FileKind.PDF,
                                Long.parseLong(ctx.pathParam("size")),
                                ctx.pathParam("sum")),
                        "Tài liệu.pdf",
                        false));
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @Override
    public void close() {
        await(server.close());
        store.end();
        await(vertx.close());
    }

    private static SignedIn cadre(String name) {
        return new SignedIn(name, name, name, Set.of(Grant.over(Role.CADRE, "/T/")), null, "t");
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Patience.SECONDS, TimeUnit.SECONDS)
                .join();
    }

    static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    HttpRequest.Builder to(String path, String as) {
        URI uri = URI.create(
                "http://127.0.0.1:" + server.actualPort() + (path.startsWith("/api") ? path : "/api/v1" + path));
        return HttpRequest.newBuilder(uri)
                .header("Tus-Resumable", "1.0.0")
                .header("X-As", as)
                .header("X-CSRF", "t");
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String pair(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> create(String name, long length, Place place) {
        return send(to("/uploads", "mai")
                .header("Upload-Length", Long.toString(length))
                .header(
                        "Upload-Metadata",
                        pair("filename", name) + "," + pair("purpose", "test") + "," + pair("place", place.name()))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    String created(String name, long length, Place place) {
        HttpResponse<byte[]> response = create(name, length, place);
        assertThat(response.statusCode()).isEqualTo(201);
        return header(response, "Location");
    }

    HttpResponse<byte[]> patch(String at, long offset, byte[] bytes, String... headers) {
        HttpRequest.Builder request = to(at, "mai")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    HttpResponse<byte[]> head(String at, String as) {
        return send(to(at, as).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    long offset(String at) {
        return Long.parseLong(header(head(at, "mai"), "Upload-Offset"));
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static String code(HttpResponse<byte[]> response) {
        return new JsonObject(new String(response.body(), StandardCharsets.UTF_8)).getString("code");
    }

    static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    HttpResponse<byte[]> read(String id, Place place, byte[] content, String... headers) throws Exception {
        HttpRequest.Builder request =
                to("/kept/" + id + "/" + place + "/" + content.length + "/" + sha256(content), "mai");
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    /** How many chunks of an upload are kept. */
    long chunks(String at) {
        return await(files.chunks(id(at)));
    }

    int port() {
        return server.actualPort();
    }

    void later(Duration passed) {
        now = now.plus(passed);
    }

    Instant now() {
        return now;
    }

    long turn(String at) {
        return await(Mongo.first(mongo.collection("uploads").find(com.mongodb.client.model.Filters.eq("_id", id(at)))))
                .orElseThrow()
                .get("turn", Number.class)
                .longValue();
    }
}
