package vn.diemcau.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.embedded.StoreTool;

/**
 * The data of each released version, kept from then on as an archive of store and keys: this version opens them, signs in with the
 * password of then, and shows the figures of then.
 */
class UpgradeTest {
    private static final Path RELEASED =
            Path.of(System.getProperty("project.root", "..")).resolve("server/src/test/resources/released");
    private static final String PASSWORD = "mot cau that dai de nho";
    private static final String SITE = "/sessions/buoi-1/sites/diem-1";

    static Stream<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        }
    }

    private static JsonObject figures(Caller office) {
        JsonObject counts = office.get(SITE + "/roll").expect(200).getJsonObject("counts");
        return new JsonObject()
                .put("required", counts.getInteger("required"))
                .put("present", counts.getInteger("present"))
                .put(
                        "people",
                        office.get("/units/T-1/people")
                                .expect(200)
                                .getJsonArray("items")
                                .size());
    }

    @ParameterizedTest
    @MethodSource("archives")
    void theDataOfAReleasedVersionOpensWithItsFigures(Path archive, @TempDir Path data) throws Exception {
        String expected = unpacked(archive, data);
        try (RunningPlatform running = RunningPlatform.over(data, Map.of())) {
            Caller office = new Caller(running).signedIn("quantri", PASSWORD);
            assertThat(figures(office)).isEqualTo(new JsonObject(expected));
        }
    }

    /** {@code -Ddiemcau.release=1.0.0} keeps the data of this version as an archive. */
    @Test
    void thisVersionIsKeptWhenItIsReleased() throws Exception {
        String version = System.getProperty("diemcau.release", "");
        assumeThat(version).isNotEmpty();
        try (Grounds grounds = new Grounds()) {
            for (int number = 1; number <= 2; number++)
                grounds.province
                        .put(
                                SITE + "/evidence/" + UUID.randomUUID(),
                                new JsonObject()
                                        .put("kind", "in")
                                        .put("by", "tick")
                                        .put("person", Grounds.person(1, number))
                                        .put("seenAt", java.time.Instant.now().toString()))
                        .expect(200);
            Patience.until("both are counted", () -> figures(grounds.province).getInteger("present") == 2);
            JsonObject figures = figures(grounds.province);
            Path data = grounds.running.data();
            Path store = data.resolve("copy.db");
            StoreTool.backup(data, store);
            Files.createDirectories(RELEASED);
            try (OutputStream file = Files.newOutputStream(RELEASED.resolve(version + ".zip"));
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                entry(zip, "figures.json", figures.encode().getBytes(StandardCharsets.UTF_8));
                entry(zip, "store.db", Files.readAllBytes(store));
                try (Stream<Path> keys = Files.list(data.resolve("keys"))) {
                    for (Path key : keys.sorted().toList())
                        entry(zip, "keys/" + key.getFileName(), Files.readAllBytes(key));
                }
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Puts store and keys into the directory; answers the figures of then. */
    private static String unpacked(Path archive, Path data) throws Exception {
        String figures = "";
        Files.createDirectories(data.resolve("keys"));
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals("figures.json")) figures = new String(bytes, StandardCharsets.UTF_8);
                else if (List.of("store.db").contains(entry.getName())
                        || entry.getName().matches("keys/[\\w.-]+")) Files.write(data.resolve(entry.getName()), bytes);
            }
        }
        return figures;
    }
}
