package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page around a meeting. The frame is a test double; everything else is real. */
class MeetingJourney {
    @TempDir
    static Path data;

    private static MeetingDouble frames;
    private static Commune commune;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        frames = new MeetingDouble();
        commune = new Commune(
                data.resolve("store"),
                Map.of(
                        "JITSI_URL", frames.url(),
                        "JITSI_APP_ID", "diemcau",
                        "JITSI_APP_SECRET", "a secret of more than thirty-two characters"));
        browser = new Browser("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (commune != null) commune.close();
        if (frames != null) frames.close();
    }

    private static Page office(ColorScheme colours) {
        Page page = browser.desk(colours).newPage();
        page.navigate(commune.running.url() + "/dang-nhap");
        page.evaluate("""
                () => fetch('/api/v1/sign-in', {
                  method: 'POST', headers: {'content-type': 'application/json'},
                  body: JSON.stringify({ login: 'quantri', password: 'mot cau that dai de nho' }),
                })
                """);
        return page;
    }

    private static Page phone(int number, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(commune.running.url() + "/kich-hoat");
        page.evaluate("""
                async ([code, birthYear]) => {
                  const ask = (method, path, body) => fetch('/api/v1' + path, {
                    method, body: JSON.stringify(body), headers: {'content-type': 'application/json'},
                  }).then((answer) => answer.json());
                  const { token } = await ask('POST', '/activations', { code, birthYear });
                  await ask('PUT', '/activations/pin', { token, pin: '260814' });
                }
                """, List.of(commune.activationCode(number), 1955 + 2 * number));
        return page;
    }

    private static void enter(Page page) {
        page.navigate(commune.running.url() + "/vao/" + Commune.SESSION);
        page.waitForFunction("() => window.meetingDouble");
        fire(page, "videoConferenceJoined", "{ id: 'me' }");
    }

    private static void fire(Page page, String event, String told) {
        page.evaluate("() => window.meetingDouble.fire('" + event + "', " + told + ")");
    }

    private static String commands(Page page) {
        return (String) page.evaluate("() => JSON.stringify(window.meetingDouble.commands)");
    }

