package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What a steward does on a phone, by the words on it. */
final class Steward {
    /** Seals what the phone keeps. */
    static final String PIN = "190526";

    final Page page;

    private Steward(Page page) {
        this.page = page;
    }

    /** Opens the commune's site by its slip. */
    static Steward opens(BrowserContext phone, Commune commune, String slip) {
        Page page = phone.newPage();
        page.navigate(commune.running.url() + "/diem-cau?c=" + slip);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở điểm cầu"))
                .click();
        page.getByLabel("Mã PIN của máy này").fill(PIN);
        page.getByText("Đúng, vào điểm danh").click();
        Steward steward = new Steward(page);
        assertThat(steward.tab("Quét")).isVisible();
        return steward;
    }

    /** The site's page again on a phone that has opened it before. */
    static Steward returns(BrowserContext phone, Commune commune) {
        Page page = phone.newPage();
        page.navigate(site(commune));
        return new Steward(page);
    }

    /** Types the PIN that the page asks for when it is opened again. */
    static void unlocks(Page page) {
        page.getByLabel("Mã PIN của máy này").fill(PIN);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở khóa"))
                .click();
    }

    static String site(Commune commune) {
        return commune.running.url() + "/diem-cau/" + Commune.SESSION + "/" + Commune.SITE;
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    Locator box(String name) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    Locator button(String name) {
        return Controls.button(page, name);
    }

    void shows(int present) {
        assertThat(page.locator(".figure b")).hasText(String.valueOf(present));
    }

    /** A scanner that plays a keyboard. */
    void scans(String badge) {
        page.keyboard().type(badge);
        page.keyboard().press("Enter");
    }

    /** The kept shell must be there before the line may go. */
    void keepsTheShell() {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
    }
}
