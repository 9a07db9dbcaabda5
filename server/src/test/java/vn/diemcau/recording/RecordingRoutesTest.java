package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.journey.Commune;

/** Recordings through the whole server: brought by an agent and by hand, watched, agreed to, removed. */
class RecordingRoutesTest {
    private static final String SESSION = Bringer.SESSION;

    @TempDir
    static Path data;

    private static Commune commune;
    private static Bringer bringer;
    private static Caller mai;
    private static Caller stranger;

    @BeforeAll
    static void start() throws Exception {
        commune = new Commune(data.resolve("store"));
        bringer = new Bringer(commune);
        mai = commune.signedIn(0, "260814");
        stranger = new Caller(commune.running);
    }

    @AfterAll
    static void stop() throws Exception {
        if (commune != null) commune.close();
    }

    @Test
    void whatAnAgentBringsFillsTheEntryThatWaitedAndTwiceIsOnce() throws Exception {
        commune.office.put(SESSION + "/recordings/expected", new JsonObject()).expect(200);
        byte[] content = Bringer.video(700_000);
        String token = bringer.token();
        String key = UUID.randomUUID().toString();
        String upload = bringer.upload(token, key, content);
        HttpResponse<byte[]> first = bringer.confirm(token, key, upload, content);
        HttpResponse<byte[]> second = bringer.confirm(token, key, upload, content);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        JsonObject confirmed = new JsonObject(new String(first.body(), StandardCharsets.UTF_8));
        assertThat(confirmed.getString("sha256")).isEqualTo(Bringer.sha256(content));
        assertThat(confirmed.getString("id")).isEqualTo("expected-" + Commune.SESSION);
        assertThat(confirmed.getString("state")).isEqualTo("ready");
        Caller.Answer played = mai.get("/recordings/" + confirmed.getString("id") + "/content");
        assertThat(played.bytes()).isEqualTo(content);
        assertThat(played.type()).isEqualTo("video/mp4");
    }