    @Test
    void whoeverRunsTheClassMutesRecordsAndEndsForAll() {
        Page page = office(ColorScheme.LIGHT);
        enter(page);
        Controls.button(page, "Tắt tiếng mọi người").click();
        Controls.button(page, "Ghi hình").click();
        fire(page, "recordingStatusChanged", "{ on: true }");
        assertThat(page.getByText("Đang ghi hình")).isVisible();
        browser.picture(page, "meeting-desk");
        assertThat(browser.axe(page)).isEmpty();
        Controls.button(page, "Dừng ghi hình").click();
        fire(page, "recordingStatusChanged", "{ on: false, error: 'busy' }");
        assertThat(page.getByText("Không ghi hình được")).isVisible();
        Controls.button(page, "Kết thúc cho mọi người").first().click();
        page.getByRole(AriaRole.DIALOG)
                .getByText("Kết thúc cho mọi người", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("[data-is=ended]")).isVisible();
        page.waitForFunction("() => window.meetingDouble.commands.length === 4");
        assertThat(commands(page))
                .isEqualTo(
                        "[[\"muteEveryone\",\"audio\"],[\"startRecording\",{\"mode\":\"file\"}],[\"stopRecording\",\"file\"],[\"endConference\"]]");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aHandRaisedOnAPhoneIsCalledFromTheClassPageAndTheMeetingIsNotNeeded() {
        Page classPage = office(ColorScheme.DARK);
        classPage.navigate(commune.running.url() + "/buoi/" + Commune.SESSION);
        assertThat(classPage.getByText("Chưa có ai xin phát biểu.")).isVisible();
        Page one = phone(3, browser.phone(ColorScheme.LIGHT));
        enter(one);
        Controls.button(one, "Giơ tay xin phát biểu").click();
        assertThat(one.getByText("Đồng chí đứng thứ 1 trong hàng chờ.")).isVisible();
        Page other = phone(4, browser.phone(ColorScheme.DARK));
        enter(other);
        fire(other, "raiseHandUpdated", "{ id: 'me', handRaised: 1 }");
        assertThat(other.getByText("Đồng chí đứng thứ 2 trong hàng chờ.")).isVisible();
        assertThat(classPage.getByText(Commune.NAMES.get(3))).not().hasCount(0);
        browser.picture(classPage, "class-queue");
        Controls.button(classPage, "Mời").first().click();
        assertThat(one.getByText("Mời đồng chí phát biểu.")).isVisible();
        browser.picture(one, "meeting-phone");
        assertThat(browser.axe(one)).isEmpty();
        assertThat(other.getByText("Đồng chí đứng thứ 1 trong hàng chờ.")).isVisible();
        Controls.button(classPage, "Xong").first().click();
        assertThat(Controls.button(one, "Giơ tay xin phát biểu")).isVisible();
        Controls.button(other, "Hạ tay").click();
        assertThat(classPage.getByText("Chưa có ai xin phát biểu.")).isVisible();
        assertThat(browser.axe(classPage)).isEmpty();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void aCadreHasTheAgendaAndTheSitesBesideThePicture() {
        JsonObject item = new JsonObject().put("topic", "Thảo luận tại các điểm cầu");
        commune.office
                .patch("/sessions/" + Commune.SESSION, new JsonObject().put("agenda", new JsonArray().add(item)))
                .expect(200);
        beside(phone(2, browser.phone(ColorScheme.LIGHT)), "meeting-cadre-phone");
        beside(phone(1, browser.desk(ColorScheme.DARK)), "meeting-cadre-desk");
    }

    private static void beside(Page page, String name) {
        enter(page);
        assertThat(page.getByText("Thảo luận tại các điểm cầu")).isVisible();
        assertThat(heading(page, "Trong phòng họp")).isVisible();
        page.getByText("chưa nối").scrollIntoViewIfNeeded();
        look(page, name);
    }

    @Test
    void everyFaultOfTheMeetingIsSaidWithWhatToDo() {
        Page page = phone(5, browser.phone(ColorScheme.DARK));
        enter(page);
        fire(page, "cameraError", "{ type: 'gum.not_found' }");
        assertThat(page.locator("[data-fault=noCamera]")).isVisible();
        fire(page, "micError", "{ type: 'gum.not_found' }");
        assertThat(page.locator("[data-fault=noMicrophone]")).isVisible();
        fire(page, "micError", "{ type: 'gum.permission_denied' }");
        assertThat(page.locator("[data-fault=noPermission]")).isVisible();
        fire(page, "errorOccurred", "{ error: { name: 'connection.droppedError', isFatal: true } }");
        assertThat(page.locator("[data-is=lost]")).isVisible();
        browser.picture(page, "meeting-lost");
        assertThat(browser.axe(page)).isEmpty();
        fire(page, "errorOccurred", "{ error: { name: 'connection.passwordRequired' } }");
        assertThat(page.locator("[data-is=expired]")).isVisible();
        enter(page);
        fire(page, "videoConferenceLeft", "{}");
        assertThat(page.locator("[data-is=left]")).isVisible();
        frames.up(false);
        try {
            page.navigate(commune.running.url() + "/vao/" + Commune.SESSION);
            assertThat(page.locator("[data-is=blocked]")).isVisible();
            Controls.button(page, "Giơ tay xin phát biểu").click();
            Controls.button(page, "Hạ tay").click();
            assertThat(heading(page, "Tài liệu")).isVisible();
            assertThat(page.getByLabel("Ghi nhận có mặt").first()).isVisible();
        } finally {
            frames.up(true);
        }
    }

    @Test
    void everyStateIsLookedAtOnPhonesAndDesks() {
        looksRight(phone(9, browser.phone(ColorScheme.DARK)), "meeting-phone-dark");
        looksRight(office(ColorScheme.LIGHT), "meeting-desk-light");
    }

    /** Each state once, seen and checked; what the server answers for the meeting does not matter to the roll beside it. */
    private static void looksRight(Page page, String name) {
        enter(page);
        page.getByLabel("Mạng yếu: chỉ nghe tiếng").check();
        look(page, name + "-saving");
        page.getByLabel("Mạng yếu: chỉ nghe tiếng").uncheck();
        fire(page, "cameraError", "{ type: 'gum.not_found' }");
        look(page, name + "-no-camera");
        fire(page, "micError", "{ type: 'gum.permission_denied' }");
        look(page, name + "-no-permission");
        for (String[] state : new String[][] {
            {"errorOccurred", "{ error: { name: 'connection.droppedError', isFatal: true } }", "lost"},
            {"errorOccurred", "{ error: { name: 'connection.passwordRequired' } }", "expired"},
            {"videoConferenceLeft", "{}", "left"}
        }) {
            enter(page);
            fire(page, state[0], state[1]);
            assertThat(page.locator("[data-is=" + state[2] + "]")).isVisible();
            look(page, name + "-" + state[2]);
        }
        frames.up(false);
        try {
            page.navigate(commune.running.url() + "/vao/" + Commune.SESSION);
            assertThat(page.locator("[data-is=blocked]")).isVisible();
            look(page, name + "-blocked");
        } finally {
            frames.up(true);
        }
        page.clock().install();
        page.navigate(commune.running.url() + "/vao/" + Commune.SESSION);
        page.waitForFunction("() => window.meetingDouble");
        page.clock().runFor(26_000);
        assertThat(page.locator("[data-is=stuck]")).isVisible();
        look(page, name + "-stuck");
        page.context().close();
    }

    private static void look(Page page, String name) {
        browser.picture(page, name);
        assertThat(browser.axe(page)).as(name).isEmpty();
        assertThat(browser.complaints()).as(name).isEmpty();
    }

    @Test
    void soundOnlyIsRememberedByTheDevice() {
        Page page = phone(6, browser.phone(ColorScheme.LIGHT));
        enter(page);
        page.getByLabel("Mạng yếu: chỉ nghe tiếng").check();
        page.waitForFunction("() => window.meetingDouble.commands.length === 1");
        assertThat(commands(page)).isEqualTo("[[\"setAudioOnly\",true]]");
        enter(page);
        assertThat(page.evaluate("() => window.meetingDouble.options.configOverwrite.startAudioOnly"))
                .isEqualTo(true);
    }

    @Test
    void whoComesEarlySeesWhenItOpensAndTriesTheDevices() {
        commune.anotherSession("hoi-nghi-2");
        Page page = office(ColorScheme.LIGHT);
        commune.office.post("/sessions/hoi-nghi-2/state", new JsonObject().put("state", "issued"));
        page.navigate(commune.running.url() + "/vao/hoi-nghi-2");
        assertThat(page.getByText("Chưa đến giờ vào")).isVisible();
        Controls.button(page, "Bắt đầu kiểm tra").click();
        assertThat(page.locator("[data-found=checkBoth]")).isVisible();
        browser.picture(page, "meeting-check");
        assertThat(browser.axe(page)).isEmpty();
        Controls.button(page, "Xong").click();
        missing(page, "audio", "NotFoundError", "checkPicture");
        Controls.button(page, "Xong").click();
        missing(page, "video", "NotFoundError", "checkSound");
        Controls.button(page, "Xong").click();
        missing(page, "any", "NotFoundError", "checkNone");
        missing(page, "any", "NotAllowedError", "checkDenied");
        look(page, "meeting-check-denied");
        page.evaluate("() => { navigator.mediaDevices.getUserMedia = window.devices }");
        Controls.button(page, "Bắt đầu kiểm tra").click();
        assertThat(page.locator("[data-found=checkBoth]")).isVisible();
        Controls.button(page, "Xong").click();
        assertThat(page.locator("video")).hasCount(0);
    }

    /** The same check on a device that lacks something, or whose browser refuses it. */
    private static void missing(Page page, String what, String failure, String found) {
        page.evaluate("""
                ([what, failure]) => {
                  window.devices ??= navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                  navigator.mediaDevices.getUserMedia = (asked) => what === 'any' || what in asked
                    ? Promise.reject(new DOMException('', failure)) : window.devices(asked);
                }
                """, List.of(what, failure));
        Controls.button(page, "Bắt đầu kiểm tra").click();
        assertThat(page.locator("[data-found=" + found + "]")).isVisible();
    }
}
