package vn.diemcau.journey;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Stands in for a meeting server's web page and nothing else: its library notes what it is told, and says what a test lets it say. */
final class MeetingDouble implements AutoCloseable {
    private final HttpServer server;
    private volatile boolean up = true;

    MeetingDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean script = exchange.getRequestURI().getPath().equals("/external_api.js");
            byte[] body =
                    script ? script() : "<!doctype html><title>Phòng họp</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
            exchange.sendResponseHeaders(up ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static byte[] script() throws IOException {
        try (InputStream in = Objects.requireNonNull(MeetingDouble.class.getResourceAsStream("/external_api.js"))) {
            return in.readAllBytes();
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** While it is down every answer is a failure. */
    void up(boolean now) {
        up = now;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
