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
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.enrolment.Enrolments;
import vn.diemcau.enrolment.Required;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.schedule.Mode;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaterialRoutesTest {
    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    private static final byte[] PDF = "%PDF-1.7 hội nghị".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, SignedIn> callers = new HashMap<>();
    private Instant now = START.minusSeconds(3600);
    private TestStore store;
    private HttpServer server;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        store = TestStore.open(folder);
        Mongo mongo = store.mongo();
        Router router = Router.router(vertx);
        Problems.mount(router);
        Api api = new Api(
                router,
                ctx -> Future.succeededFuture(
                        Optional.ofNullable(callers.get(ctx.request().getHeader("X-As")))));
        FileStore files = new FileStore(vertx, mongo, folder.resolve("files"), () -> now);
        FirstPage firstPage = new FirstPage(vertx);
        Uploads uploads = new Uploads(mongo, files, firstPage, () -> now);
        TusRoutes sending = new TusRoutes(
                uploads, ctx -> Future.succeededFuture(SignedIn.of(ctx).account()), 1_000_000);
        sending.mount(api, "/uploads", Action.OWN);
        new Materials(
                        mongo,
                        files,
                        firstPage,
                        uploads,
                        new OneProgramme(),
                        new OneList(),
                        new Limits(1_000_000, 5_000_000),
                        () -> now)
                .mount(api, sending);
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        who("planner", Role.TRAINER, "/T19/", null);
        who("other", Role.TRAINER, "/T20/", null);
        who("summoned", Role.CADRE, "/T19/", "a");
        who("stranger", Role.CADRE, "/T19/", "z");
    }

    @AfterAll
    void close() {
        await(server.close());
        store.end();
        await(vertx.close());
    }

    private void who(String name, Role role, String path, @Nullable String person) {
        callers.put(name, new SignedIn(name, person, name, Set.of(Grant.over(role, path)), null, "t"));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private HttpResponse<byte[]> call(String as, String method, String path, byte[] body, String name) {
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

    private HttpResponse<byte[]> call(String as, String method, String path) {
        return call(as, method, path, new byte[0], "-");
    }

    private static JsonObject json(HttpResponse<byte[]> response) {
        return new JsonObject(new String(response.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> add(String as, String id, String name, byte[] content) {
        return call(as, "PUT", "/programmes/p/materials/" + id, content, name);
    }

    @Test
    void whatThePlannerAddsTheSummonedReadAndNobodyElse() {
        assertThat(add("planner", "m1", "Ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf", PDF).statusCode())
                .isEqualTo(201);
        assertThat(add("planner", "m1", "Ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf", PDF).statusCode())
                .isEqualTo(201);
        HttpResponse<byte[]> read = call("summoned", "GET", "/materials/m1/content");
        assertThat(read.body()).isEqualTo(PDF);
        assertThat(read.headers().firstValue("content-disposition").orElse(""))
                .contains("filename*=UTF-8''Ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf");
        assertThat(call("stranger", "GET", "/materials/m1/content").statusCode())
                .isEqualTo(404);
        assertThat(call("nobody", "GET", "/materials/m1/content").statusCode()).isEqualTo(401);
        assertThat(json(call("stranger", "GET", "/programmes/p/materials")).getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void onlyThePlannerAddsOpensAndDeletes() {
        assertThat(add("other", "m2", "a.pdf", PDF).statusCode()).isEqualTo(404);
        assertThat(add("summoned", "m2", "a.pdf", PDF).statusCode()).isEqualTo(403);
        assertThat(add("planner", "m2", "a.pdf", PDF).statusCode()).isEqualTo(201);
        byte[] from = new JsonObject().put("from", START).toBuffer().getBytes();
        assertThat(call("other", "PUT", "/materials/m2/availability", from, "-").statusCode())
                .isEqualTo(404);
        assertThat(call("other", "DELETE", "/materials/m2").statusCode()).isEqualTo(404);
        assertThat(call("summoned", "DELETE", "/materials/m2").statusCode()).isEqualTo(403);
        assertThat(call("planner", "PUT", "/materials/m2/availability", from, "-")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("summoned", "GET", "/materials/m2/content").statusCode())
                .isEqualTo(404);
        assertThat(call("planner", "DELETE", "/materials/m2").statusCode()).isEqualTo(204);
        assertThat(call("planner", "GET", "/materials/m2/content").statusCode()).isEqualTo(404);
    }

    @Test
    void classifiedNamesAndStrangeKindsAreRefused() {
        assertThat(json(add("planner", "m3", "T%E1%BB%90I%20M%E1%BA%ACT.pdf", PDF))
                        .getString("code"))
                .isEqualTo("classified_material");
        assertThat(json(add("planner", "m3", "a.docx", PDF)).getString("code")).isEqualTo("file_kind");
        assertThat(json(add("planner", "m3", "large.pdf", large())).getString("code"))
                .isEqualTo("file_too_large");
        assertThat(call("planner", "GET", "/materials/m3/content").statusCode()).isEqualTo(404);
    }

    @Test
    void reportsAreAskedForByThePlannerAndHandedInByTheSummonedOnly() {
        byte[] task = new JsonObject()
                .put("deadline", START.plusSeconds(86_400))
                .toBuffer()
                .getBytes();
        String path = "/programmes/p/reflections";
        assertThat(call("summoned", "PUT", path, task, "-").statusCode()).isEqualTo(403);
        assertThat(call("other", "PUT", path, task, "-").statusCode()).isEqualTo(404);
        assertThat(call("planner", "PUT", path, task, "-").statusCode()).isEqualTo(200);
        assertThat(call("other", "GET", path).statusCode()).isEqualTo(404);
        assertThat(call("other", "GET", path + "/archive").statusCode()).isEqualTo(404);
        assertThat(json(call("planner", "GET", path)).getJsonArray("missing")).hasSize(1);
        byte[] nothing = new JsonObject()
                .put("upload", "x")
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(call("stranger", "PUT", "/my/reflections/p", nothing, "-").statusCode())
                .isEqualTo(404);
        byte[] undeclared = new JsonObject().put("upload", "x").toBuffer().getBytes();
        assertThat(json(call("summoned", "PUT", "/my/reflections/p", undeclared, "-"))
                        .getString("code"))
                .isEqualTo("declaration_missing");
        String upload = sent("summoned", "reflection", PDF);
        byte[] handed = new JsonObject()
                .put("upload", upload)
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(call("summoned", "PUT", "/my/reflections/p", handed, "-").statusCode())
                .isEqualTo(200);
        assertThat(call("summoned", "PUT", "/my/reflections/p", handed, "-").statusCode())
                .isEqualTo(200);
        JsonObject listed = json(call("planner", "GET", path));
        assertThat(listed.getJsonArray("missing")).isEmpty();
        assertThat(listed.getJsonArray("handedIn").getJsonObject(0).getBoolean("late"))
                .isFalse();
        assertThat(call("planner", "GET", path + "/a/content").body()).isEqualTo(PDF);
        assertThat(call("summoned", "GET", path + "/a/content").body()).isEqualTo(PDF);
        assertThat(call("stranger", "GET", path + "/a/content").statusCode()).isEqualTo(404);
        byte[] archive = call("planner", "GET", path + "/archive").body();
        assertThat(new String(archive, StandardCharsets.UTF_8)).startsWith("PK").contains("Hoàng Thị Mai");
    }

    @Test
    void aNewerVersionStandsAboveTheOneBeforeAndOnlyThePlannerPutsIt() {
        String first = sent("planner", "material", PDF);
        byte[] body = new JsonObject()
                .put("upload", first)
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(call("other", "POST", "/programmes/p/materials/m9", body, "-")
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("summoned", "POST", "/programmes/p/materials/m9", body, "-")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("planner", "POST", "/programmes/p/materials/m9", body, "-")
                        .statusCode())
                .isEqualTo(201);
        byte[] second = "%PDF-1.7 bản hai".getBytes(StandardCharsets.UTF_8);
        byte[] newer = new JsonObject()
                .put("upload", sent("planner", "material", second))
                .put("declared", true)
                .toBuffer()
                .getBytes();
        assertThat(call("summoned", "POST", "/materials/m9/versions", newer, "-")
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(call("planner", "POST", "/materials/m9/versions", newer, "-"))
                        .getInteger("version"))
                .isEqualTo(2);
        assertThat(json(call("planner", "POST", "/materials/m9/versions", newer, "-"))
                        .getInteger("version"))
                .isEqualTo(2);
        assertThat(call("summoned", "GET", "/materials/m9/content").body()).isEqualTo(second);
        assertThat(call("planner", "GET", "/materials/m9/content?version=1").body())
                .isEqualTo(PDF);
        assertThat(json(call("summoned", "GET", "/my/material-opens")).getJsonArray("items"))
                .isNotEmpty();
    }

    /** Sends a file in one piece and answers the upload's id. */
    private String sent(String as, String purpose, byte[] content) {
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

    private static byte[] large() {
        byte[] large = new byte[1_000_001];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        return large;
    }

    /** One programme with one session. */
    private static final class OneProgramme implements Schedule {
        private final Programme programme = new Programme(
                "p",
                ProgrammeKind.CLASS,
                "Lớp",
                "T19",
                "/T19/",
                null,
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                List.of(),
                START,
                START.plusSeconds(3600),
                1,
                START,
                1);
        private final Session session = new Session(
                "s",
                "p",
                ProgrammeKind.CLASS,
                "Lớp",
                "T19",
                "/T19/",
                1,
                null,
                null,
                4,
                START,
                START.plusSeconds(3600),
                Mode.HYBRID,
                State.ISSUED,
                "default",
                false,
                0,
                "room",
                List.of(),
                List.of(),
                false,
                1);

        @Override
        public Future<Optional<Programme>> programme(String id) {
            return Future.succeededFuture(
                    Optional.of(programme).filter(known -> known.id().equals(id)));
        }

        @Override
        public Future<Optional<Session>> session(String id) {
            return Future.succeededFuture(
                    Optional.of(session).filter(known -> known.id().equals(id)));
        }

        @Override
        public Future<List<Session>> sessions(Collection<String> ids) {
            return Future.succeededFuture(ids.contains("s") ? List.of(session) : List.of());
        }

        @Override
        public Future<List<Session>> sessionsOf(String of) {
            return Future.succeededFuture(of.equals("p") ? List.of(session) : List.of());
        }

        @Override
        public Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix) {
            return Future.succeededFuture(List.of(session));
        }
    }

    /** A list with one person on it. */
    private static final class OneList implements Enrolments {
        private final Required required = new Required(
                "s",
                "a",
                1,
                Required.Standing.REQUIRED,
                "Hoàng Thị Mai",
                "mai",
                "hoang thi mai",
                1980,
                "T19",
                "Đảng bộ tỉnh",
                List.of("party:/T19/"),
                null,
                null,
                null,
                null,
                Required.Reply.NONE);

        @Override
        public Future<Integer> version(String session) {
            return Future.succeededFuture(1);
        }

        @Override
        public Future<Void> each(String session, Consumer<Required> consumer) {
            consumer.accept(required);
            return Future.succeededFuture();
        }

        @Override
        public Future<List<Required>> atSite(String session, @Nullable String site) {
            return Future.succeededFuture(List.of(required));
        }

        @Override
        public Future<Optional<Required>> entry(String session, String person) {
            return Future.succeededFuture(
                    Optional.of(required).filter(known -> known.person().equals(person)));
        }

        @Override
        public Future<List<Required>> of(String person, Instant from, Instant to) {
            return Future.succeededFuture(List.of(required));
        }
    }
}
