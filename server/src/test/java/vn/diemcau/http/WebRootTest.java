package vn.diemcau.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

class WebRootTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeEach
    void serve(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("assets"));
        Files.writeString(root.resolve("index.html"), "<html>shell</html>");
        Files.writeString(root.resolve("index.html.br"), "small shell");
        Files.writeString(root.resolve("assets/app-abc123.js"), "plain");
        Files.writeString(root.resolve("assets/app-abc123.js.br"), "brotli");
        Files.writeString(root.resolve("assets/app-abc123.js.gz"), "gzip");
        Files.writeString(root.resolve("worker.js"), "worker");
        Router router = Router.router(vertx);
        WebRoot.mount(router, root, "https://meet.example.vn/inside");
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(Patience.SECONDS, TimeUnit.SECONDS);
        port = server.actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aBrowserThatTakesBrotliGetsTheSmallerFileUnderItsOwnName() throws Exception {
        HttpResponse<String> answer = get("/assets/app-abc123.js", "gzip, deflate, br");
        assertThat(answer.body()).isEqualTo("brotli");
        assertThat(answer.headers().firstValue("content-encoding")).contains("br");
        assertThat(answer.headers().firstValue("content-type").orElse("")).contains("javascript");
        assertThat(answer.headers().firstValue("vary").orElse("")).containsIgnoringCase("accept-encoding");
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable");
    }

    @Test
    void aBrowserThatRefusesBrotliGetsGzipAndOneThatTakesNeitherThePlainFile() throws Exception {
        assertThat(get("/assets/app-abc123.js", "br;q=0, gzip").body()).isEqualTo("gzip");
        HttpResponse<String> plain = get("/assets/app-abc123.js", "identity");
        assertThat(plain.body()).isEqualTo("plain");
        assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void aDeepLinkIsTheShellFreshAndSmall() throws Exception {
        HttpResponse<String> answer = get("/don-vi/abc", "br");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("small shell");
        assertThat(answer.headers().firstValue("content-type").orElse("")).contains("text/html");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                .contains("script-src 'self'");
    }

    @Test
    void theWorkerIsNeverServedAsImmutable() throws Exception {
        HttpResponse<String> answer = get("/worker.js", "br");
        assertThat(answer.body()).isEqualTo("worker");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
    }

    @Test
    void aFileThatIsNotThereIsNotTheShell() throws Exception {
        HttpResponse<String> answer = get("/assets/gone-abc123.js", "br");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
    }

    @Test
    void onlyPagesThatShowAMeetingLetItsServerIn() throws Exception {
        for (String path : new String[] {"/vao/s1", "/buoi/s1"}) {
            String policy = get(path, "br")
                    .headers()
                    .firstValue("content-security-policy")
                    .orElse("");
            assertThat(policy)
                    .contains("script-src 'self' https://meet.example.vn ")
                    .contains("frame-src https://meet.example.vn");
            assertThat(policy).doesNotContain("inside");
        }
        for (String path : new String[] {"/", "/lich", "/vao", "/diem-danh"}) {
            HttpResponse<String> answer = get(path, "br");
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .doesNotContain("meet.example.vn");
            assertThat(answer.headers().firstValue("permissions-policy").orElse(""))
                    .doesNotContain("meet.example.vn");
        }
    }

    private HttpResponse<String> get(String path, String encoding) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept-Encoding", encoding)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
