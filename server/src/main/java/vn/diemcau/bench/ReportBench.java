package vn.diemcau.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Accounts of a year of a province over HTTP, as a browser asks for them, beside the same figures aggregated from attendance by its
 * index in the same run: {@code bench report [--small] [--calls 200]}. Then ten times the tallies are put into the store and the
 * accounts are asked for again. The last line is {@code ratio <aggregation/served> p99 <ms> growth <p99 at ten times / p99>}:
 * the ratio of the two medians summed over all views, and the worst p99 of any view.
 */
final class ReportBench {
    private static final int WARM = 40;
    private static final int TIMES = 10;

    private final boolean small;
    private final int calls;
    private final int year = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).getYear() - 1;
    private final ReportProvince province;
    private final Vertx vertx = Vertx.vertx();

    /** What was measured: how much faster, the worst p99 in milliseconds, how that grew, and what was wrong. */
    record Measured(double ratio, double p99, double growth, List<String> faults) {}

    /** A view: the calls its page makes, and the same by aggregation; the number says which of the like. */
    private record View(String name, LongFunction<List<String>> calls, Aggregated aggregated) {}

    /** Something aggregated from attendance; answers required and present. */
    interface Aggregated {
        long[] read(long number) throws Exception;
    }

    /** Milliseconds of the calls of one view. */
    private record Times(double p50, double p99) {
        static Times of(double[] millis) {
            Arrays.sort(millis);
            return new Times(millis[millis.length / 2], millis[Math.min(millis.length - 1, millis.length * 99 / 100)]);
        }
    }

    private ReportBench(boolean small, int calls) {
        this.small = small;
        this.calls = calls;
        this.province = new ReportProvince(year, small);
    }

    static void run(String[] arguments) throws Exception {
        boolean small = false;
        int calls = 200;
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--small" -> small = true;
                case "--calls" -> calls = Integer.parseInt(arguments[++i]);
                default -> throw new IllegalArgumentException("usage: bench report [--small] [--calls 200]");
            }
        }
        Measured measured = measure(small, calls);
        measured.faults().forEach(System.out::println);
        say("ratio %.1f p99 %.1f growth %.2f", measured.ratio(), measured.p99(), measured.growth());
        if (!measured.faults().isEmpty()) System.exit(1);
    }

    /** The whole bench, in a directory of its own that is gone afterwards. */
    static Measured measure(boolean small, int calls) throws Exception {
        return new ReportBench(small, calls).all();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static void machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        say("machine   %d processors, load %.1f", system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    private Measured all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-report");
        machine();
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"));
                Mongo mongo = Mongo.connect(store.connectionString(), "diemcau", true)) {
            ReportStore filled = new ReportStore(mongo, province);
            long start = System.nanoTime();
            filled.units();
            filled.year(year, true);
            filled.year(year - 1, false);
            filled.sums(1);
            RushBench.wait(Index.ensure(mongo, AttendanceFeature.indexes()));
            say(
                    "filled    %,d units, %,d people, %,d meetings, %,d person-sessions, %,d tallies, %,d rollups (two years) in %.0f s",
                    province.placed().stream()
                            .map(ReportProvince.Placed::unit)
                            .distinct()
                            .count(),
                    province.people(),
                    filled.meetings(),
                    filled.turns(),
                    filled.tallies(),
                    filled.rollups(),
                    (System.nanoTime() - start) / 1e9);
            List<String> told = new ArrayList<>();
            Config config = Config.read(
                    List.of("--port", "0", "--data", folder.toString()),
                    BenchSettings.with(Map.of("MONGODB_URI", store.connectionString())));
            Platform platform = new Platform(vertx, config, told::add);
            RushBench.wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                return measure(caller, mongo, filled);
            } finally {
                RushBench.wait(platform.stop());
            }
        } finally {
            RushBench.wait(vertx.close());
            delete(folder);
            machine();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private List<View> views(Mongo mongo) {
        ReportAggregation by = new ReportAggregation(mongo, province, year);
        String whole = "?from=" + year + "-01-01&to=" + year + "-12-31";
        String quarter = "?from=" + year + "-07-01&to=" + year + "-09-30";
        return List.of(
                new View("province, year", n -> List.of("/reports/units/T" + whole), n -> by.within("/T/", 1, 12)),
                new View("province, quarter", n -> List.of("/reports/units/T" + quarter), n -> by.within("/T/", 7, 9)),
                new View(
                        "ten lowest, with why",
                        n -> List.of("/reports/units/T" + quarter, "/reports/units/T/worst" + quarter),
                        n -> by.within("/T/", 7, 9)),
                new View(
                        "a commune",
                        n -> List.of("/reports/units/" + commune(n) + quarter),
                        n -> by.within("/T/" + commune(n) + "/", 7, 9)),
                new View(
                        "a cell",
                        n -> List.of(
                                "/reports/units/" + cell(n).id() + quarter,
                                "/reports/units/" + cell(n).id() + "/persons" + quarter),
                        n -> by.within(cell(n).path(LocalDate.of(year, 8, 1), province.turn()), 7, 9)),
                new View(
                        "year on year, restated",
                        n -> List.of("/reports/units/T" + quarter + "&tree=today"),
                        n -> by.restated(7, 9)),
                new View(
                        "the year, restated",
                        n -> List.of("/reports/units/T" + whole + "&tree=today"),
                        n -> by.restated(1, 12)),
                new View(
                        "a commune, restated",
                        n -> List.of("/reports/units/" + commune(n) + whole + "&tree=today"),
                        n -> by.restatedCommune(commune(n))),
                new View(
                        "a group of " + ReportProvince.IN_GROUP,
                        n -> List.of("/reports/units/T" + whole + "&group=" + ReportProvince.GROUP),
                        n -> by.of(province.group(), 1, 12)));
    }

    private String commune(long number) {
        return "C" + number % province.communes();
    }

    private ReportProvince.Cell cell(long number) {
        return province.cells().get((int) (number * 7 % (province.cells().size() / 2)));
    }

    private Measured measure(RushCaller caller, Mongo mongo, ReportStore filled) throws Exception {
        List<String> faults = new ArrayList<>();
        List<View> views = views(mongo);
        for (View view : views) {
            long start = System.nanoTime();
            for (String path : view.calls().apply(0)) caller.one("GET", path, null);
            say("%-24s first call %7.1f ms", view.name(), (System.nanoTime() - start) / 1e6);
        }
        List<Times> served = serve(caller, views, "");
        long required = required(caller, views.get(0));
        double ours = 0;
        double theirs = 0;
        double worst = 0;
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            int tries = i < 3 || view.name().contains("restated") ? 3 : 20;
            double[] millis = new double[tries];
            for (int n = 0; n < tries; n++) {
                long start = System.nanoTime();
                long[] found = view.aggregated().read(n);
                millis[n] = (System.nanoTime() - start) / 1e6;
                compare(caller, view, n, found, faults);
            }
            Times aggregated = Times.of(millis);
            ours += served.get(i).p50();
            theirs += aggregated.p50();
            worst = Math.max(worst, served.get(i).p99());
            say(
                    "%-24s served p50 %7.1f ms  p99 %7.1f ms   aggregated %,10.1f ms   ratio %,.0f",
                    view.name(),
                    served.get(i).p50(),
                    served.get(i).p99(),
                    aggregated.p50(),
                    aggregated.p50() / served.get(i).p50());
        }
        filled.moreTallies(year, TIMES - 1);
        filled.sums(TIMES);
        say("now       %,d tallies", filled.tallies());
        if (required(caller, views.get(0)) != TIMES * required) faults.add("ten times the tallies are not served");
        List<Times> later = serve(caller, views, " at ten times");
        double worstLater = later.stream().mapToDouble(Times::p99).max().orElseThrow();
        return new Measured(theirs / ours, Math.max(worst, worstLater), worstLater / worst, faults);
    }

    private List<Times> serve(RushCaller caller, List<View> views, String when) throws Exception {
        for (int n = 0; n < (small ? 5 : WARM); n++) {
            for (View view : views) for (String path : view.calls().apply(n)) caller.one("GET", path, null);
        }
        double[][] millis = new double[views.size()][calls];
        for (int n = 0; n < calls; n++) {
            for (int i = 0; i < views.size(); i++) {
                long start = System.nanoTime();
                for (String path : views.get(i).calls().apply(n)) caller.one("GET", path, null);
                millis[i][n] = (System.nanoTime() - start) / 1e6;
            }
        }
        List<Times> times = Stream.of(millis).map(Times::of).toList();
        for (int i = 0; i < views.size(); i++) {
            say(
                    "%-24s p50 %7.1f ms  p99 %7.1f ms%s",
                    views.get(i).name(), times.get(i).p50(), times.get(i).p99(), when);
        }
        return times;
    }

    private static long required(RushCaller caller, View view) throws Exception {
        return caller.one("GET", view.calls().apply(0).get(0), null)
                .getJsonObject("total")
                .getJsonObject("counts")
                .getLong("required");
    }

    private static void compare(RushCaller caller, View view, int number, long[] found, List<String> faults)
            throws Exception {
        JsonObject report = caller.one("GET", view.calls().apply(number).get(0), null);
        JsonObject counts = report.getJsonObject("total").getJsonObject("counts");
        if (counts.getLong("required") != found[0] || counts.getLong("present") != found[1]) {
            faults.add(view.name() + ": served " + counts.getLong("present") + "/" + counts.getLong("required")
                    + ", aggregated " + found[1] + "/" + found[0]);
        }
        if (!report.getBoolean("reconciles")) faults.add(view.name() + " does not reconcile");
        JsonArray lines = report.getJsonArray("lines");
        if (view.name().startsWith("province") && lines.size() < 5) faults.add("a province of " + lines.size());
    }
}
