package vn.diemcau.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One invented user of the public API: keeps cookies, repeats the CSRF token, and blocks its thread, which is never an event loop. */
final class DemoCaller {
    private final String base;
    private final HttpClient client;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** @param port where the application answers on this machine, without a certificate */
    DemoCaller(int port) {
        this(
                "http://127.0.0.1:" + port + "/api/v1",
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build());
    }

    private DemoCaller(String base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    /** Somebody else, not signed in yet. */
    DemoCaller another() {
        return new DemoCaller(base, client);
    }

    /** The API said no; the message holds method, path, status and code. */
    static final class Refused extends RuntimeException {
        private final int status;
        private final String code;

        Refused(String what, int status, String body) {
            super(what + " answered " + status + " " + body);
            this.status = status;
            this.code = body.startsWith("{")
                    ? Optional.ofNullable(new JsonObject(body).getString("code"))
                            .orElse("")
                    : "";
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    JsonObject get(String path) {
        return json(send("GET", path, null, null));
    }

    JsonObject post(String path, JsonObject body) {
        return json(send("POST", path, "application/json", HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    JsonObject put(String path, JsonObject body) {
        return json(send("PUT", path, "application/json", HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    JsonObject upload(String path, String type, Path file) throws IOException {
        return json(send("POST", path, type, HttpRequest.BodyPublishers.ofFile(file)));
    }

    void signIn(String login, String password) {
        post("/sign-in", new JsonObject().put("login", login).put("password", password));
    }

    private static JsonObject json(String body) {
        return body.startsWith("{") ? new JsonObject(body) : new JsonObject();
    }

    private String send(String method, String path, @Nullable String type, HttpRequest.@Nullable BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
        if (type != null) request.header("Content-Type", type);
        // behind TLS, as on a local network, the name begins with __Host-
        String csrf = cookies.get("__Host-diemcau_csrf");
        if (csrf == null) csrf = cookies.get("diemcau_csrf");
        if (csrf != null) request.header("X-CSRF", csrf);
        if (!cookies.isEmpty()) request.header("Cookie", cookieHeader());
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(this::keep);
            if (response.statusCode() >= 300)
                throw new Refused(method + " " + path, response.statusCode(), response.body());
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals > 0) cookies.put(pair.substring(0, equals).trim(), pair.substring(equals + 1));
    }

    /** The demo was told to stop. */
    static final class Stopped extends RuntimeException {}
}
