package vn.diemcau.bench;

import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonString;
import vn.diemcau.access.Action;
import vn.diemcau.access.Grant;
import vn.diemcau.access.Role;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.files.FileAnswer;
import vn.diemcau.files.FileKind;
import vn.diemcau.files.FileStore;
import vn.diemcau.files.FirstPage;
import vn.diemcau.files.Place;
import vn.diemcau.files.StoredFile;
import vn.diemcau.files.Terms;
import vn.diemcau.files.TusRoutes;
import vn.diemcau.files.Uploads;
import vn.diemcau.http.Api;
import vn.diemcau.http.Problems;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * A file sent and fetched through the platform (tus, checksums, ranges, GridFS), beside raw GridFS by the driver and a plain file served by
 * Vert.x: {@code bench files [--megabytes 500]}. Client and server share the process. The last line is {@code ratio <upload> <download>}
 * of the platform to raw GridFS.
 */
final class FilesBench {
    private static final int CHUNK = 255 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final String url;
    private final GridFSBucket bucket;
    private final Uploads uploads;

    private FilesBench(Path folder, String url, Mongo mongo, Uploads uploads) {
        this.folder = folder;
        this.url = url;
        this.bucket = GridFSBuckets.create(mongo.database(), "raw");
        this.uploads = uploads;
    }

    /** Megabytes in a second. */
    private record Speed(double up, double down) {}

    static void run(String[] arguments) throws Exception {
        int megabytes = 500;
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--megabytes")) megabytes = Integer.parseInt(arguments[i + 1]);
        }
        Path folder = Files.createTempDirectory("bench-files");
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

    private static void measure(Vertx vertx, Mongo mongo, Path folder, int megabytes) throws Exception {
        await(Index.ensure(mongo, Uploads.indexes()));
        FileStore files = new FileStore(vertx, mongo, folder.resolve("files"), Clock.systemUTC());
        Uploads uploads = new Uploads(mongo, files, new FirstPage(vertx), Clock.systemUTC());
        HttpServer server = await(serve(vertx, files, uploads, folder));
        FilesBench bench = new FilesBench(folder, "http://localhost:" + server.actualPort(), mongo, uploads);
        Path small = bench.made(30);
        bench.raw(small);
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
        say("memory high-water %d MB with client, server and store", highWater());
        Speed raw = bench.raw(file);
        say("raw GridFS, driver        up %7.1f   down %7.1f", raw.up(), raw.down());
        say("memory high-water %d MB after the driver's own part", highWater());
        say("ratio %.2f %.2f", platform.up() / raw.up(), platform.down() / raw.down());
        await(server.close());
    }

    private static Future<HttpServer> serve(Vertx vertx, FileStore files, Uploads uploads, Path folder) {
        Router router = Router.router(vertx);
        Problems.mount(router);
        SignedIn bench = new SignedIn("bench", "bench", "bench", Set.of(Grant.over(Role.CADRE, "/")), null, "t");
        Api api = new Api(router, ctx -> Future.succeededFuture(Optional.of(bench)));
        TusRoutes tus = new TusRoutes(uploads, ctx -> Future.succeededFuture("bench"), Long.MAX_VALUE);
        tus.purpose(
                "bench",
                (ctx, about, length) -> Future.succeededFuture(new Terms(
                        Long.MAX_VALUE,
                        EnumSet.allOf(FileKind.class),
                        Place.valueOf(about.getOrDefault("place", "GRID")))));
        tus.mount(api, "/uploads", Action.OWN);
        api.get("/kept/{id}", Action.OWN, ctx -> uploads.take(ctx.pathParam("id"), "bench", "bench", "bench")
                .compose((StoredFile file) -> FileAnswer.send(files, ctx, file, "bench.mp4", false)));
        router.put("/plain").handler(ctx -> {
            ctx.request().pause();
            vertx.fileSystem()
                    .open(folder.resolve("plain").toString(), new OpenOptions().setTruncateExisting(true))
                    .compose(out -> ctx.request().pipeTo(out))
                    .onSuccess(done -> ctx.response().end())
                    .onFailure(ctx::fail);
        });
        router.get("/plain")
                .handler(ctx -> ctx.response().sendFile(folder.resolve("plain").toString()));
        return vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
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

    private Speed raw(Path file) throws Exception {
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
        HttpResponse<Void> created = send(to("/api/v1/uploads")
                .header("Upload-Length", Long.toString(Files.size(file)))
                .header(
                        "Upload-Metadata",
                        pair("filename", "bench.mp4") + "," + pair("purpose", "bench") + "," + pair("place", place))
                .POST(HttpRequest.BodyPublishers.noBody()));
        String at = created.headers().firstValue("Location").orElseThrow();
        double up = seconds(() -> send(to(at).header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", "0")
                .method("PATCH", HttpRequest.BodyPublishers.ofFile(file))));
        String id = at.substring(at.lastIndexOf('/') + 1);
        await(uploads.take(id, "bench", "bench", "bench"));
        double down = seconds(() -> fetch("/api/v1/kept/" + id, file));
        return speed(file, up, down);
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
        long[] size = {0};
        HttpResponse<Void> response = client.send(
                to(path).build(),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        part -> part.ifPresent(bytes -> size[0] += bytes.length)));
        if (response.statusCode() != 200) throw new IOException("status " + response.statusCode());
        check(size[0], file);
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

    /** The most memory that this process has had, in megabytes; 0 where the system does not say. */
    private static long highWater() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) return 0;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                .sum();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.MINUTES)
                .join();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
