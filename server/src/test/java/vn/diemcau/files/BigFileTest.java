package vn.diemcau.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.ServerProcess;

/**
 * A file larger than all the memory its server may have goes in and comes out whole: 2 GB with {@code -Ddiemcau.long}, else what is just
 * larger than the heap.
 */
class BigFileTest {
    private static final int MEGABYTES = Boolean.getBoolean("diemcau.long") ? 2048 : 288;
    private static final long SIZE = MEGABYTES * 1_000_000L;
    /** The server's heap is 256 MB; classes, compilers and the buffers of the lines come on top. */
    private static final long MOST_MEGABYTES = 620;

    private static final int PIECE = 32_000_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void memoryStaysFlatHoweverLargeTheFile(@TempDir Path folder) throws Exception {
        try (ServerProcess server = new ServerProcess(folder, Map.of()).ready()) {
            Lecture lecture = new Lecture(server);
            String up = created(server, lecture);
            String sum = sent(server, lecture, up);
            lecture.becomes(up, SIZE, sum);
            assertThat(read(server, lecture)).isEqualTo(sum);
            long highWater = highWater(server.pid());
            System.out.println(MEGABYTES + " MB up and down, high water " + highWater + " MB");
            assertThat(highWater).isLessThan(MOST_MEGABYTES);
        }
    }

    private HttpRequest.Builder to(ServerProcess server, Lecture lecture, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).header("Tus-Resumable", "1.0.0");
        lecture.headers().forEach(request::header);
        return request;
    }

    private String created(ServerProcess server, Lecture lecture) throws Exception {
        return client.send(
                        to(server, lecture, "/api/v1/uploads")
                                .header("Upload-Length", Long.toString(SIZE))
                                .header(
                                        "Upload-Metadata",
                                        pair("filename", "buoi-hoc.mp4") + "," + pair("purpose", "material") + ","
                                                + pair("programme", Lecture.PROGRAMME))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String pair(String key, String value) {
        return key + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends it in pieces that are made on the way and answers its checksum. */
    private String sent(ServerProcess server, Lecture lecture, String up) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Random random = new Random(MEGABYTES);
        byte[] piece = new byte[PIECE];
        for (long at = 0; at < SIZE; ) {
            int length = (int) Math.min(PIECE, SIZE - at);
            random.nextBytes(piece);
            if (at == 0) System.arraycopy("\0\0\0\20ftypisom".getBytes(StandardCharsets.US_ASCII), 0, piece, 0, 12);
            digest.update(piece, 0, length);
            HttpResponse<Void> answer = client.send(
                    to(server, lecture, up)
                            .header("Content-Type", "application/offset+octet-stream")
                            .header("Upload-Offset", Long.toString(at))
                            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(piece, 0, length))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(204);
            at += length;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String read(ServerProcess server, Lecture lecture) throws Exception {
        HttpResponse<InputStream> answer = client.send(
                to(server, lecture, "/api/v1" + Lecture.CONTENT).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = answer.body()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long highWater(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                .sum();
    }
}
