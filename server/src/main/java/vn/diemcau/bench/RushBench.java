package vn.diemcau.bench;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import vn.diemcau.Config;
import vn.diemcau.Platform;
import vn.diemcau.attendance.AttendanceFeature;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.mongo.Index;

/**
 * Everybody at the door at once: {@code bench rush [--seconds 30] [--people 1000]}. Signed-in marks over HTTP into fresh sessions,
 * and in turn with them the bare driver writing the same documents under the same indexes into the same store, after both have run
 * until the Java machine is warm. Half of the seconds are spent at 16 at once and half at 64; processor time counts callers, server
 * and store together. The last line is {@code ratio}: the smaller of the two medians' quotients.
 */
final class RushBench {
    private static final int ROUNDS = 4;
    private static final int WARMING = 4;

    private final int seconds;
    private final int people;
    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong raws = new AtomicLong();

    private RushBench(int seconds, int people) {
        this.seconds = seconds;
        this.people = people;
    }

    static void run(String[] arguments) throws Exception {
        int seconds = 30;
        int people = 1000;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--seconds")) seconds = Integer.parseInt(arguments[i + 1]);
            else if (arguments[i].equals("--people")) people = Integer.parseInt(arguments[i + 1]);
        }
        new RushBench(seconds, people).all();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private void all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-rush");
        double worst = Double.MAX_VALUE;
        try (EmbeddedStore store = EmbeddedStore.open(folder);
                MongoClient driver = Drive.connect(store.connectionString())) {
            List<String> told = new ArrayList<>();
            Config config = Config.read(
                    List.of("--port", "0", "--data", folder.toString()),
                    BenchSettings.with(Map.of("MONGODB_URI", store.connectionString())));
            Platform platform = new Platform(vertx, config, told::add);
            wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                RushStage stage = new RushStage(caller, people);
                stage.roster();
                say(
                        "%d people a session; %d s of marks in all, raw and marks in turn; load of the machine before %.2f",
                        people,
                        seconds,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                marks(caller, stage, 64, 2);
                MongoCollection<Document> bare = bare(driver.getDatabase("diemcau"));
                Document sample = Objects.requireNonNull(Drive.await(driver.getDatabase("diemcau")
                        .getCollection("evidence")
                        .find()
                        .batchSize(1)
                        .limit(1)));
                Round round = new Round(caller, stage, bare, sample);
                double rate = warm(round);
                for (int atOnce : new int[] {16, 64}) worst = Math.min(worst, rounds(round, atOnce, rate));
                Drive.await(bare.drop());
            }
            wait(platform.stop());
        } finally {
            wait(vertx.close());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            } catch (IOException left) {
                say("left behind: %s", folder);
            }
        }
        say("ratio %.2f", worst);
    }

    static <T> T wait(io.vertx.core.Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(600, TimeUnit.SECONDS);
    }

    /** What every round needs. */
    private record Round(RushCaller caller, RushStage stage, MongoCollection<Document> bare, Document sample) {}

    /**
     * Marks and raw, until the compilers of the Java machine have little left to do, as in a server that has run for a while; else it
     * is they that would be measured. Answers the rate at the end.
     */
    private double warm(Round round) throws Exception {
        Marks last = null;
        int rounds = 0;
        do {
            marks(round.caller(), round.stage(), 16, 5);
            raw(round.bare(), round.sample(), 16, 1);
            raw(round.bare(), round.sample(), 64, 1);
            last = marks(round.caller(), round.stage(), 64, 15);
        } while (last.compilers() > 0.15 * last.seconds() && ++rounds < WARMING);
        say(
                "warm after %d rounds: the compilers work for %.0f %% of the time",
                Math.min(rounds + 1, WARMING), last.compilers() / last.seconds() * 100);
        return last.rate();
    }

    /** Marks and raw in turn until half of the seconds were marked; answers the quotient of their medians. */
    private double rounds(Round with, int atOnce, double expected) throws Exception {
        List<Marks> all = new ArrayList<>();
        List<Raw> raw = new ArrayList<>();
        double marked = 0;
        double rate = expected;
        double each = seconds / 2.0 / ROUNDS;
        while (marked < seconds / 2.0) {
            Marks round =
                    marks(with.caller(), with.stage(), atOnce, (int) Math.max(2, Math.ceil(rate * each / people)));
            all.add(round);
            rate = round.rate();
            marked += round.seconds();
            raw.add(raw(with.bare(), with.sample(), atOnce, each / 2));
            say(
                    "  round   %2d at once  %,9.0f marks/s  %,9.0f raw/s   ratio %.2f",
                    atOnce,
                    rate,
                    raw.get(raw.size() - 1).rate(),
                    rate / raw.get(raw.size() - 1).rate());
        }
        double[] rates = all.stream().mapToDouble(Marks::rate).sorted().toArray();
        double[] bares = raw.stream().mapToDouble(Raw::rate).sorted().toArray();
        long[] nanos = all.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos()))
                .sorted()
                .toArray();
        say(
                "marks     %2d at once  %,9.0f marks/s (%,.0f to %,.0f)  p50 %.1f ms  p99 %.1f ms  %,d marks in %.1f s",
                atOnce,
                median(rates),
                rates[0],
                rates[rates.length - 1],
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos.length,
                marked);
        say(
                "          tallies equal marks after %.2f s at most  duplicates %d  errors %d",
                all.stream().mapToDouble(Marks::behind).max().orElse(0),
                all.stream().mapToInt(Marks::notCounted).sum(),
                all.stream().mapToInt(Marks::errors).sum());
        double ratio = median(rates) / median(bares);
        say(
                "processor %2d at once  %.0f µs a mark (%.0f of them the Java machine's compilers), %.0f µs a raw insert",
                atOnce,
                all.stream().mapToDouble(Marks::processor).sum() / nanos.length * 1e6,
                all.stream().mapToDouble(Marks::compilers).sum() / nanos.length * 1e6,
                raw.stream().mapToDouble(Raw::each).average().orElse(0) / 1e3);
        say(
                "raw       %2d at once  %,9.0f evidence/s (%,.0f to %,.0f)  ratio of the medians %.2f  load %.2f",
                atOnce,
                median(bares),
                bares[0],
                bares[bares.length - 1],
                ratio,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return ratio;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** @param each nanoseconds of processor a document */
    private record Raw(double rate, double each) {}

    /** What one round of marks came to. */
    private record Marks(
            double seconds,
            double processor,
            double compilers,
            int notCounted,
            int errors,
            double behind,
            long[] nanos) {
        double rate() {
            return nanos.length / seconds;
        }
    }

    /** Marks everybody of so many fresh sessions once. */
    private Marks marks(RushCaller caller, RushStage stage, int atOnce, int count) throws Exception {
        List<String> ids = stage.fresh(count);
        List<RushCaller.Call> calls = new ArrayList<>();
        for (String id : ids) {
            for (int i = 0; i < people; i++) {
                JsonObject body = new JsonObject()
                        .put("kind", "in")
                        .put("by", "tick")
                        .put("person", RushStage.person(i))
                        .put("seenAt", Instant.now().toString());
                calls.add(new RushCaller.Call("PUT", "/sessions/" + id + "/sites/hall/evidence/m" + i, body));
            }
        }
        List<byte[]> encoded = caller.encoded(calls);
        long processor = RushStage.processor();
        long compilers = compilers();
        long start = System.nanoTime();
        RushClient.Done done = caller.rush(encoded, atOnce);
        long end = System.nanoTime();
        for (int i = ids.size() - 1; i >= 0; i--) caller.until(ids.get(i), "present", people);
        return new Marks(
                (end - start) / 1e9,
                (RushStage.processor() - processor) / 1e9,
                (compilers() - compilers) / 1e9,
                calls.size() - done.counted() - done.errors(),
                done.errors(),
                (System.nanoTime() - end) / 1e9,
                done.nanos());
    }

    /** Nanoseconds that the compilers of the Java machine have worked. */
    private static long compilers() {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return compilers == null ? 0 : compilers.getTotalCompilationTime() * 1_000_000;
    }

    private static MongoCollection<Document> bare(MongoDatabase database) throws Exception {
        MongoCollection<Document> bare = database.getCollection("rush_raw");
        for (Index index : AttendanceFeature.indexes()) {
            if (!index.collection().equals("evidence")) continue;
            Drive.await(bare.createIndex(
                    index.keys(), new IndexOptions().unique(index.unique()).sparse(index.sparse())));
        }
        return bare;
    }

    /** The bare driver inserting documents such as the marks just kept, under the same indexes; how many a second. */
    private Raw raw(MongoCollection<Document> bare, Document sample, int atOnce, double lasting) throws Exception {
        long round = raws.incrementAndGet();
        long processor = RushStage.processor();
        long start = System.nanoTime();
        double rate = Drive.rate(atOnce, lasting, n -> {
            Document document = new Document(sample);
            String session = "raw-" + round + "-s" + (n / people);
            String person = RushStage.person((int) (n % people));
            document.put("_id", session + "|m" + n);
            document.put("session", session);
            document.put("subject", person);
            document.put("subjects", List.of(session + "|" + person));
            document.put("place", session + "|hall");
            document.put("todo", System.currentTimeMillis());
            return bare.insertOne(document);
        });
        return new Raw(rate, (RushStage.processor() - processor) / (rate * (System.nanoTime() - start) / 1e9));
    }
}
