package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;

/** From who must come to who said they will: scope, papers, a link in a chat, answers, and what each site expects. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SummonJourney {
    private static final String COMMUNE = "T19-05443";
    private static final String CELL = COMMUNE + "-B001";
    private static final String OTHER = "T19-05488-B001";
    private static final String SESSION = "hoi-nghi-1";

    @TempDir
    static Path folder;

    private static Office office;
    private static Browser browser;
    private static Page page;
    private static List<JsonObject> members;
    private static JsonObject exempt;
    private static String link;

    @BeforeAll
    static void start() throws Exception {
        office = new Office(folder.resolve("store"));
        office.bringIn(120, 1_200, folder);
        conference();
        members = office.members(CELL);
        exempt = members.get(members.size() - 1);
        office.caller
                .post(
                        "/persons/" + exempt.getString("id") + "/statuses",
                        new JsonObject()
                                .put("rev", exempt.getInteger("rev"))
                                .put("status", "exempt")
                                .put("from", "2026-11-01"))
                .expect(200);
        members = office.members(CELL).stream()
                .filter(person -> !List.of("exempt", "suspended").contains(person.getString("status")))
                .toList();
        browser = new Browser();
        page = office.desk(browser.desk(ColorScheme.LIGHT));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (office != null) office.close();
    }

    private static void conference() {
        Instant start = Instant.now().plus(Duration.ofDays(7));
        office.caller
                .put(
                        "/programmes/hoi-nghi",
                        new JsonObject()
                                .put("kind", "conference")
                                .put("title", "Hội nghị báo cáo viên")
                                .put("unit", "T19")
                                .put("mode", "hybrid")
                                .put(
                                        "sites",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("id", "chinh")
                                                        .put("kind", "main")
                                                        .put("name", "Hội trường Tỉnh ủy")
                                                        .put("units", new JsonArray().add("T19")))))
                .expect(201);
        office.caller
                .post("/programmes/hoi-nghi/sites/one-per-unit", new JsonObject())
                .expect(200);
        office.caller.post(
                "/programmes/hoi-nghi/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", SESSION)
                                                .put("startsAt", start.toString())
                                                .put(
                                                        "endsAt",
                                                        start.plus(Duration.ofHours(3))
                                                                .toString()))));
    }

    private static Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static void add() {
        Controls.inDialog(page, "Thêm").click();
        assertThat(dialog()).hasCount(0);
    }

    private static void pick(String label, String typed, String name) {
        Locator field = dialog().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label));
        field.click();
        field.fill(typed);
        Locator option = dialog().getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(name));
        option.first().click();
    }

    private static void clean(Page on) {
        assertThat(browser.axe(on)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static JsonObject site() {
        return Demonstration.objects(office.caller
                        .get("/sessions/" + SESSION + "/expected")
                        .expect(200)
                        .getJsonArray("sites"))
                .stream()
                .filter(one ->
                        one.getInteger("answered") > 0 || one.getString("id").contains(COMMUNE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void theScopeIsMadeOfUnitsPostsGroupsNamesAndGuests() {
        page.navigate(office.running.url() + "/lop-hoi-nghi/hoi-nghi?muc=trieu-tap");
        assertThat(page.getByText("Chưa triệu tập ai")).isVisible();
        Controls.button(page, "Thêm đơn vị").click();
        String cell = office.caller.get("/units/" + CELL).expect(200).getString("name");
        pick("Đơn vị", CELL, cell);
        add();
        Controls.button(page, "Thêm theo chức vụ").click();
        dialog().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Bí thư chi bộ")))
                .check();
        clean(page);
        add();
        JsonObject one = office.members(OTHER).get(1);
        JsonObject two = office.members(OTHER).get(2);
        Controls.button(page, "Thêm nhóm").click();
        dialog().getByText("Lập nhóm mới").click();
        dialog().getByLabel("Tên nhóm").fill("Ban Chỉ đạo");
        pick("Thêm người vào nhóm", one.getString("name"), one.getString("name"));
        dialog().getByText("Lưu nhóm").click();
        assertThat(dialog().getByRole(
                                AriaRole.CHECKBOX,
                                new Locator.GetByRoleOptions().setName(Pattern.compile("^Ban Chỉ đạo"))))
                .isChecked();
        clean(page);
        add();
        Controls.button(page, "Thêm đích danh").click();
        pick("Người dự", two.getString("name"), two.getString("name"));
        add();
        Controls.button(page, "Thêm khách mời").click();
        dialog().getByLabel("Họ và tên khách mời").fill("Phạm Văn Khách");
        add();
        assertThat(page.getByText("Bí thư chi bộ của Đảng bộ tỉnh Thái Nguyên")).isVisible();
        assertThat(page.getByText("1 nhóm: Ban Chỉ đạo")).isVisible();
        assertThat(page.getByText("1 người nêu đích danh: " + two.getString("name")))
                .isVisible();
        Controls.button(page, "Lưu thành phần triệu tập").click();
        assertThat(Controls.button(page, "Lưu thành phần triệu tập")).hasCount(0);
        page.reload();
        assertThat(page.getByText("1 nhóm: Ban Chỉ đạo")).isVisible();
        clean(page);
    }

    @Test
    @Order(2)
    void whoFallsOutIsNamedWithTheReason() {
        assertThat(page.locator("p.sentence")).containsText(Pattern.compile("Triệu tập \\d+ người phải dự"));
        assertThat(page.locator("p.sentence")).containsText("không thuộc diện phải dự (có lý do)");
        assertThat(page.locator("p.sentence")).containsText("1 khách mời");
        page.getByText(Pattern.compile("^Không thuộc diện phải dự \\(")).click();
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(exempt.getString("name")));
        assertThat(row.first()).containsText("Được miễn sinh hoạt");
        browser.picture(page, "summon-preview");
        clean(page);
    }

    @Test
    @Order(3)
    void thePapersOfAUnitLeaveAsWordAndPdfWithItsNames() throws IOException {
        Controls.button(page, "Ban hành").click();
        Controls.inDialog(page, "Ban hành").click();
        Locator row = paper();
        Patience.until("the papers are made", () -> {
            page.reload();
            return visible(row);
        });
        Path docx = save(row.getByText(".docx"), "giay.docx");
        try (InputStream in = Files.newInputStream(docx);
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .containsIgnoringCase("GIẤY TRIỆU TẬP")
                    .contains(members.get(0).getString("name"))
                    .doesNotContain(exempt.getString("name"));
        }
        Path pdf = save(row.getByText(".pdf"), "giay.pdf");
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsIgnoringCase("GIẤY TRIỆU TẬP")
                    .contains(members.get(0).getString("name"));
        }
        clean(page);
    }

    private static boolean visible(Locator row) {
        page.getByText(Pattern.compile("đơn vị đã xác nhận nhận giấy|Chưa có giấy nào"))
                .first()
                .waitFor();
        return row.count() == 1;
    }

    /** The row of the commune's paper: its cells belong to it. */
    private static Locator paper() {
        String commune = office.caller.get("/units/" + COMMUNE).expect(200).getString("name");
        return page.locator("tr", new Page.LocatorOptions().setHasText(".docx"))
                .filter(new Locator.FilterOptions().setHasText(commune));
    }

    private static Path save(Locator anchor, String name) {
        Download download = page.waitForDownload(anchor::click);
        Path file = folder.resolve(name);
        download.saveAs(file);
        return file;
    }

    @Test
    @Order(4)
    void theLinkInAChatShowsNoNamesToAStranger() {
        paper().getByText("Lời nhắn").click();
        Pattern address = Pattern.compile("https?://\\S+/giay/(\\S+)");
        assertThat(dialog().locator("textarea")).hasValue(address);
        Matcher found = address.matcher(dialog().locator("textarea").inputValue());
        assertThat(found.find()).isTrue();
        link = office.running.url() + "/giay/" + found.group(1);
        clean(page);
        Page stranger = browser.phone(ColorScheme.LIGHT).newPage();
        stranger.navigate(link);
        assertThat(stranger.getByText("Hội nghị báo cáo viên")).isVisible();
        assertThat(stranger.getByText("Đăng nhập để xác nhận tham dự")).isVisible();
        for (JsonObject member : members)
            assertThat(stranger.locator("main").innerText()).doesNotContain(member.getString("name"));
        browser.picture(stranger, "summon-link");
        clean(stranger);
        stranger.context().close();
    }

    @Test
    @Order(5)
    void twoAnswerWithOneTapEachAndTheSiteExpectsThemSo() {
        answer(members.get(0), "Dự tại điểm cầu");
        answer(members.get(1), "Dự trực tuyến");
        Patience.until("both answers are counted", () -> site().getInteger("answered") == 2);
        JsonObject site = site();
        assertThat(site.getInteger("remote")).isEqualTo(1);
        page.navigate(office.running.url() + "/lop-hoi-nghi/hoi-nghi?muc=trieu-tap");
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(site.getString("name")));
        assertThat(row.first().locator("td").last()).hasText("2");
        clean(page);
    }

    private static void answer(JsonObject person, String mode) {
        Page phone = browser.phone(ColorScheme.DARK).newPage();
        office.activate(phone, person);
        phone.navigate(link);
        assertThat(phone.getByRole(
                        AriaRole.HEADING, new Page.GetByRoleOptions().setName("Đồng chí có tên trong danh sách")))
                .isVisible();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(mode))
                .click();
        assertThat(phone.getByText(Pattern.compile("Đã xác nhận: " + mode))).isVisible();
        clean(phone);
        phone.context().close();
    }

    @Test
    @Order(6)
    void theUnitConfirmsThatItHasThePaper() {
        JsonObject account = office.caller
                .post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "vanphong.xa")
                                .put("name", "Văn phòng Đảng ủy")
                                .put("role", "unit_admin")
                                .put("unit", COMMUNE))
                .expect(201);
        String password = office.caller
                .post("/accounts/" + account.getString("id") + "/password", new JsonObject())
                .expect(200)
                .getString("password");
        new Caller(office.running).signedIn("vanphong.xa", password);
        Page desk = browser.desk(ColorScheme.LIGHT).newPage();
        desk.navigate(office.running.url() + "/dang-nhap");
        desk.evaluate("""
                ([login, password]) => fetch('/api/v1/sign-in', {
                  method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({ login, password }),
                })
                """, List.of("vanphong.xa", Caller.ownPassword("vanphong.xa")));
        desk.navigate(link);
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Xác nhận đã nhận"))
                .click();
        assertThat(desk.getByText("Đã xác nhận").first()).isVisible();
        clean(desk);
        desk.context().close();
        page.reload();
        assertThat(page.getByText(Pattern.compile("^1/\\d+ đơn vị đã xác nhận nhận giấy")))
                .isVisible();
        assertThat(paper()).containsText("Văn phòng Đảng ủy");
        browser.picture(page, "summon-papers");
    }
}
