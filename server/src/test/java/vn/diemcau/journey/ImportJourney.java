package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.demo.ProvinceFiles;

/** The administrator's first day: units and people from files, what only a person can decide, and small corrections without any file. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportJourney {
    private static final List<String> CLEAN =
            List.of("roster.csv", "posts.csv", "others.csv", "units.csv", "memberships.csv", "successions.csv");
    private static final String EXTRA = """
            STT,Họ và tên,Sinh ngày,Số thẻ Đảng,Tổ chức Đảng đang sinh hoạt
            1,Trần Văn Mới,01/02/1990,191234567890,Chi bộ Không Có Thật
            2,%s,%s,,%s
            3,,05/06/1980,191234567891,%3$s
            4,Lê Thị Sai Ngày,31/02/1980,191234567892,%3$s
            """;

    @TempDir
    static Path folder;

    private static RunningPlatform running;
    private static Caller office;
    private static Browser browser;
    private static Page page;

    /** A member of the clean roster, and the cell. */
    private static String[] known;

    @BeforeAll
    static void start() throws Exception {
        ProvinceFiles.write(new ProvinceFiles.Shape("19", 120, 600, 7, true), folder);
        known = Files.readAllLines(folder.resolve("roster.csv")).get(5).split(",");
        Files.writeString(folder.resolve("bo-sung.csv"), EXTRA.formatted(known[1], known[3], known[5]));
        running = RunningPlatform.over(folder.resolve("store"), Commune.client());
        office = Caller.firstAdministrator(running);
        browser = new Browser();
        page = browser.desk(ColorScheme.LIGHT).newPage();
        page.navigate(running.url() + "/dang-nhap");
        page.getByLabel("Tên đăng nhập").fill("quantri");
        page.getByLabel("Mật khẩu").fill("mot cau that dai de nho");
        Controls.button(page, "Đăng nhập").click();
        page.waitForURL(url -> !url.contains("/dang-nhap"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (running != null) running.close();
    }

    private static Locator sentence() {
        return page.locator("p.sentence");
    }

    private static void read(String... files) {
        page.navigate(running.url() + "/danh-ba/nhap");
        page.locator("input[type=file]")
                .setInputFiles(Stream.of(files).map(folder::resolve).toArray(Path[]::new));
        for (String file : files)
            assertThat(page.locator(".file b", new Page.LocatorOptions().setHasText(file)))
                    .isVisible();
        Controls.button(page, "Đọc thử").click();
        assertThat(sentence()).isVisible();
    }

    private static void clean() {
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    /** The rows of the sheet under a kind of repair or refusal. */
    private static List<Integer> rows(String kind) {
        Locator details = page.locator("details").filter(new Locator.FilterOptions().setHasText(kind));
        details.locator("summary").click();
        assertThat(details.locator("tbody tr").first()).isVisible();
        return details.locator("tbody td.n").allInnerTexts().stream()
                .map(text -> Integer.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }

    /** Searches for a unit by its code and takes it by its name. */
    private static void choose(Locator within, String unit) {
        String name = office.get("/units/" + unit).expect(200).getString("name");
        Locator which = within.getByRole(AriaRole.COMBOBOX);
        which.click();
        which.fill(unit);
        // what was offered before anything was typed may still stand there for a moment
        Locator options = within.getByRole(AriaRole.OPTION);
        assertThat(options).containsText(new String[] {name});
        options.first().click();
    }

    @Test
    @Order(1)
    void nothingIsWrittenBeforeItIsConfirmed() {
        page.navigate(running.url() + "/danh-ba");
        assertThat(page.getByText("Chưa có đơn vị nào")).isVisible();
        clean();
        read(CLEAN.toArray(String[]::new));
        assertThat(sentence()).containsText(Pattern.compile("Đọc được ([\\d.]+) trong \\1 dòng"));
        assertThat(sentence()).containsText("Thêm mới");
        assertThat(sentence()).not().containsText("Không nhận");
        assertThat(office.get("/units").expect(200).getJsonArray("items")).isEmpty();
        clean();
        Controls.button(page, "Ghi vào danh bạ").click();
        assertThat(page.getByText("Đã ghi xong")).isVisible();
        clean();
        assertThat(office.get("/units/" + known[5] + "/people")
                        .expect(200)
                        .getJsonArray("items")
                        .encode())
                .contains(known[1]);
    }

    @Test
    @Order(2)
    void theSameFilesAgainChangeNothing() {
        read(CLEAN.toArray(String[]::new));
        assertThat(sentence()).containsText("Các tệp này không có gì mới");
    }

    @Test
    @Order(3)
    void theFaultsOfAMessySheetAreRepairedAndNamedWithTheirRows() throws IOException {
        Map<Integer, String> truth = Files.readAllLines(folder.resolve("messy-truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(
                        line -> Integer.valueOf(line[0]), line -> line[2], (one, other) -> one + " " + other));
        read("roster.xlsx");
        assertThat(page.locator(".file")).containsText("tiêu đề ở dòng 4");
        assertThat(sentence()).containsText("Đã tự sửa");
        assertThat(sentence()).containsText("dòng chờ quyết định");
        assertThat(rows("Số thẻ bị mất số 0 ở đầu")).isNotEmpty().allSatisfy(row -> assertThat(truth.get(row))
                .contains("card_as_number"));
        assertThat(rows("Ngày ở dạng số của bảng tính")).isNotEmpty().allSatisfy(row -> assertThat(truth.get(row))
                .contains("date_as_serial"));
        assertThat(rows("Dòng lặp lại, chỉ lấy một lần")).isNotEmpty().allSatisfy(row -> assertThat(truth.get(row))
                .contains("duplicate_row"));
        browser.picture(page, "import-messy");
        clean();
        Controls.button(page, "Huỷ lần nhập này").click();
        assertThat(sentence()).hasCount(0);
    }

    @Test
    @Order(4)
    void whatOnlyAPersonCanDecideIsDecidedInThePage() {
        read("bo-sung.csv");
        assertThat(sentence()).containsText("Không nhận 2 dòng");
        assertThat(sentence()).containsText("2 dòng chờ quyết định");
        assertThat(rows("Thiếu họ tên hoặc tên đơn vị")).containsExactly(4);
        assertThat(rows("Ngày sinh không đọc được")).containsExactly(5);
        Locator unknown = page.locator("fieldset")
                .filter(new Locator.FilterOptions().setHasText("Đơn vị “Chi bộ Không Có Thật” là đơn vị nào?"));
        choose(unknown, known[5]);
        assertThat(unknown.getByText("Đã quyết định")).isVisible();
        Locator alike = page.locator("fieldset").filter(new Locator.FilterOptions().setHasText("có phải người đã có"));
        assertThat(alike).containsText(known[1]);
        alike.getByLabel("Là " + known[1]).check();
        assertThat(alike.getByText("Đã quyết định")).isVisible();
        browser.picture(page, "import-questions");
        clean();
        Controls.button(page, "Đọc lại với các quyết định").click();
        assertThat(sentence()).not().containsText("chờ quyết định");
        Controls.button(page, "Ghi vào danh bạ").click();
        assertThat(page.getByText("Đã ghi xong")).isVisible();
        List<JsonObject> people = Demonstration.objects(office.get("/units/" + known[5] + "/people?limit=500")
                .expect(200)
                .getJsonArray("items"));
        assertThat(people.stream().map(one -> one.getString("name")))
                .contains("Trần Văn Mới")
                .doesNotContain("Lê Thị Sai Ngày")
                .containsOnlyOnce(known[1]);
        read("bo-sung.csv");
        assertThat(sentence()).not().containsText("chờ quyết định");
        assertThat(sentence()).not().containsText("Thêm mới");
    }

    @Test
    @Order(5)
    void aNewMemberAMoveAndAPostNeedNoFile() {
        page.navigate(running.url() + "/danh-ba?don-vi=" + known[5]);
        Controls.button(page, "Thêm người").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Họ và tên").fill("Vàng A Pao");
        dialog.getByLabel("Ngày sinh hoặc năm sinh").fill("12/03/1991");
        dialog.getByLabel("Số thẻ Đảng").fill("199876543210");
        clean();
        dialog.getByText("Lưu", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Đã lưu.").first()).isVisible();

        Controls.button(page, "Thêm chức vụ").click();
        dialog.getByLabel("Chức vụ").fill("Chi ủy viên");
        dialog.getByText("Lưu", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("li", new Page.LocatorOptions().setHasText("Chi ủy viên"))
                        .first())
                .isVisible();

        Controls.button(page, "Chuyển sinh hoạt").click();
        choose(dialog, "T19-CQ-05-B001");
        dialog.getByText("Lưu", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(dialog).hasCount(0);
        clean();
        assertThat(office.get("/units/T19-CQ-05-B001/people?limit=500")
                        .expect(200)
                        .encode())
                .contains("Vàng A Pao");
        assertThat(office.get("/units/" + known[5] + "/people?limit=500")
                        .expect(200)
                        .encode())
                .doesNotContain("Vàng A Pao");

        page.getByRole(AriaRole.SEARCHBOX).fill("vang a pao");
        assertThat(page.locator("tbody").getByText("Vàng A Pao").first()).isVisible();
        assertThat(page.locator("tbody")).containsText("Chi ủy viên");
    }
}
