package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From the roll to the account: seen live on several screens, explained, corrected with a reason, taken away as a table. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;
    private static Page wall;
    private static Page projector;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        browser = new Browser();
        wall = office(ColorScheme.LIGHT);
        projector = office(ColorScheme.DARK);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    private static Page office(ColorScheme colours) {
        Page page = browser.desk(colours).newPage();
        page.navigate(commune.running.url() + "/dang-nhap");
        page.evaluate("""
                () => fetch('/api/v1/sign-in', {
                  method: 'POST', headers: {'content-type': 'application/json'},
                  body: JSON.stringify({ login: 'quantri', password: 'mot cau that dai de nho' }),
                })
                """);
        return page;
    }

    private static void tick(int number) {
        commune.office
                .put(
                        "/sessions/" + Commune.SESSION + "/sites/" + Commune.SITE + "/evidence/" + UUID.randomUUID(),
                        new JsonObject()
                                .put("kind", "in")
                                .put("by", "tick")
                                .put("person", Commune.person(number))
                                .put("seenAt", Instant.now().toString()))
                .expect(200);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static void clean(Page page) {
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void theRollFillsOnTwoScreensAtOnceWithoutAReload() {
        wall.navigate(commune.running.url() + "/truc-tiep/" + Commune.SESSION + "?diem-cau=" + Commune.SITE);
        projector.navigate(commune.running.url() + "/truc-tiep/" + Commune.SESSION + "/trinh-chieu");
        for (Page page : List.of(wall, projector)) page.evaluate("() => { window.sameDocument = true }");
        assertThat(projector.locator(".figure").first()).containsText("0/14");
        for (int number = 0; number < 5; number++) tick(number);
        assertThat(wall.locator("a.tile .figure")).hasText("5/14");
        assertThat(wall.locator("li")
                        .filter(new Locator.FilterOptions().setHasText(Commune.NAMES.get(0)))
                        .first())
                .containsText("Có mặt");
        assertThat(projector.locator(".figure").first()).containsText("5/14");
        for (Page page : List.of(wall, projector)) {
            assertThat((Boolean) page.evaluate("() => window.sameDocument === true"))
                    .isTrue();
            clean(page);
        }
        browser.picture(projector, "projector");
    }

    @Test
    @Order(2)
    void aReportedSiteMakesTheFirstRate() {
        commune.office
                .post(
                        "/sessions/" + Commune.SESSION + "/sites/" + Commune.SITE + "/reports",
                        new JsonObject().put("id", UUID.randomUUID().toString()))
                .expect(200);
        assertThat(heading(wall)).hasText(Pattern.compile("(Đã báo cáo 1/1|Đủ 1) điểm cầu.*Có mặt 5/14.*35,71%.*"));
    }

    @Test
    @Order(3)
    void aCorrectionWithItsReasonChangesTheRateAndStandsBesideTheEvidence() {
        wall.navigate(commune.running.url() + "/don-vi/" + Commune.CELL);
        assertThat(heading(wall)).containsText("5/5");
        wall.locator("tbody th a[href*='nguoi=']")
                .filter(new Locator.FilterOptions().setHasText(Commune.NAMES.get(5)))
                .click();
        wall.locator("ol a[href*='vi-sao=']").first().click();
        wall.getByText("Đính chính có lý do").click();
        Locator dialog = wall.getByRole(AriaRole.DIALOG);
        dialog.getByText("Lưu đính chính").click();
        assertThat(dialog).isVisible();
        dialog.getByRole(AriaRole.COMBOBOX).selectOption("unexcused");
        dialog.getByLabel("Lý do").fill("Không báo, chi bộ xác nhận vắng");
        clean(wall);
        dialog.getByText("Lưu đính chính").click();
        assertThat(dialog).hasCount(0);
        assertThat(wall.getByText("Không báo, chi bộ xác nhận vắng").first()).isVisible();
        assertThat(heading(wall)).containsText("83,33% (5/6");
        browser.picture(wall, "account-corrected");
        clean(wall);
    }

    @Test
    @Order(4)
    void theTableThatLeavesHasTheSameFigures() throws IOException {
        wall.navigate(commune.running.url() + "/don-vi/T-1");
        assertThat(heading(wall)).containsText("83,33% (5/6");
        wall.getByText("Xuất văn bản").click();
        Locator dialog = wall.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("BIỂU TỔNG HỢP KẾT QUẢ THAM DỰ (TẠM TÍNH)");
        assertThat(dialog).containsText("Đã báo cáo 0/1 đơn vị");
        assertThat(dialog).containsText("1 dòng, 21 cột, khổ A4 ngang");
        browser.picture(wall, "export");
        clean(wall);
        dialog.getByLabel("Tệp").selectOption("xlsx");
        dialog.getByLabel("Số văn bản").fill("05");
        assertThat(dialog).containsText("Số 05-BC/......");
        Download download =
                wall.waitForDownload(() -> dialog.getByText("Xuất", new Locator.GetByTextOptions().setExact(true))
                        .click());
        assertThat(dialog).hasCount(0);
        Path file = data.resolve("table.xlsx");
        download.saveAs(file);
        DataFormatter shown = new DataFormatter();
        List<String> cell = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile())) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> texts = new ArrayList<>();
                for (Cell each : row) texts.add(shown.formatCellValue(each));
                if (texts.contains("Chi bộ xóm Đồng Cạn")) cell.addAll(texts);
            }
        }
        assertThat(cell).contains("14", "5", "1", "8");
        clean(wall);
    }

    @Test
    @Order(5)
    void theLetterheadThatTheOfficeKeepsStandsOnTheWordFileThatIsSigned() throws IOException {
        wall.getByText("Xuất văn bản").click();
        wall.getByText("Sửa thể thức của đơn vị").click();
        assertThat(heading(wall)).containsText("Thể thức văn bản: Đảng bộ xã Đại Từ");
        // the conference is the province's, and so is its paper
        wall.navigate(commune.running.url() + "/don-vi/T/the-thuc");
        assertThat(heading(wall)).containsText("Thể thức văn bản: Đảng bộ tỉnh Thái Nguyên");
        wall.getByLabel("Ký hiệu cơ quan").fill("TU");
        wall.getByLabel("Địa danh").fill("Thái Nguyên");
        wall.getByLabel("Ký thay mặt").fill("Ban Thường vụ");
        wall.getByLabel("Chức vụ người ký").fill("Phó Bí thư");
        wall.getByLabel("Họ và tên người ký").fill("Nông Thị Ngát");
        assertThat(wall.locator(".sheet")).containsText("T/M BAN THƯỜNG VỤ");
        wall.getByText("Lưu thể thức").click();
        assertThat(wall.getByText("Đã lưu thể thức")).isVisible();
        browser.picture(wall, "letterhead");
        clean(wall);
        wall.navigate(commune.running.url() + "/truc-tiep/" + Commune.SESSION);
        wall.getByText("Xuất văn bản").click();
        Locator dialog = wall.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("BÁO CÁO NHANH");
        dialog.getByLabel("Văn bản").first().selectOption("roll");
        assertThat(dialog).containsText("DANH SÁCH THAM DỰ");
        Download download =
                wall.waitForDownload(() -> dialog.getByText("Xuất", new Locator.GetByTextOptions().setExact(true))
                        .click());
        Path file = data.resolve("list.docx");
        download.saveAs(file);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("T/M BAN THƯỜNG VỤ", "Nông Thị Ngát", "BC/TU", Commune.NAMES.get(5));
        }
        clean(wall);
    }

    @Test
    @Order(6)
    void theHandbookGetsEveryMemberByCardWithHowTheyStand() throws IOException {
        Path file = data.resolve("handbook.xlsx");
        Files.write(
                file,
                commune.office
                        .get("/reports/sessions/" + Commune.SESSION + "/exchange")
                        .bytes());
        DataFormatter shown = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile())) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> texts = new ArrayList<>();
                for (int at = 0; at < 13; at++) texts.add(shown.formatCellValue(row.getCell(at)));
                rows.add(texts);
            }
        }
        assertThat(rows).hasSize(16);
        assertThat(rows.get(0).get(4)).isEqualTo("Số thẻ Đảng");
        List<String> corrected = rows.stream()
                .filter(row -> row.get(1).equals(Commune.NAMES.get(5)))
                .findFirst()
                .orElseThrow();
        assertThat(corrected.get(4)).matches("[0-9]{12}|");
        assertThat(corrected.get(9)).isEqualTo("Vắng không lý do");
    }
}
