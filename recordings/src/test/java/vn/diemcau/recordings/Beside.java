package vn.diemcau.recordings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The real server in a process beside the test, with its first administrator. */
final class Beside implements AutoCloseable {
    /** After so long what is waited for will not come any more; a slow machine with other work to do is no fault. */
    static final int PATIENCE_SECONDS = 180;

    private final Path data;
    private final int port;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private Process process;

    Beside(Path data) throws IOException {
        this.data = data;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        start();
    }

    static List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    String url() {
        return "http://localhost:" + port;
    }

    void start() throws IOException {
        told.clear();
        ProcessBuilder builder = new ProcessBuilder(
                        java("vn.diemcau.Main", "--port", Integer.toString(port), "--data", data.toString()))
                .redirectErrorStream(true);
        builder.environment().put("DIEMCAU_HEALTH_PORT", "0");
        // nobody is there to show a second factor or to unlock a page, and the agent sends as fast as it can
        builder.environment().put("DIEMCAU_SECOND_FACTOR", "optional");
        builder.environment().put("DIEMCAU_IDLE_MINUTES", "0,0,0");
        builder.environment().put("DIEMCAU_CALLS", "0,0");
        Process started = builder.start();
        process = started;
        Thread reader = new Thread(() -> read(started), "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Process from) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) told.add(line);
        } catch (IOException ended) {
            told.add("output ended: " + ended.getMessage());
        }
    }

    void ready() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (told.stream().noneMatch(line -> line.startsWith("Điểm Cầu: "))) {
            if (System.nanoTime() > deadline || !process.isAlive())
                throw new IllegalStateException("the server did not start: " + told);
            LockSupport.parkNanos(20_000_000);
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Signs the first administrator in and answers a fresh agent's token. */
    String token() throws IOException, InterruptedException {
        String line = told.stream()
                .filter(each -> each.contains("setup code"))
                .findFirst()
                .orElseThrow();
        String code = line.substring(line.lastIndexOf(' ') + 1);
        call(
                "POST",
                "/installation",
                "{\"code\":\"" + code + "\",\"name\":\"Văn phòng\",\"login\":\"quantri\","
                        + "\"password\":\"mot cau that dai de nho\"}");
        return Json.read(call("POST", "/recorders", "{\"name\":\"jibri-1\"}")).getOrDefault("token", "");
    }

    String call(String method, String path, String body) throws IOException, InterruptedException {
        return new String(bytes(method, path, body), StandardCharsets.UTF_8);
    }

    byte[] bytes(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            if (cookie.getName().equals("diemcau_csrf")) request.header("X-CSRF", cookie.getValue());
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300)
            throw new IOException(response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8));
        return response.body();
    }

    @Override
    public void close() {
        kill();
    }
}
