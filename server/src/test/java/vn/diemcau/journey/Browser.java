package vn.diemcau.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.diemcau.Patience;

/** A real Chromium for journeys: phones and desks, light and dark, each page also checked by axe. One a test class. */
public final class Browser implements AutoCloseable {
    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
    private static final Path MODULES = ROOT.resolve("web-client/node_modules");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    /** Milliseconds for whatever a page is waited for, in every journey. */
    private static final double PATIENCE = 1_000.0 * Patience.SECONDS;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> flags;
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> lasting = new ArrayList<>();

    /** @param flags more of Chromium's flags, such as those of a fake camera */
    public Browser(String... flags) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        List<String> all = new ArrayList<>(FLAGS);
        all.addAll(List.of(flags));
        this.flags = List.copyOf(all);
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromiumPath())
                        .setTimeout(PATIENCE)
                        .setArgs(all));
    }

    static {
        System.setProperty("playwright.cli.dir", driver().toString());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    /** The driver's folder as Playwright expects it: one that holds {@code package/}. */
    private static Path driver() {
        try {
            Path folder = Files.createTempDirectory("playwright-driver");
            Files.createSymbolicLink(folder.resolve("package"), MODULES.resolve("playwright-core"));
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String node() {
        for (String folder : System.getenv("PATH").split(":")) {
            Path node = Path.of(folder, "node");
            if (Files.isExecutable(node)) return node.toString();
        }
        throw new IllegalStateException("no Node.js on the PATH");
    }

    private static Path chromiumPath() {
        Path path = Path.of("/usr/bin/chromium");
        assertThat(path)
                .as("Chromium is required by the journeys: apt-get install chromium")
                .exists();
        return path;
    }

    /** A phone of 390 × 844 with touch. */
    public BrowserContext phone(ColorScheme colours) {
        return context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true)
                .setColorScheme(colours));
    }

    /** A desk of 1440 × 900. */
    public BrowserContext desk(ColorScheme colours) {
        return context(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setColorScheme(colours));
    }

    /** A phone whose browser may be closed and started again: what it kept lies in the directory. */
    public BrowserContext lastingPhone(Path profile, boolean offline) {
        BrowserContext phone = watched(playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(chromiumPath())
                                .setTimeout(PATIENCE)
                                .setArgs(flags)
                                .setViewportSize(390, 844)
                                .setHasTouch(true)
                                .setIsMobile(true)
                                .setLocale("vi-VN")
                                .setTimezoneId("Asia/Ho_Chi_Minh")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setOffline(offline)));
        lasting.add(phone);
        return phone;
    }

    private BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        return watched(chromium.newContext(options.setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true)));
    }

    private BrowserContext watched(BrowserContext context) {
        context.setDefaultTimeout(PATIENCE);
        context.onWebError(error -> complaints.add("script error: " + error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource"))
                complaints.add("console: " + message.text());
        });
        return context;
    }

    /** Script errors and console errors so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What axe finds on the page once it is drawn: rule, help and the elements. A page that never gets its heading is told so by axe. */
    public List<String> axe(Page page) {
        drawn(page);
        try {
            page.evaluate(Files.readString(MODULES.resolve("axe-core/axe.min.js")));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        String found = (String) page.evaluate("async () => JSON.stringify((await axe.run(document)).violations)");
        List<String> violations = new ArrayList<>();
        for (Object item : new JsonArray(found)) {
            JsonObject violation = (JsonObject) item;
            StringBuilder line =
                    new StringBuilder(violation.getString("id")).append(": ").append(violation.getString("help"));
            violation.getJsonArray("nodes").forEach(node -> line.append("\n    ")
                    .append(((JsonObject) node).getJsonArray("target").encode()));
            violations.add(line.toString());
        }
        return violations;
    }

    /** Keeps a picture of it; axe and the browser have nothing to say. */
    public void looksRight(Page page, String name) {
        picture(page, name);
        assertThat(axe(page)).as(name).isEmpty();
        assertThat(complaints()).as(name).isEmpty();
    }

    /** All that the page has kept on this device, as text; what lies under a key is no text. */
    static String kept(Page page) {
        return (String) page.evaluate("""
                        async () => {
                          const of = (asked) => new Promise((give) => (asked.onsuccess = () => give(asked.result)));
                          const db = await of(indexedDB.open('diemcau'));
                          const all = [];
                          for (const name of ['entries', 'things'])
                            all.push(await of(db.transaction(name).objectStore(name).getAll()));
                          db.close();
                          const bytes = (value) => value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value;
                          return JSON.stringify(all, (_, value) => bytes(value));
                        }
                        """);
    }

    /** The address changes before the page is drawn: waits until its heading has words. */
    private static void drawn(Page page) {
        try {
            page.waitForFunction("() => [...document.querySelectorAll('h1')].some((one) => one.textContent.trim())");
        } catch (TimeoutError never) {
            return;
        }
    }

    /** Keeps a picture under {@code server/target/pictures}, where people look at them. */
    public void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(ROOT.resolve("server/target/pictures/" + name + ".png")));
    }

    /** Afterwards no process of it writes to any profile. */
    @Override
    public void close() {
        lasting.forEach(BrowserContext::close);
        chromium.close();
        playwright.close();
    }
}
