package vn.diemcau;

import io.jsonwebtoken.Jwts;
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
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;
import vn.diemcau.bench.Participant;
import vn.diemcau.meeting.MeetingServer;

/** Looks at a live Jitsi from outside, as {@code ./diemcau doctor --meeting} does: a line each with what to do. */
public final class MeetingDoctor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RENEW = Duration.ofDays(14);
    private static final Duration SAME_CLOCK = Duration.ofSeconds(2);
    private static final String ROOM = "diemcau-doctor";

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
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Looks at nothing yet.
     *
     * @param domain the XMPP domain that people connect to
     * @param muc the component of its rooms
     */
    MeetingDoctor(MeetingServer server, String domain, String muc) {
        this.server = server;
        this.domain = domain;
        this.muc = muc;
    }

    /** Takes the configuration from the environment; {@code --domain} and {@code --muc} where Jitsi's own names differ from its address. */
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
            for (int i = 0; i + 1 < arguments.length; i++) {
                if (arguments[i].equals("--domain")) domain = arguments[i + 1];
                if (arguments[i].equals("--muc")) muc = arguments[i + 1];
            }
            List<Finding> findings =
                    new MeetingDoctor(server, domain, muc == null ? "conference." + domain : muc).look();
            findings.forEach(one -> console.printf("%-6s%s%n", one.mark(), one.text()));
            System.exit(findings.stream().anyMatch(one -> one.mark().equals("lack")) ? 1 : 0);
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
        tokens();
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
                            ? Finding.ok("recording is switched on (Jibri itself is seen only when one records)")
                            : Finding.note(
                                    "recording is not switched on in config.js: without Jibri nothing is recorded"));
        } catch (IOException failure) {
            findings.add(Finding.lack("the web front does not answer: " + failure.getMessage()));
        }
    }

    private void module(MeetingServer.Prosody prosody) {
        String name = "presence module of " + prosody.name();
        try {
            long asked = System.currentTimeMillis();
            HttpResponse<String> answer = get(prosody.url() + "?after=0&limit=1", server.presenceSecret());
            long answered = System.currentTimeMillis();
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

    private void tokens() {
        String websocket = server.url().replaceFirst("^http", "ws") + "/xmpp-websocket?room=" + ROOM + "&token=";
        try (Participant good = Participant.connect(URI.create(websocket + token(false)), domain)) {
            findings.add(Finding.ok("a token of ours is accepted"));
            room(good, false);
        } catch (Participant.Refused refused) {
            findings.add(Finding.lack("a token of ours is refused: compare JITSI_APP_ID and the key with Prosody's"));
        } catch (RuntimeException failure) {
            findings.add(Finding.lack("no websocket to " + server.url() + ": " + failure.getMessage()));
            return;
        }
        try (Participant moderator = Participant.connect(URI.create(websocket + token(true)), domain)) {
            room(moderator, true);
        } catch (RuntimeException told) {
            // said above
        }
        stranger(URI.create(websocket + "forged"));
    }

    private void stranger(URI address) {
        try {
            Participant.connect(address, domain).close();
            findings.add(Finding.lack(
                    "whoever has no token is let in: set token authentication, allow_empty_token = false"));
        } catch (Participant.Refused refused) {
            findings.add(Finding.ok("without a token nobody is let in"));
        } catch (RuntimeException failure) {
            findings.add(Finding.note(
                    "it is not known whether somebody without a token is let in: " + failure.getMessage()));
        }
    }

    /** Comes into a room of its own and looks at its own presence. */
    private void room(Participant one, boolean moderator) {
        String room = ROOM + "@" + muc;
        one.say("<iq xmlns='jabber:client' type='set' id='f' to='focus." + domain
                + "'><conference xmlns='http://jitsi.org/protocol/focus' room='" + room
                + "' machine-uid='diemcau-doctor'/></iq>");
        try {
            one.await("id='f'", "id=\"f\"");
        } catch (Participant.Refused noFocus) {
            // then the room must stand without it
        }
        try {
            String presence = one.enter(room, "doctor" + moderator);
            boolean named = presence.contains("<identity");
            if (!moderator) {
                findings.add(
                        named
                                ? Finding.ok("identity module: presence carries who the token names")
                                : Finding.note(
                                        "presence_identity is off: the weaker reading without our module would see no names"));
            }
            boolean owner = presence.contains("role='moderator'") || presence.contains("role=\"moderator\"");
            if (moderator && !owner)
                findings.add(Finding.lack("a moderator's token makes no moderator: enable token_affiliation"));
            else if (!moderator && owner)
                findings.add(
                        Finding.lack("everybody becomes a moderator: set ENABLE_AUTO_OWNER=0, JICOFO_ENABLE_AUTH=0"));
            else
                findings.add(
                        Finding.ok(moderator ? "a moderator's token makes a moderator" : "others are no moderators"));
        } catch (RuntimeException failure) {
            findings.add(Finding.lack("a room could not be entered: " + failure.getMessage()));
        }
    }

    private String token(boolean moderator) {
        return Jwts.builder()
                .header()
                .type("JWT")
                .and()
                .issuer(server.appId())
                .claim("aud", server.appId())
                .subject("*")
                .claim("room", ROOM)
                .expiration(Date.from(Instant.now().plusSeconds(120)))
                .claim(
                        "context",
                        Map.of("user", Map.of("id", "office-doctor", "name", "Kiểm tra", "moderator", moderator)))
                .signWith(server.key().key())
                .compact();
    }
}
