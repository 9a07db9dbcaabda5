package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** The paper list entered afterwards, the technician's check, a line that goes, and a lost phone: what the office sees of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;
    private static BrowserContext phone;
    private static Steward steward;
    private static Page page;
    private static String slip;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        slip = commune.slip();
        byte[] sheet = commune.office
                .get("/sessions/" + Commune.SESSION + "/roll-sheet/" + Commune.SITE)
                .bytes();
        String row = "DIEMCAU-HANG:" + Commune.person(12);
        Path film = Photograph.film(Printed.cut(sheet, row::equals), data.resolve("row.y4m"), 7);
        browser = new Browser(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        phone = browser.phone(ColorScheme.DARK);
        phone.grantPermissions(List.of("camera"));
        steward = Steward.opens(phone, commune, slip);
        page = steward.page;
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    private static JsonObject evidence(int person) {
        JsonObject why = commune.office
                .get("/sessions/" + Commune.SESSION + "/attendance/" + Commune.person(person) + "/why")
                .expect(200);
        return why.getJsonArray("evidence").getJsonObject(0);
    }

    @Test
    @Order(1)
    void aRowOfThePrintedListIsNoBadge() {
        page.getByText("Bật máy quét").click();
        assertThat(page.getByText("Đây là mã trên danh sách giấy")).isVisible();
        assertThat(commune.present()).isZero();
    }

    @Test
    @Order(2)
    void rowsAreScannedAndTickedWithTheTimeOnThePaper() {
        steward.tab("Khác").click();
        browser.picture(page, "site-more-dark");
        assertThat(browser.axe(page)).isEmpty();
        page.getByText("Nhập từ giấy").click();
        assertThat(page.locator("[data-verdict=found]")).containsText(Commune.NAMES.get(12));
        page.getByLabel("Có mặt: " + Commune.NAMES.get(2)).click();
        assertThat(page.getByText("Đã nhập 2 người")).isVisible();
        browser.picture(page, "site-paper-dark");
        assertThat(browser.axe(page)).isEmpty();
        Patience.until("the office sees both", () -> commune.present() == 2);
        assertThat(evidence(12).getString("method")).isEqualTo("paper");
        assertThat(evidence(2).getString("method")).isEqualTo("paper");
        assertThat(evidence(2).getString("seenAt")).endsWith(":00Z");
    }

    @Test
    @Order(3)
    void theOfficeSeesTheCheckAndTheLineAndNotesItsCall() {
        page.getByText("Về điểm cầu").click();
        steward.tab("Khác").click();
        page.getByText("Kiểm tra kỹ thuật").click();
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Hình ảnh"))
                .getByText("Tốt")
                .click();
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Điện dự phòng"))
                .getByText("Hỏng")
                .click();
        page.getByText("Gửi kết quả kiểm tra").click();
        assertThat(page.getByText(Pattern.compile("^Đã gửi kết quả kiểm tra"))).isVisible();
        browser.picture(page, "site-check-dark");
        page.getByText(Pattern.compile("^Đường truyền · Mở muộn")).click();
        page.getByText("Báo mất đường truyền").click();
        Page wall = wall();
        assertThat(wall.getByText("hỏng: điện dự phòng").first()).isVisible();
        assertThat(wall.getByText("Mất mạng").first()).isVisible();
        browser.picture(wall, "wall-check");
        wall.locator("a.tile").first().click();
        wall.getByText("Không nghe máy").click();
        assertThat(wall.getByText(Pattern.compile("^Đã gọi lúc .*không nghe máy"))
                        .first())
                .isVisible();
        browser.picture(wall, "wall-call");
        assertThat(browser.axe(wall)).isEmpty();
    }

    private static Page wall() {
        BrowserContext desk = browser.desk(ColorScheme.LIGHT);
        Page wall = desk.newPage();
        wall.navigate(commune.running.url() + "/dang-nhap");
        wall.getByLabel("Tên đăng nhập").fill("quantri");
        wall.getByLabel("Mật khẩu").fill("mot cau that dai de nho");
        wall.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .first()
                .click();
        wall.waitForURL(url -> !url.contains("dang-nhap"));
        wall.navigate(commune.running.url() + "/truc-tiep/" + Commune.SESSION);
        return wall;
    }

    @Test
    @Order(4)
    void aLostPhoneIsEndedFromAnother() {
        BrowserContext other = browser.phone(ColorScheme.LIGHT);
        Steward second = Steward.opens(other, commune, slip);
        steward.tab("Khác").click();
        page.getByText("Các máy của điểm cầu").click();
        assertThat(page.getByText("(máy này)")).isVisible();
        page.getByText("Ngừng máy").last().click();
        page.getByRole(AriaRole.DIALOG).getByText("Ngừng máy").click();
        assertThat(page.getByText(Pattern.compile("^Đã ngừng lúc"))).isVisible();
        browser.picture(page, "site-devices-dark");
        second.tab("Danh sách").click();
        second.box(Commune.NAMES.get(4)).check();
        assertThat(second.page
                        .getByText("Máy này chưa được phép gửi. Nhập mã phiếu để tiếp tục.")
                        .or(second.page.getByText(Pattern.compile("chờ gửi")))
                        .first())
                .isVisible();
        assertThat(commune.present()).isEqualTo(2);
        other.close();
        assertThat(browser.complaints()).isEmpty();
    }
}
