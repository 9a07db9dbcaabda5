package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.diemcau.RunningPlatform;

class FirstRunJourney {
    private static RunningPlatform running;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
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
        assertThat(page).not().hasURL(Pattern.compile(".*/khoi-tao"));
        assertThat(page.locator("header").first()).containsText("Nguyễn Thị Hoa");
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
