package vn.diemcau.bench;

import java.util.Map;
import java.util.TreeMap;

/** The settings of a server that is measured: nobody is there to show a second factor or to unlock a page. */
final class BenchSettings {
    private static final Map<String, String> UNATTENDED =
            Map.of("DIEMCAU_SECOND_FACTOR", "optional", "DIEMCAU_IDLE_MINUTES", "0,0,0", "DIEMCAU_CALLS", "0,0");

    private BenchSettings() {}

    static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(UNATTENDED);
        all.putAll(more);
        return all;
    }
}
