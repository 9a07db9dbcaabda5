package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.mongo.TestStore;
import vn.diemcau.problem.Problem;

/** A document on a bad line: one page at a time, light, and never more than the server can bear. */
class PagesTest {
    private static final int LIGHT = 60_000;

    @TempDir
    static Path folder;

    private static Vertx vertx;
    private static TestStore store;
    private static FileStore files;
    private static Pages pages;

    @BeforeAll
    static void open() throws Exception {
        vertx = Vertx.vertx();
        store = TestStore.open(folder.resolve("store"));
        files = new FileStore(vertx, store.mongo(), folder.resolve("files"), Clock.systemUTC());
        pages = new Pages(vertx, files, folder.resolve("pages"));
    }

    @AfterAll
    static void close() {
        store.end();
        TusServer.await(vertx.close());
    }

    private static StoredFile kept(String id, PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        document.close();
        return kept(id, bytes.toByteArray());
    }

    private static StoredFile kept(String id, byte[] content) {
        int chunks = (content.length + Shelf.CHUNK - 1) / Shelf.CHUNK;
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < chunks; i++)
            parts.add(Arrays.copyOfRange(content, i * Shelf.CHUNK, Math.min(content.length, (i + 1) * Shelf.CHUNK)));
        TusServer.await(files.shelf(Place.GRID).write(id, 1, 0, parts));
        return new StoredFile(id, Place.GRID, FileKind.PDF, content.length, "");
    }

    private static String code(Future<?> future) {
        return TusServer.await(
                future.<String>map("none").recover(failure -> Future.succeededFuture(((Problem) failure).code())));
    }

    @Test
    void theFirstPageOfAHeavyDocumentIsLight() throws Exception {
        PDDocument document = Sheets.written(2);
        for (int i = 0; i < 3; i++) Sheets.addPhotograph(document, 2100);
        StoredFile heavy = kept("heavy", document);
        assertThat(heavy.size()).isGreaterThan(39_000_000);
        assertThat(TusServer.await(pages.count(heavy))).isEqualTo(5);
        byte[] first = TusServer.await(pages.picture(heavy, 1, false));
        assertThat(first.length).isBetween(5_000, LIGHT);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(first));
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isBetween(1120, 1140);
        BufferedImage fine = ImageIO.read(new ByteArrayInputStream(TusServer.await(pages.picture(heavy, 1, true))));
        assertThat(fine.getWidth()).isEqualTo(1500);
        assertThat(TusServer.await(pages.picture(heavy, 3, false)).length).isLessThan(400_000);
        // Whoever asks again gets what was made.
        TusServer.await(files.delete("heavy", Place.GRID));
        Files.delete(folder.resolve("pages/heavy.pdf"));
        assertThat(TusServer.await(pages.picture(heavy, 1, false))).isEqualTo(first);
        TusServer.await(pages.forget(heavy));
        try (Stream<Path> left = Files.list(folder.resolve("pages"))) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("heavy")))
                    .isEmpty();
        }
    }

    @Test
    void whatWouldBurstTheMemoryIsRefused() throws Exception {
        PDDocument document = new PDDocument();
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        PDImageXObject bomb = new PDImageXObject(new PDStream(document, new ByteArrayInputStream(new byte[10])), null);
        bomb.setWidth(60_000);
        bomb.setHeight(60_000);
        bomb.setBitsPerComponent(8);
        bomb.setColorSpace(PDDeviceRGB.INSTANCE);
        try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
            out.drawImage(bomb, 0, 0, 100, 100);
        }
        assertThat(code(pages.picture(kept("bomb", document), 1, false))).isEqualTo("page_too_heavy");
    }

    @Test
    void aPageOfAnySizeHasFewPixels() throws Exception {
        PDDocument document = new PDDocument();
        document.addPage(new PDPage(new PDRectangle(200, 14_400)));
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(TusServer.await(pages.picture(kept("long", document), 1, true))));
        assertThat((long) picture.getWidth() * picture.getHeight()).isLessThan(4_100_000);
    }

    @Test
    void whatIsNoDocumentOrHasNoSuchPageIsSaid() throws Exception {
        StoredFile one = kept("one", Sheets.written(1));
        assertThat(code(pages.picture(one, 2, false))).isEqualTo("page_missing");
        assertThat(code(pages.picture(one, 0, false))).isEqualTo("page_missing");
        StoredFile broken =
                kept("broken", Buffer.buffer("%PDF-1.7 nothing follows").getBytes());
        assertThat(code(pages.count(broken))).isEqualTo("pages_unreadable");
        assertThat(code(pages.picture(broken, 1, false))).isEqualTo("pages_unreadable");
        assertThat(code(pages.count(new StoredFile("w", Place.GRID, FileKind.DOCX, 5, ""))))
                .isEqualTo("pages_unreadable");
    }

    @Test
    void aHundredAtOnceGetTheOneThatIsMade() throws Exception {
        StoredFile class1 = kept("class", Sheets.written(1));
        List<Future<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) all.add(pages.picture(class1, 1, false));
        TusServer.await(Future.all(all));
        assertThat(all).allSatisfy(each -> assertThat(each.result())
                .isEqualTo(all.get(0).result()));
    }

    @Test
    void aDocumentThatWouldHoldAWorkerForEverOrBurstItsMemoryCostsOneAnswer() throws Exception {
        DocumentProcess documents = new DocumentProcess(vertx, "malicious");
        Pages impatient = new Pages(vertx, files, folder.resolve("m"), documents, Duration.ofSeconds(2), 1_000_000_000);
        Pages patient = new Pages(vertx, files, folder.resolve("m"), documents, Duration.ofMinutes(2), 1_000_000_000);
        assertThat(code(impatient.picture(kept("endless", Sheets.endless()), 1, true)))
                .isEqualTo("page_too_heavy");
        assertThat(code(patient.picture(kept("burst", Sheets.burst()), 1, true)))
                .isEqualTo("page_too_heavy");
        assertThat(TusServer.await(patient.picture(kept("after", Sheets.written(1)), 1, false)).length)
                .isLessThan(LIGHT);
    }

    /** Each page names the same pictures over and over, as some programs write it: that is no weight. */
    @Test
    void whatIsNamedManyTimesIsWeighedOnce() throws Exception {
        PDDocument document = new PDDocument();
        PDResources shared = new PDResources();
        for (int i = 0; i < 300; i++) {
            PDFormXObject form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(10, 10));
            form.setResources(shared);
            shared.add(form);
        }
        PDPage sheet = new PDPage(PDRectangle.A4);
        sheet.setResources(shared);
        document.addPage(sheet);
        assertThat(TusServer.await(pages.picture(kept("shared", document), 1, false)))
                .isNotEmpty();
    }

    private static Path directoryOf(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static long held(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.mapToLong(each -> each.toFile().length()).sum();
        }
    }

    @Test
    void theDirectoryKeepsToItsLimitAndTakesNothingFromWhoeverReadsIt() throws Exception {
        Path small = directoryOf("small");
        long limit = 6_000_000;
        Pages narrow =
                new Pages(vertx, files, small, new DocumentProcess(vertx, "narrow"), Duration.ofMinutes(2), limit);
        List<Future<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PDDocument document = Sheets.written(2);
            Sheets.addPhotograph(document, 900);
            StoredFile file = kept("narrow" + i, document);
            assertThat(file.size()).isGreaterThan(2_000_000);
            for (int page = 1; page <= 3; page++) all.add(narrow.picture(file, page, false));
        }
        TusServer.await(Future.all(all));
        assertThat(all).allSatisfy(each -> assertThat(each.result()).isNotEmpty());
        assertThat(held(small)).isLessThanOrEqualTo(limit);
    }

    @Test
    void whatSomebodyWhoDiedLeftHalfWrittenGoes() throws Exception {
        Path left = directoryOf("left");
        Path half = Files.write(left.resolve("x.pdf.123.part"), new byte[1000]);
        Pages later = new Pages(vertx, files, left);
        TusServer.await(later.picture(kept("next", Sheets.written(1)), 1, false));
        assertThat(half).doesNotExist();
        try (Stream<Path> all = Files.list(left)) {
            assertThat(all.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("next.pdf", "next-1.picture");
        }
    }
}
