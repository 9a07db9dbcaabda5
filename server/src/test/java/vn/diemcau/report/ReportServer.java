package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import vn.diemcau.RunningPlatform;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Failures;
import vn.diemcau.http.Live;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignInIssuer;
import vn.diemcau.http.SignedIn;
import vn.diemcau.letterhead.LetterheadFeature;
import vn.diemcau.material.HandedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.paper.Pdf;
import vn.diemcau.schedule.Planning;
import vn.diemcau.schedule.Session;

/**
 * Reports and letterheads of a small province behind a real server: its evidence is reckoned into attendance, tallies and rollups of a
 * real store, and reports are read from those. Who calls is said in a header.
 */
final class ReportServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-09-20T02:41:00Z");
    private static final Map<String, Grant> CALLERS = Map.of(
            "province", Grant.over(Role.PROVINCE_ADMIN, "/"),
            "communeA", Grant.over(Role.UNIT_ADMIN, "/T/A/"),
            "communeB", Grant.over(Role.UNIT_ADMIN, "/T/B/"),
            "cell", Grant.over(Role.CELL_SECRETARY, "/T/A/A1/"),
            "trainer", Grant.over(Role.TRAINER, "/T/"),
            "cadre", Grant.over(Role.CADRE, ""));

    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private final TestStore store;
    private final HttpServer server;
    private final AttendanceFeature attendance;

    ReportServer(SmallProvince province, Path folder) throws Exception {
        store = TestStore.open(folder);
        RunningPlatform.await(Index.ensure(store.mongo(), AttendanceFeature.indexes()));
        Router router = Router.router(vertx);
        Problems.mount(router);
        Api api = new Api(router, ctx -> {
            String who = ctx.request().getHeader("X-Test-Caller");
            Grant grant = who == null ? null : CALLERS.get(who);
            return Future.succeededFuture(
                    grant == null
                            ? Optional.empty()
                            : Optional.of(new SignedIn(who, null, who, Set.of(grant), null, "csrf")));
        });
        Audit audit = new Audit(store.mongo(), () -> NOW);
        Live live = new Live(vertx);
        attendance = new AttendanceFeature(
                vertx,
                store.mongo(),
                () -> NOW,
                province.people(),
                province.schedule(),
                new NoPlanning(),
                province.enrolments(),
                live,
                folder.resolve("keys"),
                new NoSignIn(),
                new Pdf(vertx),
                audit,
                new Failures(() -> NOW, null),
                "http://localhost");
        province.live(attendance);
        LetterheadFeature letterhead = new LetterheadFeature(store.mongo(), province.people(), audit, () -> NOW);
        letterhead.mount(api);
        Reports.mount(
                api,
                vertx,
                live,
                audit,
                province.people(),
                letterhead.letterheads(),
                province.schedule(),
                province.enrolments(),
                attendance.attendances(),
                new HandedIn() {
                    @Override
                    public Future<Set<String>> of(String programme) {
                        return Future.succeededFuture(province.handedIn());
                    }

                    @Override
                    public Future<List<One>> between(Instant from, Instant to) {
                        return Future.succeededFuture(List.of());
                    }
                },
                campaign -> Future.succeededFuture(Optional.empty()),
                () -> NOW);
        server = RunningPlatform.await(
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    /** This server holds what a test writes down; nothing is planned through it. */
    private static final class NoPlanning implements Planning {
        @Override
        public Future<Session> cellMeeting(
                String id, String cell, String topic, Instant startsAt, Instant endsAt, String by) {
            return Future.failedFuture("not planned here");
        }

        @Override
        public Future<Session> end(String session, String by) {
            return Future.failedFuture("not planned here");
        }
    }

    private static final class NoSignIn implements SignInIssuer {
        @Override
        public Future<SignedIn> openSite(RoutingContext ctx, String device, String name, String session, String site) {
            return Future.failedFuture("no site opens here");
        }

        @Override
        public Future<SignedIn> openDoor(RoutingContext ctx, String device, String name, String session, String site) {
            return Future.failedFuture("no door opens here");
        }

        @Override
        public Future<Void> endDevice(String device) {
            return Future.succeededFuture();
        }
    }

    HttpRequest.Builder to(String who, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1" + path))
                .header("X-CSRF", "csrf")
                .header("X-Test-Caller", who);
    }

    HttpResponse<byte[]> call(String who, String path) {
        return send(to(who, path).build());
    }

    /** What is answered with 200. */
    JsonObject read(String who, String path) {
        HttpResponse<byte[]> answer = call(who, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return new JsonObject(Buffer.buffer(answer.body()));
    }

    HttpResponse<byte[]> put(String who, String path, JsonObject body) {
        return send(to(who, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The audit record so far. */
    List<Document> audited() {
        return RunningPlatform.await(Mongo.all(store.mongo()
                .collection("audit")
                .find()
                .sort(new Document("_id", 1))
                .batchSize(500)));
    }

    @Override
    public void close() {
        RunningPlatform.await(attendance.stop());
        RunningPlatform.await(vertx.close());
        store.end();
    }
}
