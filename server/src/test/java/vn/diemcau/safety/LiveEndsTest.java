package vn.diemcau.safety;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.embedded.StoreTool;
import vn.diemcau.mongo.Mongo;

/** What is followed live ends with the sign-in it was opened by. */
class LiveEndsTest {
    private static final String ROLL = "/api/v1/sessions/buoi-1/sites/diem-1/live";

    @BeforeEach
    void quickly() {
        System.setProperty("diemcau.heartbeatMillis", "200");
    }

    @AfterEach
    void asEver() {
        System.clearProperty("diemcau.heartbeatMillis");
    }

    /** Follows the roll, having seen its first state; completes when the server ends it, with what came. */
    private static CompletableFuture<String> followed(String url, Caller by) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + ROLL));
        by.headers().forEach(request::header);
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        InputStream stream = response.body();
        StringBuilder first = new StringBuilder();
        while (!first.toString().contains("event: state")) {
            int next = stream.read();
            assertThat(next)
                    .as("the stream ended before its first state: " + first)
                    .isNotEqualTo(-1);
            first.append((char) next);
        }
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            } catch (java.io.IOException cut) {
                throw new IllegalStateException("cut off, not ended", cut);
            }
        });
    }

    @Test
    void aStreamEndsWithItsSignInHereAndOnAnotherNodeAndOthersGoOn(@TempDir Path other) throws Exception {
        try (Grounds grounds = new Grounds()) {
            Files.createDirectories(other.resolve("keys"));
            Files.copy(grounds.running.data().resolve("keys/identity.key"), other.resolve("keys/identity.key"));
            String[] uri = new String[1];
            StoreTool.use(grounds.running.data(), found -> uri[0] = found);
            try (RunningPlatform second = RunningPlatform.over(other, Map.of("MONGODB_URI", uri[0]))) {
                Caller office = grounds.callers.get("unit_admin@1");
                CompletableFuture<String> here = followed(grounds.running.url(), office);
                CompletableFuture<String> there = followed(second.url(), office);
                CompletableFuture<String> others = followed(second.url(), grounds.callers.get("trainer@1"));
                office.post("/sign-out", new JsonObject()).expect(204);
                here.get(Patience.SECONDS, TimeUnit.SECONDS);
                there.get(Patience.SECONDS, TimeUnit.SECONDS);
                assertThat(others.isDone()).isFalse();
                grounds.callers.get("trainer@1").post("/me/lock", new JsonObject());
                others.get(Patience.SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void whoeverFollowsARollIsNamedFromItsFirstWordOn() throws Exception {
        try (Grounds grounds = new Grounds()) {
            Caller office = grounds.callers.get("unit_admin@1");
            CompletableFuture<String> stream = followed(grounds.running.url(), office);
            String[] session = new String[1];
            StoreTool.use(grounds.running.data(), uri -> {
                try (Mongo mongo = Mongo.connect(uri, "diemcau", true)) {
                    session[0] = RunningPlatform.await(Mongo.first(mongo.collection("reads")
                                    .find(eq("what", "/sessions/{session}/sites/{site}/live"))
                                    .batchSize(1)))
                            .map(found -> found.getString("session"))
                            .orElse("nobody looked");
                }
            });
            assertThat(session[0]).isEqualTo("buoi-1");
            assertThat(stream.isDone()).isFalse();
            office.post("/sign-out", new JsonObject()).expect(204);
            stream.get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }
}
