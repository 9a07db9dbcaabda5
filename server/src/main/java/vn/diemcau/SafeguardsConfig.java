package vn.diemcau;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.diemcau.identity.Safeguards;
import vn.diemcau.mongo.Holding;
import vn.diemcau.privacy.Privacy;

/** Reads how strictly signing in is kept: {@code DIEMCAU_SECOND_FACTOR}, {@code DIEMCAU_IDLE_MINUTES}, {@code DIEMCAU_UNUSED_DAYS}, {@code DIEMCAU_CALLS}. */
final class SafeguardsConfig {
    private static final String IDLE = "5,15,720";
    /** Far above what people do: behind an address stands a hall, or all offices of a province. */
    private static final String CALLS = "3000,60000";

    private static final String UNUSED = "45";

    private SafeguardsConfig() {}

    static Safeguards read(Map<String, String> environment, List<String> faults) {
        String factor = environment.getOrDefault("DIEMCAU_SECOND_FACTOR", "required");
        if (!factor.equals("required") && !factor.equals("optional"))
            faults.add("DIEMCAU_SECOND_FACTOR must be required or optional, not " + factor);
        String idle = environment.getOrDefault("DIEMCAU_IDLE_MINUTES", IDLE);
        String unused = environment.getOrDefault("DIEMCAU_UNUSED_DAYS", UNUSED);
        if (!unused.matches("\\d{1,4}")) {
            faults.add(
                    "DIEMCAU_UNUSED_DAYS must be a number of days such as " + UNUSED + " (0 for never), not " + unused);
            unused = UNUSED;
        }
        if (!idle.matches("\\d{1,5},\\d{1,5},\\d{1,5}")) {
            faults.add("DIEMCAU_IDLE_MINUTES must be three numbers of minutes such as " + IDLE
                    + " (administrators, trainers and secretaries, people on their phones; 0 for never), not " + idle);
            return Safeguards.NONE;
        }
        String calls = environment.getOrDefault("DIEMCAU_CALLS", CALLS);
        if (!calls.matches("\\d{1,7},\\d{1,7}")) {
            faults.add("DIEMCAU_CALLS must be two numbers of calls a minute such as " + CALLS
                    + " (an account, an address from which nobody is signed in; 0 for any number), not " + calls);
            return Safeguards.NONE;
        }
        String[] minutes = idle.split(",");
        String[] most = calls.split(",");
        return new Safeguards(
                factor.equals("required"),
                minutes(minutes[0]),
                minutes(minutes[1]),
                minutes(minutes[2]),
                Integer.parseInt(unused),
                Integer.parseInt(most[0]),
                Integer.parseInt(most[1]));
    }

    /** {@code DIEMCAU_PROXIES}: addresses, with commas between. */
    static Set<String> proxies(Map<String, String> environment, List<String> faults) {
        Set<String> proxies = new TreeSet<>();
        for (String part : environment.getOrDefault("DIEMCAU_PROXIES", "").split(",")) {
            String address = part.strip();
            if (address.isEmpty()) continue;
            if (address.matches("[0-9a-fA-F.:]{2,45}")) proxies.add(address);
            else faults.add("DIEMCAU_PROXIES must be addresses such as 127.0.0.1,10.0.0.2, not " + address);
        }
        return proxies;
    }

    /** {@code DIEMCAU_KEEP}: kinds and days such as {@code occupancies=180,reads=366}; 0 keeps for ever. */
    static Map<String, Integer> keep(Map<String, String> environment, List<String> faults) {
        Map<String, Integer> days = new TreeMap<>();
        String text = environment.getOrDefault("DIEMCAU_KEEP", "");
        if (text.isBlank()) return days;
        Set<String> aging = Stream.concat(Held.byFeatures().stream(), Privacy.holdings().stream())
                .filter(holding -> !holding.dated().isEmpty())
                .map(Holding::collection)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String part : text.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && aging.contains(pair[0]) && pair[1].matches("\\d{1,5}"))
                days.put(pair[0], Integer.parseInt(pair[1]));
            else
                faults.add("DIEMCAU_KEEP: " + part + " is not one of " + String.join(", ", aging)
                        + " with a number of days, such as occupancies=180");
        }
        return days;
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
