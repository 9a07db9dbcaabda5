package vn.diemcau.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A signed-in administrator who calls as fast as connections allow. */
final class RushCaller {
    final AtomicLong errors = new AtomicLong();
    private final HttpClient client;
    private final int port;
    private String cookies = "";
    private String csrf = "";

    /** One call to make. */
    record Call(String method, String path, @Nullable JsonObject body) {}

    /** What many calls came to. */
    record Done(long counted, List<Long> nanos) {}

    RushCaller(Vertx vertx, int port, List<String> told) throws Exception {
        this.port = port;
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(64));
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

    private record Back(int status, JsonObject json) {}

    private Future<Back> send(Call call) {
        return client.request(HttpMethod.valueOf(call.method()), port, "127.0.0.1", "/api/v1" + call.path())
                .compose(request -> {
                    request.putHeader("Content-Type", "application/json");
                    if (!cookies.isEmpty()) request.putHeader("Cookie", cookies).putHeader("X-CSRF", csrf);
                    Buffer body =
                            call.body() == null ? Buffer.buffer() : call.body().toBuffer();
                    return request.send(body);
                })
                .compose(response -> {
                    keep(response.cookies());
                    return response.body()
                            .map(body -> new Back(
                                    response.statusCode(),
                                    body.length() == 0 ? new JsonObject() : body.toJsonObject()));
                });
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

    JsonObject one(String method, String path, @Nullable JsonObject body) throws Exception {
        Back back = RushBench.wait(send(new Call(method, path, body)));
        if (back.status() >= 300)
            throw new IllegalStateException(
                    method + " " + path + ": " + back.json().encode());
        return back.json();
    }

    /** All calls, so many at once. */
    Done all(List<Call> calls, int atOnce) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicLong counted = new AtomicLong();
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>(calls.size()));
        CountDownLatch running = new CountDownLatch(atOnce);
        for (int i = 0; i < atOnce; i++) step(calls, next, counted, nanos, running);
        running.await();
        return new Done(counted.get(), nanos);
    }

    private void step(
            List<Call> calls, AtomicInteger next, AtomicLong counted, List<Long> nanos, CountDownLatch running) {
        int at = next.getAndIncrement();
        if (at >= calls.size()) {
            running.countDown();
            return;
        }
        long start = System.nanoTime();
        send(calls.get(at)).onComplete(done -> {
            nanos.add(System.nanoTime() - start);
            if (done.failed() || done.result().status() >= 300) errors.incrementAndGet();
            else if ("counted".equals(done.result().json().getString("result"))) counted.incrementAndGet();
            step(calls, next, counted, nanos, running);
        });
    }

    /** Until the wall of the session shows so many. */
    void until(String session, String count, int wanted) throws Exception {
        long end = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < end) {
            JsonObject wall = one("GET", "/sessions/" + session + "/wall", null);
            if (wall.getJsonObject("counts").getInteger(count) == wanted) return;
            Thread.sleep(20);
        }
        throw new IllegalStateException(session + " never showed " + wanted + " " + count);
    }
}
