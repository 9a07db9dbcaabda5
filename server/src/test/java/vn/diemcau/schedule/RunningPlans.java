package vn.diemcau.schedule;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import vn.diemcau.Patience;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.people.Uninhabited;

/** The feature over a real embedded store and a real server, in a province of a few units; who calls is said by a header. */
final class RunningPlans implements AutoCloseable {
    private static final Map<String, Grant> WHO = Map.of(
            "province", Grant.over(Role.PROVINCE_ADMIN, "/T19/"),
            "commune1", Grant.over(Role.UNIT_ADMIN, "/T19/T19-1/"),
            "commune2", Grant.over(Role.UNIT_ADMIN, "/T19/T19-2/"),
            "trainer", Grant.over(Role.TRAINER, "/T19/T19-1/"),
            "secretary", Grant.over(Role.CELL_SECRETARY, "/T19/T19-1/T19-1-B1/"),
            "cadre", Grant.over(Role.CADRE, "/T19/T19-1/T19-1-B1/"),
            "steward", Grant.atSite("s", "main"));

    private final Vertx vertx = Vertx.vertx();
    private final Path data = Files.createTempDirectory("plans-test");
    private final TestStore store;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    final Mongo mongo;
    final Plans plans;
    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T01:00:00Z"));
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    RunningPlans() throws Exception {
        store = TestStore.open(data);
        mongo = store.mongo();
        await(Index.ensure(mongo, Plans.indexes()));
        plans = new Plans(vertx, mongo, new Uninhabited(Province.TREE), now::get);
        plans.announcements().whenIssued(session -> hear("issued " + session.id()));
        plans.announcements().whenChanged(session -> hear("changed " + session.id() + " " + session.sequence()));
        plans.announcements().whenDeleted(session -> hear("deleted " + session));
        Router router = Router.router(vertx);
        Problems.mount(router);
        plans.mount(new Api(
                router,
                ctx -> Future.succeededFuture(
                        Optional.ofNullable(ctx.request().getHeader("X-Who")).map(RunningPlans::signedIn))));
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private Future<Void> hear(String news) {
        heard.add(news);
        return Future.succeededFuture();
    }

    private static SignedIn signedIn(String who) {
        return new SignedIn("account-" + who, null, who, Set.of(WHO.get(who)), null, "token");
    }

    /** What came back. */
    record Answer(int status, String text) {
        JsonObject expect(int expected) {
            if (status != expected) throw new AssertionError("status " + status + ": " + text);
            return text.isEmpty() ? new JsonObject() : new JsonObject(text);
        }

        String problem(int expected) {
            return expect(expected).getString("code");
        }
    }

    Answer call(String who, String method, String path, JsonObject body) {
        return send(who, method, path, body.encode().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Answer call(String who, String method, String path) {
        return send(who, method, path, new byte[0]);
    }

    Answer send(String who, String method, String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.actualPort() + Api.BASE + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("X-Who", who)
                .header("X-CSRF", "token")
                .header("Content-Type", "application/json")
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    private static void settle(Future<Void> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() throws IOException {
        settle(server.close());
        store.end();
        settle(vertx.close());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
