package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.SmallOffice.card;
import static vn.diemcau.SmallOffice.name;
import static vn.diemcau.SmallOffice.until;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.SmallOffice;

/** An office that called its roll in the handbook brings it here, and looks at training by kind. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SheetJourney {
    @TempDir
    static Path folder;

    private static SmallOffice small;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void start() throws Exception {
        small = new SmallOffice(RunningPlatform.over(folder.resolve("store"), Commune.client()));
        small.programme("lop", "class", "T", new JsonObject().put("training", "political_theory"));
        small.hold("lop", List.of("T"), 9);
        Files.writeString(
                folder.resolve("diem-danh.csv"),
                "Họ và tên,Số thẻ Đảng,Trạng thái tham dự\n"
                        + name("A1", 1) + "," + card("A1", 1) + ",Có mặt\n"
                        + name("A1", 2) + ",,Có mặt\n"
                        + "Người Lạ,019999999999,Có mặt\n");
        browser = new Browser();
        page = browser.desk(ColorScheme.LIGHT).newPage();
        page.navigate(small.running().url() + "/dang-nhap");
        page.getByLabel("Tên đăng nhập").fill("quantri");
        page.getByLabel("Mật khẩu").fill("mot cau that dai de nho");
        press("Đăng nhập");
        page.waitForURL(url -> !url.contains("/dang-nhap"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (small != null) small.close();
    }

    private static void press(String name) {
        Controls.button(page, name).click();
    }

    private static void clean() {
        assertThat(browser.axe(page)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void aFileIsLookedAtDecidedOnAndWritten() {
        page.navigate(small.running().url() + "/bao-cao/lop?buoi=lop-1");
        page.getByText("Nhập điểm danh từ tệp").click();
        page.locator("input[type=file]").setInputFiles(folder.resolve("diem-danh.csv"));
        press("Xem trước");
        assertThat(page.getByText("Trong tệp có 3 dòng.")).isVisible();
        assertThat(page.getByText("Không có trong danh sách triệu tập của buổi này"))
                .isVisible();
        assertThat(page.getByText("Còn 1 dòng chưa quyết định")).isVisible();
        clean();
        browser.picture(page, "nhap-diem-danh");
        page.getByText(name("A1", 2) + ", Đơn vị A1").click();
        press("Ghi 2 người");
        assertThat(page.getByText("Đã ghi 2 người từ tệp.")).isVisible();
        clean();
        until(() -> small.attendance("lop-1", "present").size() == 2);
    }

    @Test
    @Order(2)
    void trainingIsCountedByKind() {
        page.navigate(small.running().url() + "/don-vi/T");
        page.getByText("Thống kê đào tạo, bồi dưỡng").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("1 lớp, 9 lượt học viên, 9 người");
        assertThat(page.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Lý luận chính trị")))
                .isVisible();
        clean();
        browser.picture(page, "dao-tao");
    }

    @Test
    @Order(3)
    void whatTheHandbookTakesIsFetchedAndADocumentSaysBeforeWhatItWillContain() {
        page.navigate(small.running().url() + "/bao-cao/lop?buoi=lop-1");
        Download file = page.waitForDownload(() -> press("Tệp cho sổ tay đảng viên"));
        assertThat(file.suggestedFilename()).startsWith("Điểm danh Cuộc lop").endsWith(".xlsx");
        assertThat(page.getByText("Đã xuất Điểm danh Cuộc lop")).isVisible();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        Controls.button(page, "Xuất văn bản").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Thể thức").selectOption("state");
        assertThat(dialog.getByText("khổ A4")).isVisible();
        assertThat(dialog.getByText("Số: ....../BC-")).isVisible();
        browser.picture(page, "xuat-van-ban");
        clean();
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        dialog.getByLabel("Thể thức").selectOption("party");
        assertThat(dialog.getByText("Số ......-BC/")).isVisible();
        browser.picture(page, "xuat-van-ban-phone");
        clean();
    }
}
