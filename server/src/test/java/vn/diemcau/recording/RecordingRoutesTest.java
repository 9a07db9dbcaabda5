package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.journey.Commune;

/** Recordings through the whole server: brought by an agent and by hand, watched, agreed to, removed. */
class RecordingRoutesTest {
    private static final String SESSION = "/sessions/" + Commune.SESSION;
    private static final int SECONDS = 20;

    @TempDir
    static Path data;

    private static Commune commune;
    private static Caller mai;
    private static Caller stranger;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        mai = commune.signedIn(0, "260814");
        stranger = new Caller(commune.running);
    }

    @AfterAll
    static void stop() throws Exception {
        if (commune != null) commune.close();
    }

    private static byte[] video(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(new byte[] {0, 0, 0, 32, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 0, content, 0, 12);
        return content;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static HttpResponse<byte[]> agent(
            String method, String path, String token, byte[] body, String... headers) {
        URI uri = URI.create(commune.running.url() + (path.startsWith("/api") ? "" : "/api/v1") + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0")
                .headers(headers.length == 0 ? new String[] {"X-Agent", "test"} : headers)
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String metadata(String... pairs) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            if (i > 0) all.append(',');
            all.append(pairs[i])
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(pairs[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return all.toString();
    }

    private static String token() {
        return commune.office
                .post("/recorders", new JsonObject().put("name", "jibri-1"))
                .expect(201)
                .getString("token");
    }

    /** Uploads as an agent does and answers the upload's id. */
    private static String upload(String token, String key, byte[] content) {
        HttpResponse<byte[]> created = agent(
                "POST",
                "/recorder/uploads",
                token,
                new byte[0],
                "Upload-Length",
                Integer.toString(content.length),
                "Upload-Metadata",
                metadata("filename", "buoi.mp4", "purpose", "recording", "session", Commune.SESSION, "key", key));
        assertThat(created.statusCode()).isEqualTo(201);
        String at = created.headers().firstValue("Location").orElseThrow();
        assertThat(agent(
                                "PATCH",
                                at,
                                token,
                                content,
                                "Content-Type",
                                "application/offset+octet-stream",
                                "Upload-Offset",
                                "0")
                        .statusCode())
                .isEqualTo(204);
        return at.substring(at.lastIndexOf('/') + 1);
    }

    private static HttpResponse<byte[]> confirm(String token, String key, String upload, byte[] content)
            throws Exception {
        JsonObject body = new JsonObject()
                .put("upload", upload)
                .put("session", Commune.SESSION)
                .put("startedAt", Instant.now().toString())
                .put("seconds", SECONDS)
                .put("sha256", sha256(content));
        return agent(
                "PUT",
                "/recorder/recordings/" + key,
                token,
                body.toBuffer().getBytes(),
                "Content-Type",
                "application/json");
    }

    /** A recording of the session, brought by an agent. */
    private static String ready(byte[] content) throws Exception {
        String token = token();
        String key = UUID.randomUUID().toString();
        HttpResponse<byte[]> confirmed = confirm(token, key, upload(token, key, content), content);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        return new JsonObject(new String(confirmed.body(), StandardCharsets.UTF_8)).getString("id");
    }

    @Test
    void whatAnAgentBringsFillsTheEntryThatWaitedAndTwiceIsOnce() throws Exception {
        commune.office.put(SESSION + "/recordings/expected", new JsonObject()).expect(200);
        byte[] content = video(700_000);
        String token = token();
        String key = UUID.randomUUID().toString();
        String upload = upload(token, key, content);
        HttpResponse<byte[]> first = confirm(token, key, upload, content);
        HttpResponse<byte[]> second = confirm(token, key, upload, content);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        JsonObject confirmed = new JsonObject(new String(first.body(), StandardCharsets.UTF_8));
        assertThat(confirmed.getString("sha256")).isEqualTo(sha256(content));
        assertThat(confirmed.getString("id")).isEqualTo("expected-" + Commune.SESSION);
        assertThat(confirmed.getString("state")).isEqualTo("ready");
        Caller.Answer played = mai.get("/recordings/" + confirmed.getString("id") + "/content");
        assertThat(played.bytes()).isEqualTo(content);
        assertThat(played.type()).isEqualTo("video/mp4");
    }

    @Test
    void anAgentsTokenBringsRecordingsAndNothingElse() throws Exception {
        String token = token();
        assertThat(agent("GET", "/recordings", token, new byte[0]).statusCode()).isEqualTo(401);
        assertThat(agent("POST", "/recorder/uploads", "wrong", new byte[0], "Upload-Length", "5")
                        .statusCode())
                .isIn(400, 401);
        JsonObject report = new JsonObject()
                .put("freeBytes", 9_000_000_000L)
                .put("waiting", 2)
                .put("failing", 1);
        byte[] body = report.toBuffer().getBytes();
        assertThat(agent("PUT", "/recorder/report", "wrong", body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(agent("PUT", "/recorder/report", token, body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(204);
        JsonArray all = commune.office.get("/recorders").expect(200).getJsonArray("items");
        assertThat(all.stream().map(JsonObject.class::cast).filter(each -> Long.valueOf(9_000_000_000L)
                        .equals(each.getLong("freeBytes"))))
                .hasSize(1);
        // Nobody reads a token again, and nobody but the installation's administrator makes one.
        assertThat(all.encode()).doesNotContain(token);
        assertThat(mai.post("/recorders", new JsonObject().put("name", "x")).status())
                .isEqualTo(403);
        String id = all.getJsonObject(0).getString("id");
        assertThat(mai.delete("/recorders/" + id).status()).isEqualTo(403);
        assertThat(commune.office.delete("/recorders/" + id).status()).isEqualTo(204);
    }

    @Test
    void aWrongChecksumIsNotConfirmed() throws Exception {
        byte[] content = video(300_000);
        String token = token();
        String key = UUID.randomUUID().toString();
        String upload = upload(token, key, content);
        assertThat(confirm(token, key, upload, video(300_001)).statusCode()).isEqualTo(409);
        assertThat(confirm(token, key, upload, content).statusCode()).isEqualTo(200);
    }

    @Test
    void watchingCountsDistinctSecondsAndWithAnAgreementMakesUp() throws Exception {
        String id = ready(video(200_000));
        JsonObject report = new JsonObject()
                .put("stream", "one")
                .put("position", 17)
                .put(
                        "spans",
                        new JsonArray().add(new JsonObject().put("from", 0).put("until", 17)));
        JsonObject seen = mai.post("/recordings/" + id + "/watched", report).expect(200);
        assertThat(seen.getInteger("seen")).isEqualTo(17);
        assertThat(seen.getString("madeUp")).isEqualTo("proposed");
        assertThat(mai.post("/recordings/" + id + "/watched", report)
                        .expect(200)
                        .getInteger("seen"))
                .isEqualTo(17);
        assertThat(mai.post("/recordings/" + id + "/watched", report.copy().put("stream", "two"))
                        .problem(409))
                .isEqualTo("plays_elsewhere");
        String decision = "/recordings/" + id + "/made-up/" + Commune.person(0);
        assertThat(mai.post(decision, new JsonObject().put("agreed", true)).status())
                .isEqualTo(403);
        JsonObject heat = commune.office.get("/recordings/" + id + "/heat").expect(200);
        assertThat(heat.getJsonArray("watchers").getJsonObject(0).getString("madeUp"))
                .isEqualTo("proposed");
        assertThat(heat.getJsonArray("buckets").getInteger(0)).isEqualTo(1);
        assertThat(mai.get("/recordings/" + id + "/heat").status()).isEqualTo(403);
        commune.office.post(decision, new JsonObject().put("agreed", true)).expect(200);
        Commune.until("made up is shown apart, and nobody becomes present by it", () -> {
            JsonObject counts =
                    commune.office.get(SESSION + "/attendance").expect(200).getJsonObject("counts");
            return counts.getInteger("madeUp") == 1 && counts.getInteger("present") == 0;
        });
    }

    @Test
    void onlyTheSummonedSeeARecordingAndOnlyWhoPlansChangesIt() throws Exception {
        String id = ready(video(150_000));
        String path = "/recordings/" + id;
        assertThat(stranger.get(path + "/content").status()).isEqualTo(401);
        assertThat(mai.get(path).expect(200).containsKey("sha256")).isFalse();
        JsonObject track = new JsonObject().put("text", "WEBVTT\n\n00:00.000 --> 00:05.000\nPhần mở đầu\n");
        assertThat(mai.put(path + "/tracks/chapters", track).status()).isEqualTo(403);
        commune.office.put(path + "/tracks/chapters", track).expect(200);
        assertThat(commune.office
                        .put(path + "/tracks/captions", new JsonObject().put("text", "<html>"))
                        .problem(400))
                .isEqualTo("not_webvtt");
        assertThat(mai.get(path + "/tracks/chapters").text()).contains("Phần mở đầu");
        JsonObject rule = new JsonObject().put("percent", 50).put("approval", false);
        assertThat(mai.put(path + "/rule", rule).status()).isEqualTo(403);
        assertThat(commune.office.put(path + "/rule", rule).expect(200).getInteger("percent"))
                .isEqualTo(50);
        JsonObject until = new JsonObject()
                .put("removeAfter", Instant.now().plusSeconds(864_000).toString());
        assertThat(mai.put(path + "/retention", until).status()).isEqualTo(403);
        commune.office.put(path + "/retention", until).expect(200);
        assertThat(mai.put(path + "/session", new JsonObject().put("session", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(mai.put(SESSION + "/recordings/expected", new JsonObject()).status())
                .isEqualTo(403);
        assertThat(mai.put(SESSION + "/recordings/x", new JsonObject()).status())
                .isEqualTo(403);
        assertThat(mai.delete(path).status()).isEqualTo(403);
        assertThat(commune.office.delete(path).status()).isEqualTo(204);
        assertThat(mai.get(path + "/content").status()).isEqualTo(404);
        assertThat(commune.office.get(path + "/content").status()).isEqualTo(404);
    }

    @Test
    void theMiddleOfARecordingIsSentAlone() throws Exception {
        byte[] content = video(900_000);
        String id = ready(content);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(commune.running.url() + "/api/v1/recordings/" + id + "/content"))
                .header("Cookie", mai.headers().get("Cookie"))
                .header("Range", "bytes=400000-500000")
                .build();
        HttpResponse<byte[]> middle = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(content, 400_000, 500_001));
    }
}
