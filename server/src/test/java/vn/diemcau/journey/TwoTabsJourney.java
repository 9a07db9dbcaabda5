package vn.diemcau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** One phone with the site open in two tabs: each sees what the other did, and each entry leaves the phone once. */
class TwoTabsJourney {
    private static final Pattern ID = Pattern.compile("\\\\\"id\\\\\":\\\\\"([0-9a-f-]{36})");

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

    @Test
    void whatTwoTabsKeptIsSentByOneOfThemAndOnce() {
        try (BrowserContext phone = browser.phone(ColorScheme.LIGHT)) {
            Steward first = Steward.opens(phone, commune, commune.slip());
            first.keepsTheShell();
            Steward second = Steward.returns(phone, commune);
            first.shows(0);
            second.shows(0);
            List<String> sent = new CopyOnWriteArrayList<>();
            // one that was begun without a signal never left
            phone.onRequestFinished(request -> sent.addAll(entries(request)));
            phone.setOffline(true);
            first.tab("Danh sách").click();
            second.tab("Danh sách").click();
            for (int i = 0; i < 4; i++) {
                first.box(Commune.NAMES.get(i)).check();
                first.shows(2 * i + 1);
                second.shows(2 * i + 1);
                second.box(Commune.NAMES.get(i + 4)).check();
                first.shows(2 * i + 2);
                second.shows(2 * i + 2);
            }
            assertThat(commune.present()).isZero();
            sent.clear();
            phone.setOffline(false);
            Patience.until("everything has arrived", () -> {
                first.shows(8);
                return commune.present() == 8;
            });
            first.page.waitForFunction("() => document.querySelectorAll('[data-entry=waiting]').length === 0");
            first.page.waitForCondition(() -> sent.size() >= 8);
            assertThat(sent).as("entries that left the phone").hasSize(8).doesNotHaveDuplicates();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static List<String> entries(Request request) {
        List<String> ids = new ArrayList<>();
        if (request.url().endsWith("/evidence/batch") && request.postData() != null) {
            Matcher matcher = ID.matcher(request.postData());
            while (matcher.find()) ids.add(matcher.group(1));
        }
        return ids;
    }
}
