package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import vn.diemcau.mongo.TestStore;

/** The real server on free ports over a fresh store, for tests of routes and journeys. */
public final class RunningPlatform implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Path data;
    private final boolean temporary;
    private final Platform platform;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private RunningPlatform(
            Path data, boolean temporary, InstantSource clock, Map<String, String> environment, String... flags)
            throws Exception {
        this.data = data;
        this.temporary = temporary;
        List<String> all = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        all.addAll(Arrays.asList(flags));
        Map<String, String> settings = new HashMap<>(environment);
        settings.putIfAbsent("DIEMCAU_SECOND_FACTOR", "optional");
        // tests call more than people do
        settings.putIfAbsent("DIEMCAU_CALLS", "0,0");
        String uri = TestStore.uri(data);
        if (uri != null) settings.putIfAbsent("MONGODB_URI", uri);
        platform = new Platform(vertx, Config.read(all, settings), told::add, clock);
        await(platform.start());
    }

    /** An empty installation in a temporary directory. */
    public static RunningPlatform start(String... flags) throws Exception {
        return new RunningPlatform(Files.createTempDirectory("diemcau-test"), true, Clock.systemUTC(), Map.of(), flags);
    }

    /** The same over a directory that outlives it. */
    public static RunningPlatform over(Path data, Map<String, String> environment, String... flags) throws Exception {
        return new RunningPlatform(data, false, Clock.systemUTC(), environment, flags);
    }

    /** The same by a clock of the test's. */
    public static RunningPlatform over(Path data, InstantSource clock, Map<String, String> environment)
            throws Exception {
        return new RunningPlatform(data, false, clock, environment);
    }

    public Platform platform() {
        return platform;
    }

    public Path data() {
        return data;
    }

    /** What the console was told so far. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public String url() {
        return "http://localhost:" + platform.port();
    }

    /** The result, with patience; what the future failed with is the cause of the failure. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure.getCause() == null ? failure : failure.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        await(platform.stop());
        await(vertx.close());
        if (!temporary) return;
        TestStore.forget(data);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
