package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.journey.Commune;

/** An installation that keeps its recordings in a directory instead of the store. */
class InDirectoryTest {
    @TempDir
    static Path folder;

    private static List<Path> kept(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aRecordingLiesInTheDirectoryIsPlayedFromThereAndLeavesItWhenItIsRemoved() throws Exception {
        Path directory = folder.resolve("recordings");
        try (Commune commune =
                new Commune(folder.resolve("data"), Map.of("DIEMCAU_RECORDINGS", directory.toString()))) {
            byte[] content = Bringer.video(900_000);
            String id = new Bringer(commune).ready(content);
            assertThat(kept(directory)).hasSize(1);
            assertThat(kept(directory).get(0)).hasBinaryContent(content);
            HttpRequest seeking = HttpRequest.newBuilder(
                            URI.create(commune.running.url() + "/api/v1/recordings/" + id + "/content"))
                    .header("Cookie", commune.signedIn(0, "260814").headers().get("Cookie"))
                    .header("Range", "bytes=700000-")
                    .build();
            HttpResponse<byte[]> rest =
                    HttpClient.newHttpClient().send(seeking, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(content, 700_000, 900_000));
            assertThat(commune.office.delete("/recordings/" + id).status()).isEqualTo(204);
            assertThat(kept(directory)).isEmpty();
        }
    }
}
