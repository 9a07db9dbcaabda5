package vn.diemcau;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diemcau.meeting.MeetingServer;
import vn.diemcau.meeting.SigningKey;

/** The part of the configuration that is about Jitsi; every bad key is reported. */
final class MeetingConfig {
    static final String URL = "JITSI_URL";
    static final String APP_ID = "JITSI_APP_ID";
    static final String APP_SECRET = "JITSI_APP_SECRET";
    static final String PRIVATE_KEY = "JITSI_PRIVATE_KEY";
    static final String KEY_ID = "JITSI_KEY_ID";
    static final String PRESENCE = "JITSI_PRESENCE";
    static final String PRESENCE_SECRET = "JITSI_PRESENCE_SECRET";
    static final String OBSERVE = "JITSI_OBSERVE";
    static final String OBSERVE_PASSWORD = "JITSI_OBSERVE_PASSWORD";
    static final String OBSERVE_CONFERENCE = "JITSI_OBSERVE_CONFERENCE";
    static final String OBSERVE_BOUND = "JITSI_OBSERVE_BOUND";
    private static final Pattern ACCOUNT = Pattern.compile(
            "(?<name>[a-z0-9-]{1,30})=(?<user>[^@\\s]+)@(?<domain>[^@:/\\s]+)(/(?<host>[^:/\\s]+)(:(?<port>\\d{1,5}))?)?");
    private static final int XMPP_PORT = 5222;
    private static final int SHORTEST_SECRET = 32;

    private MeetingConfig() {}

    /** The meeting server, or null when there is none or it cannot work; then the faults say why. */
    static @Nullable MeetingServer read(Map<String, String> environment, List<String> faults) {
        String url = environment.get(URL);
        if (url == null) return null;
        String appId = environment.getOrDefault(APP_ID, "");
        if (!web(url)) faults.add(URL + " must start with https://");
        if (appId.isEmpty()) faults.add(APP_ID + " is required with " + URL);
        SigningKey key = key(environment, faults);
        List<MeetingServer.Prosody> prosodies = prosodies(environment.getOrDefault(PRESENCE, ""), faults);
        String secret = environment.get(PRESENCE_SECRET);
        if (!prosodies.isEmpty() && (secret == null || secret.length() < SHORTEST_SECRET)) {
            faults.add(PRESENCE_SECRET + " is required with " + PRESENCE + ", at least 32 characters");
        }
        MeetingServer.Observed observed = observed(environment, prosodies, faults);
        return key == null ? null : new MeetingServer(url, appId, key, prosodies, secret, observed);
    }

    /** The account that looks into the rooms of a Jitsi without our module: {@code name=user@domain[/host[:port]]}. */
    private static MeetingServer.@Nullable Observed observed(
            Map<String, String> environment, List<MeetingServer.Prosody> prosodies, List<String> faults) {
        String account = environment.get(OBSERVE);
        if (account == null) return null;
        String password = environment.getOrDefault(OBSERVE_PASSWORD, "");
        String conference = environment.getOrDefault(OBSERVE_CONFERENCE, "");
        String bound = environment.getOrDefault(OBSERVE_BOUND, "60");
        Matcher parts = ACCOUNT.matcher(account);
        int before = faults.size();
        if (!parts.matches()) faults.add(OBSERVE + " must be name=user@domain/host:port, not " + account);
        else if (prosodies.stream().anyMatch(one -> one.name().equals(parts.group("name")))) {
            faults.add(OBSERVE + " needs a name that " + PRESENCE + " does not use");
        }
        if (password.isEmpty()) faults.add(OBSERVE_PASSWORD + " is required with " + OBSERVE);
        if (conference.isEmpty()) {
            faults.add(OBSERVE_CONFERENCE + " is required with " + OBSERVE + ", for example conference.hop.example.vn");
        }
        if (!bound.matches("\\d{1,4}")) faults.add(OBSERVE_BOUND + " must be seconds, not " + bound);
        if (faults.size() > before) return null;
        String domain = parts.group("domain");
        return new MeetingServer.Observed(
                parts.group("name"),
                parts.group("host") == null ? domain : parts.group("host"),
                parts.group("port") == null ? XMPP_PORT : Integer.parseInt(parts.group("port")),
                domain,
                parts.group("user"),
                password,
                conference,
                Integer.parseInt(bound));
    }

    private static boolean web(String url) {
        return url.startsWith("https://") || url.startsWith("http://localhost") || url.startsWith("http://127.0.0.1");
    }

    private static @Nullable SigningKey key(Map<String, String> environment, List<String> faults) {
        String file = environment.get(PRIVATE_KEY);
        if (file == null) {
            String secret = environment.getOrDefault(APP_SECRET, "");
            if (secret.length() >= SHORTEST_SECRET) return SigningKey.shared(secret);
            faults.add(APP_SECRET + " (at least 32 characters) or " + PRIVATE_KEY + " is required with " + URL);
            return null;
        }
        try {
            return SigningKey.rsa(Files.readString(Path.of(file)), environment.get(KEY_ID));
        } catch (IOException | IllegalArgumentException unusable) {
            faults.add(PRIVATE_KEY + " must be the file of a private key of RSA (PKCS #8, PEM), not " + file);
            return null;
        }
    }

    /** {@code name=url} for each Prosody, with spaces between. */
    private static List<MeetingServer.Prosody> prosodies(String text, List<String> faults) {
        List<MeetingServer.Prosody> prosodies = new ArrayList<>();
        for (String one : text.strip().split("\\s+", -1)) {
            if (one.isEmpty()) continue;
            int equals = one.indexOf('=');
            if (equals < 1
                    || !one.substring(0, equals).matches("[a-z0-9-]{1,30}")
                    || !one.startsWith("http", equals + 1)) {
                faults.add(PRESENCE + " must be name=http://… of each Prosody, not " + one);
            } else {
                prosodies.add(new MeetingServer.Prosody(one.substring(0, equals), one.substring(equals + 1)));
            }
        }
        return prosodies;
    }
}
