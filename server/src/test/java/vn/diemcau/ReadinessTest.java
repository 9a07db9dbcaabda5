package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void readyNamesTheStoreAndItsLimits() throws Exception {
        try (RunningPlatform running = RunningPlatform.start()) {
            URI ready = URI.create("http://127.0.0.1:" + running.platform().healthPort() + "/health/ready");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonObject store = new JsonObject(answer.body()).getJsonObject("store");
            assertThat(store.getString("kind")).isEqualTo("embedded");
            assertThat(store.getString("file")).startsWith(running.data().toString());
            assertThat(store.getString("limits")).contains("single node", "no transactions");
            assertThat(answer.body()).doesNotContain("mongodb://");
        }
    }
}
