package vn.diemcau.material;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Patience;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.enrolment.OneList;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.Pages;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.schedule.OneProgramme;

/** Materials behind real HTTP over a real store: one programme with one session, and one person who is summoned. */
final class MaterialServer implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    static final byte[] PDF = "%PDF-1.7 hội nghị".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    final Map<String, SignedIn> callers = new HashMap<>();
    private Instant now = START.minusSeconds(3600);
    private final TestStore store;
    private final HttpServer server;
    final Uploads uploads;
    final FileStore files;

    MaterialServer(Path folder) throws Exception {
        store = TestStore.open(folder);
        Mongo mongo = store.mongo();
        Router router = Router.router(vertx);
        Problems.mount(router);
        Api api = new Api(
                router,
                ctx -> Future.succeededFuture(
                        Optional.ofNullable(callers.get(ctx.request().getHeader("X-As")))));
        files = new FileStore(vertx, mongo, folder.resolve("files"), () -> now);
        FirstPage firstPage = new FirstPage(vertx);
        uploads = new Uploads(mongo, files, firstPage, () -> now);
        TusRoutes sending = new TusRoutes(
                uploads, ctx -> Future.succeededFuture(SignedIn.of(ctx).account()), 1_000_000);
        sending.mount(api, "/uploads", Action.OWN);
        new Materials(
                        mongo,
                        files,
                        new Pages(vertx, files, folder.resolve("pages")),
                        firstPage,
                        uploads,
                        new OneProgramme(START),
                        new OneList(),
                        new Limits(1_000_000, 5_000_000),
                        () -> now)
                .mount(api, sending);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        who("planner", Role.TRAINER, "/T19/", null);
        who("other", Role.TRAINER, "/T20/", null);
        who("summoned", Role.CADRE, "/T19/", "a");
        who("stranger", Role.CADRE, "/T19/", "z");
        callers.put(
                "secretary",
                new SignedIn(
                        "secretary",
                        "b",
                        "secretary",
                        Set.of(Grant.over(Role.CADRE, "/T19/"), Grant.over(Role.CELL_SECRETARY, "/T19/x/")),
                        null,
                        "t"));
    }

    @Override
    public void close() {
        await(server.close());
        store.end();
        await(vertx.close());
    }

    private void who(String name, Role role, String path, @Nullable String person) {
        callers.put(name, new SignedIn(name, person, name, Set.of(Grant.over(role, path)), null, "t"));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(Patience.SECONDS, TimeUnit.SECONDS)
                .join();
    }

    HttpResponse<byte[]> call(String as, String method, String path, byte[] body, String name) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("X-As", as)
                .header("X-CSRF", "t")
                .header("X-File-Name", name)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<byte[]> call(String as, String method, String path) {
        return call(as, method, path, new byte[0], "-");
    }

    static JsonObject json(HttpResponse<byte[]> response) {
        return new JsonObject(new String(response.body(), StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> add(String as, String id, String name, byte[] content) {
        return call(as, "PUT", "/programmes/p/materials/" + id, content, name);
    }

    void later(Duration passed) {
        now = now.plus(passed);
    }

    /** What a page sends to make an upload into something. */
    static byte[] taken(String upload) {
        return new JsonObject()
                .put("upload", upload)
                .put("declared", true)
                .toBuffer()
                .getBytes();
    }

    /** Why an upload of this length may not even begin. */
    String refusal(String as, String purpose, long length) {
        String metadata = "filename " + base64("bai.pdf") + ",purpose " + base64(purpose) + ",programme " + base64("p");
        HttpRequest create = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/uploads"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .headers("X-As", as, "X-CSRF", "t", "Tus-Resumable", "1.0.0")
                .headers("Upload-Length", Long.toString(length), "Upload-Metadata", metadata)
                .build();
        return json(client.sendAsync(create, HttpResponse.BodyHandlers.ofByteArray())
                        .join())
                .getString("code");
    }

    /** Sends a file in one piece and answers the upload's id. */
    String sent(String as, String purpose, byte[] content) {
        String metadata = "filename " + base64("bai.pdf") + ",purpose " + base64(purpose) + ",programme " + base64("p");
        URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/uploads");
        HttpRequest create = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.noBody())
                .headers("X-As", as, "X-CSRF", "t", "Tus-Resumable", "1.0.0")
                .headers("Upload-Length", Integer.toString(content.length), "Upload-Metadata", metadata)
                .build();
        String at = client.sendAsync(create, HttpResponse.BodyHandlers.discarding())
                .join()
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpRequest patch = HttpRequest.newBuilder(uri.resolve(at))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(content))
                .headers("X-As", as, "X-CSRF", "t", "Tus-Resumable", "1.0.0")
                .headers("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream")
                .build();
        assertThat(client.sendAsync(patch, HttpResponse.BodyHandlers.discarding())
                        .join()
                        .statusCode())
                .isEqualTo(204);
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
