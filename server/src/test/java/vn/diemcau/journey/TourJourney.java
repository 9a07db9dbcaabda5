package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** The first two minutes of a newcomer: the seven steps of the tour, each done as its panel says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourJourney {
    @TempDir
    static Path data;

    private static Demonstration demonstration;
    private static Browser browser;
    private static Page page;
    private static String site;

    @BeforeAll
    static void start() throws Exception {
        demonstration = new Demonstration(data.resolve("store"));
        browser = new Browser();
        site = demonstration
                .office
                .get("/demo")
                .expect(200)
                .getJsonObject("site")
                .getString("id");
        Patience.until("whoever comes by themselves has come", () -> present() > 0);
        page = demonstration.enter(browser.desk(ColorScheme.LIGHT), "tinh");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (demonstration != null) demonstration.close();
    }

    private static Locator panel() {
        return page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Hai phút đi thử"));
    }

    private static Locator button(String name) {
        return panel().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void next(String title) {
        button("Tiếp").click();
        assertThat(panel().locator("h2")).hasText(title);
    }

    private static Locator tile() {
        return page.locator("a.tile[href$='diem-cau=" + site + "']");
    }

    private static Map<String, JsonObject> tiles() {
        return Demonstration.objects(demonstration
                        .office
                        .get("/sessions/" + demonstration.session + "/wall")
                        .expect(200)
                        .getJsonArray("tiles"))
                .stream()
                .collect(Collectors.toMap(one -> one.getString("id"), one -> one));
    }

    private static int present() {
        return tiles().get(site).getInteger("present");
    }

    /** By itself. The day goes on beside the visitor, so the tile may show more by then, never fewer. */
    private static void tileShows(int present) {
        page.waitForFunction(
                "least => parseInt(document.querySelector(\"a.tile[href$='diem-cau=" + site
                        + "'] .figure\").textContent) >= least",
                present);
    }

    private static void clean() {
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void theFirstStartTellsItsProgressAndLogsOnlyWhereTheStoreIs() {
        assertThat(demonstration.noted).hasSize(1).allMatch(line -> line.matches("(embedded store|store:) .*"));
        assertThat(demonstration.running.told()).first().asString().startsWith("Dựng tỉnh mẫu lần đầu");
        assertThat(demonstration.running.told()).last().asString().startsWith("Hội nghị đang diễn ra");
    }

    @Test
    @Order(1)
    void theTourOpensOnTheLiveWall() {
        assertThat(page).hasURL(Pattern.compile(".*/truc-tiep/" + demonstration.session));
        assertThat(panel().locator("h2")).hasText("Hội nghị đang diễn ra");
        assertThat(panel()).containsText("Bước 1/7");
        assertThat(page.locator("a.tile:not(.silent)").first()).isVisible();
        clean();
    }

    @Test
    @Order(2)
    void aVisitorsPhoneLightsTheTile() {
        next("Anh/Chị là đại biểu");
        assertThat(panel().getByText("/thu")).isVisible();
        assertThat(tile()).isVisible();
        int before = present();
        Page phone = browser.phone(ColorScheme.LIGHT).newPage();
        phone.navigate(demonstration.running.url() + "/thu");
        phone.getByLabel("Họ và tên").fill("Đỗ Thị Ghé Thăm");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vào hội nghị"))
                .click();
        assertThat(phone.getByText("Anh/Chị đã có mặt")).isVisible();
        tileShows(before + 1);
        panel().getByLabel("Họ và tên").fill("Lê Văn Không Điện Thoại");
        button("Điểm danh thử").click();
        assertThat(panel().getByText("Lê Văn Không Điện Thoại đã có mặt")).isVisible();
        tileShows(before + 2);
        clean();
        phone.context().close();
    }

    @Test
    @Order(3)
    void aSiteWithoutALineGoesOnAndComesBackWithEverythingOnce() {
        next("Rút mạng một điểm cầu");
        FrameLocator steward = page.frameLocator("iframe");
        Locator figure = steward.locator(".figure b");
        assertThat(figure).hasText(Pattern.compile("[1-9]\\d*"));
        Patience.until("the steward's page has what the office has", () -> figure.innerText()
                .equals(String.valueOf(present())));
        int before = present();
        button("Rút mạng điểm cầu này").click();
        assertThat(tile()).hasClass(Pattern.compile("\\boff\\b"));
        assertThat(tile()).containsText("Mất mạng");
        steward.getByRole(AriaRole.TAB, new FrameLocator.GetByRoleOptions().setName("Danh sách"))
                .click();
        assertThat(steward.locator("ol li").first()).isVisible();
        Locator missing = steward.locator("ol li input[type=checkbox]:not(:checked)");
        int more = Math.min(3, missing.count());
        assertThat(more).as("somebody is left to tick").isPositive();
        for (int i = 0; i < more; i++) missing.first().check();
        assertThat(steward.getByText(more + " chờ gửi")).isVisible();
        assertThat(figure).hasText(String.valueOf(before + more));
        assertThat(present()).isEqualTo(before);
        browser.picture(page, "tour-cut");
        clean();

        next("Nối lại");
        button("Nối mạng lại").click();
        assertThat(steward.getByText(Pattern.compile("Đã gửi hết"))).isVisible();
        assertThat(tile()).not().hasClass(Pattern.compile("\\boff\\b"));
        tileShows(before + more);
        assertThat(present()).isEqualTo(before + more);
        browser.picture(page, "tour-back");
        clean();
    }

    @Test
    @Order(4)
    void aRateLeadsToAPersonAndToWhy() {
        next("Từ tỷ lệ đến bằng chứng");
        panel().getByText("Mở tỷ lệ tham dự").click();
        page.locator("tbody th a[href*='/don-vi/T19-0']").first().click();
        page.locator("tbody th a[href*='-B']").first().click();
        page.locator("tbody th a[href*='nguoi=']").first().click();
        page.locator("ol a[href*='vi-sao=']").first().click();
        assertThat(page.getByText("Vì sao?").first()).isVisible();
        assertThat(page.getByText("Đính chính có lý do")).isVisible();
        clean();
    }

    @Test
    @Order(5)
    void aRestartOfTheServerChangesNoFigure() throws Exception {
        next("Tắt máy chủ rồi mở lại");
        button("Ghi lại số hiện tại").click();
        assertThat(panel().getByText(Pattern.compile("Đã ghi: có mặt \\d+"))).isVisible();
        Map<String, JsonObject> before = tiles();
        demonstration.restart();
        Map<String, JsonObject> after = tiles();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((id, tile) -> {
            assertThat(after.get(id).getInteger("expected")).as(id).isEqualTo(tile.getInteger("expected"));
            assertThat(after.get(id).getInteger("present")).as(id).isGreaterThanOrEqualTo(tile.getInteger("present"));
        });
        assertThat(after.get(site).getInteger("present"))
                .isEqualTo(before.get(site).getInteger("present"));
        button("So với lúc trước").click();
        assertThat(panel().getByText(Pattern.compile("Không mất kết quả nào"))).isVisible();
        clean();
    }

    @Test
    @Order(6)
    void theTableLeavesOnPaper() throws Exception {
        next("Bảng ra giấy");
        Download download = page.waitForDownload(
                () -> panel().getByText("Tải báo cáo nhanh (PDF)").click());
        Path file = data.resolve("flash.pdf");
        download.saveAs(file);
        assertThat(Files.size(file)).isPositive();
        try (PDDocument paper = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(paper);
            assertThat(List.of("BÁO CÁO", "Điểm cầu"))
                    .allSatisfy(word -> assertThat(text).containsIgnoringCase(word));
        }
        assertThat(button("Tiếp")).hasCount(0);
        clean();
    }

    @Test
    @Order(9)
    void aClassIsUnderWayWithItsWarningsAndAnotherIsOver() {
        String underWay = classes("running").get(0).getString("id");
        assertThat(classes("past")).extracting(one -> one.getString("state")).contains("ended");
        JsonArray trainees = demonstration
                .office
                .get("/programmes/" + underWay + "/eligibility")
                .expect(200)
                .getJsonArray("items");
        assertThat(Demonstration.objects(trainees))
                .extracting(one -> one.getString("state"))
                .contains("over", "near", "fine");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        JsonObject training = demonstration
                .office
                .get("/reports/units/T19/training?from=" + today.minusMonths(3).withDayOfMonth(1) + "&to="
                        + YearMonth.from(today).atEndOfMonth())
                .expect(200);
        assertThat(training.getJsonObject("total").getInteger("classes")).isEqualTo(2);
        page.navigate(demonstration.running.url() + "/don-vi/T19/dao-tao");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("lớp");
        browser.picture(page, "training");
        assertThat(browser.axe(page)).isEmpty();
        page.navigate(demonstration.running.url() + "/bao-cao/" + underWay);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Lớp bồi dưỡng lý luận chính trị");
        browser.picture(page, "class-account");
        assertThat(browser.axe(page)).isEmpty();
    }

    private static List<JsonObject> classes(String group) {
        return Demonstration.objects(demonstration
                .office
                .get("/programmes?kind=class&group=" + group)
                .expect(200)
                .getJsonArray("items"));
    }
}
