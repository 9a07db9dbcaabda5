package vn.diemcau.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signed-in administrator: sets the stage call by call, then rushes over as many connections as asked. */
final class RushCaller implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RushClient rush;
    private final int port;
    private String cookies = "";
    private String csrf = "";

    /** What a signed-in call carries. */
    record SignIn(String cookies, String csrf) {}

    SignIn signIn() {
        return new SignIn(cookies, csrf);
    }

    /** One call to make. */
    record Call(String method, String path, @Nullable JsonObject body) {}

    RushCaller(int port, List<String> told) throws IOException, InterruptedException {
        this.port = port;
        rush = new RushClient(port);
        String line = told.stream()
                .filter(each -> each.contains("setup code"))
                .findFirst()
                .orElseThrow();
        one(
                "POST",
                "/installation",
                new JsonObject()
                        .put("code", line.substring(line.lastIndexOf(' ') + 1))
                        .put("name", "Văn phòng")
                        .put("login", "quantri")
                        .put("password", "mot cau that dai de nho"));
    }

    JsonObject one(String method, String path, @Nullable JsonObject body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.encode()));
        if (!cookies.isEmpty()) request.header("Cookie", cookies).header("X-CSRF", csrf);
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        keep(response.headers().allValues("set-cookie"));
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.body());
        }
        return response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
    }

    private void keep(List<String> set) {
        if (set.isEmpty()) return;
        List<String> pairs = new ArrayList<>();
        for (String each : set) {
            String pair = each.split(";", 2)[0];
            pairs.add(pair);
            if (pair.startsWith("diemcau_csrf=")) csrf = pair.substring("diemcau_csrf=".length());
        }
        cookies = String.join("; ", pairs);
    }

    /** The call as it goes over the wire. */
    private byte[] encoded(Call call) {
        byte[] body = call.body() == null ? new byte[0] : call.body().toBuffer().getBytes();
        byte[] head = (call.method() + " /api/v1" + call.path() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nContent-Type: application/json\r\nCookie: " + cookies + "\r\nX-CSRF: " + csrf
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    List<byte[]> encoded(List<Call> calls) {
        return calls.stream().map(this::encoded).toList();
    }

    /** All calls, so many at once. */
    RushClient.Done all(List<Call> calls, int atOnce) throws IOException {
        return rush(encoded(calls), atOnce);
    }

    RushClient.Done rush(List<byte[]> calls, int atOnce) throws IOException {
        return rush.all(calls, atOnce);
    }

    static String encoded(String query) {
        return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Until the wall of the session shows so many. */
    void until(String session, String count, int wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < end) {
            JsonObject wall = one("GET", "/sessions/" + session + "/wall", null);
            if (wall.getJsonObject("counts").getInteger(count) == wanted) return;
            Thread.sleep(20);
        }
        throw new IllegalStateException(session + " never showed " + wanted + " " + count);
    }

    @Override
    public void close() throws IOException {
        rush.close();
    }
}
