package vn.diemcau;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.micrometer.VertxPrometheusOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the server: {@code start [--demo] [--lan] [--port N] [--data DIR]}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream console =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        Config config;
        try {
            config = Config.read(List.of(arguments), System.getenv());
        } catch (Config.Faulty faulty) {
            console.println("diemcau: " + faulty.getMessage());
            System.exit(2);
            return;
        }
        Vertx vertx = measured();
        Platform platform = new Platform(vertx, config, console::println);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, vertx), "shutdown"));
        platform.start().onComplete(started -> {
            if (started.succeeded()) {
                console.println("Điểm Cầu: " + platform.address());
            } else {
                console.println("diemcau: " + Platform.reason(started.cause()));
                // not on this event loop, which the shutdown waits for
                new Thread(() -> System.exit(1), "exit").start();
            }
        });
    }

    /** Counts what goes on, by method and status and by nothing that tells of anybody. */
    private static Vertx measured() {
        MicrometerMetricsOptions options = new MicrometerMetricsOptions()
                .setEnabled(true)
                .setJvmMetricsEnabled(true)
                .setLabels(EnumSet.of(Label.HTTP_METHOD, Label.HTTP_CODE))
                .setPrometheusOptions(new VertxPrometheusOptions().setEnabled(true));
        return Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(options))
                .withMetrics(new MicrometerMetricsFactory())
                .build();
    }

    private static void stop(Platform platform, Vertx vertx) {
        try {
            platform.stop().toCompletionStage().toCompletableFuture().get(15, TimeUnit.SECONDS);
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            System.err.println("diemcau: stopped untidily: " + failure.getMessage());
        }
    }
}
