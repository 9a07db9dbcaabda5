package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher says in one line what is missing, and exits with a failure. */
class LauncherTest {
    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "sh", "dirname", "sed", "head", "cksum", "tr", "find", "grep", "cat", "rm", "mkdir", "touch", "tee", "mv",
            "df", "awk", "id");

    @TempDir
    Path folder;

    private Path tools;

    @BeforeEach
    void aMachineWithNothingButTheShellsOwnTools() throws IOException {
        tools = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) through(tool, where(tool));
    }

    private static Path where(String tool) {
        for (String each : System.getenv("PATH").split(":")) {
            Path path = Path.of(each, tool);
            if (Files.isExecutable(path)) return path;
        }
        throw new IllegalStateException("no " + tool + " on the PATH");
    }

    private void tool(String name, String script) throws IOException {
        Path path = tools.resolve(name);
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void through(String name, Path program) throws IOException {
        tool(name, "exec " + program + " \"$@\"");
    }

    private void java() throws IOException {
        through("java", Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private record Said(int code, String text) {}

    private Said launch(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("diemcau").toString()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly();
        assertThat(ended).as("it ends by itself").isTrue();
        return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }

    /** Starts the classes under test, as the launcher would start the built program. */
    private Said start(String... arguments) throws Exception {
        java();
        List<String> all = new ArrayList<>(List.of("start"));
        all.addAll(List.of(arguments));
        return launch(
                Map.of("DIEMCAU_CLASSPATH", System.getProperty("java.class.path"), "DIEMCAU_HEALTH_PORT", "0"),
                all.toArray(String[]::new));
    }

    private static void oneLine(Said said, String... words) {
        assertThat(said.code()).isNotZero();
        List<String> told =
                said.text().lines().filter(line -> line.startsWith("diemcau: ")).toList();
        assertThat(told).as(said.text()).hasSize(1);
        assertThat(told.get(0)).contains(words);
        assertThat(said.text()).doesNotContain("\tat ");
    }

    @Test
    void withoutJavaItNamesTheJdkToInstall() throws Exception {
        oneLine(launch(Map.of(), "start"), "no Java here", "JDK 17");
    }

    @Test
    void anOldJavaIsNamedAsTooOld() throws Exception {
        tool("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        oneLine(launch(Map.of(), "start"), "Java 11 is too old", "17");
    }

    @Test
    void withoutNodeTheBuildToolsAreAskedFor() throws Exception {
        java();
        tool("mvn", "exit 0");
        oneLine(launch(Map.of(), "test"), "no Node.js here", "20.19");
    }

    @Test
    void anOldNodeIsNamedAsTooOld() throws Exception {
        java();
        tool("mvn", "exit 0");
        tool("node", "case $1 in -v) echo v18.19.0;; *) exit 1;; esac");
        oneLine(launch(Map.of(), "test"), "Node.js v18.19.0 is too old", "20.19");
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Path data = folder.resolve("data");
            oneLine(start("--port", port, "--data", data.toString()), "port " + port + " is in use", "--port N");
        }
    }

    @Test
    void aDataDirectoryInUseIsNamed() throws Exception {
        try (RunningPlatform running = RunningPlatform.start()) {
            oneLine(
                    start("--port", "0", "--data", running.data().toString()),
                    running.data().toString(),
                    "in use by another process");
        }
    }

    @Test
    void aDataDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Path data = file.resolve("data");
        oneLine(start("--port", "0", "--data", data.toString()), data.toString(), "cannot be created");
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheKnownOnes() throws Exception {
        Said said = launch(Map.of(), "stat");
        oneLine(said, "unknown command stat");
        assertThat(said.text()).contains("./diemcau start", "./diemcau doctor");
    }

    @Test
    void aFileOfClosingsIsProvedAndAChangedOneIsNotWithoutAnyServer() throws Exception {
        java();
        Path file = folder.resolve("closings.jsonl");
        Files.writeString(file, "{\"format\":\"diemcau-closings-1\"}\n");
        Map<String, String> classes = Map.of("DIEMCAU_CLASSPATH", System.getProperty("java.class.path"));
        Said intact = launch(classes, "verify-closing", file.toString());
        assertThat(intact.text()).contains("closings 0").contains("intact");
        assertThat(intact.code()).isZero();
        Files.writeString(file, "{\"format\":\"something-else\"}\n");
        Said broken = launch(classes, "verify-closing", file.toString());
        assertThat(broken.text()).contains("broken: line 1: not a file of closings");
        assertThat(broken.code()).isNotZero();
    }
}
