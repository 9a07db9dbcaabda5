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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
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
            parts.add(java.util.Arrays.copyOfRange(
                    content, i * Shelf.CHUNK, Math.min(content.length, (i + 1) * Shelf.CHUNK)));
        TusServer.await(files.shelf(Place.GRID).write(id, 1, 0, parts));
        return new StoredFile(id, Place.GRID, FileKind.PDF, content.length, "");
    }

    private static PDDocument written(int count) throws IOException {
        PDDocument document = new PDDocument();
        PDFont font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
        for (int page = 1; page <= count; page++) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            document.addPage(sheet);
            try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                out.beginText();
                out.setFont(font, 13);
                out.setLeading(17);
                out.newLineAtOffset(60, 780);
                for (int line = 0; line < 42; line++) {
                    out.showText("Page " + page + ", line " + line + ": the resolution was put before the conference.");
                    out.newLine();
                }
                out.endText();
            }
        }
        return document;
    }

    /** Noise that no compression makes smaller. */
    private static void addPhotograph(PDDocument document, int side) throws IOException {
        byte[] pixels = new byte[side * side * 3];
        new Random(side).nextBytes(pixels);
        PDImageXObject image = new PDImageXObject(
                document, new ByteArrayInputStream(pixels), (COSName) null, side, side, 8, PDDeviceRGB.INSTANCE);
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
            out.drawImage(image, 40, 200, 500, 500);
        }
    }

    private static String code(Future<?> future) {
        return TusServer.await(
                future.<String>map("none").recover(failure -> Future.succeededFuture(((Problem) failure).code())));
    }

    @Test
    void theFirstPageOfAHeavyDocumentIsLight() throws Exception {
        PDDocument document = written(2);
        for (int i = 0; i < 3; i++) addPhotograph(document, 2100);
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
        StoredFile one = kept("one", written(1));
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
        StoredFile class1 = kept("class", written(1));
        List<Future<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) all.add(pages.picture(class1, 1, false));
        TusServer.await(Future.all(all));
        assertThat(all).allSatisfy(each -> assertThat(each.result())
                .isEqualTo(all.get(0).result()));
    }
}
