package vn.diemcau.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed at any moment under load, the server loses nothing it acknowledged, and within a minute every sum equals a recount. */
class AttendanceKillTest {
    private static final int ROUNDS = Integer.getInteger("diemcau.killRounds", 3);

    @Test
    void afterAKillUnderLoadNoAcknowledgedEvidenceIsLostAndAllSumsEqualARecount(@TempDir Path data) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            kill(data, "r" + round, acknowledged, 300 + 150 * round);
            try (Stage stage = new Stage(data, false)) {
                stage.hold("kill", KilledStage.PEOPLE).settled();
                Set<String> kept = new HashSet<>();
                Stage.await(stage.evidence.each("kill", each -> kept.add(each.id())));
                assertThat(kept).containsAll(acknowledged);
                assertThat(Stage.await(stage.feature.recount().handle("kill"))).isEmpty();
                assertThat(stage.counts("kill").required()).isEqualTo(2 * KilledStage.PEOPLE);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 300);
    }

    /** Lets it run until so many were acknowledged, then kills it as hard as can be. */
    private static void kill(Path data, String round, Set<String> acknowledged, int after) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStage.class.getName(),
                        data.toString(),
                        round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int count = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("ack ")) continue;
                acknowledged.add(line.substring(4));
                if (++count == after) process.toHandle().destroyForcibly();
            }
        }
        process.waitFor();
    }
}
