package vn.diemcau.bench;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.reactivestreams.Subscription;
import vn.diemcau.embedded.EmbeddedStore;

/**
 * What the embedded store does in a second, beside what its disk and a bare SQLite do: {@code bench store
 * [--seconds 4] [--documents 1000000]}. The last line is {@code ratio <upserts at 64 / raw SQLite at 64>}.
 */
final class StoreBench {

    private static final Random RANDOM = new Random(7);
    private final double seconds;
    private final int most;
    private final AtomicLong number = new AtomicLong();

    private StoreBench(double seconds, int most) {
        this.seconds = seconds;
        this.most = most;
    }

    static void run(String[] arguments) throws Exception {
        double seconds = 4;
        int most = 1_000_000;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals("--seconds")) {
                seconds = Double.parseDouble(arguments[i + 1]);
            } else if (arguments[i].equals("--documents")) {
                most = Integer.parseInt(arguments[i + 1]);
            }
        }
        new StoreBench(seconds, most).all();
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

    /** The mark that evidence carries until it is reckoned. */
    private static String todo(Document evidence) {
        return evidence.get("session") + "|" + evidence.get("subject");
    }

    static Document marked(long n) {
        Document evidence = evidence(n);
        return evidence.append("todo", todo(evidence));
    }

    private void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    private void all() throws Exception {
        Path folder = Files.createTempDirectory("diemcau-bench-store");
        try {
            double[] raw = new double[3];
            int[] writers = {1, 16, 64};
            for (int i = 0; i < 3; i++) {
                raw[i] = RawStores.sqlite(folder, writers[i], seconds, StoreBench::marked);
                double append = RawStores.append(folder, writers[i], seconds, StoreBench::marked);
                say("raw       %2d writers  sqlite %,9.0f/s   append+fdatasync %,9.0f/s", writers[i], raw[i], append);
            }
            double ratio = 0;
            try (var child = Child.start(folder.resolve("data"))) {
                MongoClient client = child.client();
                MongoCollection<Document> evidence = prepare(client.getDatabase("bench"));
                double warm = 0;
                for (int i = 0; i < 3; i++) {
                    warm = Drive.rate(64, seconds, n -> upsert(evidence));
                }
                say("warm-up   64 writers  upserts %,8.0f/s", warm);
                ratio = ratio(folder, evidence);
                for (int documents : new int[] {0, Math.min(100_000, most), most}) {
                    fill(evidence, documents);
                    measure(evidence, documents, writers, raw);
                    say("file      %,d MB", child.bytes() >> 20);
                }
                gridFs(client.getDatabase("bench"));
            }
            try (var child = Child.startTimed(folder.resolve("data"), this::say)) {
                Document found = Drive.await(child.client()
                        .getDatabase("bench")
                        .getCollection("evidence")
                        .find()
                        .first());
                say("reopened  after kill -9, first document %s", found == null ? "missing" : "there");
            }
            say("ratio %.2f", ratio);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Both in turn, three times, because a machine with other work does not hold still. */
    private double ratio(Path folder, MongoCollection<Document> evidence) throws Exception {
        double own = 0;
        double bare = 0;
        for (int i = 0; i < 3; i++) {
            double raw = RawStores.sqlite(Files.createTempDirectory(folder, "raw"), 64, seconds, StoreBench::marked);
            double upserts = Drive.rate(64, seconds, n -> upsert(evidence));
            say("in turn   64 writers  sqlite %,9.0f/s   upserts %,9.0f/s", raw, upserts);
            bare += raw;
            own += upserts;
        }
        return own / bare;
    }

    static MongoCollection<Document> prepare(MongoDatabase database) throws Exception {
        MongoCollection<Document> evidence = database.getCollection("evidence");
        Drive.await(evidence.createIndex(Indexes.ascending("session", "subject")));
        Drive.await(evidence.createIndex(Indexes.ascending("todo"), new IndexOptions().sparse(true)));
        Drive.await(evidence.createIndex(
                Indexes.compoundIndex(Indexes.ascending("subject"), Indexes.descending("seenAt"))));
        return evidence;
    }

    private Publisher<?> upsert(MongoCollection<Document> evidence) {
        Document document = evidence(number.getAndIncrement());
        document.append("todo", todo(document));
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
            say(
                    "filled    to %,d documents, %,.0f/s",
                    number.get(), (number.get() - before) / ((System.nanoTime() - start) / 1e9));
        }
    }

    private void measure(MongoCollection<Document> evidence, int documents, int[] writers, double[] raw)
            throws Exception {
        String at = documents >= 1000 ? documents / 1000 + "k" : "0";
        for (int i = 0; i < writers.length; i++) {
            double rate = Drive.rate(writers[i], seconds, n -> upsert(evidence));
            say(
                    "at %-6s %2d writers  upserts %,8.0f/s   (%.2f of raw SQLite at the start)",
                    at, writers[i], rate, rate / raw[i]);
        }
        long there = number.get();
        say(
                "at %-6s 16 readers  by _id %,9.0f/s",
                at, Drive.rate(16, seconds, n -> evidence.find(Filters.eq("_id", id(there)))
                        .first()));
        say(
                "at %-6s 16 readers  find by session and subject %,9.0f/s",
                at, Drive.rate(16, seconds / 2, n -> {
                    Document wanted = evidence(RANDOM.nextLong(there));
                    return evidence.find(Filters.and(
                                    Filters.eq("session", wanted.get("session")),
                                    Filters.eq("subject", wanted.get("subject"))))
                            .batchSize(100);
                }));
        say(
                "at %-6s  4 readers  range + sort, 50 of a subject %,9.0f/s",
                at, Drive.rate(4, seconds / 2, n -> evidence.find(Filters.and(
                                Filters.eq("subject", "p" + RANDOM.nextInt(20_011)),
                                Filters.gte("seenAt", new Date(0))))
                        .sort(Sorts.descending("seenAt"))
                        .limit(50)
                        .batchSize(50)));
        long start = System.nanoTime();
        long groups = Drive.count(
                evidence.aggregate(List.of(Aggregates.group("$by", Accumulators.sum("minutes", "$minutes")))));
        say("at %-6s  group of all into %d: %,.0f ms", at, groups, (System.nanoTime() - start) / 1e6);
    }

    private static Object id(long there) {
        return Objects.requireNonNull(evidence(RANDOM.nextLong(there)).get("_id"));
    }

    private void gridFs(MongoDatabase database) throws Exception {
        GridFSBucket bucket = GridFSBuckets.create(database);
        int megabytes = 100;
        byte[] block = new byte[1 << 20];
        RANDOM.nextBytes(block);
        long start = System.nanoTime();
        Publisher<ByteBuffer> source = subscriber -> subscriber.onSubscribe(new Subscription() {
            private int sent;

            @Override
            public void request(long wanted) {
                for (long i = 0; i < wanted && sent < megabytes; i++) {
                    sent++;
                    subscriber.onNext(ByteBuffer.wrap(block));
                }
                if (sent == megabytes) {
                    sent++;
                    subscriber.onComplete();
                }
            }

            @Override
            public void cancel() {
                sent = megabytes + 1;
            }
        });
        var id = Objects.requireNonNull(Drive.await(bucket.uploadFromPublisher("large", source)));
        say("GridFS    %d MB in  %,6.0f MB/s", megabytes, megabytes / ((System.nanoTime() - start) / 1e9));
        start = System.nanoTime();
        Drive.count(bucket.downloadToPublisher(id));
        say("GridFS    %d MB out %,6.0f MB/s", megabytes, megabytes / ((System.nanoTime() - start) / 1e9));
    }

    /** The store in a process of its own, so that it can be killed. */
    static final class Child implements AutoCloseable {
        private final Process process;
        private final MongoClient client;
        private final Path data;

        private Child(Process process, MongoClient client, Path data) {
            this.process = process;
            this.client = client;
            this.data = data;
        }

        static Child start(Path data, String... options) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
            command.addAll(List.of(options));
            command.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), Child.class.getName(), data.toString()));
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.startsWith("mongodb://")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException("the store did not start in " + data);
            }
            return new Child(process, Drive.connect(line), data);
        }

        interface Say {
            void line(String format, Object... values);
        }

        static Child startTimed(Path data, Say say) throws IOException {
            Child child = start(data);
            String took = "?";
            try (Stream<String> lines = Files.lines(data.resolve("opened-in"))) {
                took = lines.findFirst().orElse("?");
            }
            say.line("reopened  after kill -9 in %s ms (the store itself)", took);
            return child;
        }

        MongoClient client() {
            return client;
        }

        long bytes() throws IOException {
            return Files.size(data.resolve("store.db"));
        }

        public static void main(String[] arguments) throws Exception {
            Path data = Path.of(arguments[0]);
            long start = System.nanoTime();
            EmbeddedStore store = EmbeddedStore.open(data);
            Files.writeString(data.resolve("opened-in"), Long.toString((System.nanoTime() - start) / 1_000_000));
            System.out.println(store.connectionString());
            System.out.flush();
            while (System.in.read() >= 0) {
                continue;
            }
            store.close();
        }

        /** Lets it end as an operator would. */
        void stop() throws IOException {
            client.close();
            process.getOutputStream().close();
            process.onExit().join();
        }

        /** Kills it at once. */
        void kill() {
            process.destroyForcibly();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
            client.close();
        }
    }
}
