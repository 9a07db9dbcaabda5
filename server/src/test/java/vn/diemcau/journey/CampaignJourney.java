package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Founding;

/** A campaign is opened, a conference is put into it, its page tells who lags, and those are reminded. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CampaignJourney {
    @TempDir
    static Path folder;

    private static Office office;
    private static Browser browser;
    private static Page page;
    private static String address = "";

    @BeforeAll
    static void start() throws Exception {
        office = new Office(folder.resolve("store"));
        Founding founding = new Founding(office.caller);
        founding.unit("T", "Đảng bộ tỉnh", 1, "");
        for (String name : List.of("Đông", "Tây")) {
            String code = name.equals("Đông") ? "D" : "Y";
            founding.unit(code, "Đảng bộ xã " + name, 2, "T");
            founding.unit(code + "-B1", "Chi bộ Thôn Một " + name, 4, code);
            for (int n = 1; n <= 3; n++) founding.person(code + "-B1", "Nông Thị " + name + " " + n);
        }
        office.caller
                .put(
                        "/programmes/hoc-nq",
                        new JsonObject()
                                .put("kind", "resolution_study")
                                .put("title", "Hội nghị học tập nghị quyết")
                                .put("unit", "T")
                                .put("mode", "in_room")
                                .put("sites", new JsonArray()))
                .expect(201);
        browser = new Browser();
        page = office.desk(browser.desk(ColorScheme.LIGHT));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (office != null) office.close();
    }

    private static Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void clean(Page on) {
        assertThat(browser.axe(on)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void aCampaignIsOpened() {
        page.navigate(office.running.url() + "/lop-hoi-nghi");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Đợt sinh hoạt").setExact(true))
                .click();
        assertThat(page.getByText("Chưa có đợt nào")).isVisible();
        Controls.button(page, "Mở đợt mới").click();
        dialog().getByLabel("Tên đợt").fill("Học tập nghị quyết năm 2026");
        dialog().getByLabel("Mục tiêu (% đảng viên tham gia)").fill("90");
        clean(page);
        Controls.inDialog(page, "Lưu").click();
        page.waitForURL(Pattern.compile(".*/dot-sinh-hoat/.+"));
        address = page.url();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Học tập nghị quyết năm 2026")))
                .isVisible();
    }

    @Test
    @Order(2)
    void aConferenceIsPutIntoIt() {
        page.navigate(office.running.url() + "/lop-hoi-nghi/hoc-nq");
        page.getByText("Việc khác").click();
        Controls.button(page, "Sửa thông tin").click();
        dialog().getByLabel("Thuộc đợt").selectOption("Học tập nghị quyết năm 2026");
        Controls.inDialog(page, "Lưu").click();
        assertThat(dialog()).hasCount(0);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Học tập nghị quyết năm 2026")))
                .isVisible();
        assertThat(address)
                .endsWith(office.caller.get("/programmes/hoc-nq").expect(200).getString("campaign"));
    }

    @Test
    @Order(3)
    void whoLagsIsSeenAndReminded() {
        page.navigate(address);
        assertThat(page.getByText("0/3 đảng viên đã tham gia")).hasCount(2);
        assertThat(page.getByText("Chưa đạt").first()).isVisible();
        browser.picture(page, "campaign");
        clean(page);
        Controls.button(page, "Nhắc 2 đơn vị chưa đạt").click();
        dialog().getByLabel("Lời nhắn").fill("Đề nghị hoàn thành trước ngày 30.");
        Controls.inDialog(page, "Nhắc 2 đơn vị chưa đạt").click();
        assertThat(dialog()).hasCount(0);
        assertThat(page.getByText(Pattern.compile("^đã nhắc")).first()).isVisible();
        try (BrowserContext phone = browser.phone(ColorScheme.DARK)) {
            Page small = office.desk(phone);
            small.navigate(address);
            assertThat(small.getByText("0/3 đảng viên đã tham gia").first()).isVisible();
            browser.picture(small, "campaign-phone");
            clean(small);
            small.navigate(office.running.url() + "/danh-ba/sap-xep/" + UUID.randomUUID() + "?moi=1&don-vi=D");
            assertThat(small.getByText("Đảng bộ xã Đông").first()).isVisible();
            browser.picture(small, "reorganise-phone");
            clean(small);
        }
    }
}
