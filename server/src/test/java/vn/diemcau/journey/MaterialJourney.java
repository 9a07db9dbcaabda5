package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;

/** Materials are given to their readers and read page by page on a bad line; reports are asked for, handed in and counted. */
class MaterialJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    private static byte[] pdf(int pages) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
            for (int number = 1; number <= pages; number++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                    out.beginText();
                    out.setFont(font, 14);
                    out.setLeading(20);
                    out.newLineAtOffset(70, 760);
                    for (int line = 0; line < 30; line++) {
                        out.showText("Trang " + number + ", dong " + line + ": nghi quyet da duoc hoi nghi thong qua.");
                        out.newLine();
                    }
                    out.endText();
                }
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void aDocumentIsGivenToItsReadersAndReadPageByPage() throws Exception {
        commune.office.send(
                "PUT", "/programmes/hoi-nghi/materials/nghi-quyet?name=Nghi%20quyet.pdf", "application/pdf", pdf(3));
        commune.office
                .put("/materials/nghi-quyet/availability", new JsonObject().put("from", "2026-01-01T00:00:00Z"))
                .expect(200);
        try (BrowserContext desk = browser.desk(ColorScheme.LIGHT);
                BrowserContext phone = browser.phone(ColorScheme.DARK)) {
            Page office = commune.open(desk, commune.office, "/lop-hoi-nghi/hoi-nghi?muc=tai-lieu");
            office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Người đọc"))
                    .click();
            Locator dialog = office.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Ở điểm cầu").selectOption(Commune.SITE);
            dialog.getByLabel("Bí thư chi bộ").check();
            browser.picture(office, "material-readers");
            assertThat(browser.axe(office)).isEmpty();
            dialog.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Lưu").setExact(true))
                    .click();
            assertThat(office.getByText(Pattern.compile("chỉ dành cho: Bí thư chi bộ")))
                    .isVisible();
            browser.picture(office, "materials-desk");

            Caller mai = commune.signedIn(0, "260814");
            assertThat(mai.get("/materials/nghi-quyet").status()).isEqualTo(404);
            commune.office
                    .put("/materials/nghi-quyet/readers", new JsonObject().put("readers", "summoned"))
                    .expect(200);
            Page page = commune.open(phone, mai, "/vao/" + Commune.SESSION);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem từng trang"))
                    .click();
            Locator picture = page.locator("main img");
            page.waitForFunction("() => document.querySelector('main img')?.naturalWidth === 800");
            assertThat(page.getByText("Trang 1/3").first()).isVisible();
            browser.picture(page, "pages-phone");
            assertThat(browser.axe(page)).isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Trang sau"))
                    .first()
                    .click();
            assertThat(picture).hasAttribute("alt", "Trang 2/3");
            page.waitForFunction("() => document.querySelector('main img')?.naturalWidth === 800");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rõ hơn"))
                    .click();
            page.waitForFunction("() => document.querySelector('main img')?.naturalWidth === 1500");
            // Larger than the screen, moved about under the finger, and the page itself stays where it is.
            page.waitForFunction("""
                    () => {
                      const picture = document.querySelector('main img');
                      const sheet = picture.parentElement;
                      sheet.scrollLeft = 300;
                      return picture.getBoundingClientRect().width >= 1000
                        && sheet.scrollLeft === 300
                        && document.documentElement.scrollWidth <= innerWidth;
                    }
                    """);
            browser.picture(page, "pages-fine-phone");
            assertThat(browser.axe(page)).isEmpty();
            assertThat(commune.office
                            .get("/programmes/hoi-nghi/materials")
                            .expect(200)
                            .getJsonArray("items")
                            .getJsonObject(0)
                            .getInteger("opened"))
                    .isEqualTo(1);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aReportIsAskedForHandedInAndCountedAndWhoHasNotIsListed() throws Exception {
        Path report = data.resolve("Bài thu hoạch.pdf");
        Files.write(report, pdf(1));
        try (BrowserContext desk = browser.desk(ColorScheme.DARK);
                BrowserContext phone = browser.phone(ColorScheme.LIGHT)) {
            Page office = commune.open(desk, commune.office, "/lop-hoi-nghi/hoi-nghi?muc=thu-hoach");
            office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yêu cầu nộp bài thu hoạch"))
                    .click();
            office.getByLabel("Hạn nộp").fill("2099-12-31T17:00");
            office.getByLabel("Nội dung yêu cầu").fill("Liên hệ với công việc của đồng chí.");
            Controls.button(office, "Lưu").click();
            assertThat(office.getByText(Pattern.compile("Đã nộp 0/"))).isVisible();

            Page page = commune.open(phone, commune.signedIn(1, "260814"), "/vao/" + Commune.SESSION);
            assertThat(page.getByText("Liên hệ với công việc của đồng chí.")).isVisible();
            page.getByLabel(Pattern.compile("Tôi cam đoan")).check();
            page.setInputFiles("input[type=file]", report);
            assertThat(page.getByText(Pattern.compile("Đã nộp Bài thu hoạch.pdf lúc")))
                    .isVisible();
            assertThat(browser.axe(page)).isEmpty();
            browser.picture(page, "report-phone");

            office.reload();
            assertThat(office.getByText(Pattern.compile("Đã nộp 1/"))).isVisible();
            assertThat(office.getByText(Commune.NAMES.get(2))).isVisible();
            browser.picture(office, "reports-desk");
            assertThat(browser.axe(office)).isEmpty();
            Download archive = office.waitForDownload(
                    () -> office.getByText("Tải tất cả (zip)").click());
            assertThat(archive.suggestedFilename()).isEqualTo("Bài thu hoạch - Hội nghị học tập Nghị quyết.zip");
            try (ZipFile zip = new ZipFile(archive.path().toFile())) {
                List<? extends ZipEntry> entries = zip.stream().toList();
                assertThat(entries.stream().map(ZipEntry::getName))
                        .containsExactly("Chi bộ xóm Đồng Cạn, Đảng bộ xã Đại Từ - " + Commune.NAMES.get(1)
                                + " - Bài thu hoạch.pdf");
                assertThat(zip.getInputStream(entries.get(0)).readAllBytes()).isEqualTo(Files.readAllBytes(report));
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
