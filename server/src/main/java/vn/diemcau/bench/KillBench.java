package vn.diemcau.bench;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Kills a busy store again and again, in writes, checkpoints and changes of indexes, and counts what was acknowledged
 * and is gone: {@code bench kill [--rounds 30] [--seed N]}. The last line is {@code lost <n>}.
 */
public final class KillBench {

    private static final int WRITERS = 16;

    /** What became of everything. */
    public record Outcome(long seed, int rounds, long acknowledged, long lost, long inconsistent) {}

    private final Random random;
    private final Path data;
    private final Map<String, Long> counters = new ConcurrentHashMap<>();
    private final Set<String> inserted = ConcurrentHashMap.newKeySet();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();
    private final AtomicLong acknowledged = new AtomicLong();
    private long lost;
    private long inconsistent;
    private volatile boolean killed;
    private volatile @Nullable Exception failure;

    private KillBench(Path data, long seed) {
        this.data = data;
        this.random = new Random(seed);
    }

    static void run(String[] arguments) throws Exception {
        int rounds = 30;
        long seed = System.nanoTime();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--rounds")) {
                rounds = Integer.parseInt(arguments[i + 1]);
            } else if (arguments[i].equals("--seed")) {
                seed = Long.parseLong(arguments[i + 1]);
            }
        }
        Outcome outcome = run(rounds, seed);
        System.out.println("inconsistent " + outcome.inconsistent());
        System.out.println("lost " + outcome.lost());
        if (outcome.lost() + outcome.inconsistent() > 0) {
            System.exit(1);
        }
    }

    /** Runs the rounds in a folder of their own, which goes afterwards. */
    public static Outcome run(int rounds, long seed) throws Exception {
        Path folder = Files.createTempDirectory("diemcau-kill");
        try {
            var bench = new KillBench(folder.resolve("data"), seed);
            System.out.printf(Locale.ROOT, "kill: %d rounds, seed %d%n", rounds, seed);
            for (int round = 1; round <= rounds; round++) {
                bench.round(round);
            }
            return new Outcome(seed, rounds, bench.acknowledged.get(), bench.lost, bench.inconsistent);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void round(int round) throws Exception {
        long before = acknowledged.get();
        // small thresholds, so that kills also fall into checkpoints
        try (var child = StoreChild.start(
                data, "-Ddiemcau.store.checkpointBytes=" + (128 << 10), "-Ddiemcau.store.cutBytes=" + (1 << 20))) {
            MongoDatabase database = child.client().getDatabase("kill");
            verify(database);
            killed = false;
            var stopped = new CountDownLatch(WRITERS + 1);
            List<Thread> threads = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                int writer = w;
                Random own = new Random(random.nextLong());
                threads.add(new Thread(() -> write(child.client(), writer, round, own, stopped), "writer-" + w));
            }
            threads.add(new Thread(() -> define(child.client(), round, stopped), "definer"));
            threads.forEach(Thread::start);
            long enough = before + 20 + random.nextInt(1500);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2500);
            while (acknowledged.get() < enough && System.nanoTime() < deadline && failure == null) {
                Thread.onSpinWait();
                TimeUnit.MICROSECONDS.sleep(300 + random.nextInt(700));
            }
            killed = true;
            child.kill();
            if (!stopped.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a writer did not notice that the store is gone");
            }
            if (failure != null) {
                throw new IllegalStateException("a writer failed before the store was killed", failure);
            }
        }
        check();
        System.out.printf(
                Locale.ROOT,
                "round %2d: %,d acknowledged, %d lost, %d inconsistent so far%n",
                round,
                acknowledged.get() - before,
                lost,
                inconsistent);
    }

    /** Writes until the store is gone; what was acknowledged is remembered, what was under way is unsure. */
    private void write(MongoClient client, int writer, int round, Random own, CountDownLatch stopped) {
        MongoCollection<Document> evidence = client.getDatabase("kill").getCollection("evidence");
        MongoCollection<Document> counts = client.getDatabase("kill").getCollection("counts");
        String counter = "w" + writer;
        String id = "";
        try {
            for (int i = 0; !killed; i++) {
                id = writer + "-" + round + "-" + i;
                var document = new Document("_id", id)
                        .append("group", own.nextInt(50))
                        .append("unique", id)
                        .append("tags", List.of(own.nextInt(9), own.nextInt(9)))
                        .append("filler", "x".repeat(own.nextInt(4000)));
                unsure.add(id);
                Drive.await(evidence.insertOne(document));
                inserted.add(id);
                unsure.remove(id);
                acknowledged.incrementAndGet();
                long next = counters.getOrDefault(counter, 0L) + 1;
                Drive.await(counts.updateOne(
                        Filters.eq("_id", counter), Updates.max("n", next), new UpdateOptions().upsert(true)));
                counters.put(counter, next);
                acknowledged.incrementAndGet();
                if (i % 3 == 2) {
                    String gone = writer + "-" + round + "-" + own.nextInt(i);
                    unsure.add(gone);
                    inserted.remove(gone);
                    Drive.await(evidence.deleteOne(Filters.eq("_id", gone)));
                    unsure.remove(gone);
                    acknowledged.incrementAndGet();
                }
            }
        } catch (Exception gone) {
            wasKilled(gone);
        } finally {
            stopped.countDown();
        }
    }

    /** A writer may only fail because its store was killed; anything else fails the run. */
    private void wasKilled(Exception gone) {
        if (!killed) {
            failure = gone;
        }
    }

    private void define(MongoClient client, int round, CountDownLatch stopped) {
        MongoDatabase database = client.getDatabase("kill");
        MongoCollection<Document> evidence = database.getCollection("evidence");
        try {
            Drive.await(evidence.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true)));
            Drive.await(evidence.createIndex(Indexes.ascending("tags")));
            for (int i = 0; !killed; i++) {
                Drive.await(evidence.createIndex(Indexes.ascending("group"), new IndexOptions().name("group")));
                Drive.await(database.createCollection("passing" + round + "-" + i));
                Drive.await(evidence.dropIndex("group"));
                Drive.await(database.getCollection("passing" + round + "-" + i).drop());
            }
        } catch (Exception gone) {
            wasKilled(gone);
        } finally {
            stopped.countDown();
        }
    }

    private void verify(MongoDatabase database) throws Exception {
        Set<String> found = new HashSet<>();
        long documents = 0;
        for (int writer = 0; writer < WRITERS; writer++) {
            MongoCollection<Document> evidence = database.getCollection("evidence");
            List<Document> page = ids(evidence, writer);
            documents += page.size();
            page.forEach(document -> found.add(document.getString("_id")));
        }
        for (String id : inserted) {
            if (!found.contains(id)) {
                complain("acknowledged insert is gone: " + id);
            }
        }
        for (String id : found) {
            if (!inserted.contains(id) && !unsure.contains(id)) {
                complain("acknowledged delete came back: " + id);
            }
        }
        Map<String, Long> stored = new HashMap<>();
        for (String counter : counters.keySet()) {
            Document document = Drive.await(database.getCollection("counts")
                    .find(Filters.eq("_id", counter))
                    .first());
            stored.put(counter, document == null ? 0L : document.get("n", 0L));
        }
        counters.forEach((counter, value) -> {
            if (stored.getOrDefault(counter, 0L) < value) {
                complain("acknowledged update is gone: " + counter + " " + value);
            }
        });
        counters.putAll(stored);
        inserted.clear();
        inserted.addAll(found);
        unsure.clear();
        if (documents > 0) {
            @Nullable Document validation = Drive.await(database.runCommand(new Document("validate", "evidence")));
            if (validation == null || !validation.getBoolean("valid", false)) {
                inconsistent++;
                System.out.println("index and documents disagree: " + validation);
            }
        }
    }

    private static List<Document> ids(MongoCollection<Document> evidence, int writer) throws Exception {
        List<Document> page = new ArrayList<>();
        Drive.each(
                evidence.find(Filters.and(Filters.gte("_id", writer + "-"), Filters.lt("_id", writer + ".")))
                        .projection(new Document("_id", 1))
                        .batchSize(1000),
                page::add);
        return page;
    }

    private void complain(String what) {
        lost++;
        System.out.println(what);
    }

    /** SQLite's own opinion, before anybody else opens the file. */
    private void check() throws Exception {
        Path copy = data.resolveSibling("copy");
        Files.createDirectories(copy);
        for (String name : List.of("store.db", "store.db-wal")) {
            Files.deleteIfExists(copy.resolve(name));
            if (Files.exists(data.resolve(name))) {
                Files.copy(data.resolve(name), copy.resolve(name));
            }
        }
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + copy.resolve("store.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma integrity_check")) {
            String verdict = rows.next() ? rows.getString(1) : "nothing";
            if (!"ok".equals(verdict)) {
                inconsistent++;
                System.out.println("integrity_check: " + verdict);
            }
        }
    }
}
