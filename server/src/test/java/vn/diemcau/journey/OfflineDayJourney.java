package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** A whole day at a site without a signal: everything is done, the browser is closed and opened, a file is carried, and all counts once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfflineDayJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;
    private static Steward steward;
    private static BrowserContext phone;
    private static String badge;
    private static Path file;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        badge = commune.badge(0);
        browser = new Browser();
        phone = browser.lastingPhone(data.resolve("phone"), false);
        steward = Steward.opens(phone, commune, commune.slip());
        steward.keepsTheShell();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    @Test
    @Order(1)
    void everythingIsDoneWithoutANetwork() {
        phone.setOffline(true);
        steward.scans(badge);
        steward.shows(1);
        steward.tab("Danh sách").click();
        for (int i = 1; i < 6; i++) steward.box(Commune.NAMES.get(i)).check();
        steward.shows(6);
        steward.box(Commune.NAMES.get(5)).uncheck();
        steward.shows(5);
        steward.page.getByLabel("Ra về: " + Commune.NAMES.get(1)).click();
        steward.page.getByText("Khách / chưa có trong danh sách").click();
        steward.page.getByLabel("Họ và tên").fill("Lục Văn Thay");
        steward.page.getByLabel(Pattern.compile("Đến dự thay cho")).selectOption(Commune.person(7));
        steward.button("Ghi").click();
        assertThat(steward.page.getByText("+1 ngoài số phải dự")).isVisible();
        steward.tab("Đếm người").click();
        for (String heads : new String[] {"5", "6", "6"}) {
            steward.page.getByLabel("Số người đếm được").fill(heads);
            steward.button("Ghi số đếm").click();
            assertThat(steward.page.getByLabel("Số người đếm được")).hasValue("");
        }
        steward.tab("Khác").click();
        steward.button("Đường truyền · Mở muộn Đang tốt").click();
        steward.button("Báo mất đường truyền").click();
        assertThat(steward.page.getByText(Pattern.compile("^Mất từ")).first()).isVisible();
        steward.page.getByLabel("Đã có mặt từ").fill("00:00");
        steward.button("Ghi lời khai này").click();
        assertThat(steward.page.getByText(Pattern.compile("đã có mặt từ 00:00")))
                .isVisible();
        steward.tab("Danh sách").click();
        steward.box(Commune.NAMES.get(8)).check();
        steward.shows(6);
        browser.picture(steward.page, "site-day-offline");
        assertThat(commune.present()).isZero();
    }

    @Test
    @Order(2)
    void theBrowserIsClosedAndOpenedAndAllIsThere() {
        phone.close();
        phone = browser.lastingPhone(data.resolve("phone"), true);
        steward = Steward.returns(phone, commune);
        Page locked = steward.page;
        assertThat(locked.getByText(Pattern.compile("Còn 14 kết quả chưa gửi"))).isVisible();
        assertThat(Browser.kept(locked))
                .as("nobody is named on the phone while it is locked")
                .doesNotContain(Commune.NAMES.get(1), "Lục Văn Thay", Commune.person(1));
        locked.getByLabel("Mã PIN của máy này").fill("000000");
        locked.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở khóa"))
                .click();
        assertThat(locked.getByText("Mã PIN không đúng")).isVisible();
        assertThat(browser.axe(locked)).isEmpty();
        browser.picture(locked, "site-locked");
        Steward.unlocks(locked);
        steward.shows(6);
        assertThat(steward.page.getByText("+1 ngoài số phải dự")).isVisible();
        steward.tab("Danh sách").click();
        assertThat(steward.box(Commune.NAMES.get(0))).isChecked();
        assertThat(steward.box(Commune.NAMES.get(5))).not().isChecked();
        steward.page.getByRole(AriaRole.SEARCHBOX).fill("lan");
        steward.page.getByRole(AriaRole.SEARCHBOX).fill("");
        steward.tab("Khác").click();
        steward.page.getByText("Nhật ký của máy này").click();
        assertThat(steward.page.locator("[data-entry=waiting]")).hasCount(14);
        assertThat(steward.page.getByText("Số đếm 5")).isVisible();
        assertThat(browser.axe(steward.page)).isEmpty();
        browser.picture(steward.page, "site-journal");
    }

    @Test
    @Order(3)
    void whatWaitsIsSavedIntoAFileThatItsPinAloneOpens() {
        steward.button("Xuất tệp để gửi từ máy khác").click();
        steward.page.getByLabel("Mã PIN của tệp").fill("260814");
        steward.page.getByLabel("Nhập lại mã PIN").fill("260814");
        browser.picture(steward.page, "site-export");
        Download download =
                steward.page.waitForDownload(() -> steward.button("Lưu tệp").click());
        assertThat(download.suggestedFilename()).endsWith(".dcau");
        file = data.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertThat(file).content().contains("Điểm cầu xã Đại Từ").doesNotContain(Commune.NAMES.get(0));
    }

    @Test
    @Order(4)
    void anotherComputerBringsTheFile() {
        BrowserContext desk = browser.desk(ColorScheme.LIGHT);
        Page page = desk.newPage();
        page.navigate(commune.running.url() + "/diem-cau/nhap-tep");
        bring(page, "111111");
        assertThat(page.getByText("Mã PIN không đúng, hoặc tệp bị hỏng.")).isVisible();
        page.getByLabel("Mã PIN của tệp").fill("260814");
        page.getByText("Mở tệp").click();
        assertThat(page.getByText("Có chữ ký của máy ở điểm cầu")).isVisible();
        page.getByText(Pattern.compile("^Gửi 14 mục")).click();
        assertThat(page.getByText(Pattern.compile("^Máy này chưa được phép ghi")))
                .isVisible();
        assertThat(commune.present()).isZero();
        page.navigate(commune.running.url() + "/dang-nhap");
        page.getByLabel("Tên đăng nhập").fill("quantri");
        page.getByLabel("Mật khẩu").fill("mot cau that dai de nho");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đăng nhập"))
                .first()
                .click();
        page.waitForURL(url -> !url.contains("dang-nhap"));
        page.navigate(commune.running.url() + "/diem-cau/nhap-tep");
        bring(page, "260814");
        assertThat(page.getByText("Có chữ ký của máy ở điểm cầu")).isVisible();
        browser.picture(page, "site-bring");
        assertThat(browser.axe(page)).isEmpty();
        page.getByText(Pattern.compile("^Gửi 14 mục")).click();
        assertThat(page.getByText(Pattern.compile("14 mục được nhận, 0 mục đã có từ trước, 0 mục bị từ chối")))
                .isVisible();
        Patience.until("the office counts what the file brought", () -> commune.present() == 6);
        desk.close();
    }

    private static void bring(Page page, String pin) {
        page.setInputFiles("input[type=file]", file);
        page.getByLabel("Mã PIN của tệp").fill(pin);
        page.getByText("Mở tệp").click();
    }

    @Test
    @Order(5)
    void theSignalReturnsAndNothingCountsTwice() {
        phone.setOffline(false);
        assertThat(steward.page.getByText(Pattern.compile("Đã gửi hết"))).isVisible();
        assertThat(steward.page.locator("[data-entry=accepted]")).hasCount(14);
        steward.shows(6);
        assertThat(commune.present()).isEqualTo(6);
        JsonObject why = commune.office
                .get("/sessions/" + Commune.SESSION + "/attendance/" + Commune.person(8) + "/why")
                .expect(200);
        JsonObject seen = why.getJsonArray("evidence").getJsonObject(0);
        assertThat(why.getJsonArray("evidence")).hasSize(1);
        assertThat(seen.getString("seal")).isEqualTo("good");
        assertThat(seen.getString("since")).isNotNull();
        JsonObject device = commune.office
                .get("/sessions/" + Commune.SESSION + "/sites/" + Commune.SITE + "/devices")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(device.getInteger("entries")).isEqualTo(14);
        assertThat(device.getInteger("missing")).isZero();
    }

    @Test
    @Order(6)
    void aLockedPhoneSendsWhatWaitsAndStillNamesNobody() {
        phone.setOffline(true);
        steward.tab("Danh sách").click();
        steward.box(Commune.NAMES.get(9)).check();
        steward.shows(7);
        phone.close();
        phone = browser.lastingPhone(data.resolve("phone"), false);
        steward = Steward.returns(phone, commune);
        assertThat(steward.page.getByText("Kết quả trên máy đã gửi hết.")).isVisible();
        assertThat(steward.page.getByLabel("Mã PIN của máy này")).isVisible();
        Patience.until("the office counts what the locked phone sent", () -> commune.present() == 7);
        assertThat(Browser.kept(steward.page)).doesNotContain(Commune.NAMES.get(9), Commune.person(9));
        browser.looksRight(steward.page, "site-locked-sent");
        Steward.unlocks(steward.page);
        steward.shows(7);
        steward.tab("Khác").click();
        steward.page.getByText("Nhật ký của máy này").click();
        assertThat(steward.page.locator("[data-entry=accepted]")).hasCount(15);
        JsonObject why = commune.office
                .get("/sessions/" + Commune.SESSION + "/attendance/" + Commune.person(9) + "/why")
                .expect(200);
        assertThat(why.getJsonArray("evidence").getJsonObject(0).getString("seal"))
                .isEqualTo("good");
    }

    @Test
    @Order(7)
    void theListLeavesThePhoneOnceTheSiteIsClosedAndSent() {
        steward.button("Đóng điểm cầu").first().click();
        steward.page
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Đóng điểm cầu"))
                .click();
        assertThat(steward.page.getByText("danh sách đã được xóa khỏi máy này")).isVisible();
        Object kept = steward.page.evaluate(
                "() => new Promise((give) => { const asked = indexedDB.open('diemcau');"
                        + " asked.onsuccess = () => { const all = asked.result.transaction('things').objectStore('things').getAllKeys();"
                        + " all.onsuccess = () => give(all.result.filter((key) => key.startsWith('pack|') || key.startsWith('said|') || key.startsWith('seal|')).length); } })");
        assertThat(kept).isEqualTo(0);
        assertThat(browser.complaints()).isEmpty();
    }
}
