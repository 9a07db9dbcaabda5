package vn.diemcau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends whatever it is given, as the administrator or, every fourth time, as nobody, and waits ten seconds for an answer. */
final class FuzzCaller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService threads;
    private final HttpClient client;
    private final int port;
    private final RushCaller.SignIn signIn;

    /** What came back; status 0 when nothing did. */
    record Answer(Mutations.Request request, int status, String text) {
        boolean isFault() {
            return status == 0 || status >= 500 || status >= 400 && !text.startsWith("{") && !text.isEmpty();
        }

        String told() {
            String body = request.body().toString();
            return status + " " + request.method() + " " + request.uri() + "  "
                    + body.substring(0, Math.min(300, body.length())) + "  -> "
                    + text.substring(0, Math.min(300, text.length()));
        }
    }

    FuzzCaller(int port, RushCaller.SignIn signIn, int atOnce) {
        this.port = port;
        this.signIn = signIn;
        threads = Executors.newFixedThreadPool(atOnce);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    List<Answer> all(List<Mutations.Request> requests) throws InterruptedException, ExecutionException {
        List<Future<Answer>> sent = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Mutations.Request request = requests.get(i);
            boolean nobody = i % 4 == 0;
            sent.add(threads.submit(() -> send(request, nobody)));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : sent) answers.add(each.get());
        return answers;
    }

    private Answer send(Mutations.Request request, boolean nobody) throws InterruptedException {
        HttpRequest.Builder made = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1" + request.uri()))
                .timeout(PATIENCE)
                .header("Content-Type", request.type())
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofByteArray(request.body().getBytes()));
        if (!nobody) made.header("Cookie", signIn.cookies()).header("X-CSRF", signIn.csrf());
        try {
            HttpResponse<String> answer = client.send(made.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(request, answer.statusCode(), answer.statusCode() < 400 ? "" : answer.body());
        } catch (IOException nothing) {
            return new Answer(request, 0, nothing.toString());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
