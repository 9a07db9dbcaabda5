package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.diemcau.http.LocalAuthority;

/** The ports: the application's, with a certificate of this machine's own on a local network, and health's on loopback. */
final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    /** Longer than any silence of an answer that is being made; what is followed live beats more often. */
    private static final int IDLE_SECONDS = 300;

    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final Config config;
    private final HttpServerOptions options;
    private final String trust;
    private final long headMillis = 1000 * Long.getLong("diemcau.headSeconds", 20);
    private final boolean strict;
    private final List<HttpServer> open = new ArrayList<>();
    private @Nullable HttpServer application;
    private @Nullable HttpServer health;

    /** Reads or makes the certificate of a local network, so not on an event loop. */
    Listeners(Vertx vertx, Config config, Instant now) throws IOException {
        this.vertx = vertx;
        this.config = config;
        // only behind a name with a certificate that browsers know
        strict = config.publicUrl() != null && config.publicUrl().startsWith("https:");
        options = new HttpServerOptions()
                .setPort(config.port())
                .setHost(config.lan() ? "0.0.0.0" : LOOPBACK)
                // nothing here speaks WebSocket; their handler would look at every request
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setCompressionSupported(false)
                // without the upgrade in clear text, which nobody uses, a connection is known before its first request
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        if (!config.lan()) {
            trust = "";
            return;
        }
        LocalAuthority authority = LocalAuthority.at(config.data().resolve("keys"), now);
        options.setSsl(true).setKeyCertOptions(authority.serve(now));
        trust = authority.trust();
    }

    /** What phones need once to trust this machine's certificate; empty where none is needed. */
    String trust() {
        return trust;
    }

    /** Fails when another program has one of the ports already, before any work is begun for nothing. Blocks shortly. */
    void expectFree() throws IOException {
        for (HttpServerOptions each : List.of(options, loopback(config.healthPort()))) {
            try (ServerSocket free = new ServerSocket()) {
                free.bind(new InetSocketAddress(each.getHost(), each.getPort()));
            } catch (BindException taken) {
                throw inUse(taken, each.getPort());
            }
        }
    }

    /** Opens both ports; one that is in use fails with its number. */
    Future<Void> open(Router router, Router healthRouter) {
        return listen(options, router)
                .onSuccess(listening -> application = listening)
                .compose(listening -> listen(loopback(config.healthPort()), healthRouter))
                .onSuccess(listening -> health = listening)
                .mapEmpty();
    }

    /** A port at which programs of this machine reach the application without its certificate. */
    Future<Integer> withinThisMachine(Router router) {
        if (!config.lan()) return Future.succeededFuture(port());
        return listen(loopback(0), router).map(HttpServer::actualPort);
    }

    private static HttpServerOptions loopback(int port) {
        return new HttpServerOptions().setPort(port).setHost(LOOPBACK).setCompressionSupported(false);
    }

    private Future<HttpServer> listen(HttpServerOptions with, Router router) {
        Map<HttpConnection, Long> silent = new ConcurrentHashMap<>();
        return vertx.createHttpServer(with)
                // whoever opens a connection and never finishes a first request is thrown out
                .connectionHandler(connection -> {
                    silent.put(connection, vertx.setTimer(headMillis, due -> {
                        if (silent.remove(connection) != null) connection.close();
                    }));
                    connection.closeHandler(closed -> heard(silent, connection));
                })
                .requestHandler(request -> {
                    heard(silent, request.connection());
                    request.response().putHeader("X-Content-Type-Options", "nosniff");
                    if (strict) request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
                    router.handle(request);
                })
                .listen()
                .onSuccess(open::add)
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException taken ? inUse(taken, with.getPort()) : failure));
    }

    private void heard(Map<HttpConnection, Long> silent, HttpConnection connection) {
        Long timer = silent.remove(connection);
        if (timer != null) vertx.cancelTimer(timer);
    }

    private static IOException inUse(BindException failure, int port) {
        return new IOException("port " + port + " is in use; choose another with --port N", failure);
    }

    /** Where the application answers; valid once open. */
    String address() {
        if (!config.lan()) return "http://localhost:" + port();
        StringBuilder all = new StringBuilder("https://localhost:" + port());
        for (String address : lanAddresses())
            all.append("  https://").append(address).append(':').append(port());
        return all.append(
                        "  (điện thoại: mở /tin-cay.crt một lần để tin máy này; phones: open /tin-cay.crt once to trust this machine)")
                .toString();
    }

    /** How people reach this installation when nothing else is configured. */
    static String publicUrl(Config config) {
        if (config.publicUrl() != null) return config.publicUrl();
        if (!config.lan()) return "http://localhost:" + config.port();
        return "https://" + lanAddresses().stream().findFirst().orElse("localhost") + ":" + config.port();
    }

    private static List<String> lanAddresses() {
        try {
            return LocalAuthority.addresses();
        } catch (SocketException unreadable) {
            LOG.warn("this machine's addresses cannot be read", unreadable);
            return List.of();
        }
    }

    int port() {
        if (application == null) throw new IllegalStateException("not started");
        return application.actualPort();
    }

    int healthPort() {
        if (health == null) throw new IllegalStateException("not started");
        return health.actualPort();
    }

    /** Takes no more calls and lets those that run finish for five seconds. */
    Future<Void> close() {
        List<Future<Void>> closing = new ArrayList<>();
        for (HttpServer server : open)
            closing.add(server.shutdown(5, TimeUnit.SECONDS).otherwiseEmpty());
        return Future.join(closing).mapEmpty();
    }
}
