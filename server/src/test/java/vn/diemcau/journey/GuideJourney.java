package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the user's guide, taken from the demonstration: with {@code -Ddiemcau.pictures=docs} they replace those in docs/huong-dan/hinh. */
class GuideJourney {
    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
    private static final int LARGEST = 150 * 1024;
    private static final String REORGANISATION = "00000000-0000-7000-8000-00000000000b";

    @TempDir
    static Path data;

    private static Demonstration demonstration;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        demonstration = new Demonstration(data.resolve("store"));
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (demonstration != null) demonstration.close();
    }

    private static Page desk(BrowserContext context, String login) {
        Page page = demonstration.signIn(context, login);
        page.setViewportSize(1280, 800);
        return page;
    }

    /** Takes the picture as it stands, without the door to the tour. */
    private static void take(Page page, String name) throws IOException {
        page.evaluate(
                "() => document.querySelectorAll('.closed.noprint').forEach((note) => { note.style.display = 'none' })");
        page.evaluate("() => document.fonts.ready.then(() => true)");
        browser.picture(page, "guide-" + name);
        byte[] small = SmallPicture.of(ROOT.resolve("server/target/pictures/guide-" + name + ".png"));
        assertThat(small.length).as(name).isLessThan(LARGEST);
        if (!"docs".equals(System.getProperty("diemcau.pictures"))) return;
        Path pictures = Files.createDirectories(ROOT.resolve("docs/huong-dan/hinh"));
        Files.write(pictures.resolve(name + ".png"), small);
    }

    private static void open(Page page, String path) {
        page.navigate(demonstration.running.url() + path);
    }

    private static void shown(Page page) {
        assertThat(page.locator(".skeleton, .moving")).hasCount(0);
    }

    @Test
    void thePictureOfSigningIn() throws Exception {
        BrowserContext context = browser.desk(ColorScheme.LIGHT);
        Page page = context.newPage();
        page.setViewportSize(1280, 800);
        open(page, "/dang-nhap");
        assertThat(page.getByText("Kích hoạt tài khoản")).isVisible();
        shown(page);
        take(page, "dang-nhap");
        context.close();
    }

    @Test
    void theOfficesPictures() throws Exception {
        BrowserContext context = browser.desk(ColorScheme.LIGHT);
        Page page = desk(context, "tinh");
        assertThat(page.locator("a.tile").first()).isVisible();
        take(page, "buc-tuong");
        page.locator("a.tile:not(.silent)").nth(1).click();
        assertThat(page.getByText("Danh sách điểm danh")).isVisible();
        assertThat(page.locator("li .who").first()).isVisible();
        take(page, "mot-diem-cau");
        open(page, "/don-vi");
        assertThat(page.locator("tbody th a").first()).isVisible();
        take(page, "don-vi");
        page.locator("tbody th a[href*='/don-vi/T19-0']").first().click();
        assertThat(page.locator("tbody th a[href*='-B']").first()).isVisible();
        page.locator("tbody th a[href*='-B']").first().click();
        page.locator("tbody th a[href*='nguoi=']").last().click();
        page.locator("ol a[href*='vi-sao=']").last().click();
        assertThat(page.getByText("Đính chính có lý do")).isVisible();
        take(page, "vi-sao");
        open(page, "/danh-ba");
        assertThat(page.locator("tbody th a").first()).isVisible();
        take(page, "danh-ba");
        open(page, "/lop-hoi-nghi/" + demonstration.programme);
        assertThat(page.getByText("Việc cần làm")
                        .or(page.getByText("Thông tin chung"))
                        .first())
                .isVisible();
        take(page, "hoi-nghi");
        context.close();
    }

    @Test
    void thePicturesOfWhatAProvinceKeeps() throws Exception {
        demonstration
                .office
                .put(
                        "/reorganisations/" + REORGANISATION,
                        new JsonObject()
                                .put("kind", "absorb")
                                .put(
                                        "date",
                                        LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                                                        .getYear() + 1 + "-07-01")
                                .put("decision", "12-QĐ/TU")
                                .put("units", new JsonArray().add(commune(1)))
                                .put("into", commune(0)))
                .expect(200);
        BrowserContext context = browser.desk(ColorScheme.LIGHT);
        Page page = desk(context, "tinh");
        open(page, "/danh-ba/sap-xep/" + REORGANISATION);
        assertThat(page.getByText("12-QĐ/TU").first()).isVisible();
        shown(page);
        take(page, "sap-xep");
        open(page, "/dot-sinh-hoat/demo-hoc-tap-nghi-quyet");
        assertThat(page.locator("tbody th").first()).isVisible();
        take(page, "dot-sinh-hoat");
        open(page, "/chot-so-lieu");
        assertThat(page.getByText("Mắt xích cuối của chuỗi")).isVisible();
        shown(page);
        take(page, "chot-so-lieu");
        open(page, "/tai-khoan");
        Controls.button(page, "Bật xác thực hai bước").click();
        page.getByLabel("Mật khẩu hiện tại").last().fill(Demonstration.PASSWORD);
        Controls.button(page, "Tiếp tục").click();
        assertThat(page.getByText("Quét mã này bằng ứng dụng")).isVisible();
        page.locator("#two-steps").evaluate("heading => heading.parentElement.scrollIntoView()");
        take(page, "hai-buoc");
        context.close();
    }

    private static String commune(int at) {
        return Demonstration.objects(demonstration
                        .office
                        .get("/units?parent=T19")
                        .expect(200)
                        .getJsonArray("items"))
                .stream()
                .map(one -> one.getString("id"))
                .filter(id -> id.matches("T19-\\d+"))
                .skip(at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theUnitsPicture() throws Exception {
        BrowserContext context = browser.desk(ColorScheme.LIGHT);
        Page page = desk(context, "xa");
        assertThat(page.locator("tbody th a").first()).isVisible();
        take(page, "xa");
        open(page, "/trieu-tap");
        assertThat(page.getByText("Xác nhận đã nhận").first()).isVisible();
        take(page, "giay-den");
        context.close();
    }

    @Test
    void theTrainersPicture() throws Exception {
        BrowserContext context = browser.desk(ColorScheme.LIGHT);
        Page page = desk(context, "giangvien");
        open(page, "/lop-hoi-nghi");
        assertThat(page.getByText("Hội nghị học tập, quán triệt").first()).isVisible();
        take(page, "lop-hoi-nghi");
        open(page, "/buoi/" + demonstration.session);
        assertThat(page.locator("h1")).containsText("Hội nghị học tập");
        shown(page);
        take(page, "trang-cua-lop");
        context.close();
    }

    @Test
    void thePicturesOfThePhones() throws Exception {
        BrowserContext context = browser.phone(ColorScheme.LIGHT);
        Page page = demonstration.signIn(context, "canbo");
        assertThat(page.locator("article").first()).isVisible();
        take(page, "lich-cua-toi");
        open(page, "/diem-danh?s=" + demonstration.session);
        assertThat(page.getByText("Nhập sáu số trên màn hình")).isVisible();
        take(page, "diem-danh");
        context.close();

        BrowserContext other = browser.phone(ColorScheme.LIGHT);
        page = demonstration.signIn(other, "bithu");
        assertThat(page.locator("li[data-standing]").first()).isVisible();
        take(page, "chi-bo");
        other.close();
    }

    @Test
    void thePicturesOfTheDoor() throws Exception {
        BrowserContext context = browser.phone(ColorScheme.LIGHT);
        Demonstration.Door door = demonstration.door();
        Page page = context.newPage();
        open(page, "/diem-cau?c=" + door.code());
        assertThat(page.getByLabel("Mã trên phiếu")).isVisible();
        take(page, "mo-diem-cau");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mở điểm cầu"))
                .click();
        page.getByLabel("Mã PIN của máy này").fill(Steward.PIN);
        take(page, "ma-pin");
        page.getByText("Đúng, vào điểm danh").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Danh sách"))
                .click();
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(Pattern.compile(door.name() + ", " + door.birthYear())))
                .first()
                .check();
        assertThat(page.getByText(Pattern.compile("Đã gửi hết"))).isVisible();
        page.evaluate("() => scrollTo(0, 0)");
        take(page, "diem-danh-tai-cua");
        context.close();
    }
}
