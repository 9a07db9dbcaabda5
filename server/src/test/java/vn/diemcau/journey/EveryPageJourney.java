package vn.diemcau.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page of the client, in both themes, by those who use it: axe finds nothing, nothing is cut off, nothing jumps far. */
class EveryPageJourney {
    private static final Path CLIENT = Path.of(System.getProperty("project.root", ".."), "web-client/src");

    private static final String PARTS = "/kieu-dang";

    /** The pages, as the client names them, by whoever opens them; nobody is signed in as {@code ""}. */
    private static final Map<String, List<String>> PHONES = Map.of(
            "",
            List.of(
                    "/dang-nhap",
                    "/dang-nhap/tro-ve",
                    "/kich-hoat",
                    "/thu",
                    "/giay/:token",
                    "/diem-cau",
                    "/diem-danh",
                    "/tai-lieu/:programme",
                    "/diem-cau/:session/:site",
                    "/diem-cau/:session/:site/cua",
                    "/phong/:session/:site"),
            "canbo",
            List.of("/lich", "/lich/nam", "/vao/:session", "/trang/:material", "/tai-khoan"),
            "bithu",
            List.of("/chi-bo", "/don-vi", "/lop-hoi-nghi", "/danh-ba", "/trieu-tap"));

    private static final Map<String, List<String>> DESKS = Map.of(
            "tinh",
            List.of(
                    "/truc-tiep",
                    "/truc-tiep/:session",
                    "/truc-tiep/:session/trinh-chieu",
                    "/buoi/:session",
                    "/lop-hoi-nghi",
                    "/lop-hoi-nghi/:programme",
                    "/trieu-tap",
                    "/de-nghi-xem-lai",
                    "/chot-so-lieu",
                    "/don-vi",
                    "/don-vi/:unit",
                    "/don-vi/:unit/the-thuc",
                    "/don-vi/:unit/dao-tao",
                    "/bao-cao",
                    "/bao-cao/:programme",
                    "/bao-cao/buoi/:session/nhap",
                    "/danh-ba",
                    "/danh-ba/nhap",
                    "/danh-ba/diem-cau",
                    "/danh-ba/sap-xep",
                    "/danh-ba/sap-xep/:reorganisation",
                    "/dot-sinh-hoat",
                    "/dot-sinh-hoat/:campaign",
                    "/diem-cau/nhap-tep",
                    "/diem-cau/:session/:site/giay",
                    "/tai-khoan/don-vi",
                    "/rieng-tu",
                    "/rieng-tu/don-vi",
                    "/ban-ghi",
                    "/xem-lai/:recording",
                    "/he-thong/may-chu-hop",
                    PARTS),
            "giangvien",
            List.of("/truc-tiep", "/buoi/:session"));

    /** The first run has its own journey: pages of an installation and an account that nobody has set up. */
    private static final Set<String> ELSEWHERE = Set.of("/khoi-tao", "/hoan-tat");

    private static final String REORGANISATION = "00000000-0000-7000-8000-00000000000a";

    /** What browsers call a good page; ours aim at none. */
    private static final double MOST_SHIFT = 0.1;

    /** On the office's wide pages, whose lists are as long as they are. */
    private static final double MOST_SHIFT_AT_A_DESK = 0.3;

    /** Milliseconds that a page may take on a busy machine. */
    private static final double PATIENCE = 20_000;

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
        Set<String> visited = Stream.of(PHONES, DESKS)
                .flatMap(plan -> plan.values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        visited.addAll(ELSEWHERE);
        assertThat(visited).isEqualTo(pages());
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingOnThePagesOfPhones(ColorScheme colours) {
        assertThat(faults(PHONES, colours, true)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothingOnThePagesOfTheOffice(ColorScheme colours) {
        assertThat(faults(DESKS, colours, false)).isEmpty();
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
                context.addInitScript("""
                        window.shifts = [];
                        new PerformanceObserver((list) => {
                          for (const one of list.getEntries()) if (!one.hadRecentInput) shifts.push(one);
                        }).observe({ type: 'layout-shift', buffered: true });
                        """);
                Page page = login.isEmpty() ? context.newPage() : demonstration.signIn(context, login);
                for (String pattern : pages) look(page, pattern, phone ? MOST_SHIFT : MOST_SHIFT_AT_A_DESK, faults);
            }
        });
        return faults;
    }

    private static void look(Page page, String pattern, double mostShift, List<String> faults) {
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
        assertThat(page.locator("main h1").first())
                .not()
                .isEmpty(new LocatorAssertions.IsEmptyOptions().setTimeout(PATIENCE));
        // The page of the parts shows the one that stands for what is awaited.
        String waiting = pattern.equals(PARTS) ? ".moving" : ".skeleton, .moving";
        assertThat(page.locator(waiting)).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        browser.axe(page).forEach(found -> faults.add(path + " " + found));
        JsonObject drawn = new JsonObject((String) page.evaluate("""
                () => JSON.stringify({
                  cut: document.documentElement.scrollWidth - document.documentElement.clientWidth,
                  shift: shifts.reduce((sum, one) => sum + one.value, 0),
                })
                """));
        if (drawn.getInteger("cut") > 0) faults.add(path + " scrolls sideways");
        if (drawn.getDouble("shift") > mostShift) faults.add(path + " jumps by " + drawn.getDouble("shift"));
    }

    /** The paths in every {@code routes.ts} and {@code office.ts}. */
    private static Set<String> pages() throws IOException {
        Pattern path = Pattern.compile("^ {4}path: '([^']+)'", Pattern.MULTILINE);
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLIENT, 2)) {
            for (Path file : files.filter(one -> one.endsWith("routes.ts") || one.endsWith("office.ts"))
                    .toList()) {
                Matcher found = path.matcher(Files.readString(file));
                while (found.find()) pages.add(found.group(1));
            }
        }
        return pages;
    }
}
