package vn.diemcau.bench;

import java.util.List;
import java.util.Locale;

/**
 * Simulated days whose truth is known: {@code bench truth [--people 1000000] [--seed N] [--server 20000]}. So many person-sessions
 * through the pure reckoning, and the smaller number through HTTP, offline batches, store and tallies. The last line is {@code wrong <n>}.
 */
final class TruthBench {
    private TruthBench() {}

    static void run(String[] arguments) throws Exception {
        long people = 1_000_000;
        long server = 20_000;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--people" -> people = Long.parseLong(arguments[i + 1]);
                case "--server" -> server = Long.parseLong(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        say("seed %d", seed);
        long start = System.nanoTime();
        TruthRun.Result result = TruthRun.run(seed, people, TruthRun::reckon);
        result.outcomes().forEach((name, count) -> say("%,12d  %s", count, name));
        say(
                "pure: %,d person-sessions in %.0f s; uncertain %,d (%.3f %%), truly within a bound %,d; wrong %,d",
                people,
                (System.nanoTime() - start) / 1e9,
                result.uncertain(),
                100.0 * result.uncertain() / Math.max(1, people),
                result.near(),
                result.wrong());
        result.examples().forEach(System.out::println);
        long wrong = result.wrong();
        if (result.uncertain() * 50 > people) {
            say("more than 2 %% are uncertain");
            wrong += result.uncertain();
        }
        if (server > 0) {
            start = System.nanoTime();
            List<String> faults = TruthServer.run(seed, server);
            say(
                    "server: %,d person-sessions over HTTP, offline batches, store and tallies in %.0f s; wrong %,d",
                    server, (System.nanoTime() - start) / 1e9, faults.size());
            faults.stream().limit(20).forEach(System.out::println);
            wrong += faults.size();
        }
        say("wrong %d", wrong);
        if (wrong > 0) System.exit(1);
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
