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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page of the client, in both themes, by those who use it: axe finds nothing, nothing is cut off, nothing jumps far. */
class EveryPageJourney {
    /** Answers take up to 0.6 s, each another time and the same at each visit: pages are drawn part by part, in any order. */
    private static final String SLOW = """
            {
              const ask = window.fetch;
              const late = (address) => ([...address].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7) >>> 3) % 5;
              window.fetch = async (...asked) => {
                await new Promise((go) => setTimeout(go, late(String(asked[0]?.url ?? asked[0])) * 150));
                return ask(...asked);
              };
            }
            """;

    /** Keeps the moves that nobody asked for. */
    private static final String SHIFTS = """
            window.shifts = [];
            new PerformanceObserver((list) => {
              for (const one of list.getEntries()) if (!one.hadRecentInput) shifts.push(one);
            }).observe({ type: 'layout-shift', buffered: true });
            """;

    private static final String REORGANISATION = "00000000-0000-7000-8000-00000000000a";

    /** What browsers call a good page; ours aim at none. */
    private static final double MOST_SHIFT = 0.1;

    @TempDir
    static Path data;

    private static Demonstration demonstration;
    private static Browser browser;
    private static String site;
    private static String unit;

    @BeforeAll
    static void start() throws Exception {
        demonstration = new Demonstration(data.resolve("store"));
        browser = new Browser();
        site = demonstration.door().site();
        unit =
                Demonstration.objects(demonstration
                                .office
                                .get("/plan-units?text=")
                                .expect(200)
                                .getJsonArray("items"))
                        .stream()
                        .map(one -> one.getString("id"))
                        .findFirst()
                        .orElseThrow();
        demonstration
                .office
                .put(
                        "/reorganisations/" + REORGANISATION,
                        new JsonObject()
                                .put("kind", "dissolve")
                                .put("date", "2027-01-01")
                                .put("decision", "12-QĐ/TU")
                                .put("units", new JsonArray().add(unit)))
                .expect(200);
        demonstration
                .office
                .put(
                        "/campaigns/nghi-quyet",
                        new JsonObject()
                                .put("kind", "resolution_study")
                                .put("title", "Học tập nghị quyết")
                                .put("unit", unit)
                                .put("from", "2026-01-01")
                                .put("to", "2026-12-31")
                                .put("target", 90))
                .expect(200);
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) browser.close();
        if (demonstration != null) demonstration.close();
    }

    @Test
    void noPageIsForgotten() throws IOException {
        Set<String> visited = Stream.of(ClientPages.PHONES, ClientPages.DESKS)
                .flatMap(plan -> plan.values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        visited.addAll(ClientPages.ELSEWHERE);
        assertThat(visited).isEqualTo(ClientPages.named());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingOnThePagesOfPhones(ColorScheme colours) {
        assertThat(faults(ClientPages.PHONES, colours, true)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingOnThePagesOfTheOffice(ColorScheme colours) {
        assertThat(faults(ClientPages.DESKS, colours, false)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void inEnglishEveryPageIsTranslatedAndNothingIsCutOffAtTwiceTheSize(boolean phone) throws IOException {
        Untranslated untranslated = new Untranslated(ClientPages.SOURCE);
        List<String> faults = new ArrayList<>();
        (phone ? ClientPages.PHONES : ClientPages.DESKS).forEach((login, pages) -> {
            try (BrowserContext context = browser.desk(ColorScheme.LIGHT)) {
                context.addInitScript(Untranslated.HEARD);
                Page page = login.isEmpty() ? context.newPage() : demonstration.signIn(context, login);
                if (login.isEmpty()) page.navigate(demonstration.running.url() + "/dang-nhap");
                page.evaluate("() => localStorage.setItem('diemcau.language', 'en')");
                page.setViewportSize(phone ? 390 : 720, 450);
                for (String pattern : pages) {
                    String path = open(page, pattern);
                    sideways(page, path, faults);
                    // the page of the parts shows invented people
                    if (!pattern.equals(ClientPages.PARTS))
                        untranslated.on(page).forEach(text -> faults.add(path + " " + text));
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCadreReachesTheBadgeByTheKeyboardAlone() {
        try (BrowserContext desk = browser.desk(ColorScheme.LIGHT)) {
            Page page = demonstration.signIn(desk, "canbo");
            Locator badge = page.getByRole(
                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Thẻ của tôi")));
            assertThat(badge.first()).isVisible();
            page.locator("body").press("Tab");
            for (int steps = 0; steps < 30 && !isFocused(badge.first()); steps++)
                page.keyboard().press("Tab");
            assertThat(badge.first()).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        }
    }

    private static boolean isFocused(Locator locator) {
        return (boolean) locator.evaluate("element => element === document.activeElement");
    }

    private static List<String> faults(Map<String, List<String>> plan, ColorScheme colours, boolean phone) {
        List<String> faults = new ArrayList<>();
        plan.forEach((login, pages) -> {
            try (BrowserContext context = phone ? browser.phone(colours) : browser.desk(colours)) {
                context.addInitScript(SHIFTS);
                if (colours == ColorScheme.DARK) context.addInitScript(SLOW);
                Page page = login.isEmpty() ? context.newPage() : demonstration.signIn(context, login);
                for (String pattern : pages) look(page, pattern, faults);
            }
        });
        return faults;
    }

    private static void look(Page page, String pattern, List<String> faults) {
        String path = open(page, pattern);
        browser.axe(page).forEach(found -> faults.add(path + " " + found));
        sideways(page, path, faults);
        JsonObject shifts = new JsonObject((String) page.evaluate("""
                () => {
                  const name = (node) => node?.nodeName.toLowerCase() + '.' + (node?.className ?? '');
                  const far = ({ node, previousRect: from, currentRect: to }) =>
                    `${name(node)} y ${from.y}+${from.height} to ${to.y}+${to.height}`;
                  return JSON.stringify({
                    sum: shifts.reduce((sum, one) => sum + one.value, 0),
                    what: shifts.map((one) => `${one.value.toFixed(3)}: ${one.sources.map(far).join('; ')}`),
                  });
                }
                """));
        if (shifts.getDouble("sum") > MOST_SHIFT) faults.add(path + " jumps: " + shifts.encode());
    }

    private static void sideways(Page page, String path, List<String> faults) {
        Object cut = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) cut).intValue() > 0) faults.add(path + " scrolls sideways by " + cut);
    }

    /** Goes to a page and waits until everything on it has come; its address. */
    private static String open(Page page, String pattern) {
        String path = pattern.replace(":session", demonstration.session)
                .replace(":site", site)
                .replace(":programme", demonstration.programme)
                .replace(":unit", unit)
                .replace(":token", "khong-co")
                .replace(":recording", "khong-co")
                .replace(":material", "khong-co")
                .replace(":reorganisation", REORGANISATION)
                .replace(":campaign", "nghi-quyet");
        page.navigate(demonstration.running.url() + path);
        assertThat(page.locator("main h1").first()).not().isEmpty();
        // The page of the parts shows the one that stands for what is awaited.
        String waiting = pattern.equals(ClientPages.PARTS) ? ".moving" : ".skeleton, .moving";
        assertThat(page.locator(waiting)).hasCount(0);
        return path;
    }
}
