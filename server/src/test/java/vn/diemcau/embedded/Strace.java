package vn.diemcau.embedded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Programs whose system calls are watched, or made to fail. */
final class Strace {

    private Strace() {}

    /** A command under strace; skips the test, loudly, where that is missing or not allowed. */
    static List<String> command(List<String> options, List<String> program) throws Exception {
        boolean possible;
        try {
            possible = new ProcessBuilder("strace", "-e", "trace=write", "true")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            possible = false;
        }
        if (!possible) {
            System.out.println("SKIPPED: what only system calls can prove; install strace and allow ptrace");
        }
        assumeTrue(possible, "strace is missing or not allowed");
        List<String> command = new ArrayList<>(List.of("strace", "-f"));
        command.addAll(options);
        command.addAll(program);
        return command;
    }
}
