package vn.diemcau.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Config;
import vn.diemcau.Platform;

/** How long a scan waits for its answer on a slow phone: {@code bench door [--people 90]}. The last line is {@code door p95 N ms}. */
final class DoorBench {
    private static final String SESSION = "door-1";

    private DoorBench() {}

    static void run(String[] arguments) throws Exception {
        int people = arguments.length == 2 && arguments[0].equals("--people") ? Integer.parseInt(arguments[1]) : 90;
        Path folder = Files.createTempDirectory("diemcau-bench-door");
        Vertx vertx = Vertx.vertx();
        try {
            List<String> told = new ArrayList<>();
            Map<String, String> environment = new TreeMap<>(System.getenv());
            environment.keySet().removeIf(key -> key.startsWith("MONGODB"));
            Config config =
                    Config.read(List.of("--port", "0", "--data", folder.toString()), BenchSettings.with(environment));
            Platform platform = new Platform(vertx, config, told::add);
            RushBench.wait(platform.start());
            try (RushCaller caller = new RushCaller(platform.port(), told)) {
                stage(caller, people);
                measure(caller, "http://localhost:" + platform.port());
            }
            RushBench.wait(platform.stop());
        } finally {
            RushBench.wait(vertx.close());
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        }
    }

    private static void stage(RushCaller caller, int people) throws IOException, InterruptedException {
        unit(caller, "D", 1, null);
        unit(caller, "DC", 2, "D");
        unit(caller, "DB", 4, "DC");
        for (int i = 0; i < people; i++) {
            JsonObject person = new JsonObject()
                    .put("name", "Nguyễn Văn Thử " + i)
                    .put("unit", "DB")
                    .put("status", "official")
                    .put("birth", String.valueOf(1950 + i % 50))
                    .put("from", "2026-01-01");
            caller.one("PUT", String.format(Locale.ROOT, "/persons/00000000-0000-7000-8000-%012x", i), person);
        }
        JsonObject site = new JsonObject()
                .put("id", "hall")
                .put("kind", "main")
                .put("name", "Hội trường")
                .put("seats", people)
                .put("units", new JsonArray().add("D"));
        JsonObject programme = new JsonObject()
                .put("kind", "conference")
                .put("title", "Hội nghị")
                .put("unit", "D")
                .put("mode", "hybrid")
                .put("sites", new JsonArray().add(site));
        caller.one("PUT", "/programmes/door", programme);
        Instant now = Instant.now();
        JsonObject session = new JsonObject()
                .put("id", SESSION)
                .put("startsAt", now.toString())
                .put("endsAt", now.plus(Duration.ofHours(2)).toString());
        caller.one("POST", "/programmes/door/sessions", new JsonObject().put("sessions", new JsonArray().add(session)));
        JsonObject rule = new JsonObject().put("kind", "units").put("units", new JsonArray().add("D"));
        caller.one(
                "PUT",
                "/programmes/door/scope",
                new JsonObject().put("rev", 0).put("rules", new JsonArray().add(rule)));
        caller.one("POST", "/programmes/door/state", new JsonObject().put("state", "issued"));
        caller.until(SESSION, "required", people);
    }

    private static void unit(RushCaller caller, String code, int level, @Nullable String parent)
            throws IOException, InterruptedException {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", "Đơn vị " + code)
                .put("tree", "party")
                .put("type", level == 4 ? "party_cell" : "party_organization")
                .put("level", level)
                .put("from", "2026-01-01");
        if (parent != null) unit.put("parent", parent);
        caller.one("POST", "/units", unit);
    }

    private static void measure(RushCaller caller, String url) throws IOException, InterruptedException {
        String slip = caller.one("GET", "/sessions/" + SESSION + "/slips", null)
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("code");
        String pack = caller.one("GET", "/sessions/" + SESSION + "/sites/hall/pack", null)
                .getString("pack");
        JsonObject inside = new JsonObject(new String(Base64.getUrlDecoder().decode(pack), StandardCharsets.UTF_8));
        List<String> command = new ArrayList<>(List.of("node", "scripts/door.mjs", url, slip));
        for (Object person : inside.getJsonArray("people")) command.add(((JsonObject) person).getString("short"));
        Path client =
                Path.of(System.getProperty("diemcau.home", "."), "web-client").toAbsolutePath();
        int ended = new ProcessBuilder(command)
                .directory(client.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (ended != 0) throw new IllegalStateException("the browser's half of the bench failed");
    }
}
