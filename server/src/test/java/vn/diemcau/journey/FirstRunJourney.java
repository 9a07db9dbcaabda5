package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/bat-dau.*"));
        org.assertj.core.api.Assertions.assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "first-run");
        assertThat(browser.complaints()).isEmpty();
    }
}
