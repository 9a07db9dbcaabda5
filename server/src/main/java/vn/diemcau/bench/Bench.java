package vn.diemcau.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Runs one of the benchmarks by name: {@code ./diemcau bench NAME [arguments]}. Each prints its figures and last the line it is judged by. */
public final class Bench {
    /** One benchmark. */
    interface Run {
        void run(String[] arguments) throws Exception;
    }

    private static final Map<String, Run> RUNS = new TreeMap<>(Map.ofEntries(
            entry("files", FilesBench::run),
            entry("door", DoorBench::run),
            entry("faults", FaultsBench::run),
            entry("fuzz", FuzzBench::run),
            entry("kill", KillBench::run),
            entry("presence", PresenceBench::run),
            entry("kill-attendance", AttendanceKillBench::run),
            entry("report", ReportBench::run),
            entry("rush", RushBench::run),
            entry("soak", SoakBench::run),
            entry("store", StoreBench::run),
            entry("truth", TruthBench::run)));

    private Bench() {}

    private static Map.Entry<String, Run> entry(String name, Run run) {
        return Map.entry(name, run);
    }

    public static void main(String[] arguments) throws Exception {
        Run run = arguments.length == 0 ? null : RUNS.get(arguments[0]);
        if (run == null) {
            System.err.println("usage: ./diemcau bench NAME   (known: " + String.join(", ", RUNS.keySet()) + ")");
            System.exit(2);
            return;
        }
        run.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
