package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
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

/** The hall's door: a badge from the printer, photographed badly, is scanned by its owner; nobody leaves the page without the PIN. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;
    private static BrowserContext tablet;
    private static Page page;
    private static String second;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        String first = commune.badge(0);
        second = commune.badge(1);
        byte[] cards = commune.office
                .post("/units/" + Commune.CELL + "/badges", new JsonObject())
                .bytes();
        Path film = Photograph.film(Printed.cut(cards, first::equals), data.resolve("photographed.y4m"), 20261122);
        browser = new Browser(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + film);
        tablet = browser.phone(ColorScheme.LIGHT);
        tablet.grantPermissions(List.of("camera"));
        Steward steward = Steward.opens(tablet, commune, commune.slip());
        steward.keepsTheShell();
        page = steward.page;
        steward.tab("Khác").click();
        page.getByText("Lập máy tự quét").click();
        page.getByLabel("Mã PIN để thoát").fill("280515");
        page.getByLabel("Nhập lại mã PIN").fill("280515");
        assertThat(browser.axe(page)).isEmpty();
        page.getByText("Bắt đầu tự quét").click();
        assertThat(answer("ready")).isVisible();
        page.evaluate("""
                () => {
                  window.answers = [];
                  new MutationObserver(() => {
                    const answer = document.querySelector('[data-door]');
                    if (answer) answers.push(answer.dataset.door + ' ' + answer.textContent);
                  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
                }
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    /** The answer to a scan goes by itself after a moment; it was seen when it was there at any time. */
    private static void answered(String kind, String words) {
        page.waitForFunction(
                "([kind, words]) => answers.some((one) => one.startsWith(kind + ' ') && one.includes(words))",
                List.of(kind, words));
    }

    private static Locator answer(String kind) {
        return page.locator("[data-door=" + kind + "]");
    }

    @Test
    @Order(1)
    void aPrintedAndPhotographedBadgeIsScannedByItsOwner() {
        assertThat(answer("ready")).containsText("Mời đồng chí đưa thẻ vào khung");
        page.getByText("Bật máy quét").click();
        answered("found", Commune.NAMES.get(0) + ", 1955");
        browser.picture(page, "door-found");
        Patience.until("the office sees the scan", () -> commune.present() == 1);
        assertThat(answer("ready")).isVisible();
        assertThat(page.getByText("Đã quét 1 người tại máy này")).isVisible();
        browser.picture(page, "door-ready");
        assertThat(browser.axe(page)).isEmpty();
    }

    @Test
    @Order(2)
    void theNextIsScannedWithoutATouchAndWithoutANetwork() {
        tablet.setOffline(true);
        page.keyboard().type(second);
        page.keyboard().press("Enter");
        answered("found", Commune.NAMES.get(1));
        assertThat(answer("ready")).isVisible();
        page.keyboard().type(second);
        page.keyboard().press("Enter");
        answered("already", "");
        tablet.setOffline(false);
        assertThat(Browser.kept(page))
                .as("names stand nowhere on the device as text")
                .doesNotContain(Commune.NAMES.get(0), Commune.NAMES.get(1), Commune.NAMES.get(3));
        Patience.until("the office sees the second", () -> commune.present() == 2);
    }

    @Test
    @Order(3)
    void theAddressOfTheListLeadsBackToTheDoor() {
        page.navigate(Steward.site(commune));
        page.waitForURL(Pattern.compile(".*/cua$"));
        assertThat(answer("ready")).isVisible();
        assertThat(page.getByText(Commune.NAMES.get(3))).isHidden();
    }

    @Test
    @Order(4)
    void theOfficeSeesTheDoorAndMayEndIt() {
        JsonObject door = commune
                .office
                .get("/sessions/" + Commune.SESSION + "/sites/" + Commune.SITE + "/devices")
                .expect(200)
                .getJsonArray("items")
                .stream()
                .map(JsonObject.class::cast)
                .filter(device -> device.getBoolean("door"))
                .findFirst()
                .orElseThrow();
        assertThat(door.getInteger("entries")).isGreaterThanOrEqualTo(2);
        commune.office
                .post(
                        "/sessions/" + Commune.SESSION + "/sites/" + Commune.SITE + "/devices/" + door.getString("id")
                                + "/revocation",
                        new JsonObject())
                .expect(204);
        page.keyboard().type(second);
        page.keyboard().press("Enter");
        assertThat(page.getByText("Máy tự quét này đã bị ngừng. Mời gặp cán bộ điểm danh."))
                .isVisible();
        assertThat(commune.present()).isEqualTo(2);
    }

    @Test
    @Order(5)
    void onlyThePinLeavesTheDoor() {
        page.getByText("Thoát").click();
        page.getByLabel("Mã PIN để thoát").fill("111111");
        page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
                .getByText("Thoát", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByText("Mã PIN không đúng")).isVisible();
        page.getByLabel("Mã PIN để thoát").fill("280515");
        page.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
                .getByText("Thoát", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForURL(Pattern.compile(".*/diem-cau$"));
        assertThat(browser.complaints()).isEmpty();
    }
}
