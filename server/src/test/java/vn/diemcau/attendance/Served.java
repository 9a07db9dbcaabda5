package vn.diemcau.attendance;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;

/** The feature's real routes over a stage; a header says who calls. */
final class Served implements AutoCloseable {
    final Stage stage;
    final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, SignedIn> callers = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** What came back. */
    record Back(int status, byte[] bytes) {
        JsonObject json() {
            return new JsonObject(io.vertx.core.buffer.Buffer.buffer(bytes));
        }
    }

    Served() throws Exception {
        stage = new Stage();
        Router router = Router.router(stage.vertx);
        Problems.mount(router);
        Api api = new Api(
                router,
                ctx -> Future.succeededFuture(Optional.ofNullable(
                        callers.get(String.valueOf(ctx.request().getHeader("X-As"))))));
        stage.feature.mount(api);
        server = Stage.await(
                stage.vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        who("province", Grant.over(Role.PROVINCE_ADMIN, "/"), null);
        who("commune", Grant.over(Role.UNIT_ADMIN, "/T/C/"), null);
        who("cell-x", Grant.over(Role.CELL_SECRETARY, "/T/C/X/"), "x0");
        who("stranger", Grant.over(Role.UNIT_ADMIN, "/T/OTHER/"), null);
        who("x0", Grant.over(Role.CADRE, "/T/C/X/"), "x0");
    }

    void who(String name, Grant grant, @Nullable String person) {
        callers.put(name, new SignedIn("account-" + name, person, "Đồng chí " + name, Set.of(grant), null, "t"));
    }

    void steward(String name, String session, String site) {
        callers.put(
                name,
                new SignedIn(
                        "device-" + name, null, "Máy 1", Set.of(Grant.atSite(session, site)), "device-" + name, "t"));
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.actualPort() + "/api/v1" + path;
    }

    Back call(String as, String method, String path, @Nullable JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(path)))
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
            return new Back(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    JsonObject ok(String as, String method, String path, @Nullable JsonObject body) {
        Back back = call(as, method, path, body);
        if (back.status() != 200)
            throw new AssertionError(
                    back.status() + " " + new String(back.bytes(), java.nio.charset.StandardCharsets.UTF_8));
        return back.json();
    }

    @Override
    public void close() throws IOException {
        Stage.await(server.close());
        stage.close();
    }
}
