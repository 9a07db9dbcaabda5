package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;
import vn.diemcau.http.Problems;

/** Who asked for what is not theirs stands in the log. */
class RefusedTest {
    @Test
    void aRefusedCallIsKeptWithTheAccountAndTheRouteAndWithoutWhatWasNamedInIt() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Problems.class);
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.start();
        try (RunningPlatform running = RunningPlatform.start()) {
            Caller office = Caller.firstAdministrator(running);
            JsonObject made = office.post(
                            "/accounts",
                            new JsonObject()
                                    .put("login", "giangvien")
                                    .put("name", "Giảng viên")
                                    .put("role", "trainer")
                                    .put("unit", "/"))
                    .expect(201);
            Caller trainer = new Caller(running).signedIn("giangvien", made.getString("password"));
            log.addAppender(kept);
            trainer.put("/accounts/somebody-elses/active", new JsonObject().put("active", false))
                    .expect(403);
            office.put("/accounts/somebody-elses/active", new JsonObject().put("active", false))
                    .expect(404);
            List<String> lines = kept.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(line -> line.startsWith("not allowed"))
                    .toList();
            assertThat(lines).hasSize(2).allMatch(line -> line.contains("PUT /accounts/{account}/active by "));
            assertThat(lines.get(0)).contains(made.getString("id")).endsWith("not_allowed");
            assertThat(lines.get(1)).endsWith("not_found");
            assertThat(String.join("\n", lines))
                    .doesNotContain("somebody-elses")
                    .doesNotContain("Giảng viên");
        } finally {
            log.detachAppender(kept);
        }
    }

    @Test
    void aCallThatWouldEchoItselfIsNotAnswered() throws Exception {
        try (RunningPlatform running = RunningPlatform.start()) {
            for (String path : new String[] {"/", "/api/v1/me", "/api/v1/installation"}) {
                HttpRequest trace = HttpRequest.newBuilder(URI.create(running.url() + path))
                        .method("TRACE", HttpRequest.BodyPublishers.noBody())
                        .header("X-Secret", "not to be seen again")
                        .build();
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(trace, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(path).isIn(404, 405);
                assertThat(answer.body()).doesNotContain("not to be seen again");
            }
        }
    }
}
