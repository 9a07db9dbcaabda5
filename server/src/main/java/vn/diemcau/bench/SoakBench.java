package vn.diemcau.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.truth.Day;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;

/**
 * A long day at half of what the machine can do: {@code bench soak [--minutes 20] [--seed N]}. First the rate is measured at which
 * marks and readings are answered at once; then half of it is kept up. Memory is what is in use after a collection; its slope is taken
 * over the second half, when caches are full, and in a run of ten minutes or more a slope that is not flat is an error. Client and server
 * share the JVM. The last line is {@code errors <n>}.
 */
public final class SoakBench {
    private static final int PEOPLE = 400;
    private static final int PHONES = 6;
    private static final long MEASURE_SECONDS = 8;
    /** In MB a minute: what a day of ten hours adds must fit beside the rest of a small heap. */
    private static final double FLAT = 0.5;
    /** A shorter run says nothing of a slope: the runtime is still settling. */
    private static final double LONG_ENOUGH = 10;

    private final Vertx vertx = Vertx.vertx();
    private final Consumer<String> say;
    private final Meeting meeting;
    private final List<Life> lives = new ArrayList<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final List<double[]> memory = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param slope of memory in MB a minute over the second half
     */
    public record Outcome(long requests, long errors, double slope) {
        private boolean flat() {
            return slope <= FLAT;
        }

        /** Calls that went wrong, and one more when memory grew in a run that is long enough to tell. */
        public long wrong(double minutes) {
            return errors + (minutes >= LONG_ENOUGH && !flat() ? 1 : 0);
        }

        String judged(double minutes) {
            String said = "memory may grow by " + FLAT + " MB a minute at most: ";
            if (minutes < LONG_ENOUGH) return said + "not judged in less than ten minutes";
            return said + (flat() ? "flat" : "NOT FLAT");
        }
    }

    private SoakBench(long seed, Consumer<String> say) {
        this.say = say;
        Day day = new Day(
                seed, Math.floorDiv(Instant.now().getEpochSecond(), 86_400L) * 86_400L - 2 * 86_400L - 7 * 3600L);
        meeting = day.meeting(1, false);
        for (int i = 0; i < PEOPLE; i++) lives.add(day.life(meeting, i));
    }

    static void run(String[] arguments) throws Exception {
        double minutes = 20;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--minutes" -> minutes = Double.parseDouble(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        Outcome outcome = run(minutes, seed, System.out::println);
        System.out.println(outcome.judged(minutes));
        System.out.println("errors " + outcome.wrong(minutes));
        if (outcome.wrong(minutes) > 0) System.exit(1);
    }

    /** Soaks a fresh installation for so many minutes. */
    public static Outcome run(double minutes, long seed, Consumer<String> say) throws Exception {
        return new SoakBench(seed, say).soak(minutes);
    }

    private Outcome soak(double minutes) throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-soak");
        try {
            List<String> told = new ArrayList<>();
            Platform platform = new Platform(
                    vertx,
                    Config.read(List.of("--port", "0", "--data", folder.toString()), BenchSettings.with(Map.of())),
                    told::add);
            RushBench.wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                new TruthPlan(caller).hold(meeting, lives);
                double whole = load(caller, "whole", Math.min(MEASURE_SECONDS, minutes * 20), Double.MAX_VALUE);
                long before = requests.get();
                load(caller, "half", minutes * 60, whole / 2);
                double slope = slope();
                say.accept(String.format(
                        Locale.ROOT,
                        "capacity %,.0f a second; kept up %,.0f a second for %.1f min",
                        whole,
                        (requests.get() - before) / (minutes * 60),
                        minutes));
                say.accept(String.format(Locale.ROOT, "requests %,d", requests.get()));
                say.accept(String.format(
                        Locale.ROOT,
                        "memory after collection: %.0f MB at first, %.0f MB at last, slope %+.2f MB a minute",
                        memory.get(0)[1],
                        memory.get(memory.size() - 1)[1],
                        slope));
                return new Outcome(requests.get(), errors.get(), slope);
            } finally {
                RushBench.wait(platform.stop());
            }
        } finally {
            RushBench.wait(vertx.close());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            } catch (IOException left) {
                say.accept("left behind: " + folder);
            }
        }
    }

    /** Calls for so many seconds at most at the rate; the rate that was reached. */
    private double load(RushCaller caller, String name, double seconds, double rate) throws InterruptedException {
        long begun = System.nanoTime();
        long before = requests.get();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong turn = new AtomicLong();
        List<Thread> phones = new ArrayList<>();
        for (int phone = 0; phone < PHONES; phone++) {
            String of = name + "-" + phone;
            phones.add(new Thread(
                    () -> {
                        for (int i = 0; !over.get(); i++) {
                            long due = begun + (long) (turn.getAndIncrement() / rate * 1e9);
                            while (System.nanoTime() < due && !over.get())
                                LockSupport.parkNanos(Math.min(50_000_000, due - System.nanoTime()));
                            call(caller, of, i);
                        }
                    },
                    of));
        }
        phones.forEach(Thread::start);
        double every = Math.max(1, Math.min(15, seconds / 12));
        while (elapsed(begun) < seconds) {
            TimeUnit.MILLISECONDS.sleep((long) (1000 * Math.min(every, Math.max(0.01, seconds - elapsed(begun)))));
            if (rate != Double.MAX_VALUE) sample(begun);
        }
        over.set(true);
        for (Thread phone : phones) phone.join();
        return (requests.get() - before) / elapsed(begun);
    }

    private static double elapsed(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Six of ten mark somebody, the rest read what a wall, a roll, a rate and a person ask for. */
    private void call(RushCaller caller, String phone, int i) {
        Life life = lives.get(Math.floorMod((phone + i).hashCode(), lives.size()));
        Meeting.Room room = meeting.rooms().get(i % meeting.rooms().size());
        String session = "/sessions/" + meeting.id();
        requests.incrementAndGet();
        try {
            switch (i % 10) {
                case 0 -> caller.one("GET", session + "/wall", null);
                case 1 -> caller.one("GET", session + "/sites/" + room.id() + "/roll", null);
                case 2 -> caller.one("GET", "/me", null);
                case 3 -> caller.one("GET", "/persons/" + TruthPlan.person(life.person()), null);
                default ->
                    caller.one(
                            "PUT",
                            session + "/sites/" + room.id() + "/evidence/" + phone + "-" + i,
                            new JsonObject()
                                    .put("kind", i % 4 == 0 ? "out" : "in")
                                    .put("by", "tick")
                                    .put("person", TruthPlan.person(life.person()))
                                    .put(
                                            "seenAt",
                                            Instant.ofEpochSecond(meeting.start() + i % 7000)
                                                    .toString()));
            }
        } catch (IllegalStateException | IOException wrong) {
            if (errors.incrementAndGet() <= 10) say.accept("error: " + wrong.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample(long begun) {
        System.gc();
        double used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        memory.add(new double[] {elapsed(begun) / 60, used});
        if (memory.size() % 4 == 0)
            say.accept(String.format(
                    Locale.ROOT,
                    "%5.1f min  %,9d requests  %d errors  %.0f MB",
                    elapsed(begun) / 60,
                    requests.get(),
                    errors.get(),
                    used));
    }

    /** Least squares over the second half. */
    private double slope() {
        List<double[]> late = memory.subList(memory.size() / 2, memory.size());
        double x = late.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double y = late.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double above = 0;
        double below = 0;
        for (double[] point : late) {
            above += (point[0] - x) * (point[1] - y);
            below += (point[0] - x) * (point[0] - x);
        }
        return below == 0 ? 0 : above / below;
    }
}
