package vn.diemcau;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One start of an empty installation in a directory of its own, a few calls, and the end: the JVM that runs it keeps the classes it
 * loaded in an archive, with which later starts take half the time.
 */
public final class WarmStart {
    private WarmStart() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("diemcau-warm");
        Vertx vertx = Vertx.vertx();
        try {
            Platform platform = new Platform(
                    vertx, Config.read(List.of("--port", "0", "--data", data.toString()), Map.of()), told -> {});
            platform.start().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
            HttpClient client = HttpClient.newHttpClient();
            for (String path : List.of("/", "/api/v1/installation", "/api/v1/demo")) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + platform.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
            client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.healthPort() + "/health/ready"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            platform.stop().toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } finally {
            remove(data);
        }
    }

    private static void remove(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
