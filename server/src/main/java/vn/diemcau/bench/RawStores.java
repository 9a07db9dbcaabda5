package vn.diemcau.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The yardsticks: the same rows by bare SQLite transactions, and bare appends with fdatasync, both committed in groups. */
final class RawStores {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private RawStores() {}

    private record Row(long n, Document document, byte[] bytes, CompletableFuture<@Nullable Void> done) {}

    private interface Sink {
        void group(List<Row> rows) throws Exception;
    }

    static double sqlite(Path folder, int writers, double seconds, LongFunction<Document> rows) throws Exception {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        try (Connection connection =
                config.createConnection("jdbc:sqlite:" + folder.resolve("raw" + writers + ".db"))) {
            for (String sql : List.of(
                    "pragma journal_mode = wal",
                    "pragma synchronous = full",
                    "create table c (n integer primary key, k blob not null unique, v blob not null)",
                    "create table a (k blob not null, n integer not null, primary key (k, n)) without rowid",
                    "create table b (k blob not null, n integer not null, primary key (k, n)) without rowid",
                    "create table d (k blob not null, n integer not null, primary key (k, n)) without rowid")) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            try (PreparedStatement begin = connection.prepareStatement("begin immediate");
                    PreparedStatement commit = connection.prepareStatement("commit");
                    PreparedStatement row = connection.prepareStatement("insert into c (n, k, v) values (?, ?, ?)");
                    PreparedStatement a = connection.prepareStatement("insert into a (k, n) values (?, ?)");
                    PreparedStatement b = connection.prepareStatement("insert into b (k, n) values (?, ?)");
                    PreparedStatement d = connection.prepareStatement("insert into d (k, n) values (?, ?)")) {
                return run(writers, seconds, rows, group -> {
                    begin.executeUpdate();
                    for (Row one : group) {
                        row.setLong(1, one.n());
                        row.setBytes(2, text(one.document(), "_id", ""));
                        row.setBytes(3, one.bytes());
                        row.executeUpdate();
                        index(a, text(one.document(), "session", "subject"), one.n());
                        index(b, text(one.document(), "todo", ""), one.n());
                        index(d, text(one.document(), "subject", "seenAt"), one.n());
                    }
                    commit.executeUpdate();
                });
            }
        }
    }

    private static void index(PreparedStatement statement, byte[] key, long n) throws Exception {
        statement.setBytes(1, key);
        statement.setLong(2, n);
        statement.executeUpdate();
    }

    private static byte[] text(Document document, String first, String second) {
        return (document.get(first) + "\0" + document.get(second)).getBytes(StandardCharsets.UTF_8);
    }

    static double append(Path folder, int writers, double seconds, LongFunction<Document> rows) throws Exception {
        Path path = folder.resolve("append" + writers);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            return run(writers, seconds, rows, group -> {
                for (Row row : group) {
                    ByteBuffer bytes = ByteBuffer.wrap(row.bytes());
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                }
                file.force(false);
            });
        }
    }

    /** Writers hand over one row each and wait until the group it fell into is on the disk. */
    private static double run(int writers, double seconds, LongFunction<Document> rows, Sink sink) throws Exception {
        var queue = new LinkedBlockingQueue<Row>();
        var number = new AtomicLong();
        var done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            threads.add(new Thread(() -> {
                while (System.nanoTime() < end) {
                    long n = number.incrementAndGet();
                    Document document = rows.apply(n);
                    var row = new Row(n, document, bytes(document), new CompletableFuture<>());
                    queue.add(row);
                    row.done().join();
                    done.incrementAndGet();
                }
            }));
        }
        threads.forEach(Thread::start);
        List<Row> group = new ArrayList<>();
        while (threads.stream().anyMatch(Thread::isAlive)) {
            Row first = queue.poll(10, java.util.concurrent.TimeUnit.MILLISECONDS);
            if (first == null) {
                continue;
            }
            group.add(first);
            queue.drainTo(group);
            sink.group(group);
            group.forEach(row -> row.done().complete(null));
            group.clear();
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static byte[] bytes(Document document) {
        var raw = new RawBsonDocument(document, CODEC).getByteBuffer();
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        return bytes;
    }
}
