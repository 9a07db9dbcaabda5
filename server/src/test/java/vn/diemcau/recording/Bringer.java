package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import vn.diemcau.journey.Commune;

/** An agent as the tests play it, and the commune whose recordings it brings. */
public final class Bringer {
    static final int SECONDS = 20;
    static final String SESSION = "/sessions/" + Commune.SESSION;

    private final Commune commune;

    public Bringer(Commune commune) {
        this.commune = commune;
    }

    public static byte[] video(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(new byte[] {0, 0, 0, 32, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 0, content, 0, 12);
        return content;
    }

    public static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    public HttpResponse<byte[]> agent(String method, String path, String token, byte[] body, String... headers) {
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

    public static String metadata(String... pairs) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            if (i > 0) all.append(',');
            all.append(pairs[i])
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(pairs[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return all.toString();
    }

    public String token() {
        return commune.office
                .post("/recorders", new JsonObject().put("name", "jibri-1"))
                .expect(201)
                .getString("token");
    }

    /** Uploads as an agent does and answers the upload's id. */
    String upload(String token, String key, byte[] content) {
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

    HttpResponse<byte[]> confirm(String token, String key, String upload, byte[] content) throws Exception {
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
    String ready(byte[] content) throws Exception {
        String token = token();
        String key = UUID.randomUUID().toString();
        HttpResponse<byte[]> confirmed = confirm(token, key, upload(token, key, content), content);
        assertThat(confirmed.statusCode()).isEqualTo(200);
        return new JsonObject(new String(confirmed.body(), StandardCharsets.UTF_8)).getString("id");
    }
}
