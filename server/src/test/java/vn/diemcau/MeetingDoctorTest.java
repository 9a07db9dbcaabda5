package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.bench.Prosody;
import vn.diemcau.http.LocalAuthority;
import vn.diemcau.meeting.MeetingServer;
import vn.diemcau.meeting.SigningKey;

/** The doctor before real Prosodies, one as it should be and one as it should not: what is good is said to be, and what lacks is found. */
class MeetingDoctorTest {
    @TempDir
    static Path data;

    private static Prosody good;
    private static Prosody bad;
    private static final Vertx VERTX = Vertx.vertx();

    @BeforeAll
    static void start() throws Exception {
        good = new Prosody(30, 60, "test_jitsi = true").start();
        bad = new Prosody(120, 60, "test_clock_ahead = 7").start();
    }

    @AfterAll
    static void stop() throws Exception {
        good.close();
        bad.close();
        RunningPlatform.await(VERTX.close());
    }

    private static List<String> look(Prosody prosody, String key, String secret) throws Exception {
        return look(prosody, "http://127.0.0.1:" + prosody.port, key, secret, null, SSLContext.getDefault());
    }

    private static List<String> look(
            Prosody prosody, String url, String key, String secret, @Nullable String jicofo, SSLContext trust) {
        MeetingServer server = new MeetingServer(
                url,
                "diemcau",
                SigningKey.shared(key),
                List.of(new MeetingServer.Prosody("p1", prosody.url())),
                secret,
                null);
        return new MeetingDoctor(server, Prosody.HOST, Prosody.MUC, jicofo, trust)
                .look().stream().map(one -> one.mark() + " " + one.text()).toList();
    }

    /** A web front or a jicofo: what it answers by path, and nothing else. */
    private static String serve(HttpServerOptions options, Map<String, String> pages) {
        HttpServer server = RunningPlatform.await(VERTX.createHttpServer(options.setHost("127.0.0.1"))
                .requestHandler(request -> {
                    String page = pages.get(request.path());
                    request.response().setStatusCode(page == null ? 404 : 200).end(page == null ? "" : page);
                })
                .listen(0));
        return (options.isSsl() ? "https" : "http") + "://127.0.0.1:" + server.actualPort();
    }

    @Test
    void whatIsGoodIsSaidToBe() throws Exception {
        List<String> findings = look(good, Prosody.APP_SECRET, Prosody.PRESENCE_SECRET);
        assertThat(findings)
                .contains(
                        "ok presence module of p1 answers",
                        "ok presence module of p1 syncs its journal to disk",
                        "ok presence module of p1: an unplugged device is seen to leave after 120 s",
                        "ok a token of ours is accepted",
                        "ok without a token nobody is let in",
                        "ok identity module: presence carries who the token names",
                        "ok others are no moderators",
                        "ok a moderator's token makes a moderator")
                .anyMatch(line -> line.matches("ok presence module of p1: clocks differ by -?\\d{1,4} ms"));
    }

    @Test
    void whatLacksIsFound() throws Exception {
        List<String> findings = look(bad, Prosody.APP_SECRET, Prosody.PRESENCE_SECRET);
        assertThat(findings)
                .contains("lack everybody becomes a moderator: set ENABLE_AUTO_OWNER=0, JICOFO_ENABLE_AUTH=0")
                .anyMatch(line -> line.matches("lack presence module of p1: clocks differ by [5-9]\\d{3} ms: .*NTP.*"))
                .anyMatch(line -> line.startsWith("lack") && line.contains("not https"))
                .anyMatch(line -> line.startsWith("lack") && line.contains("external_api.js answers 404"))
                .anyMatch(line -> line.startsWith("note") && line.contains("leave after 300 s only"))
                .anyMatch(line -> line.startsWith("note") && line.contains("presence_identity"));
        assertThat(look(bad, Prosody.APP_SECRET, "another secret, and it is long enough"))
                .contains("lack presence module of p1: the secret is not the one in Prosody's configuration");
        assertThat(look(bad, "another key of tokens, and it is long", Prosody.PRESENCE_SECRET))
                .contains("lack a token of ours is refused: compare JITSI_APP_ID and the key with Prosody's");
    }

