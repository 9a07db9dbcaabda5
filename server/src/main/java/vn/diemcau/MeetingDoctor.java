package vn.diemcau;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import vn.diemcau.meeting.MeetingServer;

/** Looks at a live Jitsi from outside, as {@code ./diemcau doctor --meeting} does: a line each with what to do. */
public final class MeetingDoctor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RENEW = Duration.ofDays(14);
    private static final Duration SAME_CLOCK = Duration.ofSeconds(2);
    private static final int TRIES = 5;

    /** What was found: good, to be noted, or lacking. */
    record Finding(String mark, String text) {
        static Finding ok(String text) {
            return new Finding("ok", text);
        }

        static Finding note(String text) {
            return new Finding("note", text);
        }

        static Finding lack(String text) {
            return new Finding("lack", text);
        }
    }

    private final MeetingServer server;
    private final String domain;
    private final String muc;
    private final @Nullable String jicofo;
    private final SSLContext trust;
    private final HttpClient client;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Looks at nothing yet.
     *
     * @param domain the XMPP domain that people connect to
     * @param muc the component of its rooms
     * @param jicofo where jicofo tells about itself, for example http://jicofo:8888, or null when it cannot be asked
     * @param trust whose certificates are believed
     */
    MeetingDoctor(MeetingServer server, String domain, String muc, @Nullable String jicofo, SSLContext trust) {
        this.server = server;
        this.domain = domain;
        this.muc = muc;
        this.jicofo = jicofo;
        this.trust = trust;
        client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(trust)
                .build();
    }

    /** Takes the configuration from the environment; {@code --domain} and {@code --muc} where Jitsi's own names differ from its address; {@code --jicofo} to count the Jibris. */
    public static void main(String[] arguments) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            MeetingServer server = Config.read(List.of(), System.getenv()).meeting();
            if (server == null) {
                console.println("lack  JITSI_URL is not set: there is no meeting server to look at");
                System.exit(1);
                return;
            }
            String domain = URI.create(server.url()).getHost();
            @Nullable String muc = null;
            @Nullable String jicofo = null;
            for (int i = 0; i + 1 < arguments.length; i++) {
                if (arguments[i].equals("--domain")) domain = arguments[i + 1];
                if (arguments[i].equals("--muc")) muc = arguments[i + 1];
                if (arguments[i].equals("--jicofo")) jicofo = arguments[i + 1];
            }
            String rooms = muc == null ? "conference." + domain : muc;
            List<Finding> findings = new MeetingDoctor(server, domain, rooms, jicofo, SSLContext.getDefault()).look();
            findings.forEach(one -> console.printf("%-6s%s%n", one.mark(), one.text()));
            System.exit(findings.stream().anyMatch(one -> one.mark().equals("lack")) ? 1 : 0);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (Config.Faulty faulty) {
            String.valueOf(faulty.getMessage()).lines().forEach(line -> console.println("lack  " + line));
            System.exit(1);
        }
    }

    List<Finding> look() {
        certificate();
        front();
        for (MeetingServer.Prosody prosody : server.prosodies()) module(prosody);
        if (server.prosodies().isEmpty()) {
            findings.add(Finding.lack("no JITSI_PRESENCE: who was in meetings is not read from Prosody"));
        }
        recorders();
        new AdmissionDoctor(server, domain, muc, findings).look();
        return findings;
    }

    private void certificate() {
        if (!server.url().startsWith("https:")) {
            findings.add(Finding.lack(server.url() + " is not https: browsers give no camera or microphone"));
            return;
        }
        try {
            HttpsURLConnection connection =
                    (HttpsURLConnection) URI.create(server.url()).toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setSSLSocketFactory(trust.getSocketFactory());
            connection.connect();
            Instant until = ((X509Certificate) connection.getServerCertificates()[0])
                    .getNotAfter()
                    .toInstant();
            connection.disconnect();
            boolean soon = until.isBefore(Instant.now().plus(RENEW));
            findings.add(
                    soon
                            ? Finding.lack("the certificate ends " + until + ": renew it")
                            : Finding.ok("certificate good until " + until));
        } catch (IOException failure) {
            findings.add(Finding.lack("no TLS to " + server.url() + ": " + failure.getMessage()));
        }
    }

    private void front() {
        try {
            HttpResponse<String> script = get(server.url() + "/external_api.js", null);
            findings.add(
                    script.statusCode() == 200 && script.body().contains("JitsiMeetExternalAPI")
                            ? Finding.ok("external_api.js is served")
                            : Finding.lack(server.url() + "/external_api.js answers " + script.statusCode()));
            HttpResponse<String> config = get(server.url() + "/config.js", null);
            boolean records = config.body().replaceAll("\\s", "").contains("recordingService.enabled=true");
            findings.add(
                    records
                            ? Finding.ok("recording is switched on")
                            : Finding.note(
                                    "recording is not switched on in config.js: without Jibri nothing is recorded"));
        } catch (IOException failure) {
            findings.add(Finding.lack("the web front does not answer: " + failure.getMessage()));
        }
    }

    /** What the web front says of recording is a switch; whether a Jibri is there jicofo alone knows. */
    private void recorders() {
        if (jicofo == null) {
            findings.add(Finding.note("whether a Jibri is there was not asked: give --jicofo http://jicofo:8888"));
            return;
        }
        try {
            HttpResponse<String> answer = get(jicofo + "/stats", null);
            if (answer.statusCode() != 200) {
                findings.add(Finding.lack("jicofo answers " + answer.statusCode() + ": set JICOFO_ENABLE_REST=1"));
                return;
            }
            JsonObject seen = new JsonObject(answer.body()).getJsonObject("jibri_detector", new JsonObject());
            int count = seen.getInteger("count", 0);
            String said = count + " Jibri, " + seen.getInteger("available", 0) + " free to record";
            findings.add(count > 0 ? Finding.ok(said) : Finding.lack("no Jibri is signed in: nothing can be recorded"));
        } catch (IOException | DecodeException failure) {
            findings.add(Finding.lack("jicofo cannot be asked about Jibri: " + failure.getMessage()));
        }
    }

    private void module(MeetingServer.Prosody prosody) {
        String name = "presence module of " + prosody.name();
        try {
            HttpResponse<String> answer;
            long asked;
            long answered;
            int tries = 0;
            do {
                // what took long tells little about clocks
                asked = System.currentTimeMillis();
                answer = get(prosody.url() + "?after=0&limit=1", server.presenceSecret());
                answered = System.currentTimeMillis();
            } while (answered - asked > SAME_CLOCK.toMillis() && ++tries < TRIES);
            if (answer.statusCode() == 401) {
                findings.add(Finding.lack(name + ": the secret is not the one in Prosody's configuration"));
                return;
            }
            if (answer.statusCode() != 200) {
                findings.add(Finding.lack(name + ": answers " + answer.statusCode() + "; is it enabled?"));
                return;
            }
            JsonObject page = new JsonObject(answer.body());
            findings.add(Finding.ok(name + " answers"));
            findings.add(
                    page.getBoolean("durable", false)
                            ? Finding.ok(name + " syncs its journal to disk")
                            : Finding.lack(name + ": lua-luv is missing, a power cut may lose what was not on disk"));
            if (page.getString("fault") != null) {
                findings.add(Finding.lack(name + ": its disk takes nothing: " + page.getString("fault")));
            }
            long offset = page.getLong("now") - (asked + answered) / 2;
            findings.add(
                    Math.abs(offset) > SAME_CLOCK.toMillis()
                            ? Finding.lack(name + ": clocks differ by " + offset + " ms: switch NTP on")
                            : Finding.ok(name + ": clocks differ by " + offset + " ms"));
            int seen = 2 * page.getInteger("readTimeout", 0) + page.getInteger("hibernation", 0);
            findings.add(
                    seen > 180
                            ? Finding.note(name + ": an unplugged device is seen to leave after " + seen
                                    + " s only: set read_timeout 30 and hibernation 60")
                            : Finding.ok(name + ": an unplugged device is seen to leave after " + seen + " s"));
        } catch (IOException failure) {
            findings.add(Finding.lack(name + " cannot be reached: " + failure.getMessage()));
        }
    }

    private HttpResponse<String> get(String url, @Nullable String secret) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
        if (secret != null) request.header("Authorization", "Bearer " + secret);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
