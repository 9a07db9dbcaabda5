package vn.diemcau.bench;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Kills a busy store again and again, in writes, checkpoints and changes of indexes, and counts what was acknowledged
 * and is gone: {@code bench kill [--rounds 30] [--seed N]}. Every third kill is aimed at a checkpoint, every third at a
 * change of indexes; what each fell into is counted by what it left behind. The last line is {@code lost <n>}.
 */
public final class KillBench {

    /**
     * What became of everything.
     *
     * @param inWrites kills that left writes unanswered
     * @param inCheckpoints kills after which the log's index says that a checkpoint was begun and not ended
     * @param inDefinitions kills that left a change of collections or indexes unanswered
     */
    public record Outcome(
            long seed,
            int rounds,
            long acknowledged,
            long lost,
            long inconsistent,
            int inWrites,
            int inCheckpoints,
            int inDefinitions) {}

    /** Something that happens to the files after each kill. */
    interface Afterwards {
        void happens(Path data) throws Exception;
    }

    private final Random random;
    private final Path data;
    private final KillLoad load = new KillLoad();
    private long lost;
    private long inconsistent;
    private int inWrites;
    private int inCheckpoints;
    private int inDefinitions;

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
        System.out.printf(
                Locale.ROOT,
                "of %d kills %d fell into writes, %d into checkpoints, %d into changes of indexes%n",
                outcome.rounds(),
                outcome.inWrites(),
                outcome.inCheckpoints(),
                outcome.inDefinitions());
        System.out.println("inconsistent " + outcome.inconsistent());
        System.out.println("lost " + outcome.lost());
        if (outcome.lost() + outcome.inconsistent() > 0) {
            System.exit(1);
        }
    }

    /** Runs the rounds in a folder of their own, which goes afterwards. */
    public static Outcome run(int rounds, long seed) throws Exception {
        return run(rounds, seed, data -> {});
    }

    static Outcome run(int rounds, long seed, Afterwards afterwards) throws Exception {
        Path folder = Files.createTempDirectory("diemcau-kill");
        try {
            var bench = new KillBench(folder.resolve("data"), seed);
            System.out.printf(Locale.ROOT, "kill: %d rounds, seed %d%n", rounds, seed);
            for (int round = 1; round <= rounds; round++) {
                bench.round(round);
                afterwards.happens(bench.data);
            }
            bench.lastLook();
            return new Outcome(
                    seed,
                    rounds,
                    bench.load.acknowledged(),
                    bench.lost,
                    bench.inconsistent,
                    bench.inWrites,
                    bench.inCheckpoints,
                    bench.inDefinitions);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void round(int round) throws Exception {
        long before = load.acknowledged();
        // small thresholds, so that kills also fall into checkpoints
        try (var child = StoreChild.start(
                data, "-Ddiemcau.store.checkpointBytes=" + (128 << 10), "-Ddiemcau.store.cutBytes=" + (1 << 20))) {
            verify(child.client().getDatabase("kill"));
            load.start(child.client(), round, random);
            long enough = before + 20 + random.nextInt(1500);
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2500);
            while (load.acknowledged() < enough && System.nanoTime() < deadline && !load.hasFailed()) {
                TimeUnit.MICROSECONDS.sleep(300 + random.nextInt(700));
            }
            while (!isAimed(round) && System.nanoTime() < deadline && !load.hasFailed()) {
                TimeUnit.MICROSECONDS.sleep(20 + random.nextInt(200));
            }
            load.expectTheEnd();
            child.kill();
            load.awaitTheEnd();
        }
        boolean checkpoint = isCheckpointing();
        inWrites += load.wasWriting() ? 1 : 0;
        inCheckpoints += checkpoint ? 1 : 0;
        inDefinitions += load.wasDefining() ? 1 : 0;
        check();
        System.out.printf(
                Locale.ROOT,
                "round %2d: %,d acknowledged, killed in%s%s%s; %d lost, %d inconsistent so far%n",
                round,
                load.acknowledged() - before,
                load.wasWriting() ? " writes" : "",
                checkpoint ? " checkpoint" : "",
                load.wasDefining() ? " definition" : "",
                lost,
                inconsistent);
    }

    private boolean isAimed(int round) throws IOException {
        return switch (round % 3) {
            case 1 -> isCheckpointing();
            case 2 -> load.wasDefining();
            default -> true;
        };
    }

    /** SQLite's index of its log says how far a checkpoint got and how far it meant to get; also after its process was killed. */
    private boolean isCheckpointing() throws IOException {
        Path index = data.resolve("store.db-shm");
        if (!Files.exists(index)) {
            return false;
        }
        var bytes = ByteBuffer.allocate(136).order(ByteOrder.nativeOrder());
        try (var channel = FileChannel.open(index)) {
            channel.read(bytes, 0);
        }
        return bytes.getInt(128) != bytes.getInt(96);
    }

    /** What the last kill left is looked at too, and then the store ends as it should. */
    private void lastLook() throws Exception {
        try (var child = StoreChild.start(data)) {
            verify(child.client().getDatabase("kill"));
            child.stop();
        }
        check();
    }

    private void verify(MongoDatabase database) throws Exception {
        Set<String> found = new HashSet<>();
        long documents = 0;
        for (int writer = 0; writer < KillLoad.WRITERS; writer++) {
            MongoCollection<Document> evidence = database.getCollection("evidence");
            List<Document> page = ids(evidence, writer);
            documents += page.size();
            page.forEach(document -> found.add(document.getString("_id")));
        }
        for (String id : load.inserted()) {
            if (!found.contains(id)) {
                complain("acknowledged insert is gone: " + id);
            }
        }
        for (String id : found) {
            if (!load.inserted().contains(id) && !load.unsure().contains(id)) {
                complain("acknowledged delete came back: " + id);
            }
        }
        Map<String, Long> stored = new HashMap<>();
        for (String counter : load.counters().keySet()) {
            Document document = Drive.await(database.getCollection("counts")
                    .find(Filters.eq("_id", counter))
                    .first());
            stored.put(counter, document == null ? 0L : document.get("n", 0L));
        }
        load.counters().forEach((counter, value) -> {
            if (stored.getOrDefault(counter, 0L) < value) {
                complain("acknowledged update is gone: " + counter + " " + value);
            }
        });
        load.goOnFrom(found, stored);
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
