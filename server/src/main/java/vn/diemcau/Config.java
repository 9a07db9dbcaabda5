package vn.diemcau;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.demo.DemoSize;
import vn.diemcau.files.Place;
import vn.diemcau.identity.Safeguards;
import vn.diemcau.material.Limits;
import vn.diemcau.meeting.MeetingServer;
import vn.diemcau.oidc.ProviderSettings;

/**
 * All configuration, read once; every bad key is reported at once.
 *
 * @param port of the application, 0 for any free one
 * @param healthPort of health and metrics, on loopback; 0 for any free one
 * @param data the directory that holds everything this installation knows; a demonstration has one of its own
 * @param demo whether to bring demonstration data
 * @param demoSize how much demonstration data
 * @param lan whether to listen to the local network with a certificate of its own
 * @param mongo URI of a MongoDB, or null for the embedded store
 * @param webroot a directory to serve the client from instead of the jar, or null
 * @param publicUrl how people reach this installation, for links in documents, or null for http://localhost:port
 * @param meeting how to reach Jitsi, or null when there is none
 * @param limits how much of materials may be kept
 * @param recordings how recordings are kept
 * @param provider of sign-ins by OpenID Connect, or null
 * @param safeguards how strictly signing in is kept
 * @param proxies addresses of the proxies that are believed about who calls
 * @param keep for how many days kinds of records are kept, where the operator decided otherwise
 */
public record Config(
        int port,
        int healthPort,
        Path data,
        boolean demo,
        DemoSize demoSize,
        boolean lan,
        @Nullable String mongo,
        @Nullable Path webroot,
        @Nullable String publicUrl,
        @Nullable MeetingServer meeting,
        Limits limits,
        Recordings recordings,
        @Nullable ProviderSettings provider,
        Safeguards safeguards,
        Set<String> proxies,
        Map<String, Integer> keep) {
    private static final int MOST_MEGABYTES = 1_000_000;

    /**
     * How recordings are kept.
     *
     * @param place in the store or in a directory
     * @param directory where, when in a directory
     * @param limit the largest, in bytes
     * @param days how long each is kept after its session unless somebody says otherwise
     */
    public record Recordings(Place place, Path directory, long limit, int days) {}

    /** Configuration that cannot work; the message lists each fault on its own line. */
    public static final class Faulty extends Exception {
        Faulty(List<String> faults) {
            super(String.join("\n", faults));
        }
    }

    /** Reads flags first, then the environment, then defaults. */
    public static Config read(List<String> flags, Map<String, String> environment) throws Faulty {
        List<String> faults = new ArrayList<>();
        String port = environment.getOrDefault("DIEMCAU_PORT", "8088");
        String data = environment.get("DIEMCAU_DATA");
        boolean demo = false;
        boolean lan = false;
        for (int i = 0; i < flags.size(); i++) {
            String flag = flags.get(i);
            switch (flag) {
                case "--demo" -> demo = true;
                case "--lan" -> lan = true;
                case "--port", "--data" -> {
                    if (i + 1 >= flags.size()) faults.add(flag + " needs a value");
                    else if (flag.equals("--port")) port = flags.get(++i);
                    else data = flags.get(++i);
                }
                default -> faults.add("unknown flag " + flag + " (known: --demo --lan --port N --data DIR)");
            }
        }
        int portNumber = number("--port / DIEMCAU_PORT", port, faults);
        int healthPort = number(
                "DIEMCAU_HEALTH_PORT",
                environment.getOrDefault("DIEMCAU_HEALTH_PORT", portNumber == 0 ? "0" : String.valueOf(portNumber + 1)),
                faults);
        String mongo = environment.get("MONGODB_URI");
        if (mongo != null && !mongo.startsWith("mongodb://") && !mongo.startsWith("mongodb+srv://")) {
            faults.add("MONGODB_URI must start with mongodb:// or mongodb+srv://");
        }
        if (environment.get("DIEMCAU_CLUSTER") != null) {
            faults.add(
                    mongo == null
                            ? "DIEMCAU_CLUSTER needs MONGODB_URI: the embedded store is a single node and cannot be shared"
                            : "DIEMCAU_CLUSTER: this version runs as one node; leave it unset");
        }
        MeetingServer meeting = MeetingConfig.read(environment, faults);
        Limits limits = new Limits(
                megabytes("DIEMCAU_MATERIAL_MB", "2200", environment, faults),
                megabytes("DIEMCAU_PROGRAMME_MB", "20000", environment, faults));
        long recordingLimit = megabytes("DIEMCAU_RECORDING_MB", "20000", environment, faults);
        int recordingDays = days(environment.getOrDefault("DIEMCAU_RECORDING_DAYS", "365"), faults);
        ProviderSettings provider = ProviderConfig.read(environment, faults);
        Safeguards safeguards = SafeguardsConfig.read(environment, faults);
        Set<String> proxies = SafeguardsConfig.proxies(environment, faults);
        Map<String, Integer> keep = SafeguardsConfig.keep(environment, faults);
        String recordingsIn = environment.get("DIEMCAU_RECORDINGS");
        if (!faults.isEmpty()) throw new Faulty(faults);
        DemoSize demoSize = "small".equals(environment.get("DIEMCAU_DEMO_SIZE")) ? DemoSize.SMALL : DemoSize.FULL;
        if (data == null) data = demo ? "data-demo" : "data";
        Path webroot = Optional.ofNullable(environment.get("DIEMCAU_WEBROOT"))
                .map(Path::of)
                .orElse(null);
        return new Config(
                portNumber,
                healthPort,
                Path.of(data),
                demo,
                demoSize,
                lan,
                mongo,
                webroot,
                environment.get("DIEMCAU_PUBLIC_URL"),
                meeting,
                limits,
                new Recordings(
                        recordingsIn == null ? Place.GRID : Place.DIRECTORY,
                        recordingsIn == null ? Path.of(data).resolve("recordings") : Path.of(recordingsIn),
                        recordingLimit,
                        recordingDays),
                provider,
                demo ? Safeguards.NONE : safeguards,
                proxies,
                keep);
    }

    private static int days(String text, List<String> faults) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= 36_500) return number;
        } catch (NumberFormatException notANumber) {
            // reported below with the same sentence
        }
        faults.add("DIEMCAU_RECORDING_DAYS must be a number of days from 1 to 36500, not " + text);
        return 0;
    }

    private static long megabytes(String key, String otherwise, Map<String, String> environment, List<String> faults) {
        String text = environment.getOrDefault(key, otherwise);
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_MEGABYTES) return number * 1_000_000L;
        } catch (NumberFormatException notANumber) {
            // reported below with the same sentence
        }
        faults.add(key + " must be a number of megabytes from 1 to " + MOST_MEGABYTES + ", not " + text);
        return 0;
    }

    private static int number(String key, String text, List<String> faults) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= 65_535) return number;
        } catch (NumberFormatException notANumber) {
            // reported below with the same sentence
        }
        faults.add(key + " must be a port number, not " + text);
        return 0;
    }
}
