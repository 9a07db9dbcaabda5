package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path folder;

    private Doctor doctor(Map<String, String> environment, String... flags) throws Exception {
        return Doctor.of(List.of(flags), environment, NOW);
    }

    @Test
    void aPortInUseStandsInTheWayAndSaysHowToChooseAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Doctor doctor = doctor(
                    Map.of("DIEMCAU_HEALTH_PORT", "0"),
                    "--port",
                    String.valueOf(taken.getLocalPort()),
                    "--data",
                    folder.toString());
            assertThat(doctor.examine()).isFalse();
            assertThat(doctor.lines())
                    .contains("lack  port " + taken.getLocalPort() + " is in use: choose another with --port N");
        }
    }

    @Test
    void aRunningServerExplainsItsOwnPort() throws Exception {
        try (RunningPlatform running = RunningPlatform.start()) {
            Doctor doctor = doctor(
                    Map.of("DIEMCAU_HEALTH_PORT", "0"),
                    "--port",
                    String.valueOf(running.platform().port()),
                    "--data",
                    running.data().toString());
            assertThat(doctor.examine()).isTrue();
            assertThat(doctor.lines()).anyMatch(line -> line.contains("a server runs on this data directory"));
            assertThat(doctor.lines()).noneMatch(line -> line.startsWith("lack"));
        }
    }

    @Test
    void aDirectoryBelowAFileCannotHoldData() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Doctor doctor =
                doctor(Map.of(), "--port", "0", "--data", file.resolve("data").toString());
        assertThat(doctor.examine()).isFalse();
        assertThat(doctor.lines().get(0)).contains("cannot be written to", "--data DIR");
    }

    @Test
    void anOldBackupAsksForANewOne() throws Exception {
        Files.createFile(folder.resolve("store.db"));
        Doctor never = doctor(Map.of(), "--port", "0", "--data", folder.toString());
        assertThat(never.examine()).isTrue();
        assertThat(never.lines()).contains("note  no backup was ever made here: ./diemcau backup FILE");
        Path last = Files.writeString(folder.resolve(StoreCommands.LAST_BACKUP), "/backup/one.db");
        Files.setLastModifiedTime(last, FileTime.from(NOW.minus(Duration.ofDays(9))));
        Doctor old = doctor(Map.of(), "--port", "0", "--data", folder.toString());
        assertThat(old.examine()).isTrue();
        assertThat(old.lines())
                .contains("note  last backup 9 days ago, /backup/one.db: make a new one, ./diemcau backup FILE");
    }

    @Test
    void aMongoThatDoesNotAnswerIsNamedWithoutItsPassword() throws Exception {
        Doctor doctor = doctor(
                Map.of("MONGODB_URI", "mongodb://somebody:secret@127.0.0.1:1/?serverSelectionTimeoutMS=300"),
                "--port",
                "0",
                "--data",
                folder.toString());
        assertThat(doctor.examine()).isFalse();
        assertThat(String.join("\n", doctor.lines()))
                .contains("MONGODB_URI does not answer")
                .doesNotContain("secret");
    }
}
