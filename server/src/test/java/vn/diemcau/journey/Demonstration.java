package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.bench.FreePort;

/** A small demonstration with its conference under way: a real server, and its office as a caller. */
final class Demonstration implements AutoCloseable {
    static final String PASSWORD = "diem-cau-xin-chao";

    private final Path data;
    private final String port = String.valueOf(FreePort.take());
    RunningPlatform running;
    final Caller office;

    /** The conference that is under way. */
    final String session;

    final String programme;

    /** What the log noted of the first start, without a warning. */
    final List<String> noted;

    /** @param data a directory that the caller removes */
    Demonstration(Path data) throws Exception {
        this.data = data;
        Logger log = (Logger) LoggerFactory.getLogger("vn.diemcau");
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        log.addAppender(kept);
        try {
            running = RunningPlatform.over(data, environment(), "--demo", "--port", port);
        } finally {
            log.detachAppender(kept);
        }
        noted = List.copyOf(kept.list).stream()
                .filter(one -> one.getLevel() == Level.INFO)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        office = new Caller(running).signedIn("tinh", PASSWORD);
        Instant now = Instant.now();
        JsonArray sessions = office.get(
                        "/sessions?from=" + now.minus(Duration.ofHours(2)) + "&to=" + now.plus(Duration.ofHours(1)))
                .expect(200)
                .getJsonArray("items");
        JsonObject conference = objects(sessions).stream()
                .filter(one -> one.getString("programme").startsWith("demo-hoi-nghi-"))
                .findFirst()
                .orElseThrow();
        session = conference.getString("id");
        programme = conference.getString("programme");
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Commune.client());
        environment.put("DIEMCAU_DEMO_SIZE", "small");
        environment.put("DIEMCAU_HEALTH_PORT", "0");
        return environment;
    }

    /** The server goes and comes again at the same address over the same data. */
    void restart() throws Exception {
        running.close();
        running = RunningPlatform.over(data, environment(), "--demo", "--port", port);
    }

    static List<JsonObject> objects(JsonArray array) {
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    /** A site where somebody is still missing, that person, and the code on the site's slip. */
    record Door(String site, String code, String name, int birthYear) {}

    Door door() {
        Patience.until("the slips are printed", () -> !slips().isEmpty());
        for (JsonObject slip : objects(slips())) {
            JsonObject missing = missing(slip.getString("site"));
            if (missing != null)
                return new Door(
                        slip.getString("site"),
                        slip.getString("code"),
                        missing.getString("name"),
                        missing.getInteger("birthYear"));
        }
        throw new AssertionError("everybody is there");
    }

    private JsonArray slips() {
        return office.get("/sessions/" + session + "/slips").expect(200).getJsonArray("items");
    }

    private @Nullable JsonObject missing(String site) {
        JsonArray people = office.get("/sessions/" + session + "/sites/" + site + "/roll")
                .expect(200)
                .getJsonArray("people");
        return objects(people).stream()
                .filter(person -> "required".equals(person.getString("standing")))
                .filter(person ->
                        "undetermined".equals(person.getJsonObject("outcome").getString("standing")))
                .findFirst()
                .orElse(null);
    }

    /** Somebody signs in on the page, without the tour in the way, and lands where their work begins. */
    Page signIn(BrowserContext context, String login) {
        context.addInitScript("if (location.protocol === 'http:') localStorage.setItem('diemcau.tour.closed', '1')");
        return enter(context, login);
    }

    /** Somebody signs in on the page and lands where their work begins, with the tour beside. */
    Page enter(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(running.url() + "/");
        assertThat(page).hasURL(Pattern.compile(".*/dang-nhap.*"));
        page.getByLabel("Tên đăng nhập").fill(login);
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        Controls.button(page, "Đăng nhập").click();
        page.waitForURL(url -> !url.contains("/dang-nhap"));
        return page;
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
