package vn.diemcau.recordings;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.StringJoiner;

/** What is asked of the server. Every call may be repeated; bytes go by the tus protocol, each piece with its checksum. */
final class Platform {
    /** An answer that says no. */
    static final class Refused extends Exception {
        final int status;
        final String code;

        Refused(int status, String code) {
            super(status + " " + code);
            this.status = status;
            this.code = code;
        }

        /** Whether it will say no for ever, to this file at least. */
        boolean isFinal() {
            return status == 413
                    || status == 415
                    || status == 422
                    || code.equals("file_name")
                    || code.equals("file_empty");
        }

        /** Whether the upload is not there any more. */
        boolean isGone() {
            return status == 404 || status == 410;
        }
    }

    private final URI server;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(15))
            .build();

    Platform(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    private HttpRequest.Builder to(String path) {
        URI uri = URI.create(path.startsWith("http") ? path : server + path);
        return HttpRequest.newBuilder(uri)
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException, Refused {
        HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() < 300) return response;
        String code = "";
        try {
            code = Json.read(response.body()).getOrDefault("code", "");
        } catch (IllegalArgumentException notJson) {
            // the status says enough
        }
        throw new Refused(response.statusCode(), code);
    }

    /** Opens an upload, or finds the one that stands for the key, and answers its path. */
    String open(String name, long size, String key, String room) throws IOException, InterruptedException, Refused {
        StringJoiner about = new StringJoiner(",");
        Map.of("filename", name, "purpose", "recording", "key", key, "room", room)
                .forEach((what, value) -> about.add(
                        what + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        HttpResponse<String> created = send(to("/api/v1/recorder/uploads")
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", about.toString())
                .POST(BodyPublishers.noBody())
                .build());
        return created.headers().firstValue("Location").orElseThrow(() -> new IOException("no Location in the answer"));
    }

    long offset(String upload) throws IOException, InterruptedException, Refused {
        return offset(send(to(upload).method("HEAD", BodyPublishers.noBody()).build()));
    }

    /** Sends a piece and answers how far the upload has come. */
    long append(String upload, long offset, byte[] piece) throws IOException, InterruptedException, Refused {
        return offset(send(to(upload)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", Long.toString(offset))
                .header("Upload-Checksum", "sha256 " + Base64.getEncoder().encodeToString(sha256().digest(piece)))
                .method("PATCH", BodyPublishers.ofByteArray(piece))
                .build()));
    }

    void terminate(String upload) throws IOException, InterruptedException, Refused {
        send(to(upload).DELETE().build());
    }

    /** The checksum of what the server keeps; empty when it keeps nothing any more (removed there since). */
    String confirm(String key, Map<String, Object> about) throws IOException, InterruptedException, Refused {
        Map<String, String> answer = put("/api/v1/recorder/recordings/" + key, Json.write(about));
        String sha256 = answer.getOrDefault("sha256", "");
        if (answer.getOrDefault("state", "").equals("removed")) return "removed";
        return sha256.equals("null") ? "" : sha256;
    }

    void poster(String key, Path poster) throws IOException, InterruptedException, Refused {
        BodyPublisher body = BodyPublishers.ofFile(poster);
        send(to("/api/v1/recorder/recordings/" + key + "/poster")
                .header("Content-Type", "image/jpeg")
                .PUT(body)
                .build());
    }

    void failed(String key, String reason) throws IOException, InterruptedException, Refused {
        put("/api/v1/recorder/recordings/" + key + "/failure", Json.write(Map.of("reason", reason)));
    }

    void report(long freeBytes, int waiting, int failing) throws IOException, InterruptedException, Refused {
        put(
                "/api/v1/recorder/report",
                Json.write(Map.of("freeBytes", freeBytes, "waiting", waiting, "failing", failing)));
    }

    private Map<String, String> put(String path, String body) throws IOException, InterruptedException, Refused {
        HttpResponse<String> response = send(to(path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
        return response.body().isEmpty() ? Map.of() : Json.read(response.body());
    }

    private static long offset(HttpResponse<String> response) throws IOException {
        String offset = response.headers().firstValue("Upload-Offset").orElse("");
        if (!offset.matches("\\d+")) throw new IOException("no Upload-Offset in the answer");
        return Long.parseLong(offset);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] first(byte[] bytes, int length) {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
