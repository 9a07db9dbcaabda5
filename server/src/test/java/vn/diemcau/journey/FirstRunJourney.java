package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.AuthenticatorApp;
import vn.diemcau.RunningPlatform;

class FirstRunJourney {
    @TempDir
    static Path data;

    private static RunningPlatform running;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new HashMap<>(Commune.client());
        settings.put("DIEMCAU_SECOND_FACTOR", "required");
        running = RunningPlatform.over(data, settings);
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        running.close();
    }

    @Test
    void anEmptyInstallationAsksForItsCodeAndMakesTheAdministrator() {
        Page page = browser.desk(ColorScheme.LIGHT).newPage();
        page.navigate(running.url() + "/");
        assertThat(page).hasURL(Pattern.compile(".*/khoi-tao"));
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "first-run");
        String told = running.told().stream()
                .filter(line -> line.contains("setup code"))
                .findFirst()
                .orElseThrow();
        page.getByLabel("Mã một lần").fill(told.substring(told.lastIndexOf(' ') + 1));
        page.getByLabel("Họ và tên người quản trị").fill("Nguyễn Thị Hoa");
        page.getByLabel("Tên đăng nhập").fill("hoa");
        page.getByLabel("Mật khẩu mới").fill("một câu thật dài dễ nhớ");
        page.getByLabel("Nhập lại mật khẩu").fill("một câu thật dài dễ nhớ");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo tài khoản và vào"))
                .click();
        secondStep(page);
        assertThat(page).not().hasURL(Pattern.compile(".*/(khoi-tao|hoan-tat)"));
        assertThat(page.locator("header").first()).containsText("Nguyễn Thị Hoa");
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        account(page);
    }

    /** An administrator may do nothing before the second step is on: the address leads nowhere else. */
    private static void secondStep(Page page) {
        assertThat(page).hasURL(Pattern.compile(".*/hoan-tat"));
        page.navigate(running.url() + "/danh-ba");
        assertThat(page).hasURL(Pattern.compile(".*/hoan-tat"));
        String key = page.locator("output").textContent();
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "second-step");
        page.getByLabel("Mã sáu chữ số").fill(AuthenticatorApp.code(key));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bật xác thực hai bước"))
                .click();
        assertThat(page.locator("ul[translate=no] li")).hasCount(10);
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "recovery-codes");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đã cất giữ, tiếp tục"))
                .click();
    }

    private static void account(Page page) {
        page.navigate(running.url() + "/tai-khoan");
        assertThat(page.getByText("Đang bật. Còn 10 mã dự phòng.")).isVisible();
        assertThat(page.getByText("Máy này")).isVisible();
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "my-account");
        lockedAndOpened(page);
        ownData(page);
        assertThat(browser.complaints()).isEmpty();
    }

    /** What is told about one's data, what the operator owes, and the notice above the page until it was read. */
    private static void ownData(Page page) {
        page.navigate(running.url() + "/rieng-tu/don-vi");
        page.getByLabel("Đơn vị vận hành").fill("Văn phòng Tỉnh ủy");
        page.getByLabel("Nơi liên hệ").fill("vanphong@example.vn");
        page.getByLabel("Căn cứ pháp lý").fill("Luật 91/2025/QH15");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu thông báo"))
                .click();
        assertThat(page.getByText("Nhật ký ai đã xem")).isVisible();
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "personal-data");
        page.navigate(running.url() + "/rieng-tu");
        assertThat(page.getByText("Luật 91/2025/QH15")).isVisible();
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "my-data");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tôi đã đọc"))
                .click();
        assertThat(page.getByText("Tôi đã đọc")).hasCount(0);
    }

    /** Locked elsewhere, as after idleness: the page is covered, and what was typed on it is still there afterwards. */
    private static void lockedAndOpened(Page page) {
        page.getByLabel("Mật khẩu mới").fill("còn đang gõ");
        page.evaluate("""
                () => fetch('/api/v1/me/lock', {
                  method: 'POST', headers: {'x-csrf': /diemcau_csrf=([^;]*)/.exec(document.cookie)[1]},
                })
                """);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạo mã dự phòng mới"))
                .click();
        page.getByLabel("Mật khẩu hiện tại").last().fill("một câu thật dài dễ nhớ");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tiếp tục"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Trang đang khóa");
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "locked");
        // a browser lets a second Escape through whatever the page says: the cover comes back, and nothing shows behind
        // it
        page.keyboard().press("Escape");
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Trang đang khóa");
        assertThat(page.locator("main")).isHidden();
        page.getByRole(AriaRole.DIALOG)
                .getByLabel("Mật khẩu của Nguyễn Thị Hoa")
                .fill("một câu thật dài dễ nhớ");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở khóa"))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(page.getByLabel("Mật khẩu mới")).hasValue("còn đang gõ");
    }
}
