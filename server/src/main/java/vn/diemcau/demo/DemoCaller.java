package vn.diemcau.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One invented user of the public API: keeps cookies, repeats the CSRF token, and blocks its thread, which is never an event loop. */
final class DemoCaller {
    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    DemoCaller(int port) {
        this("http://127.0.0.1:" + port + "/api/v1");
    }

    private DemoCaller(String base) {
        this.base = base;
    }

    /** Somebody else, not signed in yet. */
    DemoCaller another() {
        return new DemoCaller(base);
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

    private String send(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String type,
            HttpRequest.@org.jspecify.annotations.Nullable BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
        if (type != null) request.header("Content-Type", type);
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (cookie.getName().equals("diemcau_csrf")) request.header("X-CSRF", cookie.getValue());
        }
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 300)
                throw new Refused(method + " " + path, response.statusCode(), response.body());
            return response.body();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** The demo was told to stop. */
    static final class Stopped extends RuntimeException {}
}