    @Test
    void anAgentsTokenBringsRecordingsAndNothingElse() throws Exception {
        String token = bringer.token();
        assertThat(bringer.agent("GET", "/recordings", token, new byte[0]).statusCode())
                .isEqualTo(401);
        assertThat(bringer.agent("POST", "/recorder/uploads", "wrong", new byte[0], "Upload-Length", "5")
                        .statusCode())
                .isIn(400, 401);
        JsonObject report = new JsonObject()
                .put("freeBytes", 9_000_000_000L)
                .put("waiting", 2)
                .put("failing", 1);
        byte[] body = report.toBuffer().getBytes();
        assertThat(bringer.agent("PUT", "/recorder/report", "wrong", body, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(bringer.agent("PUT", "/recorder/report", token, body, "Content-Type", "application/json")
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

    private static int reported(String token) {
        byte[] body = new JsonObject()
                .put("freeBytes", 1)
                .put("waiting", 0)
                .put("failing", 0)
                .toBuffer()
                .getBytes();
        return bringer.agent("PUT", "/recorder/report", token, body, "Content-Type", "application/json")
                .statusCode();
    }

    @Test
    void aTokenIsRenewedWhileTheOneBeforeStillHoldsAndBothGoTogether() {
        JsonObject made = commune.office
                .post("/recorders", new JsonObject().put("name", "jibri-2").put("host", "127.0.0.1"))
                .expect(201);
        String id = made.getString("id");
        String first = made.getString("token");
        assertThat(mai.post("/recorders/" + id + "/token", new JsonObject()).status())
                .isEqualTo(403);
        JsonObject renewed = commune.office
                .post("/recorders/" + id + "/token", new JsonObject())
                .expect(200);
        String second = renewed.getString("token");
        assertThat(renewed.getString("formerUntil")).isNotNull();
        assertThat(List.of(reported(first), reported(second))).containsExactly(204, 204);
        JsonObject listed = commune.office.get("/recorders").expect(200).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(each -> id.equals(each.getString("id")))
                .findFirst()
                .orElseThrow();
        assertThat(listed.getString("usedAt")).isNotNull();
        assertThat(listed.getString("formerUsedAt")).isNotNull();
        assertThat(listed.encode()).doesNotContain(first).doesNotContain(second);

        String third = commune.office
                .post("/recorders/" + id + "/token", new JsonObject())
                .expect(200)
                .getString("token");
        assertThat(List.of(reported(first), reported(second), reported(third))).containsExactly(401, 204, 204);
        assertThat(commune.office.delete("/recorders/" + id).status()).isEqualTo(204);
        assertThat(List.of(reported(second), reported(third))).containsExactly(401, 401);
    }

    @Test
    void aTokenThatNamesAnAddressHoldsNowhereElse() {
        String token = commune.office
                .post("/recorders", new JsonObject().put("name", "jibri-3").put("host", "10.9.8.7"))
                .expect(201)
                .getString("token");
        assertThat(reported(token)).isEqualTo(401);
        assertThat(commune.office
                        .post("/recorders", new JsonObject().put("name", "x").put("host", "not an address"))
                        .problem(400))
                .isEqualTo("host_form");
    }

    @Test
    void aWrongChecksumIsNotConfirmed() throws Exception {
        byte[] content = Bringer.video(300_000);
        String token = bringer.token();
        String key = UUID.randomUUID().toString();
        String upload = bringer.upload(token, key, content);
        assertThat(bringer.confirm(token, key, upload, Bringer.video(300_001)).statusCode())
                .isEqualTo(409);
        assertThat(bringer.confirm(token, key, upload, content).statusCode()).isEqualTo(200);
    }

    @Test
    void watchingCountsDistinctSecondsAndWithAnAgreementMakesUp() throws Exception {
        String id = bringer.ready(Bringer.video(200_000));
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
        Patience.until("made up is shown apart, and nobody becomes present by it", () -> {
            JsonObject counts =
                    commune.office.get(SESSION + "/attendance").expect(200).getJsonObject("counts");
            return counts.getInteger("madeUp") == 1 && counts.getInteger("present") == 0;
        });
    }

    @Test
    void onlyTheSummonedSeeARecordingAndOnlyWhoPlansChangesIt() throws Exception {
        String id = bringer.ready(Bringer.video(150_000));
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
        byte[] content = Bringer.video(900_000);
        String id = bringer.ready(content);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(commune.running.url() + "/api/v1/recordings/" + id + "/content"))
                .header("Cookie", mai.headers().get("Cookie"))
                .header("Range", "bytes=400000-500000")
                .build();
        HttpResponse<byte[]> middle = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(content, 400_000, 500_001));
    }

    @Test
    void aRecordingIsGivenToAnotherSessionAndTakenFromItByWhoPlansOnly() throws Exception {
        String id = bringer.ready(Bringer.video(160_000));
        String other = commune.anotherSession("hoi-nghi-2");
        commune.office
                .put("/sessions/" + other + "/recordings/expected", new JsonObject())
                .expect(200);
        String path = "/recordings/" + id + "/session";
        JsonObject wish = new JsonObject().put("session", other);
        assertThat(mai.put(path, wish).status()).isEqualTo(403);
        assertThat(mai.delete(path).status()).isEqualTo(403);
        assertThat(commune.office.put(path, wish).expect(200).getString("session"))
                .isEqualTo(other);
        // What the session waited for is here: nothing is expected any more.
        assertThat(commune.office
                        .get("/sessions/" + other + "/recordings")
                        .expect(200)
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(commune.office.delete(path).json().getString("session")).isNull();
        assertThat(mai.get("/recordings/" + id).status()).isEqualTo(404);
        assertThat(commune.office
                        .put(path, new JsonObject().put("session", Commune.SESSION))
                        .expect(200)
                        .getString("session"))
                .isEqualTo(Commune.SESSION);
        JsonObject watched = new JsonObject()
                .put("stream", "one")
                .put("position", 17)
                .put(
                        "spans",
                        new JsonArray().add(new JsonObject().put("from", 0).put("until", 17)));
        mai.post("/recordings/" + id + "/watched", watched).expect(200);
        commune.office
                .post("/recordings/" + id + "/made-up/" + Commune.person(0), new JsonObject().put("agreed", true))
                .expect(200);
        assertThat(commune.office.put(path, wish).problem(409)).isEqualTo("watched_counted");
        assertThat(commune.office.delete(path).problem(409)).isEqualTo("watched_counted");
    }

    @Test
    void whatAnAgentCannotBringIsToldToWhoeverPlansWithWhy() {
        String token = bringer.token();
        String session = commune.anotherSession("hoi-nghi-3");
        commune.office
                .put("/sessions/" + session + "/recordings/expected", new JsonObject())
                .expect(200);
        String key = UUID.randomUUID().toString();
        byte[] content = Bringer.video(1000);
        bringer.agent(
                "POST",
                "/recorder/uploads",
                token,
                new byte[0],
                "Upload-Length",
                Integer.toString(content.length),
                "Upload-Metadata",
                Bringer.metadata("filename", "buoi.mp4", "purpose", "recording", "session", session, "key", key));
        bringer.agent(
                "PUT",
                "/recorder/recordings/" + key + "/failure",
                token,
                new JsonObject().put("reason", "file_kind").toBuffer().getBytes(),
                "Content-Type",
                "application/json");
        JsonObject alarm = commune.office
                .get("/recordings/alarms")
                .expect(200)
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(alarm.getString("cause")).isEqualTo("failed");
        assertThat(alarm.getJsonObject("recording").getString("failure")).isEqualTo("file_kind");
        assertThat(mai.get("/recordings/alarms").status()).isEqualTo(403);
        String id = alarm.getJsonObject("recording").getString("id");
        assertThat(commune.office.delete("/recordings/" + id).status()).isEqualTo(204);
        assertThat(commune.office.get("/recordings/alarms").expect(200).getJsonArray("items"))
                .isEmpty();
        // Asked for once more, another one is waited for.
        assertThat(commune.office
                        .put("/sessions/" + session + "/recordings/expected", new JsonObject())
                        .expect(200)
                        .getString("id"))
                .isNotEqualTo(id);
    }
}
