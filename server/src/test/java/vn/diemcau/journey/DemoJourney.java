package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conference under way in a whole province, as each role sees it. */
class DemoJourney {
    private static final Pattern REPORTED =
            Pattern.compile("(Đã báo cáo [1-9]\\d*/\\d+|Đủ \\d+) điểm cầu.*Có mặt [\\d.]+/[\\d.]+, .*%\\.");

    @TempDir
    static Path data;

    private static Demonstration demonstration;
    private static Browser browser;

    private BrowserContext desk;
    private BrowserContext phone;

    @BeforeAll
    static void start() throws Exception {
        demonstration = new Demonstration(data.resolve("store"));
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (demonstration != null) demonstration.close();
    }

    @BeforeEach
    void open() {
        desk = browser.desk(ColorScheme.LIGHT);
        phone = browser.phone(ColorScheme.LIGHT);
    }

    @AfterEach
    void shut() {
        desk.close();
        phone.close();
    }

    private static void clean(Page page) {
        assertThat(browser.axe(page)).as(page.url()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator firstRow(Page page) {
        return page.locator("tbody th a").first();
    }

    @Test
    void theOfficeLandsOnTheWallAndOpensTheRollOfATile() {
        Page page = demonstration.signIn(desk, "tinh");
        assertThat(page).hasURL(Pattern.compile(".*/truc-tiep/" + demonstration.session));
        assertThat(heading(page)).hasText(REPORTED);
        clean(page);
        page.locator("a.tile:not(.silent)").first().click();
        assertThat(page.getByText("Danh sách điểm danh")).isVisible();
        assertThat(page.getByText("Màn hình điểm danh của phòng")).isVisible();
        assertThat(page.locator("li .who").first()).isVisible();
        clean(page);
    }

    @Test
    void whoeverAStewardTicksIsSeenOnTheWallWithoutAReload() {
        Demonstration.Door door = demonstration.door();
        Page wall = demonstration.signIn(desk, "tinh");
        wall.navigate(demonstration.running.url() + "/truc-tiep/" + demonstration.session + "?diem-cau=" + door.site());
        Locator line = wall.locator("li")
                .filter(new Locator.FilterOptions().setHasText(door.name() + ", " + door.birthYear()))
                .first();
        assertThat(line).isVisible();
        wall.evaluate("() => { window.sameDocument = true }");

        Page page = phone.newPage();
        page.navigate(demonstration.running.url() + "/diem-cau?c=" + door.code());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở điểm cầu"))
                .click();
        page.getByText("Vào mà không đặt mã PIN").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Danh sách"))
                .click();
        page.getByRole(AriaRole.SEARCHBOX).fill(door.name());
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile(door.name() + ", " + door.birthYear())))
                .first()
                .check();
        assertThat(page.getByText(Pattern.compile("Đã gửi hết"))).isVisible();
        clean(page);

        // late, when the demonstration began some minutes ago
        assertThat(line).containsText(Pattern.compile("Có mặt|Đi muộn"));
        assertThat(line).containsText(Pattern.compile("\\d\\d:\\d\\d"));
        assertThat((Boolean) wall.evaluate("() => window.sameDocument === true"))
                .isTrue();
        clean(wall);
    }

    @Test
    void aRateIsOpenedDownToTheEvidenceBehindOnePerson() {
        Page page = demonstration.signIn(desk, "tinh");
        page.navigate(demonstration.running.url() + "/don-vi");
        assertThat(heading(page)).containsText(Pattern.compile("tỷ lệ tham dự|tạm tính"));
        clean(page);
        String province = page.url();
        page.locator("tbody th a[href*='/don-vi/T19-0']").first().click();
        assertThat(page).not().hasURL(province);
        assertThat(heading(page)).containsText(Pattern.compile("tỷ lệ tham dự|tạm tính"));
        clean(page);
        // a commune of one cell bears the cell's figures: only the address tells them apart
        String commune = page.url();
        firstRow(page).click();
        assertThat(page).not().hasURL(commune);
        assertThat(page.getByText("Đảng viên và các buổi").first()).isVisible();
        clean(page);
        firstRow(page).click();
        assertThat(page.getByText("Các lượt tham dự").first()).isVisible();
        clean(page);
        page.locator("ol a[href*='vi-sao=']").first().click();
        assertThat(page.getByText("Vì sao?").first()).isVisible();
        assertThat(page.getByText("Đính chính có lý do")).isVisible();
        clean(page);
    }

