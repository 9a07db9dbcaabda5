package vn.diemcau;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;

/** A browser without pages: keeps cookies, repeats the CSRF token, reads JSON. One a person. */
public final class Caller {
    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Caller(RunningPlatform running) {
        this(running.url());
    }

    /** @param url where a server answers, such as {@code http://localhost:8088} */
    public Caller(String url) {
        base = url + "/api/v1";
    }

    /** What a program of somebody's must send to call as this caller. */
    public java.util.Map<String, String> headers() {
        StringBuilder all = new StringBuilder();
        String token = "";
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (!all.isEmpty()) all.append("; ");
            all.append(cookie.getName()).append('=').append(cookie.getValue());
            if (cookie.getName().equals("diemcau_csrf")) token = cookie.getValue();
        }
        return java.util.Map.of("Cookie", all.toString(), "X-CSRF", token);
    }

    /** The cookies of another caller, as they stand now: the same browser before another server. */
    public Caller carrying(Caller other) {
        URI here = URI.create(base);
        for (HttpCookie cookie : other.cookies.getCookieStore().getCookies()) {
            HttpCookie copy = new HttpCookie(cookie.getName(), cookie.getValue());
            copy.setPath("/");
            copy.setVersion(0);
            cookies.getCookieStore().add(here, copy);
        }
        return this;
    }

    /** What came back. */
    public record Answer(int status, byte[] bytes, String type, int retryAfter) {
        public JsonObject json() {
            return new JsonObject(text());
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body, having seen the status. */
        public JsonObject expect(int expected) {
            assertThat(status).as(text()).isEqualTo(expected);
            return bytes.length == 0 ? new JsonObject() : json();
        }

        /** The problem's code, having seen the status. */
        public String problem(int expected) {
            return expect(expected).getString("code");
        }
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, JsonObject body) {
        return call("POST", path, body);
    }

    public Answer put(String path, JsonObject body) {
        return call("PUT", path, body);
    }

    public Answer patch(String path, JsonObject body) {
        return call("PATCH", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    public Answer call(String method, String path, @Nullable JsonObject body) {
        return send(
                method,
                path,
                "application/json",
                body == null ? new byte[0] : body.encode().getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", type);
        csrf(request);
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("content-type").orElse(""),
                    (int) response.headers().firstValueAsLong("retry-after").orElse(0));
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void csrf(HttpRequest.Builder request) {
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (cookie.getName().equals("diemcau_csrf")) request.header("X-CSRF", cookie.getValue());
        }
    }

    /** Forgets the CSRF token, as a page of another site would not know it. */
    public Caller withoutCsrf() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("diemcau_csrf"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
        return this;
    }

    /** Signed in; a one-time password is changed for {@link #ownPassword}. */
    public Caller signedIn(String login, String password) {
        JsonObject me = post("/sign-in", new JsonObject().put("login", login).put("password", password))
                .expect(200);
        if (me.getJsonArray("due").contains("password"))
            put("/me/password", new JsonObject().put("old", password).put("password", ownPassword(login)))
                    .expect(200);
        return this;
    }

    /** What somebody chooses in place of a one-time password. */
    public static String ownPassword(String login) {
        return "mot cau that dai de nho " + login;
    }

    /** The first administrator of an empty installation, signed in. */
    public static Caller firstAdministrator(RunningPlatform running) {
        return firstAdministrator(new Caller(running), running.told());
    }

    /** The same by what the console was told. */
    public static Caller firstAdministrator(Caller caller, java.util.List<String> lines) {
        String told = lines.stream()
                .filter(line -> line.contains("setup code"))
                .findFirst()
                .orElseThrow();
        caller.post(
                        "/installation",
                        new JsonObject()
                                .put("code", told.substring(told.lastIndexOf(' ') + 1))
                                .put("name", "Văn phòng Tỉnh ủy")
                                .put("login", "quantri")
                                .put("password", "mot cau that dai de nho"))
                .expect(201);
        return caller;
    }
}
