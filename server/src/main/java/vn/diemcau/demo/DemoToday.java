package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Today's conference, under way whenever the demonstration is started, and its invented stewards: each opens a site with the code of its
 * slip and sends what happens at the door through the public API. Everything is decided by the session's id, so that a server that was
 * killed goes on with the same day, and what is sent twice counts once.
 */
final class DemoToday {
    private static final Logger LOG = LoggerFactory.getLogger(DemoToday.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LONG = Duration.ofMinutes(210);
    private static final Duration RUNNING_FOR = Duration.ofMinutes(12);
    private static final int SILENT_OF_TWENTY = 2;

    private final DemoCaller office;
    private final int port;
    private final InstantSource clock;

    DemoToday(DemoCaller office, int port, InstantSource clock) {
        this.office = office;
        this.port = port;
        this.clock = clock;
    }

    /** The id of the conference under way: the one that an earlier start made if it still runs for half an hour, else a new one. */
    String open(String province) {
        Instant now = clock.instant();
        JsonArray running = office.get("/sessions?from=" + now.minus(LONG) + "&to=" + now.plusSeconds(60))
                .getJsonArray("items");
        for (Object item : running) {
            JsonObject session = (JsonObject) item;
            boolean ours = session.getString("programme").startsWith("demo-hoi-nghi-");
            if (ours
                    && "issued".equals(session.getString("state"))
                    && Instant.parse(session.getString("endsAt")).isAfter(now.plusSeconds(1800))) {
                return session.getString("id");
            }
        }
        return make(province, now);
    }

    private String make(String province, Instant now) {
        Instant start = now.minus(RUNNING_FOR).truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = LocalDate.ofInstant(now, ZONE);
        String programme = "demo-hoi-nghi-" + start.getEpochSecond();
        String session = programme + "-1";
        office.put(
                "/programmes/" + programme,
                new JsonObject()
                        .put("kind", "conference")
                        .put("title", "Hội nghị học tập, quán triệt Nghị quyết Đại hội Đảng bộ tỉnh")
                        .put("unit", province)
                        .put("mode", "hybrid")
                        .put(
                                "sites",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "chinh")
                                                .put("kind", "main")
                                                .put("name", "Điểm cầu chính, Hội trường Tỉnh ủy")
                                                .put("address", "Hội trường Tỉnh ủy")
                                                .put("seats", 450)
                                                .put("contactName", "Hà Thị Nhung")
                                                .put("contactPhone", "0912408155")
                                                .put(
                                                        "units",
                                                        new JsonArray()
                                                                .add(province)
                                                                .add(province + "-CQ")
                                                                .add(province + "-UB")))));
        office.post("/programmes/" + programme + "/sites/one-per-unit", new JsonObject());
        office.post(
                "/programmes/" + programme + "/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", session)
                                                .put(
                                                        "topic",
                                                        "Nghị quyết Đại hội Đảng bộ tỉnh và Chương trình hành động")
                                                .put("lecturer", "Ban Tuyên giáo và Dân vận Tỉnh ủy")
                                                .put("periods", 4)
                                                .put("startsAt", start.toString())
                                                .put("endsAt", start.plus(LONG).toString())
                                                .put("agenda", agenda(start)))));
        JsonObject scope = new JsonObject()
                .put("rev", office.get("/programmes/" + programme + "/scope").getInteger("rev"))
                .put(
                        "rules",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kind", "posts")
                                        .put("units", new JsonArray().add(province))
                                        .put(
                                                "posts",
                                                new JsonArray()
                                                        .add("Bí thư chi bộ")
                                                        .add("Phó Bí thư chi bộ")
                                                        .add("Chi ủy viên")
                                                        .add("Ủy viên Ban Chấp hành")
                                                        .add("Trưởng thôn")
                                                        .add("Giáo viên")
                                                        .add("Chuyên viên"))));
        office.put("/programmes/" + programme + "/scope", scope);
        office.post("/programmes/" + programme + "/state", new JsonObject().put("state", "issued"));
        LOG.info("demo: today's conference {} on {}", session, day);
        return session;
    }

    private static JsonArray agenda(Instant start) {
        String[][] items = {
            {"0", "Ổn định tổ chức, chào cờ, giới thiệu đại biểu", "Văn phòng Tỉnh ủy"},
            {"15", "Khai mạc hội nghị", "Thường trực Tỉnh ủy"},
            {"30", "Chuyên đề 1: Những điểm mới trong Nghị quyết", "Ban Tuyên giáo và Dân vận Tỉnh ủy"},
            {"100", "Giải lao", ""},
            {"115", "Chuyên đề 2: Chương trình hành động của Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"},
            {"180", "Thảo luận từ các điểm cầu", ""},
            {"200", "Bế mạc", "Thường trực Tỉnh ủy"}
        };
        JsonArray agenda = new JsonArray();
        for (String[] item : items) {
            JsonObject one = new JsonObject()
                    .put(
                            "at",
                            start.plus(Duration.ofMinutes(Long.parseLong(item[0])))
                                    .toString())
                    .put("topic", item[1]);
            if (!item[2].isEmpty()) one.put("presenter", item[2]);
            agenda.add(one);
        }
        return agenda;
    }

    /** What one site's steward will do: whom to scan when. */
    private static final class Door {
        final String site;
        final DemoCaller steward;
        final List<JsonObject> entries = new ArrayList<>();
        int next;
        boolean reported;
        Instant reportAt = Instant.MAX;

        Door(String site, DemoCaller steward) {
            this.site = site;
            this.steward = steward;
        }
    }

    /** Plays the stewards until the thread is interrupted. */
    void play(String session) throws InterruptedException {
        JsonObject whole = office.get("/sessions/" + session);
        Instant start = Instant.parse(whole.getString("startsAt"));
        Map<String, Door> doors = new HashMap<>();
        for (Object item : slips(session)) {
            JsonObject slip = (JsonObject) item;
            String site = slip.getString("site");
            Random random = new Random((session + site).hashCode());
            boolean silent = !site.equals("chinh") && random.nextInt(20) < SILENT_OF_TWENTY;
            if (silent) continue;
            Door door = new Door(site, new DemoCaller(port));
            door.steward.post(
                    "/site-openings",
                    new JsonObject()
                            .put("code", slip.getString("code"))
                            .put("device", new JsonObject().put("name", "Máy điểm danh " + slip.getString("name"))));
            script(session, start, random, door);
            doors.put(site, door);
        }
        while (!Thread.currentThread().isInterrupted()) {
            Instant now = clock.instant();
            for (Door door : doors.values()) advance(session, door, now);
            Thread.sleep(700);
        }
    }

    private JsonArray slips(String session) {
        JsonArray items = office.get("/sessions/" + session + "/slips").getJsonArray("items");
        if (!items.isEmpty()) return items;
        office.post("/sessions/" + session + "/slips", new JsonObject());
        return office.get("/sessions/" + session + "/slips").getJsonArray("items");
    }

    /** Most come in the half hour before the start, some late, two or three of a hundred not at all; slower sites are still filling. */
    private void script(String session, Instant start, Random random, Door door) {
        JsonArray people = door.steward
                .get("/sessions/" + session + "/sites/" + door.site + "/roll")
                .getJsonArray("people");
        boolean slow = random.nextInt(100) < 35;
        double coming = 0.94 + random.nextDouble() * 0.06;
        for (Object item : people) {
            JsonObject person = (JsonObject) item;
            if (!"required".equals(person.getString("standing")) || random.nextDouble() > coming) continue;
            long seconds = slow
                    ? (long) (-600 + random.nextDouble() * 2400)
                    : (long) (-1500 + Math.abs(random.nextGaussian()) * 700);
            door.entries.add(new JsonObject()
                    .put(
                            "id",
                            UUID.nameUUIDFromBytes((session + door.site + person.getString("id"))
                                            .getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .put("kind", "in")
                    .put("by", random.nextInt(10) < 8 ? "badge" : "tick")
                    .put("person", person.getString("id"))
                    .put("seenAt", start.plusSeconds(seconds).toString()));
        }
        door.entries.sort((one, other) -> one.getString("seenAt").compareTo(other.getString("seenAt")));
        if (!door.entries.isEmpty()) {
            Instant last =
                    Instant.parse(door.entries.get(door.entries.size() * 9 / 10).getString("seenAt"));
            door.reportAt = last.plusSeconds(60 + random.nextInt(240));
        }
    }

    private void advance(String session, Door door, Instant now) {
        JsonArray due = new JsonArray();
        while (door.next < door.entries.size()
                && due.size() < 200
                && Instant.parse(door.entries.get(door.next).getString("seenAt"))
                        .isBefore(now)) {
            due.add(door.entries.get(door.next++));
        }
        try {
            if (!due.isEmpty()) {
                door.steward.post(
                        "/sessions/" + session + "/sites/" + door.site + "/evidence/batch",
                        new JsonObject()
                                .put("sentAt", clock.instant().toString())
                                .put("entries", due));
            }
            if (!door.reported && now.isAfter(door.reportAt)) {
                door.reported = true;
                door.steward.post(
                        "/sessions/" + session + "/sites/" + door.site + "/reports",
                        new JsonObject()
                                .put(
                                        "id",
                                        UUID.nameUUIDFromBytes((session + door.site + "report")
                                                        .getBytes(StandardCharsets.UTF_8))
                                                .toString()));
            }
        } catch (DemoCaller.Refused refused) {
            LOG.warn("demo: {}", refused.getMessage());
        }
    }
}
