package vn.diemcau.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;

class DemoLineTest {
    private static final String DOOR = "http://localhost/diem-cau/s1/dai-tu";

    private final HttpClient client = HttpClient.newHttpClient();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private final DemoLine line = new DemoLine(() -> now);
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        line.mount(router);
        router.get("/api/v1/sessions/s1/sites/dai-tu/live")
                .handler(ctx -> ctx.response().setChunked(true).write("event: state\n"));
        router.get("/api/v1/*").handler(ctx -> ctx.end("here"));
        server = RunningPlatform.await(
                vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        RunningPlatform.await(vertx.close());
    }

    private <T> HttpResponse<T> get(String path, String from, HttpResponse.BodyHandler<T> body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/api/v1/" + path))
                        .header("Referer", from)
                        .timeout(Duration.ofSeconds(Patience.SECONDS))
                        .build(),
                body);
    }

    private String get(String path, String from) throws Exception {
        return get(path, from, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aDoorWithoutALineGetsNoAnswerAndEverybodyElseDoes() throws Exception {
        assertThat(get("roll", DOOR)).isEqualTo("here");
        line.cut("s1", "dai-tu");
        assertThatThrownBy(() -> get("roll", DOOR)).isInstanceOf(IOException.class);
        assertThat(get("roll", "http://localhost/diem-cau/s1/bac-kan")).isEqualTo("here");
        assertThat(get("roll", "http://localhost/truc-tiep/s1?diem-cau=dai-tu")).isEqualTo("here");
        assertThat(get("roll", "not an address at all")).isEqualTo("here");
        line.mend("s1", "dai-tu");
        assertThat(get("roll", DOOR)).isEqualTo("here");
    }

    @Test
    void theStreamsOfACutDoorEnd() throws Exception {
        var stream = get("sessions/s1/sites/dai-tu/live", DOOR, HttpResponse.BodyHandlers.ofInputStream());
        try (var body = stream.body()) {
            assertThat(body.read()).isEqualTo('e');
            line.cut("s1", "dai-tu");
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aLineThatNobodyMendsIsWholeAgainAfterTenMinutes() throws Exception {
        line.cut("s1", "dai-tu");
        now = now.plus(Duration.ofMinutes(11));
        assertThat(line.isCut("s1", "dai-tu")).isFalse();
        assertThat(get("roll", DOOR)).isEqualTo("here");
    }
}
