package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.identity.AtProvider;

/** Through the provider and back, as people go: a button here, a page there, and whatever may go wrong said in a sentence. */
class ProviderJourney {
    /** The provider sends people back to this name, which the browser finds at the server's port. */
    private static final String HERE = "http://diemcau.localhost";

    private static final String BACK = HERE + "/dang-nhap/tro-ve";

    @TempDir
    static Path data;

    private static AtProvider provider;
    private static RunningPlatform running;
    private static Caller office;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        provider = AtProvider.withPages();
        Map<String, String> settings = new HashMap<>(Commune.client());
        settings.putAll(provider.settings());
        settings.put("DIEMCAU_PUBLIC_URL", HERE);
        running = RunningPlatform.over(data, settings);
        office = Caller.firstAdministrator(running);
        String address = running.url().substring("http://".length()).replace("localhost", "127.0.0.1");
        browser = new Browser("--host-resolver-rules=MAP diemcau.localhost " + address);
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        running.close();
        provider.close();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** At the provider's own page. */
    private static Page gone(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(HERE + "/dang-nhap");
        Controls.button(page, "Đăng nhập bằng Tài khoản tỉnh").click();
        assertThat(page.locator("input[name=username]")).isVisible();
        return page;
    }

    private static void says(Page page, String who) {
        page.locator("input[name=username]").fill(who);
        page.locator("input[type=submit]").click();
    }

    @Test
    void whoIsBoundToNobodyReadsACodeToTheOfficeAndComesInTheNextTime() {
        String account = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "lan")
                                .put("name", "Triệu Thị Lan")
                                .put("role", "trainer")
                                .put("unit", "/"))
                .expect(201)
                .getString("id");
        Page phone = gone(browser.phone(ColorScheme.DARK));
        says(phone, "can-bo-17");
        assertThat(heading(phone)).hasText("Chưa liên kết với tài khoản nào");
        assertThat(phone.locator("body")).containsText("đọc mã này cho quản trị đơn vị");
        browser.looksRight(phone, "provider-unbound-phone");
        String code = phone.locator("output").textContent().replace(" ", "");
        office.post("/accounts/" + account + "/provider", new JsonObject().put("code", code))
                .expect(200);

        Page desk = gone(browser.desk(ColorScheme.LIGHT));
        says(desk, "can-bo-17");
        assertThat(desk.locator("header").first()).containsText("Triệu Thị Lan");
        assertThat(desk).not().hasURL(Pattern.compile(".*(state|code)=.*"));
        assertThat(browser.axe(desk)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoTurnsBackAtTheProviderIsToldThatNothingHasChanged() {
        Page page = gone(browser.phone(ColorScheme.LIGHT));
        page.navigate(BACK + "?error=access_denied&state=x");
        assertThat(heading(page)).hasText("Đăng nhập chưa xong");
        assertThat(page.locator("body")).containsText("hoặc thao tác đã bị hủy. Chưa có gì thay đổi.");
        browser.looksRight(page, "provider-cancelled-phone");
        Controls.button(page, "Về trang đăng nhập").click();
        assertThat(Controls.button(page, "Đăng nhập bằng Tài khoản tỉnh")).isVisible();
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForOpensNothing() {
        Page page = gone(browser.phone(ColorScheme.LIGHT));
        page.navigate(BACK + "?state=cua-nguoi-khac&code=abc");
        assertThat(heading(page)).hasText("Đăng nhập chưa xong");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("không bắt đầu ở trình duyệt này");
        assertThat(page).not().hasURL(Pattern.compile(".*(state|code)=.*"));
        browser.looksRight(page, "provider-lost-phone");
        page.navigate(HERE + "/lich");
        assertThat(Controls.button(page, "Đăng nhập bằng Tài khoản tỉnh")).isVisible();
    }
}
