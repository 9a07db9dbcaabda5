package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens what people sent in a process beside the server: whatever a document contains, it takes no more than so much time and memory, and
 * none of the server's. One question at a time, the others wait; the process ends by itself when nobody asks.
 */
final class DocumentProcess {
    private static final int MEGABYTES = 384;
    /** The process keeps to the time by itself; this much later it is ended from here. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int ENDING_SECONDS = 5;

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private @Nullable Child child;

    private record Child(Process process, Writer questions, BufferedReader answers) {}

    DocumentProcess(Vertx vertx, String name) {
        this.vertx = vertx;
        this.worker = vertx.createSharedWorkerExecutor(name, 1, 2, TimeUnit.MINUTES);
    }

    /** What {@link DocumentReader} answers; fails with the problem it names, or with page_too_heavy when it gave up or died over it. */
    Future<String> ask(Duration atMost, String... words) {
        return worker.executeBlocking(() -> answer(atMost, words), true);
    }

    private String answer(Duration atMost, String... words) throws IOException {
        String question = atMost.toMillis() + "\t"
                + Arrays.stream(words)
                        .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\t"));
        String answer = exchange(question, atMost);
        // it went to sleep in the very moment
        if (answer == null && child != null && ended(child) == DocumentReader.ASLEEP)
            answer = exchange(question, atMost);
        if (answer == null) {
            if (child != null) ended(child);
            throw PdfPage.problem("page_too_heavy");
        }
        String[] parts = answer.split(" ", 2);
        if (!parts[0].equals(DocumentReader.OK)) throw PdfPage.problem(parts[0]);
        return parts.length > 1 ? parts[1] : "";
    }

    /** Null when it ends without an answer. */
    private @Nullable String exchange(String question, Duration atMost) throws IOException {
        Child asked = child != null && child.process().isAlive() ? child : started();
        child = asked;
        long timer = vertx.setTimer(
                atMost.plus(GRACE).toMillis(), late -> asked.process().destroyForcibly());
        try {
            asked.questions().write(question + "\n");
            asked.questions().flush();
            String line = asked.answers().readLine();
            return line != null && line.startsWith(DocumentReader.ANSWER)
                    ? line.substring(DocumentReader.ANSWER.length())
                    : null;
        } catch (IOException ended) {
            return null;
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    private static int ended(Child asked) {
        try {
            if (!asked.process().waitFor(ENDING_SECONDS, TimeUnit.SECONDS))
                asked.process().destroyForcibly();
            return asked.process().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static Child started() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DocumentReader.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Child(
                process, process.outputWriter(StandardCharsets.UTF_8), process.inputReader(StandardCharsets.UTF_8));
    }
}
