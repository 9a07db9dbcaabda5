package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.diemcau.Patience;

/** The tus protocol on the wire. */
class TusRoutesTest {
    @TempDir
    static Path folder;

    private static TusServer at;

    @BeforeAll
    static void open() throws Exception {
        at = new TusServer(folder);
    }

    @AfterAll
    static void close() {
        if (at != null) at.close();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whatComesInPiecesIsWholeWithItsChecksumAndReadByRanges(Place place) throws Exception {
        byte[] content = TusServer.pdf(3_333_333);
        String up = at.created("Bài giảng.pdf", content.length, place);
        int from = 0;
        for (int piece : new int[] {7, 600, 255 * 1024, 1_000_001, content.length}) {
            int until = Math.min(content.length, from + piece);
            HttpResponse<byte[]> answer = at.patch(up, from, Arrays.copyOfRange(content, from, until));
            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(TusServer.header(answer, "Upload-Offset")).isEqualTo(Integer.toString(until));
            assertThat(at.offset(up)).isEqualTo(until);
            from = until;
        }
        StoredFile kept = TusServer.await(at.uploads.take(TusServer.id(up), "mai", "test", "m1"));
        assertThat(kept)
                .isEqualTo(new StoredFile(
                        TusServer.id(up), place, FileKind.PDF, content.length, TusServer.sha256(content)));
        assertThat(TusServer.await(at.uploads.take(TusServer.id(up), "mai", "test", "m1")))
                .isEqualTo(kept);
        assertThat(at.uploads
                        .take(TusServer.id(up), "mai", "test", "m2")
                        .transform(done -> Future.succeededFuture(done.failed())))
                .satisfies(other -> assertThat(TusServer.await(other)).isTrue());

        HttpResponse<byte[]> whole = at.read(kept.id(), place, content);
        assertThat(whole.body()).isEqualTo(content);
        assertThat(TusServer.header(whole, "Accept-Ranges")).isEqualTo("bytes");
        HttpResponse<byte[]> middle = at.read(kept.id(), place, content, "Range", "bytes=261000-522300");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(content, 261_000, 522_301));
        assertThat(TusServer.header(middle, "Content-Range")).isEqualTo("bytes 261000-522300/3333333");
        assertThat(at.read(kept.id(), place, content, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(content, content.length - 5, content.length));
        assertThat(at.read(kept.id(), place, content, "Range", "bytes=3333333-").statusCode())
                .isEqualTo(416);
        assertThat(at.read(kept.id(), place, content, "If-None-Match", TusServer.header(whole, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(at.read(kept.id(), place, content, "Range", "bytes=0-0", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void aCutLineKeepsWhatArrivedAndTheRestMakesItWhole(Place place) throws Exception {
        byte[] content = TusServer.pdf(5_000_000);
        String up = at.created("cut.pdf", content.length, place);
        try (Socket socket = new Socket("127.0.0.1", at.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PATCH " + up + " HTTP/1.1\r\nHost: 127.0.0.1:" + at.port()
                            + "\r\nX-As: mai\r\nX-CSRF: t\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + content.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, 4_000_000);
            out.flush();
        }
        Patience.until("what arrived is kept", () -> at.offset(up) >= 4_000_000);
        int kept = (int) at.offset(up);
        assertThat(kept).isEqualTo(4_000_000);
        assertThat(at.patch(up, kept, Arrays.copyOfRange(content, kept, content.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(TusServer.await(at.uploads.take(TusServer.id(up), "mai", "test", "m"))
                        .sha256())
                .isEqualTo(TusServer.sha256(content));
        assertThat(at.read(TusServer.id(up), place, content).body()).isEqualTo(content);
    }

    @Test
    void aWriterThatWasGivenUpCannotHarmItsSuccessor() throws Exception {
        byte[] content = TusServer.pdf(3_000_000);
        String up = at.created("two.pdf", content.length, Place.GRID);
        try (Socket first = new Socket("127.0.0.1", at.port())) {
            OutputStream out = first.getOutputStream();
            out.write(("PATCH " + up + " HTTP/1.1\r\nHost: 127.0.0.1:" + at.port()
                            + "\r\nX-As: mai\r\nX-CSRF: t\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nContent-Length: " + content.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, 1000);
            out.flush();
            Patience.until("the first has begun", () -> at.turn(up) > 0);
            // The second begins while the first still hangs, and brings the whole.
            assertThat(at.patch(up, 0, content).statusCode()).isEqualTo(204);
        }
        assertThat(TusServer.await(at.uploads.take(TusServer.id(up), "mai", "test", "m"))
                        .sha256())
                .isEqualTo(TusServer.sha256(content));
        assertThat(at.read(TusServer.id(up), Place.GRID, content).body()).isEqualTo(content);
    }

    @Test
    void aRequestWhoseChecksumDoesNotHoldCountsForNothing() throws Exception {
        byte[] content = TusServer.pdf(700_000);
        String up = at.created("sum.pdf", content.length, Place.GRID);
        byte[] first = Arrays.copyOf(content, 300_000);
        String sum = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(first));
        byte[] wrong = first.clone();
        wrong[77] ^= 1;
        assertThat(at.patch(up, 0, wrong, "Upload-Checksum", sum).statusCode()).isEqualTo(460);
        assertThat(at.offset(up)).isZero();
        assertThat(TusServer.code(at.patch(up, 0, first, "Upload-Checksum", "crc32 AAAA")))
                .isEqualTo("checksum_algorithm");
        assertThat(at.patch(up, 0, first, "Upload-Checksum", sum).statusCode()).isEqualTo(204);
        assertThat(at.patch(up, 300_000, Arrays.copyOfRange(content, 300_000, 700_000))
                        .statusCode())
                .isEqualTo(204);
        assertThat(TusServer.await(at.uploads.take(TusServer.id(up), "mai", "test", "m"))
                        .sha256())
                .isEqualTo(TusServer.sha256(content));
    }

    @Test
    void theOffsetMustBeWhereTheUploadStands() {
        String up = at.created("a.pdf", 1000, Place.GRID);
        assertThat(TusServer.code(at.patch(up, 5, new byte[10]))).isEqualTo("upload_offset");
        assertThat(TusServer.code(at.patch(up, 0, TusServer.pdf(1001)))).isEqualTo("upload_too_long");
        assertThat(at.offset(up)).isZero();
        assertThat(at.send(at.to(up, "mai").method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[1])))
                        .statusCode())
                .isEqualTo(415);
        assertThat(at.send(HttpRequest.newBuilder(at.to(up, "mai").build().uri())
                                .header("X-As", "mai")
                                .header("X-CSRF", "t")
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void nobodyElseSeesOrTouchesAnUpload() {
        String up = at.created("mine.pdf", 1000, Place.GRID);
        assertThat(at.head(up, "other").statusCode()).isEqualTo(404);
        assertThat(at.send(at.to(up, "other").DELETE()).statusCode()).isEqualTo(404);
        assertThat(at.send(at.to(up, "mai").setHeader("X-CSRF", "wrong").DELETE())
                        .statusCode())
                .isEqualTo(403);
        assertThat(at.offset(up)).isZero();
    }

    @Test
    void theServerSaysWhatItSpeaks() {
        HttpResponse<byte[]> options =
                at.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port() + "/api/v1/uploads"))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(TusServer.header(options, "Tus-Extension")).isEqualTo("creation,checksum,termination,expiration");
        assertThat(TusServer.header(options, "Tus-Version")).isEqualTo("1.0.0");
    }
}
