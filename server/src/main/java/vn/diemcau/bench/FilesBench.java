package vn.diemcau.bench;

import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonString;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.Uploads;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * A file sent and fetched through the platform (tus, checksums, ranges, GridFS), beside raw GridFS by the driver and a plain file served by
 * Vert.x: {@code bench files [--size 500] [--flat 2048]}, in megabytes. Client and server share the process; with {@code --flat} a file of
 * that size goes first through a server with little memory of its own, whose high-water is told on the way. The last line is
 * {@code ratio <upload> <download>} of the platform to raw GridFS.
 */
final class FilesBench {
    private static final int CHUNK = 255 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final String url;

    private FilesBench(Path folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    /** Megabytes in a second. */
    private record Speed(double up, double down) {}

    static void run(String[] arguments) throws Exception {
        int megabytes = 500;
        int flat = 0;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            int value = Integer.parseInt(arguments[i + 1]);
            switch (arguments[i]) {
                case "--size", "--megabytes" -> megabytes = value;
                case "--flat" -> flat = value;
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
        Path folder = Files.createTempDirectory("bench-files");
        if (flat > 0) flat(folder.resolve("flat"), flat);
        Vertx vertx = Vertx.vertx();
        try (EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"));
                Mongo mongo = Mongo.connect(store.connectionString(), "bench", true)) {
            measure(vertx, mongo, folder, megabytes);
        } finally {
            await(vertx.close());
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
            }
        }
    }

    /** One file through a server that could not hold it, in quarters; what its process has had of memory after each. */
    private static void flat(Path folder, int megabytes) throws Exception {
        Files.createDirectories(folder);
        try (FilesServer server = FilesServer.start(folder)) {
            FilesBench bench = new FilesBench(folder, server.url());
            Path file = bench.made(megabytes);
            say("one file of %d MB through a server with a heap of %d MB", megabytes, FilesServer.heap());
            say("memory high-water %d MB before", server.highWater());
            String at = bench.created(file, "GRID");
            long size = Files.size(file);
            for (int quarter = 1; quarter <= 4; quarter++) {
                long from = size * (quarter - 1) / 4;
                bench.append(at, file, from, size * quarter / 4);
                say("memory high-water %d MB after %d %% up", server.highWater(), quarter * 25);
            }
            String kept = "/api/v1/kept/" + at.substring(at.lastIndexOf('/') + 1);
            for (int quarter = 1; quarter <= 4; quarter++) {
                long from = size * (quarter - 1) / 4;
                long until = size * quarter / 4;
                long came = bench.fetched(bench.to(kept).header("Range", "bytes=" + from + "-" + (until - 1)), 206);
                if (came != until - from) throw new IllegalStateException("only " + came + " bytes came back");
                say("memory high-water %d MB after %d %% down by ranges", server.highWater(), quarter * 25);
            }
            bench.fetch(kept, file);
            say("memory high-water %d MB after all down at once", server.highWater());
            Files.delete(file);
        }
    }

    private static void measure(Vertx vertx, Mongo mongo, Path folder, int megabytes) throws Exception {
        await(Index.ensure(mongo, Uploads.indexes()));
        FileStore files = new FileStore(vertx, mongo, folder.resolve("files"), Clock.systemUTC());
        Uploads uploads = new Uploads(mongo, files, new FirstPage(vertx), Clock.systemUTC());
        HttpServer server = await(FilesServer.serve(vertx, files, uploads, folder));
        FilesBench bench = new FilesBench(folder, "http://localhost:" + server.actualPort());
        GridFSBucket bucket = GridFSBuckets.create(mongo.database(), "raw");
        Path small = bench.made(30);
        raw(bucket, small);
        bench.platform(small, "GRID");
        bench.plain(small);
        Path file = bench.made(megabytes);
        say("one file of %d MB, up and down in MB/s, client and server in one process", megabytes);
        Speed plain = bench.plain(file);
        say("plain file, Vert.x        up %7.1f   down %7.1f", plain.up(), plain.down());
        Speed platform = bench.platform(file, "GRID");
        say("platform, GridFS          up %7.1f   down %7.1f", platform.up(), platform.down());
        Speed directory = bench.platform(file, "DIRECTORY");
        say("platform, directory       up %7.1f   down %7.1f", directory.up(), directory.down());
        say("memory high-water %d MB with client, server and store", FilesServer.highWater("/proc/self/status"));
        Speed raw = raw(bucket, file);
        say("raw GridFS, driver        up %7.1f   down %7.1f", raw.up(), raw.down());
        say("memory high-water %d MB after the driver's own part", FilesServer.highWater("/proc/self/status"));
        say("ratio %.2f %.2f", platform.up() / raw.up(), platform.down() / raw.down());
        await(server.close());
    }

    private Path made(int megabytes) throws IOException {
        Path file = folder.resolve("bench-" + megabytes + ".mp4");
        byte[] block = new byte[1_000_000];
        Random random = new Random(megabytes);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < megabytes; i++) {
                random.nextBytes(block);
                if (i == 0) System.arraycopy("\0\0\0\20ftypisom".getBytes(StandardCharsets.US_ASCII), 0, block, 0, 12);
                out.write(block);
            }
        }
        return file;
    }

    private Speed plain(Path file) throws Exception {
        double up = seconds(() -> send(to("/plain").PUT(HttpRequest.BodyPublishers.ofFile(file))));
        double down = seconds(() -> fetch("/plain", file));
        return speed(file, up, down);
    }

    private static Speed raw(GridFSBucket bucket, Path file) throws Exception {
        BsonString id = new BsonString(file.getFileName().toString());
        double up = seconds(() -> await(Mongo.first(bucket.uploadFromPublisher(
                id, "raw", new FileChunks(file, CHUNK), new GridFSUploadOptions().chunkSizeBytes(CHUNK)))));
        double down = seconds(() -> {
            long[] size = {0};
            await(Mongo.each(bucket.downloadToPublisher(id), part -> size[0] += part.remaining()));
            check(size[0], file);
        });
        await(Mongo.first(bucket.delete(id)));
        return speed(file, up, down);
    }

    private Speed platform(Path file, String place) throws Exception {
        String at = created(file, place);
        double up = seconds(() -> send(to(at).header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofFile(file))));
        double down = seconds(() -> fetch("/api/v1/kept/" + at.substring(at.lastIndexOf('/') + 1), file));
        return speed(file, up, down);
    }

    private String created(Path file, String place) throws Exception {
        HttpResponse<Void> created = send(to("/api/v1/uploads")
                .header("Upload-Length", Long.toString(Files.size(file)))
                .header(
                        "Upload-Metadata",
                        pair("filename", "bench.mp4") + "," + pair("purpose", "bench") + "," + pair("place", place))
                .POST(HttpRequest.BodyPublishers.noBody()));
        return created.headers().firstValue("Location").orElseThrow();
    }

    /** Sends the part of the file from a stream, so that it is nowhere whole. */
    private void append(String at, Path file, long from, long until) throws Exception {
        try (FileChannel channel = FileChannel.open(file)) {
            InputStream part = Channels.newInputStream(channel.position(from));
            HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.fromPublisher(
                    HttpRequest.BodyPublishers.ofInputStream(() -> new Part(part, until - from)), until - from);
            send(to(at).header("Content-Type", "application/offset+octet-stream")
                    .header("Upload-Offset", Long.toString(from))
                    .method("PATCH", body));
        }
    }

    /** The first so many bytes of a stream. */
    private static final class Part extends FilterInputStream {
        private long left;

        Part(InputStream in, long length) {
            super(in);
            left = length;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) return -1;
            left--;
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) return -1;
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read > 0) left -= read;
            return read;
        }
    }

    private static String pair(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Tus-Resumable", "1.0.0")
                .header("X-CSRF", "t");
    }

    private HttpResponse<Void> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<Void> response = client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        if (response.statusCode() >= 300) throw new IOException("status " + response.statusCode());
        return response;
    }

    private void fetch(String path, Path file) throws IOException, InterruptedException {
        check(fetched(to(path), 200), file);
    }

    private long fetched(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        long[] size = {0};
        HttpResponse<Void> response = client.send(
                request.build(),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        part -> part.ifPresent(bytes -> size[0] += bytes.length)));
        if (response.statusCode() != status) throw new IOException("status " + response.statusCode());
        return size[0];
    }

    private static void check(long size, Path file) {
        if (size != file.toFile().length()) throw new IllegalStateException("only " + size + " bytes came back");
    }

    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    private static double seconds(Step step) throws IOException, InterruptedException {
        long began = System.nanoTime();
        step.take();
        return (System.nanoTime() - began) / 1e9;
    }

    private static Speed speed(Path file, double up, double down) throws IOException {
        double size = Files.size(file) / 1e6;
        return new Speed(size / up, size / down);
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.MINUTES)
                .join();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
