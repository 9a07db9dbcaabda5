package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room's screen, and a cadre who reads it. */
class CheckInJourney {
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

    /** The phone of somebody of the cell: activated in the browser itself, so that its cookies are the browser's. */
    private static Page phoneOf(int number, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(commune.running.url() + "/kich-hoat");
        page.evaluate("""
                async ([code, birthYear]) => {
                  const ask = (method, path, body) => fetch('/api/v1' + path, {
                    method, body: JSON.stringify(body), headers: {'content-type': 'application/json'},
                  }).then((answer) => answer.json());
                  const { token } = await ask('POST', '/activations', { code, birthYear });
                  await ask('PUT', '/activations/pin', { token, pin: '260814' });
                }
                """, java.util.List.of(commune.activationCode(number), 1955 + 2 * number));
        return page;
    }

    private static Page screen() {
        Page screen = browser.desk(ColorScheme.LIGHT).newPage();
        screen.navigate(commune.running.url() + "/dang-nhap");
        screen.evaluate("""
                () => fetch('/api/v1/sign-in', {
                  method: 'POST', headers: {'content-type': 'application/json'},
                  body: JSON.stringify({ login: 'quantri', password: 'mot cau that dai de nho' }),
                })
                """);
        screen.navigate(commune.running.url() + "/phong/" + Commune.SESSION + "/" + Commune.SITE);
        assertThat(screen.locator(".code")).hasText(java.util.regex.Pattern.compile("\\d{6}"));
        return screen;
    }

    private static String code(Page screen) {
        return screen.locator(".code").textContent().replaceAll("\\D", "");
    }

    @Test
    void theSixDigitsOfTheScreenCheckACadreInAndTheScreenCounts() {
        Page screen = screen();
        assertThat(browser.axe(screen)).isEmpty();
        browser.picture(screen, "room");
        Page phone = phoneOf(2, browser.phone(ColorScheme.LIGHT));
        phone.navigate(commune.running.url() + "/diem-danh");
        assertThat(phone.getByText("Điểm cầu xã Đại Từ")).isVisible();
        phone.locator("#code").fill("000000");
        assertThat(phone.locator("[data-told=again]")).isVisible();
        phone.locator("#code").fill(code(screen));
        assertThat(phone.locator("[data-told=counted]")).isVisible();
        assertThat(browser.axe(phone)).isEmpty();
        browser.picture(phone, "check-in");
        assertThat(screen.locator(".count b")).hasText("1");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCodeReadWithoutASignalIsKeptWithItsTimeAndSentLater() {
        Page screen = screen();
        BrowserContext context = browser.phone(ColorScheme.DARK);
        Page phone = phoneOf(3, context);
        phone.navigate(commune.running.url() + "/diem-danh?s=" + Commune.SESSION + "&d=" + Commune.SITE);
        assertThat(phone.locator("#code")).isVisible();
        context.setOffline(true);
        phone.locator("#code").fill(code(screen));
        assertThat(phone.locator("[data-told=kept]")).isVisible();
        browser.picture(phone, "check-in-kept-dark");
        context.setOffline(false);
        assertThat(phone.locator("[data-told=counted]")).isVisible();
        assertThat(browser.axe(phone)).isEmpty();
    }

    @Test
    void theLinkOfTheScreenLeadsThroughSigningInAndKeepsItsTime() {
        Page screen = screen();
        Page phone = browser.phone(ColorScheme.LIGHT).newPage();
        phone.navigate(commune.running.url() + "/diem-danh?s=" + Commune.SESSION + "&d=" + Commune.SITE + "&m="
                + code(screen));
        String next = phone.getByText("Đăng nhập để điểm danh").getAttribute("href");
        assertThat(next).startsWith("/dang-nhap?next=").contains("m%3D").contains("t%3D");
        assertThat(browser.axe(phone)).isEmpty();
    }
}