    @Test
    void aModeratorWhoIsNotLetInIsNotPassedOver() throws Exception {
        try (Prosody without = new Prosody(2, 2, "test_jitsi = true", "test_refuse_moderators = true").start()) {
            assertThat(look(without, Prosody.APP_SECRET, Prosody.PRESENCE_SECRET))
                    .contains("ok a token of ours is accepted", "ok without a token nobody is let in")
                    .anyMatch(line -> line.startsWith("lack a moderator's token is not let in"))
                    .doesNotContain("ok a moderator's token makes a moderator");
        }
        try (Prosody plain = new Prosody(2, 2, "test_jitsi = true", "test_no_moderators = true").start()) {
            assertThat(look(plain, Prosody.APP_SECRET, Prosody.PRESENCE_SECRET))
                    .contains("lack a moderator's token makes no moderator: enable token_affiliation");
        }
    }

    @Test
    void theCertificateIsLookedAtAndTheWebFrontBehindIt() throws Exception {
        Map<String, String> pages = new HashMap<>();
        pages.put("/external_api.js", "var JitsiMeetExternalAPI = 1");
        pages.put("/config.js", "config.recordingService.enabled = true;");
        assertThat(atTls(Instant.now(), pages))
                .contains("ok external_api.js is served", "ok recording is switched on")
                .anyMatch(line -> line.startsWith("ok certificate good until "));
        pages.put("/config.js", "config.recordingService.enabled = false;");
        assertThat(atTls(Instant.now().minus(Duration.ofDays(360)), pages))
                .contains("note recording is not switched on in config.js: without Jibri nothing is recorded")
                .anyMatch(line -> line.matches("lack the certificate ends .*: renew it"));
        assertThat(atTls(Instant.now().minus(Duration.ofDays(400)), pages))
                .anyMatch(line -> line.startsWith("lack no TLS to "));
    }

    private static List<String> atTls(Instant made, Map<String, String> pages) throws Exception {
        LocalAuthority authority = LocalAuthority.at(data.resolve("authority"), Instant.now());
        KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
        believed.load(null, null);
        believed.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(authority.trust().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpServerOptions tls = new HttpServerOptions().setSsl(true).setKeyCertOptions(authority.serve(made));
        return look(good, serve(tls, pages), Prosody.APP_SECRET, Prosody.PRESENCE_SECRET, null, context);
    }

    @Test
    void whetherAJibriIsThereJicofoIsAsked() throws Exception {
        assertThat(jibri("{\"jibri_detector\":{\"count\":2,\"available\":1}}"))
                .contains("ok 2 Jibri, 1 free to record");
        assertThat(jibri("{\"jibri_detector\":{\"count\":0,\"available\":0}}"))
                .contains("lack no Jibri is signed in: nothing can be recorded");
        assertThat(jibri("{}")).contains("lack no Jibri is signed in: nothing can be recorded");
        assertThat(jibri("no JSON")).anyMatch(line -> line.startsWith("lack jicofo cannot be asked about Jibri"));
        assertThat(jibri(null)).contains("lack jicofo answers 404: set JICOFO_ENABLE_REST=1");
        assertThat(look(good, Prosody.APP_SECRET, Prosody.PRESENCE_SECRET))
                .anyMatch(line -> line.startsWith("note whether a Jibri is there was not asked"));
    }

    private static List<String> jibri(@Nullable String stats) throws Exception {
        Map<String, String> pages = stats == null ? Map.of() : Map.of("/stats", stats);
        return look(
                good,
                "http://127.0.0.1:" + good.port,
                Prosody.APP_SECRET,
                Prosody.PRESENCE_SECRET,
                serve(new HttpServerOptions(), pages),
                SSLContext.getDefault());
    }
}
