package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import vn.diemcau.Caller;

/** The steps of an import as a page takes them. */
public final class ImportBench {
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();

    private final Caller caller;

    public ImportBench(Caller caller) {
        this.caller = caller;
    }

    public String begin() {
        return caller.post("/imports", new JsonObject()).expect(201).getString("id");
    }

    public JsonObject add(String id, Path file) throws IOException {
        return caller.send(
                        "POST",
                        "/imports/" + id + "/files?name=" + file.getFileName(),
                        "application/octet-stream",
                        Files.readAllBytes(file))
                .expect(201);
    }

    public JsonObject addText(String id, String name, String text) {
        return caller.send(
                        "POST",
                        "/imports/" + id + "/files?name=" + name,
                        "application/octet-stream",
                        text.getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }

    public JsonObject preview(String id) {
        caller.post("/imports/" + id + "/preview", new JsonObject()).expect(202);
        return settled(id);
    }

    public JsonObject confirm(String id) {
        caller.post("/imports/" + id + "/confirmation", new JsonObject()).expect(202);
        return settled(id);
    }

    /** A whole folder, or some files, from the first step to the last. */
    public JsonObject takeIn(List<Path> files) throws IOException {
        String id = begin();
        for (Path file : files) add(id, file);
        assertThat(preview(id).getString("state")).isEqualTo("ready");
        return confirm(id);
    }

    private JsonObject settled(String id) {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < deadline) {
            JsonObject now = caller.get("/imports/" + id).expect(200);
            if (!List.of("reading", "writing").contains(now.getString("state"))) return now;
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the import did not settle");
    }

    public static JsonObject report(JsonObject shown, String file) {
        return shown.getJsonArray("files").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("name").equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shown.encodePrettily()))
                .getJsonObject("report");
    }

    public static Map<String, Integer> tallies(JsonObject report, String list) {
        Map<String, Integer> tallies = new HashMap<>();
        report.getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .forEach(one -> tallies.put(one.getString("what"), one.getInteger("count")));
        return tallies;
    }
}
