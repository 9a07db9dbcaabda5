package vn.diemcau;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import vn.diemcau.bench.FreePort;

/** The real server in a process of its own, always on the same port over the same directory, to be killed at any moment. */
public final class ServerProcess implements AutoCloseable {
    private final Path data;
    private final Map<String, String> environment;
    private final int port;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Process process;

    public ServerProcess(Path data, Map<String, String> environment) throws IOException {
        this.data = data;
        this.environment = environment;
        port = FreePort.take();
        begin();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public List<String> told() {
        return List.copyOf(told);
    }

    public long pid() {
        return process.pid();
    }

    private void begin() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.diemcau.Main",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DIEMCAU_SECOND_FACTOR", "optional");
        builder.environment().putAll(environment);
        builder.environment().put("DIEMCAU_HEALTH_PORT", "0");
        Process started = builder.start();
        process = started;
        Thread reader = new Thread(() -> read(started), "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Process from) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) told.add(line);
        } catch (IOException ended) {
            told.add("output ended: " + ended.getMessage());
        }
    }

    /** Waits until it says where it answers. */
    public ServerProcess ready() {
        Patience.until("the server is up", () -> {
            if (!process.isAlive()) throw new IllegalStateException("the server did not start: " + told());
            return told().stream().anyMatch(line -> line.startsWith("Điểm Cầu: "));
        });
        return this;
    }

    /** As a power cut would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public void restart() throws IOException {
        told.clear();
        begin();
    }

    @Override
    public void close() {
        kill();
    }
}
