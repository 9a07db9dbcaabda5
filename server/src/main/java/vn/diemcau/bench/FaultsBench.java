package vn.diemcau.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.attendance.RecountCheck;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.truth.Day;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;

/**
 * What goes wrong around a server while people are being marked: {@code bench faults [--rounds 50] [--seed N]}. The server and its
 * store are killed so many times under load; then the line to the store is slow, cut and mended, a backup is made under load and
 * restored elsewhere, and the clock jumps. Nothing acknowledged may be gone, every failure must be told as such, and
 * afterwards all sums equal a recount. The last line is {@code lost <n>}.
 */
public final class FaultsBench implements AutoCloseable {
    private static final int PEOPLE = 120;
    private static final int PHONES = 6;
    private static final Duration EACH = Duration.ofSeconds(4);

    private final Path folder = Files.createTempDirectory("diemcau-bench-faults");
    private final Vertx vertx = Vertx.vertx();
    private final Consumer<String> say;
    private final Meeting meeting;
    private final List<Life> lives = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> untold = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private int lost;

    private FaultsBench(long seed, Consumer<String> say) throws IOException {
        this.say = say;
        Day day = new Day(
                seed, Math.floorDiv(Instant.now().getEpochSecond(), 86_400L) * 86_400L - 2 * 86_400L - 7 * 3600L);
        meeting = day.meeting(1, false);
        for (int i = 0; i < PEOPLE; i++) lives.add(day.life(meeting, i));
    }

    static void run(String[] arguments) throws Exception {
        int rounds = 50;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        long gone = AttendanceKillBench.lost(rounds, seed) + lost(seed, System.out::println);
        System.out.println("lost " + gone);
        if (gone > 0) System.exit(1);
    }

    /** Everything but the kills; how much was lost or differed. */
    public static int lost(long seed, Consumer<String> say) throws Exception {
        say.accept("seed " + seed);
        try (FaultsBench bench = new FaultsBench(seed, say)) {
            bench.all();
            return bench.lost;
        }
    }

    private void all() throws Exception {
        Path data = folder.resolve("store");
        try (EmbeddedStore store = EmbeddedStore.open(data);
                FaultLine line =
                        new FaultLine(URI.create(store.connectionString()).getPort())) {
            String uri = store.connectionString()
                    .replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + line.port())
                    .concat("&serverSelectionTimeoutMS=2000");
            List<String> told = new ArrayList<>();
            Config config = Config.read(
                    List.of("--port", "0", "--data", folder.toString()),
                    BenchSettings.with(Map.of("MONGODB_URI", uri)));
            InstantSource clock = () -> Instant.now().plus(ahead.get());
            Platform platform = new Platform(vertx, config, told::add, clock);
            RushBench.wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                new TruthPlan(caller).hold(meeting, lives);
                String direct = store.connectionString();
                load("as it should be", caller, direct, () -> {});
                load("the store is slow", caller, direct, () -> line.slow(150));
                line.mend();
                load("the store cannot be reached", caller, direct, () -> {
                    TimeUnit.MILLISECONDS.sleep(EACH.toMillis() / 4);
                    line.cut();
                });
                if (refused.get() == 0) wrong("nobody was told that the store cannot be reached");
                line.mend();
                load("the store is back", caller, direct, () -> {});
                load("a backup under load", caller, direct, () -> backup(data));
                load("the clock jumps a day ahead", caller, direct, () -> ahead.set(Duration.ofHours(9)));
                load("the clock jumps back", caller, direct, () -> ahead.set(Duration.ofMinutes(-50)));
                ahead.set(Duration.ZERO);
            } finally {
                RushBench.wait(platform.stop());
            }
        } finally {
            RushBench.wait(vertx.close());
        }
    }

    /** Something that goes wrong while people are marked. */
    private interface Fault {
        void happens() throws Exception;
    }

    private void load(String name, RushCaller caller, String uri, Fault fault) throws Exception {
        int before = acknowledged.size();
        refused.set(0);
        untold.clear();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> phones = new ArrayList<>();
        for (int phone = 0; phone < PHONES; phone++) {
            String of = name.replace(' ', '-') + "-" + phone;
            phones.add(new Thread(() -> mark(caller, of, over), of));
        }
        phones.forEach(Thread::start);
        long end = System.nanoTime() + EACH.toNanos();
        fault.happens();
        while (System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(10);
        over.set(true);
        for (Thread phone : phones) phone.join();
        if (!untold.isEmpty()) wrong("not told as a failure of the store: " + untold);
        int missing = missing(uri);
        boolean equal = name.contains("reached") || equal(uri);
        if (!equal) wrong("attendance or tallies differ from a recount");
        lost += missing;
        say.accept(String.format(
                Locale.ROOT,
                "%-28s %,6d acknowledged, %,5d told to try again, lost %d%s",
                name,
                acknowledged.size() - before,
                refused.get(),
                missing,
                name.contains("reached") ? "" : equal ? ", equal to a recount" : ", DIFFERENT FROM A RECOUNT"));
    }

    private void wrong(String what) {
        lost++;
        say.accept("wrong: " + what);
    }

    private void mark(RushCaller caller, String phone, AtomicBoolean over) {
        for (int i = 0; !over.get(); i++) {
            String id = phone + "-" + i;
            Life life = lives.get(Math.floorMod(id.hashCode(), lives.size()));
            Meeting.Room room = meeting.rooms().get(i % meeting.rooms().size());
            JsonObject body = new JsonObject()
                    .put("kind", i % 4 == 0 ? "out" : "in")
                    .put("by", "tick")
                    .put("person", TruthPlan.person(life.person()))
                    .put(
                            "seenAt",
                            Instant.ofEpochSecond(meeting.start() + i % 7000).toString());
            try {
                JsonObject answer = caller.one(
                        "PUT", "/sessions/" + meeting.id() + "/sites/" + room.id() + "/evidence/" + id, body);
                if (!"refused".equals(answer.getString("result"))) acknowledged.add(id);
            } catch (IllegalStateException told) {
                if (String.valueOf(told.getMessage()).contains("store_unreachable")) refused.incrementAndGet();
                else untold.add(String.valueOf(told.getMessage()));
            } catch (IOException broken) {
                untold.add(broken.toString());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What was acknowledged before a backup began stands in what is restored from it elsewhere. */
    private void backup(Path data) throws Exception {
        Set<String> before = new HashSet<>(acknowledged);
        Path copy = folder.resolve("backup.db");
        StoreTool.backup(data, copy);
        Path elsewhere = folder.resolve("elsewhere");
        Files.createDirectories(elsewhere);
        StoreTool.restore(elsewhere, copy);
        try (EmbeddedStore restored = EmbeddedStore.open(elsewhere)) {
            int missing = missing(restored.connectionString(), before);
            if (missing > 0) wrong(missing + " acknowledged before the backup are not in it");
        }
    }

    private int missing(String uri) throws Exception {
        return missing(uri, acknowledged);
    }

    private int missing(String uri, Set<String> wanted) throws Exception {
        Set<String> left = new HashSet<>(wanted);
        try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
            RushBench.wait(Mongo.each(
                    mongo.collection("evidence").find().batchSize(Mongo.BATCH),
                    document -> left.remove(
                            document.getString("_id").substring(meeting.id().length() + 1))));
        }
        left.stream().limit(5).forEach(id -> say.accept("lost: " + id));
        return left.size();
    }

    private static boolean equal(String uri) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
            while (System.nanoTime() < end) {
                RecountCheck.Result result = RushBench.wait(RecountCheck.all(mongo));
                if (!result.marked() && result.differences().isEmpty()) return true;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
