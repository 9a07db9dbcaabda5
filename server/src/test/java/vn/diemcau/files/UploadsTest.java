package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.mongo.Mongo;

/** How uploads end: whole, refused, given up, or nobody's. */
class UploadsTest {
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

    @Test
    void theChecksumIsFoundAgainWhenAnotherNodeGoesOn() throws Exception {
        byte[] content = TusServer.pdf(900_000);
        String up = at.created("node.pdf", content.length, Place.GRID);
        at.patch(up, 0, Arrays.copyOf(content, 400_000));
        Uploads other = new Uploads(at.mongo, at.files, new FirstPage(at.vertx), at::now);
        assertThat(TusServer.await(other.sweep())).isZero();
        // The last byte is there but nobody said that it is whole: whoever looks finishes it.
        TusServer.await(at.files
                .shelf(Place.GRID)
                .write(
                        TusServer.id(up),
                        9,
                        255 * 1024,
                        java.util.List.of(Arrays.copyOfRange(content, 255 * 1024, 2 * 255 * 1024))));
        TusServer.await(at.files
                .shelf(Place.GRID)
                .write(
                        TusServer.id(up),
                        9,
                        2 * 255 * 1024,
                        java.util.List.of(
                                Arrays.copyOfRange(content, 2 * 255 * 1024, 3 * 255 * 1024),
                                Arrays.copyOfRange(content, 3 * 255 * 1024, content.length))));
        TusServer.await(Mongo.one(at.mongo
                .collection("uploads")
                .updateOne(
                        com.mongodb.client.model.Filters.eq("_id", TusServer.id(up)),
                        com.mongodb.client.model.Updates.set("offset", (long) content.length))));
        assertThat(TusServer.await(other.take(TusServer.id(up), "mai", "test", "m"))
                        .sha256())
                .isEqualTo(TusServer.sha256(content));
    }

    @Test
    void whatIsTerminatedOrExpiredLeavesNothing() {
        String up = at.created("gone.pdf", 400_000, Place.GRID);
        at.patch(up, 0, Arrays.copyOf(TusServer.pdf(400_000), 300_000));
        assertThat(TusServer.await(at.files.chunks(TusServer.id(up)))).isEqualTo(2);
        assertThat(at.send(at.to(up, "mai").DELETE()).statusCode()).isEqualTo(204);
        assertThat(at.head(up, "mai").statusCode()).isEqualTo(404);
        assertThat(TusServer.await(at.files.chunks(TusServer.id(up)))).isZero();

        String old = at.created("old.pdf", 400_000, Place.GRID);
        at.patch(old, 0, Arrays.copyOf(TusServer.pdf(400_000), 300_000));
        at.later(Uploads.KEPT.plusSeconds(1));
        TusServer.await(at.uploads.sweep());
        assertThat(at.head(old, "mai").statusCode()).isEqualTo(404);
        assertThat(TusServer.await(at.files.chunks(TusServer.id(old)))).isZero();
    }

