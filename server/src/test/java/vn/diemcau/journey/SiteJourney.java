package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** The steward's phone at the door: one evening at one site, in its order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SiteJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;
    private static String second;
    private static String slip;
    private static BrowserContext phone;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        Path film = Commune.film(commune.badge(0), data.resolve("badge.y4m"));
        second = commune.badge(1);
        slip = commune.slip();
        browser = new Browser(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        phone = browser.phone(ColorScheme.LIGHT);
        phone.grantPermissions(List.of("camera"));
        page = open(phone);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    private static Page open(BrowserContext on) {
        Page opened = on.newPage();
        opened.navigate(commune.running.url() + "/diem-cau?c=" + slip);
        opened.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở điểm cầu"))
                .click();
        assertThat(opened.getByText("Điểm cầu xã Đại Từ")).isVisible();
        opened.getByLabel("Mã PIN của máy này").fill(Steward.PIN);
        opened.getByText("Đúng, vào điểm danh").click();
        assertThat(tab(opened, "Quét")).isVisible();
        return opened;
    }

    private static Locator tab(Page on, String name) {
        return on.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator box(Page on, String name) {
        return on.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private static Locator verdict(Page on, String kind) {
        return on.locator("[data-verdict=" + kind + "]");
    }

    private static void figure(Page on, int present) {
        assertThat(on.locator(".figure b")).hasText(String.valueOf(present));
    }

    private static void clean(Page on) {
        assertThat(browser.axe(on)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void aBadgeBeforeTheCameraIsCounted() {
        figure(page, 0);
        clean(page);
        page.getByText("Bật máy quét").click();
        assertThat(verdict(page, "found")).containsText(Commune.NAMES.get(0));
        figure(page, 1);
        Patience.until("the office sees the scan", () -> commune.present() == 1);
        browser.picture(page, "site-scanned");
        clean(page);
    }

    @Test
    @Order(2)
    void aScannerThatPlaysAKeyboardIsHeardWhereverItTypes() {
        tab(page, "Danh sách").click();
        page.keyboard().type(second);
        page.keyboard().press("Enter");
        figure(page, 2);
        assertThat(box(page, Commune.NAMES.get(1))).isChecked();
    }

    @Test
    @Order(3)
    void aNameIsFoundWithoutMarksAndTicked() {
        page.getByRole(AriaRole.SEARCHBOX).fill("dang");
        assertThat(page.locator("ol li")).hasCount(1);
        box(page, "Đặng Thị Xuân").check();
        figure(page, 3);
        Patience.until("the office sees the tick", () -> commune.present() == 3);
        clean(page);
        page.getByRole(AriaRole.SEARCHBOX).fill("");
    }

    @Test
    @Order(4)
    void whatWasDoneCanBeTakenBack() {
        tab(page, "Quét").click();
        page.getByLabel("Hoàn tác: Đặng Thị Xuân").click();
        figure(page, 2);
        Patience.until("the office sees the undo", () -> commune.present() == 2);
    }

    @Test
    @Order(5)
    void whatWasDoneWithoutANetworkSurvivesAReloadAndArrivesOnce() {
        page.waitForFunction("() => navigator.serviceWorker.controller !== null");
        phone.setOffline(true);
        tab(page, "Danh sách").click();
        for (int i = 5; i < 9; i++) box(page, Commune.NAMES.get(i)).check();
        figure(page, 6);
        assertThat(page.getByText("4 chờ gửi")).isVisible();
        page.reload();
        Steward.unlocks(page);
        figure(page, 6);
        browser.picture(page, "site-offline");
        assertThat(commune.present()).isEqualTo(2);
        phone.setOffline(false);
        Patience.until("the office sees all four", () -> commune.present() == 6);
        assertThat(page.getByText(Pattern.compile("Đã gửi hết"))).isVisible();
        page.reload();
        Steward.unlocks(page);
        figure(page, 6);
        assertThat(commune.present()).isEqualTo(6);
    }

    @Test
    @Order(6)
    void twoPhonesOfOneSiteSeeEachOtherAndCountNobodyTwice() {
        BrowserContext another = browser.phone(ColorScheme.DARK);
        Page other = open(another);
        figure(other, 6);
        tab(other, "Danh sách").click();
        box(other, Commune.NAMES.get(9)).check();
        figure(page, 7);
        another.setOffline(true);
        box(other, Commune.NAMES.get(10)).check();
        tab(page, "Danh sách").click();
        box(page, Commune.NAMES.get(10)).check();
        figure(page, 8);
        figure(other, 8);
        another.setOffline(false);
        assertThat(other.getByText(Pattern.compile("Đã gửi hết"))).isVisible();
        Patience.until("both ticks are one person", () -> commune.present() == 8);
        browser.picture(other, "site-second-dark");
        clean(other);
        another.close();
    }

    @Test
    @Order(7)
    void theListIsWorkedByTheKeyboardAlone() {
        page.reload();
        focused("Mã PIN của máy này");
        page.keyboard().type(Steward.PIN);
        page.keyboard().press("Enter");
        figure(page, 8);
        focused("Quét");
        page.keyboard().press("ArrowRight");
        assertThat(tab(page, "Danh sách")).hasAttribute("aria-selected", "true");
        focused("Tìm tên");
        page.keyboard().type("chung");
        assertThat(page.locator("ol li")).hasCount(1);
        focused(Commune.NAMES.get(11));
        page.keyboard().press("Space");
        figure(page, 9);
        page.keyboard().press("Space");
        figure(page, 8);
        focused("Đóng điểm cầu");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    /** Presses Tab until what has the focus bears the name. */
    private static void focused(String name) {
        String named = "() => { const at = document.activeElement;"
                + " if (!at.matches('a, button, input')) return '';"
                + " const label = at.labels?.[0]?.textContent ?? '';"
                + " return [at.getAttribute('aria-label'), label, at.textContent].join(' '); }";
        Patience.until("the focus reaches " + name, () -> {
            if (String.valueOf(page.evaluate(named)).contains(name)) return true;
            page.keyboard().press("Tab");
            return false;
        });
    }

    @Test
    @Order(8)
    void aGuestIsCountedApartAndTheRollIsReportedAndClosed() {
        page.getByText("Khách / chưa có trong danh sách").click();
        page.getByLabel("Họ và tên").fill("Phạm Văn Khách");
        Controls.button(page, "Ghi").click();
        assertThat(page.getByText("+1 ngoài số phải dự")).isVisible();
        tab(page, "Đếm người").click();
        page.getByLabel("Số người đếm được").fill("9");
        page.getByText("Ghi số đếm").click();
        assertThat(page.getByText("Khớp với danh sách")).isVisible();
        page.getByText("Báo cáo điểm danh").click();
        assertThat(page.getByText(Pattern.compile("Đã báo cáo lúc"))).isVisible();
        clean(page);
        page.getByText("Đóng điểm cầu").first().click();
        clean(page);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đóng điểm cầu"))
                .click();
        assertThat(page.getByText("Điểm cầu đã đóng")).isVisible();
        Patience.until("the office sees the close", () -> commune.roll().getBoolean("closed", false));
        clean(page);
    }
}
