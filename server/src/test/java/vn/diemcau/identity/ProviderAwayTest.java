package vn.diemcau.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;

/** Providers that are away, that say they are somebody else, or whose keys are not theirs; and administrators. */
class ProviderAwayTest {
    @TempDir
    Path data;

    private static Caller nobody(RunningPlatform running) {
        return new Caller(running);
    }

    private static Caller.Answer asked(RunningPlatform running) {
        return nobody(running).post("/sign-in/provider", new JsonObject());
    }

    private Map<String, String> settings(AtProvider provider, String key, String value) {
        Map<String, String> all = new HashMap<>(provider.settings());
        all.put(key, value);
        return all;
    }

    @Test
    void withoutAProviderThereIsNothingToAsk() throws Exception {
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            assertThat(asked(running).problem(404)).isEqualTo("no_provider");
            assertThat(nobody(running).get("/installation").expect(200).getString("provider"))
                    .isNull();
        }
    }

    @Test
    void whileTheProviderIsAwayOneIsToldSoAndThePasswordWorks() throws Exception {
        Map<String, String> settings;
        try (AtProvider provider = new AtProvider()) {
            settings = provider.settings();
        }
        try (RunningPlatform running = RunningPlatform.over(data, settings)) {
            Caller.firstAdministrator(running);
            assertThat(asked(running).problem(503)).isEqualTo("provider_down");
            nobody(running)
                    .signedIn("quantri", "mot cau that dai de nho")
                    .get("/me")
                    .expect(200);
        }
    }

    @Test
    void aProviderThatNamesAnotherIssuerIsNotUsed() throws Exception {
        try (AtProvider provider = new AtProvider();
                Published published = new Published()) {
            published.say(provider, provider.place("tinh", "jwks"), provider.issuer());
            Map<String, String> settings = settings(provider, "DIEMCAU_OIDC_ISSUER", published.url());
            try (RunningPlatform running = RunningPlatform.over(data, settings)) {
                assertThat(asked(running).problem(503)).isEqualTo("provider_down");
            }
        }
    }

    @Test
    void aTokenThatIsNotSignedByTheKeysOfTheProviderOpensNothing() throws Exception {
        try (AtProvider provider = new AtProvider();
                Published published = new Published()) {
            Map<String, String> settings = settings(provider, "DIEMCAU_OIDC_ISSUER", published.url());
            try (RunningPlatform running = RunningPlatform.over(data, settings)) {
                published.say(provider, provider.place("khac", "jwks"), published.url());
                provider.next("anh", 3600, Map.of("iss", published.url()));
                assertThat(provider.signIn(nobody(running)).problem(401)).isEqualTo("provider_untrusted");
            }
            try (RunningPlatform running = RunningPlatform.over(data, settings)) {
                published.say(provider, provider.place("tinh", "jwks"), published.url());
                provider.next("anh", 3600, Map.of("iss", published.url()));
                assertThat(provider.signIn(nobody(running)).expect(200).getString("outcome"))
                        .as("with the right keys the same token holds")
                        .isEqualTo("unbound");
            }
        }
    }

    @Test
    void anAdministratorOwesASecondFactorUnlessTheOperatorLetsTheProvidersCount() throws Exception {
        try (AtProvider provider = new AtProvider()) {
            Map<String, String> strict = settings(provider, "DIEMCAU_SECOND_FACTOR", "required");
            Map<String, ?> shown = Map.of("amr", List.of("pwd", "mfa"));
            try (RunningPlatform running = RunningPlatform.over(data, provider.settings())) {
                Caller office = Caller.firstAdministrator(running);
                String url = office.post("/me/provider", new JsonObject().put("password", "mot cau that dai de nho"))
                        .expect(200)
                        .getString("url");
                office.put(
                                "/sign-in/provider",
                                provider.next("quantri").through(url).json())
                        .expect(200);
            }
            try (RunningPlatform running = RunningPlatform.over(data, strict)) {
                JsonObject me = provider.next("quantri", 3600, shown)
                        .signIn(nobody(running))
                        .expect(200)
                        .getJsonObject("me");
                assertThat(me.getJsonArray("due")).containsExactly("second_factor");
            }
            Map<String, String> trusting = new HashMap<>(strict);
            trusting.put("DIEMCAU_OIDC_FACTORS", "mfa, otp");
            try (RunningPlatform running = RunningPlatform.over(data, trusting)) {
                JsonObject me = provider.next("quantri", 3600, shown)
                        .signIn(nobody(running))
                        .expect(200)
                        .getJsonObject("me");
                assertThat(me.getJsonArray("due")).isEmpty();
                JsonObject without = provider.next("quantri")
                        .signIn(nobody(running))
                        .expect(200)
                        .getJsonObject("me");
                assertThat(without.getJsonArray("due")).containsExactly("second_factor");
            }
        }
    }

    /** What a provider publishes of itself, in words of the test's. */
    private static final class Published implements AutoCloseable {
        private final Vertx vertx = Vertx.vertx();
        private final HttpServer server;
        private volatile JsonObject said = new JsonObject();

        Published() {
            server = RunningPlatform.await(vertx.createHttpServer()
                    .requestHandler(request -> request.response().end(said.encode()))
                    .listen(0, "localhost"));
        }

        String url() {
            return "http://localhost:" + server.actualPort();
        }

        void say(AtProvider provider, String keys, String issuer) {
            said = new JsonObject()
                    .put("issuer", issuer)
                    .put("authorization_endpoint", provider.place("tinh", "authorize"))
                    .put("token_endpoint", provider.place("tinh", "token"))
                    .put("jwks_uri", keys)
                    .put("response_types_supported", List.of("code"))
                    .put("subject_types_supported", List.of("public"))
                    .put("id_token_signing_alg_values_supported", List.of("RS256"));
        }

        @Override
        public void close() {
            RunningPlatform.await(vertx.close());
        }
    }
}
