package vn.diemcau.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of programs that tests start beside themselves. */
final class Processes {

    private Processes() {}

    /** A store in a process of its own; it prints its connection string and ends with its standard input. */
    static List<String> store(Path data, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "vn.diemcau.bench.StoreChild", data.toString()));
        return command;
    }
}
