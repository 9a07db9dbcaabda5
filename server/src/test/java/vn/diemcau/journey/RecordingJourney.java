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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;

/** Files sent over a line that breaks, a recording watched with leaps, materials read without a network. */
class RecordingJourney {
    /** The line breaks before the second piece goes. */
    private static final String BREAKING = """
            {
              const { setRequestHeader, send } = XMLHttpRequest.prototype;
              let broken = false;
              XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
                if (name.toLowerCase() === 'upload-offset' && String(value) === '8000000' && !broken) {
                  broken = true;
                  this.second = true;
                  this.addEventListener('error', () => { window.pieceLost = true });
                }
                return setRequestHeader.call(this, name, value);
              };
              XMLHttpRequest.prototype.send = function (body) {
                if (this.second) void window.breakTheLine().then(() => send.call(this, body));
                else send.call(this, body);
              };
            }
            """;

    @TempDir
    static Path data;

    private static Commune commune;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        browser = new Browser("--autoplay-policy=no-user-gesture-required");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
    }

    private static Path film(int seconds) throws Exception {
        Path film = data.resolve("buoi-1.mp4");
        Process made = new ProcessBuilder(List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=320x180:rate=10",
                        "-t",
                        Integer.toString(seconds),
                        "-pix_fmt",
                        "yuv420p",
                        "-movflags",
                        "+faststart",
                        film.toString()))
                .inheritIO()
                .start();
        assertThat(made.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        return film;
    }

    private static JsonObject watched(Caller caller, String recording) {
        return caller.get("/recordings/" + recording + "/watched").expect(200);
    }

    private static void declare(Page page) {
        page.getByLabel(Pattern.compile("Tôi cam đoan")).check();
    }

    @Test
    void aMaterialSentOverABreakingLineIsReadOnAPhoneWithoutANetwork() throws Exception {
        Path lecture = data.resolve("Bài giảng.pdf");
        byte[] content = new byte[20_000_000];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 9);
        Files.write(lecture, content);
        BrowserContext desk = browser.desk(ColorScheme.LIGHT);
        desk.exposeFunction("breakTheLine", arguments -> {
            desk.setOffline(true);
            return true;
        });
        desk.addInitScript(BREAKING);
        Page office = commune.open(desk, commune.office, "/lop-hoi-nghi/hoi-nghi?muc=tai-lieu");
        declare(office);
        office.setInputFiles("input[type=file]", lecture);
        office.waitForFunction("() => window.pieceLost");
        assertThat(office.getByRole(AriaRole.PROGRESSBAR)).isVisible();
        browser.picture(office, "material-sending");
        office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tạm dừng"))
                .click();
        assertThat(office.getByRole(
                        AriaRole.PROGRESSBAR, new Page.GetByRoleOptions().setName("Tạm dừng Bài giảng.pdf")))
                .isVisible();
        desk.setOffline(false);
        office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gửi tiếp"))
                .click();
        assertThat(office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bài giảng.pdf")))
                .isVisible();
        assertThat(office.getByText(Pattern.compile("0 người đã mở"))).isVisible();
        assertThat(browser.axe(office)).isEmpty();
        browser.picture(office, "materials-office");

        BrowserContext phone = browser.phone(ColorScheme.DARK);
        Page mai = commune.open(phone, commune.signedIn(0, "260814"), "/vao/" + Commune.SESSION);
        mai.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Lưu để đọc")))
                .click();
        assertThat(mai.getByText("Đã lưu trên máy này")).isVisible();
        mai.navigate(commune.running.url() + "/tai-lieu/hoi-nghi");
        assertThat(mai.getByText("Bài giảng.pdf")).isVisible();
        mai.waitForFunction("async () => (await navigator.serviceWorker.ready).active?.state === 'activated'");
        phone.setOffline(true);
        mai.reload();
        assertThat(mai.getByText("Bài giảng.pdf")).isVisible();
        Object size = mai.evaluate(
                "async () => { const c = await caches.open('materials'); const k = (await c.keys()).find((r) => r.url.includes('content')); return (await (await c.match(k)).blob()).size; }");
        assertThat(((Number) size).intValue()).isEqualTo(content.length);
        assertThat(browser.axe(mai)).isEmpty();
        browser.picture(mai, "materials-saved");
        phone.setOffline(false);
        Patience.until(
                "the office sees who opened it",
                () -> commune.office
                                .get("/programmes/hoi-nghi/materials")
                                .expect(200)
                                .getJsonArray("items")
                                .getJsonObject(0)
                                .getInteger("opened")
                        == 1);
    }

    @Test
    void aRecordingIsWatchedAndOnlyTheSecondsThatWereSeenCount() throws Exception {
        Path film = film(40);
        BrowserContext desk = browser.desk(ColorScheme.LIGHT);
        Page office = commune.open(desk, commune.office, "/lop-hoi-nghi/hoi-nghi?muc=ban-ghi");
        office.getByLabel("Buổi", new Page.GetByLabelOptions().setExact(true)).selectOption(Commune.SESSION);
        declare(office);
        office.setInputFiles("input[type=file]", film);
        assertThat(office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Xem lại")))
                .isVisible();
        assertThat(browser.axe(office)).isEmpty();
        String id = commune.office
                .get("/sessions/" + Commune.SESSION + "/recordings")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        commune.office
                .put(
                        "/recordings/" + id + "/tracks/chapters",
                        new JsonObject()
                                .put(
                                        "text",
                                        "WEBVTT\n\n00:00.000 --> 00:20.000\nPhần mở đầu\n\n00:20.000 --> 00:40.000\nThảo luận\n"))
                .expect(200);

        BrowserContext phone = browser.phone(ColorScheme.LIGHT);
        Caller lan = commune.signedIn(3, "260814");
        Page page = commune.open(phone, lan, "/xem-lai/" + id);
        Locator video = page.locator("video");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Thảo luận")))
                .click();
        page.waitForFunction("() => document.querySelector('video').currentTime >= 20");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("2×"))
                .click();
        page.evaluate("() => { const v = document.querySelector('video'); v.muted = true; return v.play(); }");
        page.waitForFunction("""
                () => {
                  const v = document.querySelector('video');
                  if (v.currentTime > 27) v.pause();
                  return v.paused;
                }
                """);
        double end = ((Number) page.evaluate("() => document.querySelector('video').currentTime")).doubleValue();
        Patience.until("it is answered for", () -> watched(lan, id).getInteger("seen") > 0);
        assertThat(page.getByText(Pattern.compile("Đã xem 0:(0[1-9]|1\\d|20) / 0:40")))
                .isVisible();
        JsonObject seen = watched(lan, id);
        assertThat(seen.getInteger("seen")).isLessThanOrEqualTo((int) Math.ceil(end - 20) + 1);
        assertThat(seen.getJsonArray("spans").getJsonArray(0).getInteger(0)).isGreaterThanOrEqualTo(20);
        assertThat(video).isVisible();
        assertThat(browser.axe(page)).isEmpty();
        browser.picture(page, "player-phone");
        page.reload();
        assertThat(page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Xem tiếp từ 0:2[789]"))))
                .isVisible();

        office.navigate(commune.running.url() + "/xem-lai/" + id);
        assertThat(office.getByText(Commune.NAMES.get(3))).isVisible();
        office.waitForFunction("() => document.querySelector('video').readyState > 0");
        office.keyboard().press("ArrowRight");
        office.waitForFunction("() => document.querySelector('video').currentTime >= 10");
        office.keyboard().press("ArrowLeft");
        office.waitForFunction("() => document.querySelector('video').currentTime < 1");
        Path captions = Files.writeString(
                data.resolve("phu-de.vtt"), "WEBVTT\n\n00:00.000 --> 00:05.000\nKính thưa các đồng chí\n");
        office.getByText("Quản lý bản ghi").click();
        office.setInputFiles("details input[type=file]", captions);
        assertThat(office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bỏ phụ đề")))
                .isVisible();
        office.waitForFunction("() => document.querySelector('video').textTracks[0]?.cues?.length === 1");
        assertThat(browser.axe(office)).isEmpty();
        browser.picture(office, "player-office");
    }
}
