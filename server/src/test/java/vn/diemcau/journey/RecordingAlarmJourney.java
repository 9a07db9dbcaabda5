package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.recording.Bringer;

/** What a recorder cannot bring is told to people while they look, and what it brought from a strange room finds its session. */
class RecordingAlarmJourney {
    @TempDir
    static Path data;

    private static Commune commune;
    private static Bringer bringer;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        bringer = new Bringer(commune);
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    @Test
    void aRecordingThatDoesNotComeIsToldWithItsCauseOnTheOpenPage() {
        commune.office
                .put("/sessions/" + Commune.SESSION + "/recordings/expected", new JsonObject())
                .expect(200);
        String token = bringer.token();
        String key = UUID.randomUUID().toString();
        try (BrowserContext desk = browser.desk(ColorScheme.LIGHT)) {
            Page page = commune.open(desk, commune.office, "/ban-ghi");
            assertThat(page.getByText("Hội nghị học tập Nghị quyết").first()).isVisible();
            bringer.agent(
                    "POST",
                    "/recorder/uploads",
                    token,
                    new byte[0],
                    "Upload-Length",
                    "1000",
                    "Upload-Metadata",
                    Bringer.metadata(
                            "filename", "buoi.mp4", "purpose", "recording", "session", Commune.SESSION, "key", key));
            bringer.agent(
                    "PUT",
                    "/recorder/recordings/" + key + "/failure",
                    token,
                    new JsonObject().put("reason", "file_kind").toBuffer().getBytes(),
                    "Content-Type",
                    "application/json");
            assertThat(page.getByText(Pattern.compile("Máy ghi không gửi được: tệp không phải video")))
                    .isVisible();
            assertThat(page.getByRole(AriaRole.NAVIGATION)
                            .first()
                            .getByRole(
                                    AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("Bản ghi"))))
                    .containsText("1");
            browser.picture(page, "recording-alarm-desk");
            assertThat(browser.axe(page)).isEmpty();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Không chờ nữa"))
                    .click();
            assertThat(page.getByText(Pattern.compile("Máy ghi không gửi được")))
                    .hasCount(0);
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aRecordingOfAStrangeRoomIsGivenToItsSessionAndTakenFromItAgain() throws Exception {
        String token = bringer.token();
        String key = UUID.randomUUID().toString();
        byte[] content = Bringer.video(100_000);
        String at = bringer.agent(
                        "POST",
                        "/recorder/uploads",
                        token,
                        new byte[0],
                        "Upload-Length",
                        Integer.toString(content.length),
                        "Upload-Metadata",
                        Bringer.metadata("filename", "la.mp4", "purpose", "recording", "room", "phong-la", "key", key))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        bringer.agent(
                "PATCH", at, token, content, "Content-Type", "application/offset+octet-stream", "Upload-Offset", "0");
        JsonObject about = new JsonObject()
                .put("upload", at.substring(at.lastIndexOf('/') + 1))
                .put("room", "phong-la")
                .put("startedAt", Instant.now().toString())
                .put("seconds", 20)
                .put("sha256", Bringer.sha256(content));
        String id = new JsonObject(new String(
                        bringer.agent(
                                        "PUT",
                                        "/recorder/recordings/" + key,
                                        token,
                                        about.toBuffer().getBytes(),
                                        "Content-Type",
                                        "application/json")
                                .body(),
                        StandardCharsets.UTF_8))
                .getString("id");
        try (BrowserContext phone = browser.phone(ColorScheme.DARK)) {
            Page page = commune.open(phone, commune.office, "/ban-ghi");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gắn vào buổi"))
                    .click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByRole(AriaRole.RADIO).first().check();
            browser.picture(page, "recording-tie-phone");
            assertThat(browser.axe(page)).isEmpty();
            dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Gắn vào buổi"))
                    .click();
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gắn vào buổi")))
                    .hasCount(0);
            assertThat(commune.office.get("/recordings/" + id).expect(200).getString("session"))
                    .isEqualTo(Commune.SESSION);
            page.navigate(commune.running.url() + "/xem-lai/" + id);
            page.getByText("Quản lý bản ghi").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đổi buổi"))
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bỏ khỏi buổi"))
                    .click();
            assertThat(page.getByText("Phòng không thuộc buổi nào")).isVisible();
            browser.picture(page, "recording-manage-phone");
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
