package vn.diemcau;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.diemcau.identity.Safeguards;

/** Reads how strictly signing in is kept: {@code DIEMCAU_SECOND_FACTOR} and {@code DIEMCAU_IDLE_MINUTES}. */
final class SafeguardsConfig {
    private static final String IDLE = "5,15,720";

    private SafeguardsConfig() {}

    static Safeguards read(Map<String, String> environment, List<String> faults) {
        String factor = environment.getOrDefault("DIEMCAU_SECOND_FACTOR", "required");
        if (!factor.equals("required") && !factor.equals("optional"))
            faults.add("DIEMCAU_SECOND_FACTOR must be required or optional, not " + factor);
        String idle = environment.getOrDefault("DIEMCAU_IDLE_MINUTES", IDLE);
        if (!idle.matches("\\d{1,5},\\d{1,5},\\d{1,5}")) {
            faults.add("DIEMCAU_IDLE_MINUTES must be three numbers of minutes such as " + IDLE
                    + " (administrators, trainers and secretaries, people on their phones; 0 for never), not " + idle);
            return Safeguards.NONE;
        }
        String[] minutes = idle.split(",");
        return new Safeguards(factor.equals("required"), minutes(minutes[0]), minutes(minutes[1]), minutes(minutes[2]));
    }

    private static Duration minutes(String text) {
        return Duration.ofMinutes(Integer.parseInt(text));
    }
}
