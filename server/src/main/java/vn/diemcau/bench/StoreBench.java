package vn.diemcau.bench;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.reactivestreams.Publisher;
import vn.diemcau.embedded.StoreTool;

/**
 * What the embedded store does in a second, beside what bare SQLite transactions and bare appends do on the same disk:
 * {@code bench store [--seconds 2] [--quick]}. Each yardstick runs in turn with the store, both from nothing, so that
 * other work on the machine falls on both; how far the turns lie apart is said. {@code --quick} ends at a
 * hundred thousand documents instead of a million. The last line is {@code ratio <upserts at 64 / raw SQLite at 64>}.
 */
final class StoreBench {

    private static final int TURNS = 8;
    private static final int LONGEST_WARM_UP = 60;

    private final Random random = new Random(7);
    private final double seconds;
    private final int[] sizes;
    private final Path folder;
    private final AtomicLong number = new AtomicLong();
    private int collections;

    private StoreBench(double seconds, int[] sizes, Path folder) {
        this.seconds = seconds;
        this.sizes = sizes;
        this.folder = folder;
    }

    static void run(String[] arguments) throws Exception {
        double seconds = 2;
        int[] sizes = {0, 100_000, 1_000_000};
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--seconds")) {
                seconds = Double.parseDouble(arguments[++i]);
            } else if (arguments[i].equals("--quick")) {
                sizes = new int[] {0, 100_000};
            } else {
                throw new IllegalArgumentException("usage: bench store [--seconds 2] [--quick]");
            }
        }
        Path folder = Files.createTempDirectory("diemcau-bench-store");
        try {
            new StoreBench(seconds, sizes, folder).all();
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** One piece of evidence as the application keeps it. */
    static Document evidence(long n) {
        String session = "018f3c1e-7a10-7000-8000-" + String.format(Locale.ROOT, "%012d", n % 997);
        String subject = "p" + n % 20_011;
        return new Document("_id", session + "|" + new UUID(n * 0x9E3779B97F4A7C15L, n))
                .append("h", Base64.getUrlEncoder().withoutPadding().encodeToString(hash(n)))
                .append("session", session)
                .append("subject", subject)
                .append("source", "badge")
                .append("kind", "in")
                .append("seenAt", new Date(1_760_000_000_000L + n * 1000))
                .append("receivedAt", new Date(1_760_000_000_500L + n * 1000))
                .append("by", "steward-" + n % 211)
                .append("minutes", (int) (n % 240));
    }

    private static byte[] hash(long n) {
        byte[] hash = new byte[32];
        new Random(n).nextBytes(hash);
        return hash;
    }

    /** With the mark that evidence carries until it is reckoned. */
    static Document marked(long n) {
        Document evidence = evidence(n);
        return evidence.append("todo", evidence.get("session") + "|" + evidence.get("subject"));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private static void machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        say("machine   %d processors, load %.1f", system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    private void all() throws Exception {
        machine();
        Path data = folder.resolve("data");
        double ratio;
        try (var child = StoreChild.start(data)) {
            MongoDatabase database = child.client().getDatabase("bench");
            MongoCollection<Document> warm = prepare(database, "warm");
            warmUp(warm);
            Drive.await(warm.drop());
            inTurn(database, 1, 2);
            inTurn(database, 16, 2);
            ratio = inTurn(database, 64, TURNS);
            MongoCollection<Document> evidence = prepare(database, "evidence");
            number.set(0);
            for (int documents : sizes) {
                fill(evidence, documents);
                StoreTool.compact(data);
                say("at %,9d  file of %,d documents: %,.1f MB", documents, number.get(), child.bytes() / 1e6);
                measure(evidence, documents);
                scan(child, evidence, documents);
            }
            gridFs(database);
            // the kill falls into writing
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                writers.add(new Thread(() -> untilKilled(evidence)));
            }
            writers.forEach(Thread::start);
            long begun = number.get();
            while (number.get() < begun + 5000) {
                Thread.onSpinWait();
            }
            child.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        long start = System.nanoTime();
        try (var child = StoreChild.start(data)) {
            Object found = Drive.await(child.client()
                    .getDatabase("bench")
                    .getCollection("evidence")
                    .find()
                    .first());
            say(
                    "reopened  after kill -9 with %,d documents: the store in %s ms, first document %s after %.1f s of a new process",
                    sizes[sizes.length - 1], child.openedIn(), found == null ? "missing" : "there", since(start));
        }
        machine();
        say("ratio %.2f", ratio);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void untilKilled(MongoCollection<Document> evidence) {
        try {
            while (true) {
                Drive.await(upsert(evidence));
            }
        } catch (Exception gone) {
            // the store was killed
        }
    }

    /** Both sides run until they are no longer getting faster: what is measured is the store, not its compilation. */
    private void warmUp(MongoCollection<Document> warm) throws Exception {
        long start = System.nanoTime();
        double before = 0;
        double upserts = Drive.rate(64, 5, n -> upsert(warm));
        while (upserts > before * 1.05 && since(start) < LONGEST_WARM_UP) {
            before = upserts;
            upserts = Drive.rate(64, 5, n -> upsert(warm));
        }
        RawStores.sqlite(Files.createTempDirectory(folder, "raw"), 64, seconds, StoreBench::marked);
        say("warm-up   %.0f s, at last %,.0f upserts/s", since(start), upserts);
    }

    /** Bare SQLite, the store and bare appends one after another, each from nothing; the sum of all turns counts. */
    private double inTurn(MongoDatabase database, int writers, int turns) throws Exception {
        double bare = 0;
        double own = 0;
        double append = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int turn = 0; turn < turns; turn++) {
            Path files = Files.createTempDirectory(folder, "raw");
            MongoCollection<Document> fresh = prepare(database, "turn" + collections++);
            // who begins changes from turn to turn
            double raw = turn % 2 == 0 ? RawStores.sqlite(files, writers, seconds, StoreBench::marked) : 0;
            double upserts = Drive.rate(writers, seconds, n -> upsert(fresh));
            raw = turn % 2 == 0 ? raw : RawStores.sqlite(files, writers, seconds, StoreBench::marked);
            append += RawStores.append(files, writers, seconds / 2, StoreBench::marked);
            Drive.await(fresh.drop());
            bare += raw;
            own += upserts;
            least = Math.min(least, upserts / raw);
            most = Math.max(most, upserts / raw);
        }
        say(
                "%2d writers  upserts %,8.0f/s   sqlite %,9.0f/s   append+fdatasync %,9.0f/s   share of sqlite %.2f (turns %.2f to %.2f)",
                writers, own / turns, bare / turns, append / turns, own / bare, least, most);
        return own / bare;
    }

    static MongoCollection<Document> prepare(MongoDatabase database, String name) throws Exception {
        MongoCollection<Document> evidence = database.getCollection(name);
        Drive.await(evidence.createIndex(Indexes.ascending("session", "subject")));
        Drive.await(evidence.createIndex(Indexes.ascending("todo"), new IndexOptions().sparse(true)));
        Drive.await(evidence.createIndex(
                Indexes.compoundIndex(Indexes.ascending("subject"), Indexes.descending("seenAt"))));
        return evidence;
    }

    private Publisher<?> upsert(MongoCollection<Document> evidence) {
        Document document = marked(number.getAndIncrement());
        Object id = Objects.requireNonNull(document.remove("_id"));
        return evidence.updateOne(
                Filters.eq("_id", id), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
    }

    private void fill(MongoCollection<Document> evidence, int documents) throws Exception {
        long start = System.nanoTime();
        long before = number.get();
        while (number.get() < documents) {
            List<Document> batch = new ArrayList<>();
            while (batch.size() < 2000 && number.get() < documents) {
                batch.add(evidence(number.getAndIncrement()));
            }
            Drive.await(evidence.insertMany(batch, new InsertManyOptions().ordered(false)));
        }
        if (number.get() > before) {
            say("filled    to %,d documents, %,.0f/s", number.get(), (number.get() - before) / since(start));
        }
    }

    private void measure(MongoCollection<Document> evidence, int documents) throws Exception {
        String at = String.format(Locale.ROOT, "at %,9d ", documents);
        for (int writers : new int[] {1, 16, 64}) {
            double rate = Drive.rate(writers, seconds, n -> upsert(evidence));
            say("%s %2d writers  upserts %,8.0f/s", at, writers, rate);
        }
        long there = number.get();
        double reads = Drive.rate(
                16, seconds, n -> evidence.find(Filters.eq("_id", any(there).get("_id")))
                        .first());
        say("%s 16 readers  by _id %,9.0f/s", at, reads);
        double finds = Drive.rate(16, seconds, n -> {
            Document wanted = any(there);
            return evidence.find(Filters.and(
                            Filters.eq("session", wanted.get("session")), Filters.eq("subject", wanted.get("subject"))))
                    .batchSize(100);
        });
        say("%s 16 readers  find by session and subject %,9.0f/s", at, finds);
        double ranges = Drive.rate(4, seconds, n -> evidence.find(Filters.and(
                        Filters.eq("subject", "p" + random.nextInt(20_011)), Filters.gte("seenAt", new Date(0))))
                .sort(Sorts.descending("seenAt"))
                .limit(50)
                .batchSize(50));
        say("%s  4 readers  range + sort, 50 of a subject %,9.0f/s", at, ranges);
        long start = System.nanoTime();
        long groups = Drive.count(
                evidence.aggregate(List.of(Aggregates.group("$by", Accumulators.sum("minutes", "$minutes")))));
        say("%s  group of all into %d: %,.0f ms", at, groups, since(start) * 1000);
    }

    /** Everything once, a thousand at a time: the memory of the store must not grow with it. */
    private static void scan(StoreChild child, MongoCollection<Document> evidence, int documents) throws Exception {
        long before = child.megabytes();
        long[] seen = {0, before};
        long start = System.nanoTime();
        Drive.each(evidence.find().batchSize(1000), document -> {
            if (seen[0]++ % 20_000 == 0) seen[1] = Math.max(seen[1], child.megabytes());
        });
        say(
                "at %,9d  scan of all %,d: %,.0f/s, memory of the store %,d MB before, %,d MB at most",
                documents, seen[0], seen[0] / since(start), before, seen[1]);
    }

    private Document any(long there) {
        return evidence(random.nextLong(there));
    }

    private void gridFs(MongoDatabase database) throws Exception {
        GridFSBucket bucket = GridFSBuckets.create(database);
        int megabytes = 100;
        byte[] large = new byte[megabytes << 20];
        random.nextBytes(large);
        Path file = Files.write(folder.resolve("large"), large);
        long start = System.nanoTime();
        var id =
                Objects.requireNonNull(Drive.await(bucket.uploadFromPublisher("large", new FileChunks(file, 1 << 20))));
        say("GridFS    %d MB in  %,6.0f MB/s", megabytes, megabytes / since(start));
        start = System.nanoTime();
        Drive.count(bucket.downloadToPublisher(id));
        say("GridFS    %d MB out %,6.0f MB/s", megabytes, megabytes / since(start));
    }
}
