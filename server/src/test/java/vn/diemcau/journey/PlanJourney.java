package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;

/** A class of eight days, from nothing to issued, then moved, cancelled and rehearsed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanJourney {
    private static final String CELL = "T19-05443-B001";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final LocalDate MONDAY =
            LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(10).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    @TempDir
    static Path folder;

    private static Office office;
    private static Browser browser;
    private static Page page;
    private static String programme;
    private static Caller trainee;
    private static String feed;

    @BeforeAll
    static void start() throws Exception {
        office = new Office(folder.resolve("store"));
        office.bringIn(120, 600, folder);
        browser = new Browser();
        page = office.desk(browser.desk(ColorScheme.LIGHT));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (office != null) office.close();
    }

    private static Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void clean() {
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static JsonObject whole() {
        return office.caller.get("/programmes/" + programme).expect(200);
    }

    /** The person's calendar as a calendar program reads it. */
    private static Map<String, VEvent> calendar() {
        String text = trainee.get(feed).text();
        return Biweekly.parse(text).first().getEvents().stream()
                .collect(Collectors.toMap(event -> event.getUid().getValue(), Function.identity()));
    }

    private static VEvent event(String session) {
        return calendar().entrySet().stream()
                .filter(one -> one.getKey().startsWith(session))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static int sequence(String session) {
        return event(session).getSequence().getValue();
    }

    @Test
    @Order(1)
    void aClassOfEightDaysIsMadeInOneForm() {
        page.navigate(office.running.url() + "/lop-hoi-nghi");
        assertThat(Controls.button(page, "Tạo mới").first()).isVisible();
        clean();
        Controls.button(page, "Tạo mới").first().click();
        dialog().getByText("Lớp", new Locator.GetByTextOptions().setExact(true)).click();
        dialog().getByLabel("Tên").fill("Lớp bồi dưỡng bí thư chi bộ");
        dialog().getByLabel("Ngày đầu").fill(MONDAY.toString());
        dialog().getByLabel("Số ngày").fill("8");
        assertThat(dialog().getByText(Pattern.compile("Sẽ tạo 16 buổi"))).isVisible();
        clean();
        Controls.inDialog(page, "Tạo bản nháp").click();
        page.waitForURL(Pattern.compile(".*/lop-hoi-nghi/[^/?]+$"));
        programme = page.url().replaceAll(".*/", "");
        assertThat(whole().getJsonArray("items")).hasSize(16);
        clean();
    }

    @Test
    @Order(2)
    void everyCommuneGetsItsSiteInOneAction() {
        tab("Điểm cầu");
        Controls.button(page, "Mỗi xã một điểm cầu").click();
        assertThat(page.getByText(Pattern.compile("Đã thêm \\d+ điểm cầu"))).isVisible();
        assertThat(whole().getJsonArray("sites").size()).isGreaterThan(90);
        assertThat(page.locator("tbody tr").nth(20)).isVisible();
        clean();
    }

    @Test
    @Order(3)
    void aTimetableIsPastedOverTheSessions() {
        List<String> lines = new ArrayList<>(List.of("Ngày\tBuổi\tNội dung\tGiảng viên\tSố tiết"));
        LocalDate day = MONDAY;
        for (int n = 1; n <= 16; n++) {
            boolean morning = n % 2 == 1;
            lines.add(DAY.format(day) + "\t" + (morning ? "Sáng" : "Chiều") + "\tBài " + n
                    + ": Nghiệp vụ công tác đảng\t" + (n <= 2 ? "TS. Lê Thị Hạnh" : "ThS. Nông Văn Bình") + "\t4");
            if (!morning) day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        tab("Buổi");
        Controls.button(page, "Dán thời khóa biểu").click();
        dialog().getByLabel("Dán bảng vào đây").fill(String.join("\n", lines));
        Controls.inDialog(page, "Xem trước").click();
        assertThat(dialog().getByText("Hiểu được 16/16 dòng. Thêm 0 buổi mới, điền chủ đề cho 16 buổi đã có."))
                .isVisible();
        clean();
        Controls.inDialog(page, "Ghi vào").click();
        assertThat(dialog()).hasCount(0);
        assertThat(page.getByText("Bài 16: Nghiệp vụ công tác đảng")).isVisible();
        browser.picture(page, "plan-sessions");
        clean();
    }

    @Test
    @Order(4)
    void aLecturerWhoIsWantedTwiceIsAWarningAndNoBar() {
        String start = MONDAY + "T01:00:00Z";
        office.caller
                .put(
                        "/programmes/hoi-thao",
                        new JsonObject()
                                .put("kind", "seminar")
                                .put("title", "Hội thảo khoa học")
                                .put("unit", "T19")
                                .put("mode", "in_room"))
                .expect(201);
        office.caller.post(
                "/programmes/hoi-thao/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "hoi-thao-1")
                                                .put("lecturer", "TS. Lê Thị Hạnh")
                                                .put("startsAt", start)
                                                .put("endsAt", MONDAY + "T04:00:00Z"))));
        page.reload();
        tab("Tổng quan");
        assertThat(page.getByText(Pattern.compile("Buổi 1: TS. Lê Thị Hạnh cũng được xếp vào “Hội thảo khoa học”")))
                .isVisible();
        browser.picture(page, "plan-warnings");
        clean();
    }

    @Test
    @Order(5)
    void issuedItStandsInTheTraineesCalendar() {
        JsonObject rule = new JsonObject().put("kind", "units").put("units", new JsonArray().add(CELL));
        office.caller
                .put(
                        "/programmes/" + programme + "/scope",
                        new JsonObject().put("rev", 0).put("rules", new JsonArray().add(rule)))
                .expect(200);
        Controls.button(page, "Ban hành").click();
        Controls.inDialog(page, "Ban hành").click();
        assertThat(page.getByText("Đã ban hành").first()).isVisible();
        assertThat(whole().getString("state")).isEqualTo("issued");
        clean();
        trainee = office.phoneOf(office.members(CELL).stream()
                .filter(person -> "official".equals(person.getString("status")))
                .findFirst()
                .orElseThrow());
        feed = trainee.post("/my/feed", new JsonObject())
                .json()
                .getString("url")
                .replaceAll(".*/api/v1", "");
        Patience.until(
                "sixteen sessions stand in the calendar", () -> calendar().size() == 16);
    }

    private static void open(int number) {
        page.navigate(
                office.running.url() + "/lop-hoi-nghi/" + programme + "?muc=buoi&buoi=" + programme + "-" + number);
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Buổi " + number).setExact(true)))
                .isVisible();
    }

    @Test
    @Order(6)
    void aPostponedSessionKeepsItsIdAndRaisesItsSequence() {
        String session = programme + "-3";
        int before = sequence(session);
        open(3);
        Controls.button(page, "Hoãn").click();
        dialog().getByLabel("Lý do").fill("Giảng viên đi công tác");
        clean();
        Controls.inDialog(page, "Hoãn").click();
        assertThat(dialog()).hasCount(0);
        Controls.button(page, "Dời").click();
        LocalDate later = MONDAY.plusDays(14);
        dialog().getByLabel("Ngày").fill(later.toString());
        Controls.inDialog(page, "Dời").click();
        assertThat(dialog()).hasCount(0);
        Patience.until("the calendar has the new day", () -> event(session)
                .getDateStart()
                .getValue()
                .toInstant()
                .toString()
                .startsWith(later.toString()));
        assertThat(sequence(session)).isGreaterThan(before);
        assertThat(calendar()).hasSize(16);
        clean();
    }

    @Test
    @Order(7)
    void aCancelledSessionStaysInTheCalendarAsCancelled() {
        open(5);
        Controls.button(page, "Hủy buổi").click();
        assertThat(Controls.inDialog(page, "Hủy buổi")).isDisabled();
        dialog().getByLabel("Lý do").fill("Ghép vào buổi 6");
        Controls.inDialog(page, "Hủy buổi").click();
        assertThat(dialog()).hasCount(0);
        Patience.until("the calendar says so", () -> {
            var status = event(programme + "-5").getStatus();
            return status != null && status.isCancelled();
        });
    }

    @Test
    @Order(8)
    void aRehearsalIsARealPageAndGoesInOneAction() {
        page.navigate(office.running.url() + "/lop-hoi-nghi/" + programme);
        page.getByText("Việc khác").click();
        Controls.button(page, "Tạo buổi chạy thử").click();
        Controls.inDialog(page, "Tạo buổi chạy thử").click();
        assertThat(page.getByText(Pattern.compile("Đây là bản chạy thử"))).isVisible();
        String rehearsal = page.url().replaceAll(".*/", "");
        assertThat(rehearsal).isNotEqualTo(programme);
        assertThat(office.caller.get("/programmes/" + rehearsal).expect(200).getBoolean("rehearsal"))
                .isTrue();
        browser.picture(page, "plan-rehearsal");
        clean();
        Controls.button(page, "Xóa bản chạy thử").click();
        Controls.inDialog(page, "Xóa").click();
        page.waitForURL(Pattern.compile(".*/lop-hoi-nghi$"));
        assertThat(office.caller.get("/programmes/" + rehearsal).status()).isEqualTo(404);
        assertThat(whole().getJsonArray("items")).hasSize(16);
        clean();
    }
}
