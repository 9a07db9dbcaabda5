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
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;

/** The secretary's meeting of fifteen members, on a phone. */
class CellJourney {
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

    private static Page secretary(BrowserContext context) {
        JsonObject account = commune.office
                .post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "bithu.dongcan")
                                .put("name", "Bí thư chi bộ xóm Đồng Cạn")
                                .put("role", "cell_secretary")
                                .put("unit", Commune.CELL))
                .expect(201);
        String password = commune.office
                .post("/accounts/" + account.getString("id") + "/password", new JsonObject())
                .expect(200)
                .getString("password");
        new Caller(commune.running).signedIn("bithu.dongcan", password);
        Page page = context.newPage();
        page.navigate(commune.running.url() + "/dang-nhap");
        page.evaluate("""
                ([login, password]) => fetch('/api/v1/sign-in', {
                  method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({ login, password }),
                })
                """, List.of("bithu.dongcan", Caller.ownPassword("bithu.dongcan")));
        page.navigate(commune.running.url() + "/chi-bo");
        return page;
    }

    @Test
    void aMeetingOfFifteenTakesATapForEachAndSaysTheSentenceOfTheMinutes() {
        BrowserContext context = browser.phone(ColorScheme.LIGHT);
        Page page = secretary(context);
        Locator rows = page.locator("li[data-standing]");
        assertThat(rows).hasCount(15);
        assertThat(page.locator("li input:checked")).hasCount(0);
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "cell-empty");
        for (int i = 0; i < 13; i++) {
            // The line breaks half way: nothing is lost and nothing stops.
            if (i == 5) context.setOffline(true);
            if (i == 10) context.setOffline(false);
            page.getByRole(
                            AriaRole.CHECKBOX,
                            new Page.GetByRoleOptions().setName(Pattern.compile(Commune.NAMES.get(i))))
                    .check();
        }
        page.getByLabel("Ghi vắng: " + Commune.NAMES.get(13)).click();
        page.getByText("trực ca", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".sentence"))
                .hasText(
                        Pattern.compile(
                                "Tổng số đảng viên: 15; có mặt 13; vắng 01 \\(có lý do 01, không lý do 0\\); được miễn 01\\. Thời lượng: \\d+ phút\\."));
        browser.picture(page, "cell");
        assertThat(Browser.kept(page))
                .as("names stand nowhere on the phone as text")
                .contains("own", "cell:" + Commune.CELL)
                .doesNotContain(Commune.NAMES.get(0), Commune.NAMES.get(13), "trực ca");
        page.getByText("Kết thúc và chốt").click();
        assertThat(page.getByText("Đã chốt buổi sinh hoạt")).isVisible();
        assertThat(page.locator(".sentence")).containsText("có mặt 13; vắng 01 (có lý do 01, không lý do 0)");
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }
}
