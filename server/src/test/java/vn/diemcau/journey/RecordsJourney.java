package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.JustBegun;
import vn.diemcau.Patience;

/** A class and its records, each walked by whom it is for: leave with a paper, a call from a site, a walk-in, the exam, rules, closings. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordsJourney {
    private static final ZoneId COUNTRY = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    static Path data;

    private static Commune commune;
    private static TrainingClass trainingClass;
    private static Browser browser;
    private static byte[] paper;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        trainingClass = new TrainingClass(commune);
        browser = new Browser();
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            paper = out.toByteArray();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    private static Page at(Page page, String path) {
        page.navigate(commune.running.url() + path);
        return page;
    }

    @Test
    @Order(1)
    void aCadreAsksForLeaveWithAPaperOnAPhoneAndTheOfficerOpensIt() throws Exception {
        try (BrowserContext phone = browser.phone(ColorScheme.LIGHT);
                BrowserContext desk = browser.desk(ColorScheme.DARK)) {
            Page own = at(trainingClass.phone(4, phone), "/lich");
            Locator turn = own.locator("li")
                    .filter(new Locator.FilterOptions().setHasText("Lớp bồi dưỡng"))
                    .first();
            turn.locator("summary").click();
            turn.getByText("Xin phép vắng").click();
            own.getByLabel("Lý do").fill("Đi công tác theo quyết định của Ủy ban nhân dân xã.");
            browser.looksRight(own, "leave-reason-phone");
            Controls.inDialog(own, "Gửi xin phép").click();
            Locator declare = own.getByLabel(Pattern.compile("^Tôi cam đoan"));
            declare.check();
            browser.looksRight(own, "leave-paper-phone");
            own.getByRole(AriaRole.DIALOG)
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("quyet-dinh-cong-tac.pdf", "application/pdf", paper));
            assertThat(own.getByText("Đang kèm: quyet-dinh-cong-tac.pdf")).isVisible();
            browser.looksRight(own, "leave-kept-phone");
            Controls.inDialog(own, "Xong").click();
            assertThat(own.getByText("Gửi kèm giấy tờ").first()).isVisible();

            Page office = at(trainingClass.desk("quantri", desk), "/trieu-tap");
            assertThat(office.getByText("Đi công tác theo quyết định của Ủy ban nhân dân xã."))
                    .isVisible();
            browser.looksRight(office, "leave-officer-dark");
            Download opened = office.waitForDownload(
                    () -> office.getByText("quyet-dinh-cong-tac.pdf").click());
            assertThat(Files.readAllBytes(opened.path())).isEqualTo(paper);
            Controls.button(office, "Cho phép").click();
            assertThat(office.getByText("quyet-dinh-cong-tac.pdf")).hasCount(0);
            own.reload();
            own.locator("li")
                    .filter(new Locator.FilterOptions().setHasText("Lớp bồi dưỡng"))
                    .first()
                    .locator("summary")
                    .click();
            assertThat(own.getByText("Được phép vắng.").first()).isVisible();
        }
    }

    @Test
    @Order(2)
    void theOfficeEntersWhatACallFromTheSiteSays() {
        try (BrowserContext desk = browser.desk(ColorScheme.LIGHT)) {
            Page wall = at(
                    trainingClass.desk("quantri", desk), "/truc-tiep/" + Commune.SESSION + "?diem-cau=" + Commune.SITE);
            wall.getByText("Nhập hộ số đếm").click();
            Controls.button(wall, "Ghi số đếm").click();
            assertThat(wall.getByText("Cần ghi ai đã báo.")).isVisible();
            wall.getByLabel("Số người có mặt").fill("11");
            wall.getByLabel("Ai báo").fill("Đồng chí Hoa, trưởng xóm");
            LocalDate day = LocalDate.ofInstant(JustBegun.today(), COUNTRY);
            wall.getByLabel("Báo ngày").fill(day.plusDays(2).toString());
            assertThat(wall.getByText("Ghi lúc báo, không sau bây giờ.")).isVisible();
            wall.getByLabel("Báo ngày").fill(day.minusDays(3).toString());
            assertThat(wall.getByText("Không trước ngày của buổi này.")).isVisible();
            browser.looksRight(wall, "phone-count-wrong-day");
            wall.getByLabel("Báo ngày").fill(day.toString());
            browser.looksRight(wall, "phone-count-desk");
            Controls.button(wall, "Ghi số đếm").click();
            assertThat(wall.getByText(Pattern.compile(
                                    "Số đếm 11 do Đồng chí Hoa, trưởng xóm báo qua điện thoại lúc .* nhập hộ"))
                            .first())
                    .isVisible();
            assertThat(commune.present())
                    .as("a head-count is nobody's presence")
                    .isZero();
            wall.setViewportSize(390, 844);
            browser.looksRight(wall, "phone-count-phone");
        }
    }

    @Test
    @Order(3)
    void aWalkInIsJoinedToThePersonItWasAndBothRecordsStay() {
        JsonObject walkIn = new JsonObject()
                .put("kind", "walk_in")
                .put("by", "search")
                .put("name", "Bàn Pao")
                .put("birthYear", 1983)
                .put("unitText", "xóm Đồng Cạn")
                .put("seenAt", Instant.now().toString());
        commune.office
                .put("/sessions/" + Commune.SESSION + "/sites/" + Commune.SITE + "/evidence/khach-1", walkIn)
                .expect(200);
        try (BrowserContext desk = browser.desk(ColorScheme.DARK)) {
            Page wall = at(
                    trainingClass.desk("quantri", desk), "/truc-tiep/" + Commune.SESSION + "?diem-cau=" + Commune.SITE);
            Controls.button(wall, "Là ai?").click();
            wall.getByRole(AriaRole.COMBOBOX).fill("chung");
            wall.getByRole(AriaRole.OPTION).first().click();
            browser.looksRight(wall, "merge-dark");
            Controls.inDialog(wall, "Ghép").click();
            assertThat(wall.getByText("Đã ghép vào đúng người")).isVisible();
            assertThat(wall.getByText("Đã ghép vào " + Commune.NAMES.get(11)).first())
                    .isVisible();
            assertThat(wall.getByText("Gồm cả lần ghi “Bàn Pao”")).isVisible();
            assertThat(wall.getByText("Bàn Pao", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(Controls.button(wall, "Là ai?")).hasCount(0);
            String why = "/sessions/" + Commune.SESSION + "/attendance/" + Commune.person(11) + "/why";
            Patience.until("the person counts", () -> commune.office
                    .get(why)
                    .expect(200)
                    .getJsonObject("outcome")
                    .getString("standing")
                    .equals("present"));
            assertThat(commune.office.get(why).expect(200).getJsonArray("evidence").stream()
                            .map(each -> ((JsonObject) each).getString("kind"))
                            .collect(Collectors.toSet()))
                    .contains("walk_in", "merge");
            at(wall, "/truc-tiep/" + Commune.SESSION + "?diem-cau=" + Commune.SITE);
            assertThat(wall.getByText(Commune.NAMES.get(11)).first()).isVisible();
            assertThat(wall.getByText(Pattern.compile("^Số đếm nhiều hơn điểm danh 10 người")))
                    .isVisible();
            browser.looksRight(wall, "merged-dark");
        }
    }

    @Test
    @Order(4)
    void traineeAndSupervisorAreWarnedInTimeOfTheExam() {
        String warning = "Đã vắng 8/64 tiết; vắng quá 12 tiết sẽ không đủ điều kiện dự thi.";
        try (BrowserContext phone = browser.phone(ColorScheme.DARK);
                BrowserContext desk = browser.desk(ColorScheme.LIGHT)) {
            Page own = at(trainingClass.phone(TrainingClass.ABSENT, phone), "/lich");
            assertThat(own.getByText(warning)).isVisible();
            browser.looksRight(own, "exam-trainee-phone-dark");
            Page office = at(trainingClass.desk("quantri", desk), "/lop-hoi-nghi/lop?muc=quy-dinh");
            assertThat(office.getByText(warning)).isVisible();
            assertThat(office.getByText("13 người còn lại chưa đến mức phải nhắc."))
                    .isVisible();
            browser.looksRight(office, "exam-supervisor-desk");
            at(office, "/buoi/" + TrainingClass.NEXT);
            assertThat(office.getByText(warning)).isVisible();
            browser.looksRight(office, "exam-class-desk");
            Page other = at(trainingClass.phone(5, browser.phone(ColorScheme.LIGHT)), "/lich");
            assertThat(other.getByText("Lớp bồi dưỡng").first()).isVisible();
            assertThat(other.getByText(Pattern.compile("^Đã vắng"))).hasCount(0);
            other.context().close();
        }
    }

    @Test
    @Order(5)
    void aWishToJudgeTheClassOtherwiseShowsWhoWouldChange() {
        try (BrowserContext desk = browser.desk(ColorScheme.DARK)) {
            Page office = at(trainingClass.desk("quantri", desk), "/lop-hoi-nghi/lop?muc=quy-dinh");
            Controls.button(office, "Đề nghị thay đổi").click();
            office.getByLabel("Đi muộn khi đến sau (phút)").fill("30");
            office.getByLabel("Ngưỡng vắng (%), 100 là không đặt ngưỡng").fill("10");
            office.getByLabel("Lý do thay đổi").fill("Quy chế lớp học ban hành tháng này");
            browser.looksRight(office, "rules-propose-dark");
            Controls.button(office, "Gửi đề nghị").click();
            Controls.button(office, "Xem ai thay đổi").click();
            assertThat(office.getByText("1 buổi đã chốt giữ nguyên")).isVisible();
            assertThat(office.getByText("1 lượt đổi kết quả:")).isVisible();
            assertThat(office.getByText("2 người đổi điều kiện dự thi:")).isVisible();
            assertThat(office.getByText("gần ngưỡng → không đủ điều kiện")).isVisible();
            browser.looksRight(office, "rules-effect-dark");
            office.setViewportSize(390, 844);
            browser.looksRight(office, "rules-effect-phone-dark");
            assertThat(Controls.button(office, "Duyệt")).hasCount(0);
        }
    }

    @Test
    @Order(6)
    void siteSessionUnitAndProvinceCloseOneUponTheOther() throws Exception {
        trainingClass.unitAdministrator();
        try (BrowserContext unit = browser.desk(ColorScheme.LIGHT);
                BrowserContext province = browser.desk(ColorScheme.DARK);
                BrowserContext phone = browser.phone(ColorScheme.DARK)) {
            Page closed = at(trainingClass.desk("quantri", province), "/buoi/" + TrainingClass.CLOSED);
            closed.getByText("1 điểm cầu đã chốt riêng").click();
            assertThat(closed.getByText(Pattern.compile("^Trường Chính trị: số \\d+")))
                    .isVisible();
            browser.looksRight(closed, "closed-session-dark");

            Page office = at(trainingClass.desk("vanphong", unit), "/chot-so-lieu");
            assertThat(office.getByText(Pattern.compile(": 1/2 buổi đã chốt\\.")))
                    .isVisible();
            close(office, "close-month-unit");
            assertThat(office.getByText("Tháng này đã chốt.")).isVisible();
            browser.looksRight(office, "closed-month-unit");

            Page whole = at(closed, "/chot-so-lieu");
            close(whole, "close-month-province-dark");
            assertThat(whole.getByText("Tháng này đã chốt.")).isVisible();
            assertThat(whole.getByText(Pattern.compile("^Mắt xích cuối của chuỗi: số \\d+")))
                    .isVisible();
            browser.looksRight(whole, "closed-month-province-dark");
            Download file = whole.waitForDownload(
                    () -> whole.getByText("Tải tệp chốt").first().click());
            assertThat(Files.readString(file.path())).startsWith("{\"format\":\"diemcau-closings-1\"");
            Page small = at(trainingClass.desk("vanphong", phone), "/chot-so-lieu");
            assertThat(small.getByText("Tháng này đã chốt.")).isVisible();
            browser.looksRight(small, "closed-month-phone-dark");
        }
    }

    private static void close(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Chốt tháng")))
                .first()
                .click();
        page.getByLabel(Pattern.compile("^Để 1 buổi chưa chốt ở ngoài")).check();
        browser.looksRight(page, name);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Chốt tháng")))
                .click();
    }
}