    @Test
    void whatMayNotBeKeptIsRefusedAsEarlyAsCanBe() throws Exception {
        assertThat(TusServer.code(at.create("TỐI MẬT.pdf", 10, Place.GRID))).isEqualTo("classified_material");
        assertThat(TusServer.code(at.create("noending", 10, Place.GRID))).isEqualTo("file_name");
        assertThat(TusServer.code(at.create("a.pdf", TusServer.LIMIT + 1, Place.GRID)))
                .isEqualTo("file_too_large");
        assertThat(TusServer.code(at.create("a.pdf", 0, Place.GRID))).isEqualTo("file_empty");
        String exe = at.created("a.pdf", 1_000_000, Place.GRID);
        byte[] program = new byte[600];
        program[0] = 'M';
        program[1] = 'Z';
        assertThat(TusServer.code(at.patch(exe, 0, program))).isEqualTo("file_kind");
        assertThat(at.head(exe, "mai").statusCode()).isEqualTo(404);

        byte[] stamped = docx("TỈNH ỦY", "MẬT", "KẾ HOẠCH");
        String word = at.created("ke-hoach.docx", stamped.length, Place.GRID);
        assertThat(TusServer.code(at.patch(word, 0, stamped))).isEqualTo("classified_material");
        assertThat(at.head(word, "mai").statusCode()).isEqualTo(404);
        assertThat(TusServer.await(at.files.chunks(TusServer.id(word)))).isZero();
        byte[] plain = docx("TỈNH ỦY", "Về bảo vệ bí mật nhà nước");
        assertThat(at.patch(at.created("ke-hoach.docx", plain.length, Place.GRID), 0, plain)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aPdfWhoseFirstPageIsStampedIsRefusedAndLeavesNothing() throws Exception {
        byte[] stamped = Sheets.saying("TỈNH ỦY\nTUYỆT MẬT\nBáo cáo", "Trang sau");
        String up = at.created("bao-cao.pdf", stamped.length, Place.GRID);
        assertThat(TusServer.code(at.patch(up, 0, stamped))).isEqualTo("classified_material");
        assertThat(at.chunks(up)).isZero();
        byte[] plain = Sheets.saying("TỈNH ỦY\nBáo cáo về bảo vệ bí mật nhà nước", "MẬT");
        assertThat(at.patch(at.created("bao-cao.pdf", plain.length, Place.GRID), 0, plain)
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
    void whatWasWholeAndNeverTakenGoesAfterItsTime() {
        String up = whole("never-taken.pdf");
        at.later(Uploads.KEPT.minusSeconds(60));
        TusServer.await(at.uploads.sweep());
        assertThat(at.chunks(up)).isEqualTo(1);
        at.later(Duration.ofSeconds(61));
        TusServer.await(at.uploads.sweep());
        assertThat(at.chunks(up)).isZero();
        assertThat(at.head(up, "mai").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasTakenByWhomeverDiedBeforeTheRecordGoesAndWhatBecameSomethingStays() {
        String orphan = whole("orphan.pdf");
        String kept = whole("kept.pdf");
        at.uploads.custody().keeper("test", (key, file) -> Future.succeededFuture(key.equals("m-kept")));
        take(orphan, "m-orphan");
        take(kept, "m-kept");
        at.later(Uploads.KEPT.plusSeconds(1));
        TusServer.await(at.uploads.sweep());
        TusServer.await(at.uploads.sweep());
        assertThat(at.chunks(orphan)).isZero();
        assertThat(at.chunks(kept)).isEqualTo(1);
    }

    @Test
    void aRecordThatWasTakenAwayTakesItsBytesWithItThoughSomebodyDiesInBetween() {
        String up = whole("released.pdf");
        StoredFile file = take(up, "m-released");
        AtomicBoolean stands = new AtomicBoolean(true);
        at.uploads.custody().keeper("test", (key, gone) -> Future.succeededFuture(stands.get()));
        Future<Void> died = at.uploads.custody().release(List.of(file), "test", "m-released", () -> {
            stands.set(false);
            return Future.failedFuture("the power went");
        });
        boolean failed = TusServer.await(died.transform(done -> Future.succeededFuture(done.failed())));
        assertThat(failed).isTrue();
        assertThat(at.chunks(up)).isEqualTo(1);
        at.later(Uploads.GRACE.plusSeconds(1));
        TusServer.await(at.uploads.sweep());
        assertThat(at.chunks(up)).isZero();
    }

    @Test
    void bytesWithoutARecordGoAlsoWhereNoUploadBroughtThem() throws Exception {
        TusServer.await(at.uploads.custody().expect("direct", Place.GRID, "test", "m-direct"));
        TusServer.await(at.files.shelf(Place.GRID).write("direct", 1, 0, List.of(TusServer.pdf(1000))));
        at.uploads.custody().keeper("test", (key, file) -> Future.succeededFuture(false));
        at.later(Uploads.KEPT.plusSeconds(1));
        TusServer.await(at.uploads.sweep());
        assertThat(TusServer.await(at.files.chunks("direct"))).isZero();
    }

    private static String whole(String name) {
        byte[] content = TusServer.pdf(1000);
        String up = at.created(name, content.length, Place.GRID);
        assertThat(at.patch(up, 0, content).statusCode()).isEqualTo(204);
        return up;
    }

    private static StoredFile take(String up, String key) {
        return TusServer.await(at.uploads.take(TusServer.id(up), "mai", "test", key));
    }
}
