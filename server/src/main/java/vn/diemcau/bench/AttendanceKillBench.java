package vn.diemcau.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Main;
import vn.diemcau.attendance.RecountCheck;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.truth.Day;
import vn.diemcau.truth.Life;
import vn.diemcau.truth.Meeting;

/**
 * Kills the whole server again and again while phones mark people over HTTP: {@code bench kill-attendance [--rounds 20] [--seed N]}.
 * After each start nothing acknowledged may be gone, and within a minute attendance and tallies must equal a full recount. The last
 * line is {@code lost <n>}.
 */
final class AttendanceKillBench implements AutoCloseable {
    private static final int PEOPLE = 400;
    private static final int PHONES = 12;
    private static final int HEAL_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final Random random;
    private final Meeting meeting;
    private final List<Life> lives = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Process server;
    private long lost;
    private long differences;

    private AttendanceKillBench(long seed) throws IOException {
        folder = Files.createTempDirectory("diemcau-kill-attendance");
        port = FreePort.take();
        random = new Random(seed);
        Day day = new Day(
                seed, Math.floorDiv(Instant.now().getEpochSecond(), 86_400L) * 86_400L - 2 * 86_400L - 7 * 3600L);
        meeting = day.meeting(1, false);
        for (int i = 0; i < PEOPLE; i++) lives.add(day.life(meeting, i));
    }

    static void run(String[] arguments) throws Exception {
        int rounds = 20;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
                case "--seed" -> seed = Long.parseLong(arguments[i + 1]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        long wrong = lost(rounds, seed);
        say("lost %d", wrong);
        if (wrong > 0) System.exit(1);
    }

    /** How much was lost or differed from a recount in so many rounds. */
    static long lost(int rounds, long seed) throws Exception {
        say("%d rounds, %d phones, seed %d", rounds, PHONES, seed);
        try (AttendanceKillBench bench = new AttendanceKillBench(seed)) {
            bench.all(rounds);
            say("acknowledged %,d  differences %d", bench.acknowledged.size(), bench.differences);
            return bench.lost + bench.differences;
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private void all(int rounds) throws Exception {
        start();
        try (RushCaller caller = new RushCaller(port, told)) {
            new TruthPlan(caller).hold(meeting, lives);
            for (int round = 1; round <= rounds; round++) {
                int before = acknowledged.size();
                load(caller, round, before + 150 + random.nextInt(1500));
                start();
                double healed = healed();
                gone();
                say(
                        "round %2d: %,d acknowledged, equal to a recount after %.1f s, lost %d, differences %d so far",
                        round, acknowledged.size() - before, healed, lost, differences);
            }
        }
    }

    /** Marks as fast as the server answers, until so many were acknowledged; then kills it as hard as can be. */
    private void load(RushCaller caller, int round, int enough) throws InterruptedException {
        AtomicBoolean gone = new AtomicBoolean();
        List<Thread> phones = new ArrayList<>();
        for (int phone = 0; phone < PHONES; phone++) {
            String name = round + "-" + phone;
            long seed = random.nextLong();
            phones.add(new Thread(() -> mark(caller, name, new Random(seed), gone), "phone-" + name));
        }
        phones.forEach(Thread::start);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.size() < enough && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(1);
        kill();
        gone.set(true);
        for (Thread phone : phones) phone.join();
    }

    private void mark(RushCaller caller, String phone, Random own, AtomicBoolean gone) {
        for (int i = 0; !gone.get(); i++) {
            String id = phone + "-" + i;
            Life life = lives.get(own.nextInt(lives.size()));
            Meeting.Room room = meeting.rooms().get(own.nextInt(meeting.rooms().size()));
            JsonObject body = new JsonObject()
                    .put("kind", own.nextInt(4) == 0 ? "out" : "in")
                    .put("by", "tick")
                    .put("person", TruthPlan.person(life.person()))
                    .put(
                            "seenAt",
                            Instant.ofEpochSecond(meeting.start() + own.nextInt(7000))
                                    .toString());
            try {
                JsonObject answer = caller.one(
                        "PUT", "/sessions/" + meeting.id() + "/sites/" + room.id() + "/evidence/" + id, body);
                if (!"refused".equals(answer.getString("result"))) acknowledged.add(id);
            } catch (IOException killed) {
                // not acknowledged: kept or not, both are right
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(BenchSettings.with(Map.of()));
        server = builder.start();
        BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            told.add(line);
            if (line.startsWith("Điểm Cầu: http")) {
                drain(lines);
                return;
            }
        }
        throw new IllegalStateException("the server did not start: " + told);
    }

    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(
                () -> {
                    try {
                        while (lines.readLine() != null) Thread.onSpinWait();
                    } catch (IOException gone) {
                        // the server was killed
                    }
                },
                "output");
        reader.setDaemon(true);
        reader.start();
    }

    private void kill() {
        if (server != null) server.destroyForcibly().onExit().join();
    }

    /** How long until no mark is left and nothing differs from a recount; what differs after a minute is counted. */
    private double healed() throws Exception {
        long start = System.nanoTime();
        RecountCheck.Result[] result = new RecountCheck.Result[1];
        do {
            StoreTool.use(folder, uri -> {
                try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                    result[0] = RushBench.wait(RecountCheck.all(mongo));
                }
            });
            if (!result[0].marked() && result[0].differences().isEmpty()) return (System.nanoTime() - start) / 1e9;
            TimeUnit.MILLISECONDS.sleep(100);
        } while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(HEAL_SECONDS));
        differences += Math.max(1, result[0].differences().size());
        result[0].differences().stream().limit(5).forEach(System.out::println);
        return HEAL_SECONDS;
    }

    private void gone() throws Exception {
        Set<String> missing = new HashSet<>(acknowledged);
        StoreTool.use(folder, uri -> {
            try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                RushBench.wait(Mongo.each(
                        mongo.collection("evidence").find().batchSize(Mongo.BATCH),
                        document -> missing.remove(
                                document.getString("_id").substring(meeting.id().length() + 1))));
            }
        });
        lost += missing.size();
        missing.stream().limit(5).forEach(id -> say("lost: %s", id));
        acknowledged.removeAll(missing);
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
