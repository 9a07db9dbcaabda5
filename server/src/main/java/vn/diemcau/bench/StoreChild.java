package vn.diemcau.bench;

import com.mongodb.reactivestreams.client.MongoClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.diemcau.embedded.EmbeddedStore;

/** The store in a process of its own, so that it can be killed. */
final class StoreChild implements AutoCloseable {
    private final Process process;
    private final MongoClient client;
    private final Path data;

    private StoreChild(Process process, MongoClient client, Path data) {
        this.process = process;
        this.client = client;
        this.data = data;
    }

    static StoreChild start(Path data, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), StoreChild.class.getName(), data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("mongodb://")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("the store did not start in " + data);
        }
        return new StoreChild(process, Drive.connect(line), data);
    }

    /** How long the store itself took to open, in milliseconds. */
    String openedIn() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("opened-in"))) {
            return lines.findFirst().orElse("?");
        }
    }

    MongoClient client() {
        return client;
    }

    long bytes() throws IOException {
        return Files.size(data.resolve("store.db"));
    }

    /** What the process holds of the machine's memory, in megabytes. */
    long megabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .sum()
                    / 1024;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        long start = System.nanoTime();
        EmbeddedStore store = EmbeddedStore.open(data);
        Files.writeString(data.resolve("opened-in"), Long.toString((System.nanoTime() - start) / 1_000_000));
        System.out.println(store.connectionString());
        System.out.flush();
        while (System.in.read() >= 0) {
            continue;
        }
        store.close();
    }

    /** Lets it end as an operator would. */
    void stop() throws IOException {
        client.close();
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** Kills it at once. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        client.close();
    }
}
