package vn.diemcau.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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

/** The platform's part of the measurement of files: uploads, downloads and a plain file beside, here or in a process of its own. */
final class FilesServer implements AutoCloseable {
    private static final int MEGABYTES = 192;

    private final Process process;
    private final String url;

    private FilesServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** In a process with little memory, so that nothing big can be held there. */
    static FilesServer start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEGABYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FilesServer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("http://")) line = out.readLine();
        if (line == null) throw new IOException("the server did not start in " + folder);
        return new FilesServer(process, line);
    }

    static int heap() {
        return MEGABYTES;
    }

    String url() {
        return url;
    }

    /** The most memory that the process has had, in megabytes; 0 where the system does not say. */
    long highWater() throws IOException {
        return highWater("/proc/" + process.pid() + "/status");
    }

    static long highWater(String status) throws IOException {
        Path file = Path.of(status);
        if (!Files.exists(file)) return 0;
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                .sum();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Vertx vertx = Vertx.vertx();
        EmbeddedStore store = EmbeddedStore.open(folder.resolve("store"));
        Mongo mongo = Mongo.connect(store.connectionString(), "bench", true);
        FilesBench.await(Index.ensure(mongo, Uploads.indexes()));
        FileStore files = new FileStore(vertx, mongo, folder.resolve("files"), Clock.systemUTC());
        Uploads uploads = new Uploads(mongo, files, new FirstPage(vertx), Clock.systemUTC());
        HttpServer server = FilesBench.await(serve(vertx, files, uploads, folder));
        System.out.println("http://localhost:" + server.actualPort());
        System.out.flush();
        Thread.currentThread().join();
    }

    static Future<HttpServer> serve(Vertx vertx, FileStore files, Uploads uploads, Path folder) {
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
}
