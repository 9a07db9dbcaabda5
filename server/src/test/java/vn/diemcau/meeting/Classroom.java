package vn.diemcau.meeting;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diemcau.Caller;
import vn.diemcau.Patience;
import vn.diemcau.RunningPlatform;
import vn.diemcau.bench.Prosody;

/** A real server that pulls from real Prosodies, with a class of sixteen people and a session for each test, made through the API. */
final class Classroom implements AutoCloseable {
    static final int PEOPLE = 16;
    static final String SITE = "dai-tu";
    private static final Set<String> SOURCES = Set.of("meeting", "observer");

    private final Path data = Files.createTempDirectory("diemcau-classroom");
    private final Map<String, String> environment;
    private final JoinTokens tokens = new JoinTokens("diemcau", SigningKey.shared(Prosody.APP_SECRET));
    private RunningPlatform running;
    private Caller office;
    private int sessions;

    /** A stay as the evidence tells it; open while nobody left. */
    record Stay(Instant from, Optional<Instant> to, int bound, String line) {
        /** Whether the time of leaving, as far off as it says it may be, reaches to when that truly was. */
        boolean leftBetween(Instant earliest, Instant latest) {
            Instant left = to.orElseThrow();
            return !left.minusSeconds(bound).isAfter(latest)
                    && !left.plusSeconds(bound).isBefore(earliest.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    Classroom(Prosody... prosodies) throws Exception {
        this(pulling(prosodies));
    }

    private static Map<String, String> pulling(Prosody... prosodies) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < prosodies.length; i++) sources.add("p" + (i + 1) + "=" + prosodies[i].url());
        return Map.of("JITSI_PRESENCE", String.join(" ", sources), "JITSI_PRESENCE_SECRET", Prosody.PRESENCE_SECRET);
    }

    /** One that knows of presence by other settings. */
    Classroom(Map<String, String> presence) throws Exception {
        environment = new HashMap<>(presence);
        environment.putAll(Map.of(
                "JITSI_URL", "https://meet.test", "JITSI_APP_ID", "diemcau", "JITSI_APP_SECRET", Prosody.APP_SECRET));
        running = RunningPlatform.over(data, environment);
        office = Caller.firstAdministrator(running);
        unit("T", "Đảng bộ tỉnh Thái Nguyên", "province", 1, null);
        unit("T-1", "Đảng bộ xã Đại Từ", "commune", 2, "T");
        for (int i = 0; i < PEOPLE; i++) {
            office.put(
                            "/persons/" + person(i),
                            new JsonObject()
                                    .put("name", "Nguyễn Văn " + (char) ('A' + i))
                                    .put("birth", String.valueOf(1960 + i))
                                    .put("unit", "T-1")
                                    .put("status", "official")
                                    .put("from", "2026-01-01"))
                    .expect(200);
        }
    }

    private void unit(String code, String name, String type, int level, @Nullable String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", name)
                .put("tree", "party")
                .put("type", type)
                .put("level", level)
                .put("from", "2025-07-01");
        if (parent != null) unit.put("parent", parent);
        office.post("/units", unit).expect(201);
    }

    static String person(int number) {
        return "00000000-0000-7000-8000-0000000000" + (10 + number);
    }

    /** What its server is started with. */
    Map<String, String> environment() {
        return environment;
    }

    Caller office() {
        return office;
    }

    RunningPlatform running() {
        return running;
    }

    /** A session under way with everybody on its list. */
    String session() {
        String id = "buoi-" + ++sessions;
        Instant now = Instant.now();
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", "class")
                                .put("title", "Lớp bồi dưỡng")
                                .put("unit", "T")
                                .put("mode", "hybrid")
                                .put(
                                        "sites",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("id", SITE)
                                                        .put("kind", "linked")
                                                        .put("name", "Điểm cầu xã Đại Từ")
                                                        .put("units", new JsonArray().add("T-1")))))
                .expect(201);
        office.post(
                "/programmes/" + id + "/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", id)
                                                .put(
                                                        "startsAt",
                                                        now.minus(Duration.ofMinutes(5))
                                                                .toString())
                                                .put(
                                                        "endsAt",
                                                        now.plus(Duration.ofHours(2))
                                                                .toString()))));
        office.put(
                        "/programmes/" + id + "/scope",
                        new JsonObject()
                                .put("rev", 0)
                                .put(
                                        "rules",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("kind", "units")
                                                        .put("units", new JsonArray().add("T")))))
                .expect(200);
        office.post("/programmes/" + id + "/state", new JsonObject().put("state", "issued"))
                .expect(200);
        Patience.until("the list is in force", () -> {
            Caller.Answer answer = office.get("/sessions/" + id + "/attendance");
            return answer.status() == 200
                    && answer.json().getJsonArray("items", new JsonArray()).size() == PEOPLE;
        });
        return id;
    }

    /** The session's meeting room. */
    String room(String session) {
        return office.post("/sessions/" + session + "/join", new JsonObject())
                .expect(200)
                .getJsonObject("meeting")
                .getString("room");
    }

    /** What the server mints for somebody. */
    String token(String room, int person) {
        return token(room, person(person), Instant.now());
    }

    String token(String room, String id, Instant at) {
        return tokens.mint(room, new JoinTokens.Guest(id, "Nguyễn Văn X", false, false), at);
    }

    /** Somebody's stays by the evidence kept, by their beginning. */
    List<Stay> stays(String session, int person) {
        JsonArray evidence = office.get("/sessions/" + session + "/attendance/" + person(person) + "/why")
                .expect(200)
                .getJsonArray("evidence", new JsonArray());
        Map<String, Instant> ends = new HashMap<>();
        Map<String, Integer> bounds = new HashMap<>();
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            JsonObject one = evidence.getJsonObject(i);
            if (!SOURCES.contains(one.getString("source"))) continue;
            if (one.getString("kind").equals("disconnected")) {
                ends.put(one.getString("device"), Instant.parse(one.getString("seenAt")));
                bounds.put(one.getString("device"), one.getInteger("bound", 0));
            }
        }
        for (int i = 0; i < evidence.size(); i++) {
            JsonObject one = evidence.getJsonObject(i);
            if (!one.getString("kind").equals("connected")) continue;
            String line = one.getString("device");
            stays.add(new Stay(
                    Instant.parse(one.getString("seenAt")),
                    Optional.ofNullable(ends.get(line)),
                    bounds.getOrDefault(line, 0),
                    line));
        }
        stays.sort(Comparator.comparing(Stay::from));
        return stays;
    }

    /** The same once there are so many, of which so many are open. */
    List<Stay> stays(String session, int person, int number, int open) {
        Patience.until(number + " stays of which " + open + " open", () -> {
            List<Stay> stays = stays(session, person);
            return stays.size() == number
                    && stays.stream().filter(stay -> stay.to().isEmpty()).count() == open;
        });
        return stays(session, person);
    }

    /** How many alarms there were about the first meeting server. */
    int alarms() {
        return health().getInteger("alarmCount");
    }

    /** How the first meeting server does. */
    JsonObject health() {
        return office.get("/meeting-servers").expect(200).getJsonArray("items").getJsonObject(0);
    }

    /** The server goes away. */
    void down() throws IOException {
        running.close();
    }

    /** It comes back over what it had kept. */
    void up() throws Exception {
        running = RunningPlatform.over(data, environment);
        office = new Caller(running).signedIn("quantri", "mot cau that dai de nho");
    }

    @Override
    public void close() throws IOException {
        running.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
