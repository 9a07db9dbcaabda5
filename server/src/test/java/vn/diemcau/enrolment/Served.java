package vn.diemcau.enrolment;

import static vn.diemcau.enrolment.OpenStore.await;

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
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.letterhead.Letterheads;
import vn.diemcau.paper.Pdf;
import vn.diemcau.schedule.Announcements;
import vn.diemcau.schedule.Session;

/** The feature's real routes over the embedded store and a small province; a header says who calls. */
final class Served implements AutoCloseable {
    final World world = new World();
    final Map<String, SignedIn> people = new HashMap<>();
    final Announcements announcements = new Announcements();
    final Map<String, MyAttendance.Attended> attended = new HashMap<>();
    final EnrolmentFeature feature;
    Instant now = World.START.minusSeconds(2 * 86_400);

    private final Vertx vertx = Vertx.vertx();
    private final OpenStore store;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** What came back. */
    record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
        JsonObject json() {
            return new JsonObject(text());
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String code() {
            return json().getString("code", "");
        }
    }

    Served(Path directory) throws Exception {
        store = OpenStore.at(directory, EnrolmentFeature.indexes());
        Router router = Router.router(vertx);
        Problems.mount(router);
        Api api = new Api(
                router,
                ctx -> Future.succeededFuture(
                        Optional.ofNullable(people.get(ctx.request().getHeader("X-As")))));
        feature = new EnrolmentFeature(vertx, store.mongo(), world, world, announcements, () -> now);
        feature.mount(
                api,
                new Pdf(vertx),
                (unit, on) -> world.tree().map(tree -> Letterheads.byTree(tree, unit, on)),
                (person, from, to) -> Future.succeededFuture(attended),
                "https://diemcau.example");
        FileStore files = new FileStore(vertx, store.mongo(), directory.resolve("files"), () -> now);
        Uploads uploads = new Uploads(store.mongo(), files, new FirstPage(vertx), () -> now);
        TusRoutes sending = new TusRoutes(
                uploads, ctx -> Future.succeededFuture(SignedIn.of(ctx).account()), 1_000_000);
        sending.mount(api, "/uploads", Action.OWN);
        feature.mountPapers(api, files, uploads, sending);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        who("province", Role.PROVINCE_ADMIN, "/", null);
        who("commune1", Role.UNIT_ADMIN, "/T19/T19-1/", null);
        who("commune2", Role.UNIT_ADMIN, "/T19/T19-2/", null);
        who("cadre-a", Role.CADRE, "/T19/T19-1/T19-1-B1/", "a");
        who("cadre-c", Role.CADRE, "/T19/T19-2/T19-2-B1/", "c");
    }

    /** Opens an upload of a paper, and sends it when that is allowed: the status of opening, and the upload's id. */
    Sent paper(String as, String absence, String name, byte[] content) {
        String metadata = "filename " + base64(name) + ",purpose " + base64("absence") + ",absence " + base64(absence);
        URI uri = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/uploads");
        HttpRequest create = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.noBody())
                .headers("X-As", as, "X-CSRF", "t", "Tus-Resumable", "1.0.0")
                .headers("Upload-Length", Integer.toString(content.length), "Upload-Metadata", metadata)
                .build();
        HttpResponse<Void> opened =
                client.sendAsync(create, HttpResponse.BodyHandlers.discarding()).join();
        String at = opened.headers().firstValue("Location").orElse("");
        if (opened.statusCode() != 201) return new Sent(opened.statusCode(), "");
        HttpRequest patch = HttpRequest.newBuilder(uri.resolve(at))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(content))
                .headers("X-As", as, "X-CSRF", "t", "Tus-Resumable", "1.0.0")
                .headers("Upload-Offset", "0", "Content-Type", "application/offset+octet-stream")
                .build();
        int sent = client.sendAsync(patch, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
        return new Sent(sent, at.substring(at.lastIndexOf('/') + 1));
    }

    /** How sending ended. */
    record Sent(int status, String upload) {}

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the plan announces when a session changed. */
    Future<Void> changed(Session session) {
        return feature.changed(session);
    }

    void who(String name, Role role, String path, @Nullable String person) {
        people.put(
                name,
                new SignedIn("account-" + name, person, "Cán bộ " + name, Set.of(Grant.over(role, path)), null, "t"));
    }

    Answer call(String as, String method, String path, @Nullable JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1" + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.encode()))
                .header("X-As", as)
                .header("X-CSRF", "t")
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Answer get(String as, String path) {
        return call(as, "GET", path, null);
    }

    Answer put(String as, String path, JsonObject body) {
        return call(as, "PUT", path, body);
    }

    Answer post(String as, String path, JsonObject body) {
        return call(as, "POST", path, body);
    }

    Answer delete(String as, String path) {
        return call(as, "DELETE", path, null);
    }

    @Override
    public void close() {
        await(server.close());
        await(vertx.close());
        store.close();
    }
}
