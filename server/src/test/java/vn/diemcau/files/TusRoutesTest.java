package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TusRoutesTest {
    private static final long LIMIT = 20_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");
    private TestStore store;
    private Mongo mongo;
    private FileStore files;
    private Uploads uploads;
    private HttpServer server;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        store = TestStore.open(folder.resolve("store"));
        mongo = store.mongo();
        await(Index.ensure(mongo, Uploads.indexes()));
        Router router = Router.router(vertx);
        Problems.mount(router);
        Api api = new Api(
                router,
                ctx -> Future.succeededFuture(
                        Optional.ofNullable(ctx.request().getHeader("X-As")).map(TusRoutesTest::cadre)));
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

    @AfterAll
    void close() {
        await(server.close());
        store.end();
        await(vertx.close());
    }

    private static SignedIn cadre(String name) {
        return new SignedIn(name, name, name, Set.of(Grant.over(Role.CADRE, "/T/")), null, "t");
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private HttpRequest.Builder to(String path, String as) {
        URI uri = URI.create(
                "http://127.0.0.1:" + server.actualPort() + (path.startsWith("/api") ? path : "/api/v1" + path));
        return HttpRequest.newBuilder(uri)
                .header("Tus-Resumable", "1.0.0")
                .header("X-As", as)
                .header("X-CSRF", "t");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
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

    private HttpResponse<byte[]> create(String name, long length, Place place) {
        return send(to("/uploads", "mai")
                .header("Upload-Length", Long.toString(length))
                .header(
                        "Upload-Metadata",
                        pair("filename", name) + "," + pair("purpose", "test") + "," + pair("place", place.name()))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private String created(String name, long length, Place place) {
        HttpResponse<byte[]> response = create(name, length, place);
        assertThat(response.statusCode()).isEqualTo(201);
        return header(response, "Location");
    }

    private HttpResponse<byte[]> patch(String at, long offset, byte[] bytes, String... headers) {
        HttpRequest.Builder request = to(at, "mai")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes));
        if (headers.length > 0) request.headers(headers);
        return send(request);
    }

    private HttpResponse<byte[]> head(String at, String as) {
        return send(to(at, as).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    private long offset(String at) {
        return Long.parseLong(header(head(at, "mai"), "Upload-Offset"));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String code(HttpResponse<byte[]> response) {
        return new JsonObject(new String(response.body(), StandardCharsets.UTF_8)).getString("code");
    }

    private static String id(String at) {
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private HttpResponse<byte[]> read(String id, Place place, byte[] content, String... headers) throws Exception {
        HttpRequest.Builder request =
                to("/kept/" + id + "/" + place + "/" + content.length + "/" + sha256(content), "mai");
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whatComesInPiecesIsWholeWithItsChecksumAndReadByRanges(Place place) throws Exception {
        byte[] content = pdf(3_333_333);
        String at = created("Bài giảng.pdf", content.length, place);
        int from = 0;
        for (int piece : new int[] {7, 600, 255 * 1024, 1_000_001, content.length}) {
            int until = Math.min(content.length, from + piece);
            HttpResponse<byte[]> answer = patch(at, from, Arrays.copyOfRange(content, from, until));
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(header(answer, "Upload-Offset")).isEqualTo(Integer.toString(until));
            assertThat(offset(at)).isEqualTo(until);
            from = until;
        }
        StoredFile kept = await(uploads.take(id(at), "mai", "test", "m1"));
        assertThat(kept).isEqualTo(new StoredFile(id(at), place, FileKind.PDF, content.length, sha256(content)));
        assertThat(await(uploads.take(id(at), "mai", "test", "m1"))).isEqualTo(kept);
        assertThat(uploads.take(id(at), "mai", "test", "m2").transform(done -> Future.succeededFuture(done.failed())))
                .satisfies(other -> assertThat(await(other)).isTrue());

        HttpResponse<byte[]> whole = read(kept.id(), place, content);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        HttpResponse<byte[]> middle = read(kept.id(), place, content, "Range", "bytes=261000-522300");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(content, 261_000, 522_301));
        assertThat(header(middle, "Content-Range")).isEqualTo("bytes 261000-522300/3333333");
        assertThat(read(kept.id(), place, content, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(content, content.length - 5, content.length));
        assertThat(read(kept.id(), place, content, "Range", "bytes=3333333-").statusCode())
                .isEqualTo(416);
        assertThat(read(kept.id(), place, content, "If-None-Match", header(whole, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(read(kept.id(), place, content, "Range", "bytes=0-0", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aCutLineKeepsWhatArrivedAndTheRestMakesItWhole(Place place) throws Exception {
        byte[] content = pdf(5_000_000);
        String at = created("cut.pdf", content.length, place);
        try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + at + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.actualPort()
                            + "\r\nX-As: mai\r\nX-CSRF: t\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + content.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, 4_000_000);
            out.flush();
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (offset(at) < 4_000_000 && System.nanoTime() < deadline) LockSupport.parkNanos(10_000_000);
        int kept = (int) offset(at);
        assertThat(kept).isEqualTo(4_000_000);
        assertThat(patch(at, kept, Arrays.copyOfRange(content, kept, content.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(await(uploads.take(id(at), "mai", "test", "m")).sha256()).isEqualTo(sha256(content));
        assertThat(read(id(at), place, content).body()).isEqualTo(content);
    }

    private long turn(String at) {
        return await(Mongo.first(mongo.collection("uploads").find(com.mongodb.client.model.Filters.eq("_id", id(at)))))
                .orElseThrow()
                .get("turn", Number.class)
                .longValue();
    }

    @Test
    void aWriterThatWasGivenUpCannotHarmItsSuccessor() throws Exception {
        byte[] content = pdf(3_000_000);
        String at = created("two.pdf", content.length, Place.GRID);
        try (Socket first = new Socket("127.0.0.1", server.actualPort())) {
            OutputStream out = first.getOutputStream();
            out.write(("PATCH " + at + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.actualPort()
                            + "\r\nX-As: mai\r\nX-CSRF: t\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + content.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, 1000);
            out.flush();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (turn(at) == 0 && System.nanoTime() < deadline) LockSupport.parkNanos(5_000_000);
            // The second begins while the first still hangs, and brings the whole.
            assertThat(patch(at, 0, content).statusCode()).isEqualTo(204);
        }
        assertThat(await(uploads.take(id(at), "mai", "test", "m")).sha256()).isEqualTo(sha256(content));
        assertThat(read(id(at), Place.GRID, content).body()).isEqualTo(content);
    }

    @Test
    void aRequestWhoseChecksumDoesNotHoldCountsForNothing() throws Exception {
        byte[] content = pdf(700_000);
        String at = created("sum.pdf", content.length, Place.GRID);
        byte[] first = Arrays.copyOf(content, 300_000);
        String sum = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(first));
        byte[] wrong = first.clone();
        wrong[77] ^= 1;
        assertThat(patch(at, 0, wrong, "Upload-Checksum", sum).statusCode()).isEqualTo(460);
        assertThat(offset(at)).isZero();
        assertThat(code(patch(at, 0, first, "Upload-Checksum", "crc32 AAAA"))).isEqualTo("checksum_algorithm");
        assertThat(patch(at, 0, first, "Upload-Checksum", sum).statusCode()).isEqualTo(204);
        assertThat(patch(at, 300_000, Arrays.copyOfRange(content, 300_000, 700_000))
                        .statusCode())
                .isEqualTo(204);
        assertThat(await(uploads.take(id(at), "mai", "test", "m")).sha256()).isEqualTo(sha256(content));
    }

    @Test
    void theChecksumIsFoundAgainWhenAnotherNodeGoesOn() throws Exception {
        byte[] content = pdf(900_000);
        String at = created("node.pdf", content.length, Place.GRID);
        patch(at, 0, Arrays.copyOf(content, 400_000));
        Uploads other = new Uploads(mongo, files, new FirstPage(vertx), () -> now);
        assertThat(await(other.sweep())).isZero();
        // The last byte is there but nobody said that it is whole: whoever looks finishes it.
        await(files.shelf(Place.GRID)
                .write(
                        id(at),
                        9,
                        255 * 1024,
                        java.util.List.of(Arrays.copyOfRange(content, 255 * 1024, 2 * 255 * 1024))));
        await(files.shelf(Place.GRID)
                .write(
                        id(at),
                        9,
                        2 * 255 * 1024,
                        java.util.List.of(
                                Arrays.copyOfRange(content, 2 * 255 * 1024, 3 * 255 * 1024),
                                Arrays.copyOfRange(content, 3 * 255 * 1024, content.length))));
        await(Mongo.one(mongo.collection("uploads")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", id(at)),
                        com.mongodb.client.model.Updates.set("offset", (long) content.length))));
        assertThat(await(other.take(id(at), "mai", "test", "m")).sha256()).isEqualTo(sha256(content));
    }

    @Test
    void theOffsetMustBeWhereTheUploadStands() {
        String at = created("a.pdf", 1000, Place.GRID);
        assertThat(code(patch(at, 5, new byte[10]))).isEqualTo("upload_offset");
        assertThat(code(patch(at, 0, pdf(1001)))).isEqualTo("upload_too_long");
        assertThat(offset(at)).isZero();
        assertThat(send(to(at, "mai").method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[1])))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(HttpRequest.newBuilder(to(at, "mai").build().uri())
                                .header("X-As", "mai")
                                .header("X-CSRF", "t")
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void nobodyElseSeesOrTouchesAnUpload() {
        String at = created("mine.pdf", 1000, Place.GRID);
        assertThat(head(at, "other").statusCode()).isEqualTo(404);
        assertThat(send(to(at, "other").DELETE()).statusCode()).isEqualTo(404);
        assertThat(send(to(at, "mai").setHeader("X-CSRF", "wrong").DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(offset(at)).isZero();
    }

    @Test
    void whatIsTerminatedOrExpiredLeavesNothing() {
        String at = created("gone.pdf", 400_000, Place.GRID);
        patch(at, 0, Arrays.copyOf(pdf(400_000), 300_000));
        assertThat(await(files.chunks(id(at)))).isEqualTo(2);
        assertThat(send(to(at, "mai").DELETE()).statusCode()).isEqualTo(204);
        assertThat(head(at, "mai").statusCode()).isEqualTo(404);
        assertThat(await(files.chunks(id(at)))).isZero();

        String old = created("old.pdf", 400_000, Place.GRID);
        patch(old, 0, Arrays.copyOf(pdf(400_000), 300_000));
        now = now.plus(Uploads.KEPT).plusSeconds(1);
        await(uploads.sweep());
        assertThat(head(old, "mai").statusCode()).isEqualTo(404);
        assertThat(await(files.chunks(id(old)))).isZero();
    }

    @Test
    void whatMayNotBeKeptIsRefusedAsEarlyAsCanBe() throws Exception {
        assertThat(code(create("TỐI MẬT.pdf", 10, Place.GRID))).isEqualTo("classified_material");
        assertThat(code(create("noending", 10, Place.GRID))).isEqualTo("file_name");
        assertThat(code(create("a.pdf", LIMIT + 1, Place.GRID))).isEqualTo("file_too_large");
        assertThat(code(create("a.pdf", 0, Place.GRID))).isEqualTo("file_empty");
        String exe = created("a.pdf", 1_000_000, Place.GRID);
        byte[] program = new byte[600];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(code(patch(exe, 0, program))).isEqualTo("file_kind");
        assertThat(head(exe, "mai").statusCode()).isEqualTo(404);

        byte[] stamped = docx("TỈNH ỦY", "MẬT", "KẾ HOẠCH");
        String word = created("ke-hoach.docx", stamped.length, Place.GRID);
        assertThat(code(patch(word, 0, stamped))).isEqualTo("classified_material");
        assertThat(head(word, "mai").statusCode()).isEqualTo(404);
        assertThat(await(files.chunks(id(word)))).isZero();
        byte[] plain = docx("TỈNH ỦY", "Về bảo vệ bí mật nhà nước");
        assertThat(patch(created("ke-hoach.docx", plain.length, Place.GRID), 0, plain)
                        .statusCode())
                .isEqualTo(204);
    }

    private static byte[] docx(String... paragraphs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            StringBuilder text = new StringBuilder("<w:document xmlns:w=\"w\"><w:body>");
            for (String paragraph : paragraphs)
                text.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r></w:p>");
            zip.write(text.append("</w:body></w:document>").toString().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void theServerSaysWhatItSpeaks() {
        HttpResponse<byte[]> options =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/uploads"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(header(options, "Tus-Extension")).isEqualTo("creation,checksum,termination,expiration");
        assertThat(header(options, "Tus-Version")).isEqualTo("1.0.0");
    }
}
