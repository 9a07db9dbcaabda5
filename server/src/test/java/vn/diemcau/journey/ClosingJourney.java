package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;

/** What happens to a record after the session: it is closed, objected to, answered; and how it is judged, proposed and approved. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosingJourney {
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

    @Test
    @Order(0)
    void theOfficeNotesActualTimesAndAmendsTheFrozenListEachWithItsReason() {
        try (BrowserContext context = browser.desk(ColorScheme.DARK)) {
            Patience.until("the list of the session that began is frozen", () -> demonstration
                    .office
                    .get("/sessions/" + demonstration.session + "/expected")
                    .expect(200)
                    .getBoolean("frozen"));
            Page page = demonstration.signIn(context, "tinh");
            page.navigate(demonstration.running.url() + "/buoi/" + demonstration.session);
            Controls.button(page, "Ghi giờ thực tế").click();
            Controls.button(page, "Thêm lần gián đoạn").click();
            Controls.inDialog(page, "Ghi").click();
            assertThat(page.getByText("Mỗi lần gián đoạn cần giờ bắt đầu")).isVisible();
            browser.looksRight(page, "times-wrong-dark");
            Controls.button(page, "Bỏ lần gián đoạn này").click();
            page.getByLabel("Lý do").fill("Mất điện toàn xã");
            Controls.inDialog(page, "Ghi").click();
            assertThat(page.getByText(Pattern.compile("ghi lúc .*: Mất điện toàn xã")))
                    .isVisible();

            Controls.button(page, "Bổ sung, sửa danh sách").click();
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Ai"))
                    .fill("nguyen");
            page.getByRole(AriaRole.OPTION).first().click();
            page.getByLabel("Từ nay là").selectOption("on_duty");
            browser.looksRight(page, "amend-list-dark");
            page.getByLabel("Lý do").fill("Trực phòng chống lụt bão theo công điện");
            Controls.inDialog(page, "Ghi").click();
            assertThat(page.getByText(Pattern.compile("Bản \\d+, .*: Trực phòng chống lụt bão theo công điện")))
                    .isVisible();
            browser.looksRight(page, "session-amended-list-dark");
            page.setViewportSize(390, 844);
            browser.looksRight(page, "session-amended-list-phone-dark");
        }
    }

    @Test
    @Order(1)
    void theOfficeClosesASessionOnItsPageAndTakesTheFileThatProvesIt() throws Exception {
        try (BrowserContext context = browser.desk(ColorScheme.LIGHT)) {
            Page page = demonstration.signIn(context, "tinh");
            page.navigate(demonstration.running.url() + "/buoi/" + demonstration.session);
            Download slips = page.waitForDownload(
                    () -> Controls.button(page, "In phiếu điểm cầu").click());
            assertThat(Files.readAllBytes(slips.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            Controls.button(page, "Chốt số liệu").click();
            Controls.inDialog(page, "Chốt số liệu").click();
            assertThat(page.getByText("Mắt xích số").first()).isVisible();
            browser.looksRight(page, "closed-session");
            Download file = page.waitForDownload(
                    () -> page.getByText("Tải tệp chốt").first().click());
            String text = Files.readString(file.path());
            assertThat(text).startsWith("{\"format\":\"diemcau-closings-1\"").contains("outcome|");
        }
    }

    @Test
    @Order(2)
    void aDelegateObjectsToTheClosedRecordAndReadsTheOfficesAnswer() {
        try (BrowserContext phone = browser.phone(ColorScheme.DARK);
                BrowserContext desk = browser.desk(ColorScheme.DARK)) {
            Page own = demonstration.signIn(phone, "canbo");
            String why = demonstration.running.url() + "/lich/nam?vi-sao=" + demonstration.session;
            own.navigate(why);
            Controls.button(own, "Đề nghị xem lại").click();
            own.getByLabel("Kết quả đúng là").selectOption("excused");
            own.getByLabel("Căn cứ").fill("Tôi đi công tác theo quyết định của Tỉnh ủy.");
            browser.looksRight(own, "objection-phone-dark");
            Controls.button(own, "Gửi đề nghị").click();
            assertThat(own.getByText("đang chờ trả lời").first()).isVisible();

            Page office = demonstration.signIn(desk, "tinh");
            office.navigate(demonstration.running.url() + "/trieu-tap");
            assertThat(office.getByText("Tôi đi công tác theo quyết định của Tỉnh ủy."))
                    .isVisible();
            office.navigate(demonstration.running.url() + "/de-nghi-xem-lai");
            assertThat(Controls.button(office, "Trả lời đề nghị")).isVisible();
            browser.looksRight(office, "appeals-desk-dark");
            Controls.button(office, "Trả lời đề nghị").click();
            office.getByRole(AriaRole.DIALOG).getByText("Xem bằng chứng").click();
            office.getByLabel("Trả lời cho người đề nghị").fill("Đã xem quyết định cử đi công tác.");
            browser.looksRight(office, "appeal-answer-dark");
            Controls.button(office, "Chấp nhận").click();
            assertThat(office.getByText("Đã chấp nhận", new Page.GetByTextOptions().setExact(false))
                            .first())
                    .isVisible();

            own.navigate(why);
            assertThat(own.getByText("Đề nghị được chấp nhận").first()).isVisible();
            assertThat(own.getByText("Đã xem quyết định cử đi công tác.").first())
                    .isVisible();
            office.navigate(demonstration.running.url() + "/buoi/" + demonstration.session);
            assertThat(office.getByText("kết quả thay đổi").first()).isVisible();
            browser.looksRight(office, "amended-session-dark");
        }
    }

    @Test
    @Order(3)
    void aPolicyIsProposedShowsWhoWouldChangeAndAnotherApproves() {
        try (BrowserContext trainers = browser.phone(ColorScheme.LIGHT);
                BrowserContext desk = browser.desk(ColorScheme.LIGHT)) {
            JsonObject grant = new Caller(demonstration.running)
                    .signedIn("giangvien", Demonstration.PASSWORD)
                    .get("/me")
                    .expect(200)
                    .getJsonArray("grants")
                    .getJsonObject(0);
            JsonObject wish = new JsonObject()
                    .put("kind", "class")
                    .put("title", "Bồi dưỡng lý luận chính trị")
                    .put("unit", grant.getString("unit"))
                    .put("mode", "hybrid");
            demonstration.office.put("/programmes/lop-quy-dinh", wish).expect(201);
            String tab = demonstration.running.url() + "/lop-hoi-nghi/lop-quy-dinh?muc=quy-dinh";
            Page trainer = demonstration.signIn(trainers, "giangvien");
            trainer.navigate(tab);
            Controls.button(trainer, "Đề nghị thay đổi").click();
            trainer.getByLabel("Ngưỡng vắng (%), 100 là không đặt ngưỡng").fill("5");
            trainer.getByLabel("Lý do thay đổi").fill("Quy chế lớp học ban hành tháng 11");
            browser.looksRight(trainer, "propose-phone");
            Controls.button(trainer, "Gửi đề nghị").click();
            assertThat(trainer.getByText("cần người khác duyệt").first()).isVisible();
            assertThat(Controls.button(trainer, "Duyệt")).hasCount(0);

            Page office = demonstration.signIn(desk, "tinh");
            office.navigate(tab);
            Controls.button(office, "Xem ai thay đổi").click();
            assertThat(office.getByText("Nếu duyệt:").first()).isVisible();
            browser.looksRight(office, "policy-desk");
            Controls.button(office, "Duyệt").click();
            assertThat(office.getByText("Vắng quá 5% thì không đủ điều kiện dự thi.")
                            .first())
                    .isVisible();
            browser.looksRight(office, "policy-approved-desk");
        }
    }

    @Test
    @Order(4)
    void theProvinceClosesAMonthOnItsPage() {
        try (BrowserContext context = browser.desk(ColorScheme.LIGHT);
                BrowserContext phone = browser.phone(ColorScheme.DARK)) {
            Page page = demonstration.signIn(context, "tinh");
            page.navigate(demonstration.running.url() + "/chot-so-lieu");
            Locator close = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chốt tháng"))
                    .first();
            close.click();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            Locator leave = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX);
            if (leave.count() > 0) leave.check();
            browser.looksRight(page, "close-month-ask");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chốt tháng"))
                    .click();
            assertThat(page.getByText("Tháng này đã chốt.")).isVisible();
            browser.looksRight(page, "months-desk");
            Page small = demonstration.signIn(phone, "xa");
            small.navigate(demonstration.running.url() + "/chot-so-lieu");
            assertThat(small.getByText("Mắt xích cuối của chuỗi").first()).isVisible();
            browser.looksRight(small, "months-phone-dark");
        }
    }
}
