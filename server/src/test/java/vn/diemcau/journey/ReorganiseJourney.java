package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Founding;

/** Two communes become one by a decision: drafted, looked at, approved, applied, and told in the history of the units. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReorganiseJourney {
    @TempDir
    static Path folder;

    private static Office office;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        office = new Office(folder.resolve("store"));
        Founding founding = new Founding(office.caller);
        founding.unit("T", "Đảng bộ tỉnh", 1, "");
        for (String name : List.of("Đông", "Tây")) {
            String code = name.equals("Đông") ? "D" : "Y";
            founding.unit(code, "Đảng bộ xã " + name, 2, "T");
            for (int cell = 1; cell <= 2; cell++) {
                founding.unit(code + "-B" + cell, "Chi bộ Thôn " + cell + " " + name, 4, code);
                founding.person(code + "-B" + cell, "Nông Thị " + name + " " + (cell == 1 ? "Một" : "Hai"));
            }
            // somebody belongs to the commune itself and goes with it
            founding.person(code, "Hoàng Văn " + name);
        }
        founding.post("D", "Hoàng Văn Đông", "Bí thư Đảng ủy");
        browser = new Browser();
        page = office.desk(browser.desk(ColorScheme.LIGHT));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (office != null) office.close();
    }

    private static Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void choose(String label, String unit) {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .fill(unit);
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + unit)))
                .first()
                .click();
    }

    private static void clean() {
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void aDraftIsMadeAndShowsWhatItWouldDo() {
        page.navigate(office.running.url() + "/danh-ba");
        link("Sắp xếp đơn vị").click();
        assertThat(page.getByText("Chưa có việc sắp xếp nào")).isVisible();
        link("Lập dự thảo").click();
        page.getByLabel("Hình thức").selectOption("consolidate");
        page.getByLabel("Số quyết định").fill("77-QĐ/TU");
        choose("Thêm đơn vị", "Đảng bộ xã Đông");
        choose("Thêm đơn vị", "Đảng bộ xã Tây");
        page.getByLabel("Tên đơn vị").fill("Đảng bộ xã Đông Tây");
        page.getByLabel("Mã (không dùng lại bao giờ)").fill("D");
        choose("Trực thuộc", "Đảng bộ tỉnh");
        Controls.button(page, "Lưu và xem trước").click();
        assertThat(page.getByText("mã này đã được dùng")).isVisible();
        assertThat(Controls.button(page, "Duyệt")).hasCount(0);
        clean();
        page.getByLabel("Mã (không dùng lại bao giờ)").fill("DY");
        assertThat(page.getByText("Có thay đổi chưa lưu")).isVisible();
        Controls.button(page, "Lưu và xem trước").click();
        assertThat(page.getByText("Không có gì vướng")).isVisible();
        assertThat(page.getByText("Người đổi đơn vị: 2")).isVisible();
        browser.picture(page, "reorganise-draft");
        clean();
    }

    @Test
    @Order(2)
    void whatWasSeenIsApprovedAndApplied() {
        Controls.button(page, "Duyệt").click();
        Controls.inDialog(page, "Duyệt").click();
        assertThat(page.getByText("Đã duyệt, chờ đến ngày")).isVisible();
        Controls.button(page, "Thực hiện ngay").click();
        Controls.inDialog(page, "Thực hiện ngay").click();
        assertThat(page.getByText("Việc sắp xếp đã làm gì")).isVisible();
        assertThat(Controls.button(page, "Lưu và xem trước")).hasCount(0);
        browser.picture(page, "reorganise-applied");
        clean();
    }

    @Test
    @Order(3)
    void theUnitsTellIt() {
        page.navigate(office.running.url() + "/danh-ba?don-vi=DY");
        page.getByText("Lịch sử đơn vị").click();
        assertThat(page.getByText("Đảng bộ xã Đông hợp nhất thành Đảng bộ xã Đông Tây"))
                .isVisible();
        assertThat(page.getByText("77-QĐ/TU").first()).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hoàng Văn Tây")))
                .isVisible();
        clean();
        page.navigate(office.running.url() + "/danh-ba/sap-xep");
        assertThat(page.getByText("Hợp nhất Đảng bộ xã Đông, Đảng bộ xã Tây thành Đảng bộ xã Đông Tây"))
                .isVisible();
        assertThat(page.getByText("Đã thực hiện")).isVisible();
        browser.picture(page, "reorganise-list");
        clean();
    }

    @Test
    @Order(4)
    void takingItBackIsDraftedAndShowsWhatReturns() {
        page.getByText("Hợp nhất Đảng bộ xã Đông, Đảng bộ xã Tây thành Đảng bộ xã Đông Tây")
                .first()
                .click();
        link("Lập dự thảo đưa về như trước").click();
        assertThat(page.getByText("Các đơn vị trở lại như trước từ ngày này")).isVisible();
        page.getByLabel("Số quyết định").fill("78-QĐ/TU");
        page.getByLabel("Hiệu lực từ ngày").fill(today().plusDays(1).toString());
        Controls.button(page, "Lưu và xem trước").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Đưa Đảng bộ xã Đông, Đảng bộ xã Tây về như trước");
        assertThat(page.getByText("Không có gì vướng")).isVisible();
        assertThat(page.getByText("Hoạt động trở lại: 2")).isVisible();
        assertThat(page.getByText("Chức vụ được giữ lại như trước: 1")).isVisible();
        page.getByText("Chức vụ được giữ lại như trước: 1").click();
        assertThat(page.getByText("Bí thư Đảng ủy, Đảng bộ xã Đông")).isVisible();
        browser.picture(page, "reorganise-undo");
        clean();
        try (BrowserContext phone = browser.phone(ColorScheme.DARK)) {
            Page small = office.desk(phone);
            small.navigate(page.url());
            assertThat(small.getByText("Hoạt động trở lại: 2")).isVisible();
            browser.picture(small, "reorganise-undo-phone");
            assertThat(browser.axe(small)).isEmpty();
        }
    }

    @Test
    @Order(5)
    void theDirectoryIsLookedAtAsOfTheDayBefore() {
        page.navigate(office.running.url() + "/danh-ba?don-vi=D");
        assertThat(page.getByText("Đơn vị đã kết thúc, ngày cuối cùng")).isVisible();
        page.getByText("Xem như một ngày khác").click();
        page.getByLabel("Xem như ngày").fill(today().minusDays(1).toString());
        assertThat(page.getByText("Đang xem tổ chức và người như ngày")).isVisible();
        assertThat(page.getByText("Đơn vị đã kết thúc, ngày cuối cùng")).hasCount(0);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hoàng Văn Đông")))
                .isVisible();
        assertThat(link("Hoàng Văn Tây")).hasCount(0);
        browser.picture(page, "directory-then");
        clean();
        page.getByText("Về hôm nay").click();
        assertThat(page.getByText("Đơn vị đã kết thúc, ngày cuối cùng")).isVisible();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