    @Test
    void theTenLowestUnitsAreTwoTapsAwayWithWhyAndTheirTableLeavesToBeSigned() throws IOException {
        Page page = demonstration.signIn(desk, "tinh");
        assertThat(heading(page)).hasText(REPORTED);
        page.locator("nav a[href='/don-vi']").first().click();
        assertThat(page).hasURL(Pattern.compile(".*/don-vi"));
        assertThat(heading(page)).containsText(Pattern.compile("Quý .*(tỷ lệ tham dự|tạm tính)"));
        page.getByText("10 đơn vị thấp nhất, vì sao").click();
        Locator lowest = page.locator("ol.lowest > li");
        assertThat(lowest.first()).isVisible();
        assertThat(lowest.count()).isBetween(1, 10);
        assertThat(page.getByText(Pattern.compile("\\d+ đơn vị thấp nhất trong \\d+ đơn vị")))
                .isVisible();
        assertThat(lowest.first()).containsText(Pattern.compile("Thiếu [\\d.]+ lượt: [\\d.]+ không lý do"));
        List<String> rates = lowest.locator(".top b").allInnerTexts();
        List<Double> shown = rates.stream()
                .map(rate -> Double.parseDouble(rate.replace("%", "").replace(',', '.')))
                .toList();
        assertThat(shown).isSorted();
        browser.picture(page, "lowest");
        clean(page);
        String unit = lowest.first().locator(".top a").innerText();
        lowest.first().locator(".top a").click();
        assertThat(heading(page)).containsText(Pattern.compile("tỷ lệ tham dự|tạm tính"));
        assertThat(page.getByText(unit).first()).isVisible();
        page.goBack();
        assertThat(lowest.first()).isVisible();

        page.keyboard().press("Escape");
        page.getByText("Xuất văn bản").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("BIỂU TỔNG HỢP");
        dialog.getByLabel("Tệp").selectOption("docx");
        Download download =
                page.waitForDownload(() -> dialog.getByText("Xuất", new Locator.GetByTextOptions().setExact(true))
                        .click());
        Path file = data.resolve("signed.docx");
        download.saveAs(file);
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("BIỂU TỔNG HỢP KẾT QUẢ THAM DỰ", unit, "Tổng cộng");
        }
    }

    @Test
    void unitsAreComparedSpreadAndRestatedEachWithItsTableAndALinkOfItsOwn() {
        Page page = demonstration.signIn(desk, "tinh");
        String units = demonstration.running.url() + "/don-vi";
        page.navigate(units + "?cach=compare");
        assertThat(page.getByText("Cùng kỳ năm trước").first()).isVisible();
        assertThat(page.locator("td.track").first()).isVisible();
        browser.picture(page, "compared");
        clean(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Phân bố"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*cach=spread.*"));
        assertThat(page.getByText("Từ 95% đến dưới 98%")).isVisible();
        clean(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Hình thức dự"))
                .click();
        assertThat(page.getByText("Trực tuyến cá nhân")).isVisible();
        clean(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Người, chức vụ"))
                .click();
        assertThat(page.getByText("Dự đủ mọi lần")).isVisible();
        browser.picture(page, "people");
        clean(page);
        String then = heading(page).innerText();
        page.getByLabel("Tổ chức").selectOption("today");
        assertThat(page).hasURL(Pattern.compile(".*tc=hom-nay.*"));
        assertThat(page.getByText(Pattern.compile("Số liệu quy đổi về tổ chức ngày \\d\\d/\\d\\d/\\d{4}")))
                .isVisible();
        assertThat(heading(page)).containsText(then.substring(0, then.indexOf(':')));
        page.getByText("Xem theo tháng").click();
        assertThat(page).hasURL(Pattern.compile(".*xu=thang.*"));
        assertThat(page.getByText("Xem theo kỳ")).isVisible();
        clean(page);
    }

    @Test
    void theOfficeOfACommuneBeginsAtItsOwnRate() {
        Page page = demonstration.signIn(desk, "xa");
        assertThat(page).hasURL(Pattern.compile(".*/don-vi.*"));
        assertThat(heading(page)).containsText(Pattern.compile("tỷ lệ tham dự|tạm tính|chưa có lượt"));
        clean(page);
    }

    @Test
    void aCadreSeesTodaysConferenceFirst() {
        Page page = demonstration.signIn(phone, "canbo");
        assertThat(page).hasURL(Pattern.compile(".*/lich"));
        Locator today = page.locator("article").first();
        assertThat(today).containsText("Hội nghị học tập, quán triệt Nghị quyết");
        assertThat(today).containsText("Đang diễn ra, đến");
        clean(page);
    }

    @Test
    void theSecretarysNamesWaitUnticked() {
        Page page = demonstration.signIn(phone, "bithu");
        assertThat(page).hasURL(Pattern.compile(".*/chi-bo"));
        assertThat(page.locator("li[data-standing]").first()).isVisible();
        assertThat(page.locator("li[data-standing] input:checked")).hasCount(0);
        assertThat(page.locator(".sentence")).containsText("Tổng số đảng viên: ");
        clean(page);
    }

    @Test
    void aTrainerOpensTheProgrammeAndWhoIsSummoned() {
        Page page = demonstration.signIn(desk, "giangvien");
        assertThat(page).hasURL(Pattern.compile(".*/truc-tiep/" + demonstration.session));
        page.navigate(demonstration.running.url() + "/lop-hoi-nghi");
        assertThat(heading(page)).hasText("Lớp, hội nghị");
        clean(page);
        page.getByText("Hội nghị học tập, quán triệt Nghị quyết Đại hội Đảng bộ tỉnh")
                .first()
                .click();
        assertThat(heading(page)).hasText("Hội nghị học tập, quán triệt Nghị quyết Đại hội Đảng bộ tỉnh");
        clean(page);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Điểm cầu"))
                .click();
        assertThat(page.getByText("Điểm cầu chính, Hội trường Tỉnh ủy").first()).isVisible();
        clean(page);
    }

    @Test
    void theDirectoryShowsUnitsAndTheirPeople() {
        Page page = demonstration.signIn(desk, "tinh");
        page.navigate(demonstration.running.url() + "/danh-ba");
        assertThat(heading(page)).hasText("Danh bạ");
        assertThat(firstRow(page)).isVisible();
        clean(page);
    }
}
