package vn.diemcau.recordings;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * All settings, read once from a file and the environment (which wins); every fault is told at once. The token never is an argument.
 *
 * @param server where the platform answers
 * @param token of this agent
 * @param directory Jibri's recordings, a directory for each; null when only named on the command line
 * @param settle how long a file must not have changed
 * @param orphan how long to wait for a metadata.json that never comes because Jibri was killed
 * @param interval between sweeps
 * @param keep how long a recording stays here after the server confirmed it
 * @param ffmpeg its command, or empty for none
 * @param patience how long {@code once} tries without any progress
 */
record Settings(
        URI server,
        String token,
        @Nullable Path directory,
        Duration settle,
        Duration orphan,
        Duration interval,
        Duration keep,
        String ffmpeg,
        Duration patience) {
    static final String FILE_VARIABLE = "DIEMCAU_RECORDINGS_CONFIG";
    private static final String USUAL_FILE = "/etc/diemcau/recordings.conf";
    private static final Map<String, String> VARIABLES = Map.of(
            "server", "DIEMCAU_SERVER",
            "token", "DIEMCAU_RECORDER_TOKEN",
            "token-file", "DIEMCAU_RECORDER_TOKEN_FILE",
            "directory", "DIEMCAU_RECORDINGS_DIRECTORY",
            "settle-seconds", "DIEMCAU_SETTLE_SECONDS",
            "orphan-seconds", "DIEMCAU_ORPHAN_SECONDS",
            "interval-seconds", "DIEMCAU_INTERVAL_SECONDS",
            "keep-hours", "DIEMCAU_KEEP_HOURS",
            "ffmpeg", "DIEMCAU_FFMPEG",
            "patience-seconds", "DIEMCAU_PATIENCE_SECONDS");

    /** Settings that cannot work; each fault on its own line. */
    static final class Faulty extends Exception {
        Faulty(List<String> faults) {
            super(String.join("\n", faults));
        }
    }

    static Settings read(Map<String, String> environment) throws Faulty {
        List<String> faults = new ArrayList<>();
        Properties file = file(environment, faults);
        for (Object key : file.keySet()) {
            if (!VARIABLES.containsKey(key.toString())) faults.add("unknown setting " + key);
        }
        Values values = new Values(file, environment, faults);
        URI server = server(values.text("server", ""), faults);
        String token = token(values, faults);
        String directory = values.text("directory", "");
        Settings settings = new Settings(
                server,
                token,
                directory.isEmpty() ? null : Path.of(directory),
                values.seconds("settle-seconds", 30),
                values.seconds("orphan-seconds", 3600),
                values.seconds("interval-seconds", 60),
                values.seconds("keep-hours", 168).multipliedBy(3600),
                values.text("ffmpeg", "ffmpeg"),
                values.seconds("patience-seconds", 600));
        if (!faults.isEmpty()) throw new Faulty(faults);
        return settings;
    }

    private static Properties file(Map<String, String> environment, List<String> faults) {
        Properties properties = new Properties();
        String named = environment.get(FILE_VARIABLE);
        Path path = Path.of(named == null ? USUAL_FILE : named);
        if (named == null && !Files.exists(path)) return properties;
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException failure) {
            faults.add(path + " cannot be read: " + failure.getMessage());
        }
        return properties;
    }

    private static URI server(String text, List<String> faults) {
        if (text.startsWith("https://") || text.startsWith("http://localhost") || text.startsWith("http://127.0.0.1")) {
            try {
                return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            } catch (IllegalArgumentException notAnAddress) {
                // told below with the same sentence
            }
        }
        faults.add("server must be an address such as https://diemcau.example.vn, not \"" + text + "\"");
        return URI.create("https://invalid");
    }

    private static String token(Values values, List<String> faults) {
        String file = values.text("token-file", "");
        String token = values.text("token", "");
        if (token.isEmpty() && !file.isEmpty()) {
            try {
                token = Files.readString(Path.of(file)).strip();
            } catch (IOException failure) {
                faults.add("token-file cannot be read: " + failure.getMessage());
                return "";
            }
        }
        if (token.isEmpty()) faults.add("token or token-file is required: the platform's administrator makes one");
        return token;
    }

    private record Values(Properties file, Map<String, String> environment, List<String> faults) {
        String text(String key, String otherwise) {
            String variable = environment.get(VARIABLES.getOrDefault(key, ""));
            return (variable == null ? file.getProperty(key, otherwise) : variable).strip();
        }

        Duration seconds(String key, int otherwise) {
            String text = text(key, Integer.toString(otherwise));
            if (text.matches("\\d{1,8}")) return Duration.ofSeconds(Integer.parseInt(text));
            faults.add(key + " must be a whole number, not \"" + text + "\"");
            return Duration.ZERO;
        }
    }
}
