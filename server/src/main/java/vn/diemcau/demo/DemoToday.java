package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Today's conference, under way whenever the demonstration is started: by day a study of a resolution, by night the storm that is coming. */
final class DemoToday {
    private static final Logger LOG = LoggerFactory.getLogger(DemoToday.class);
    private static final Set<String> OFFICES = Set.of("Chi bộ Cơ quan Đảng, đoàn thể", "Chi bộ Ủy ban nhân dân");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LONGEST = Duration.ofMinutes(210);
    private static final Duration LEFT = Duration.ofMinutes(30);
    private static final Duration STARTED_AT_LEAST = Duration.ofMinutes(6);

    /** The site of the hall where the conference is led. */
    static final String MAIN = "chinh";

    private final DemoCaller office;
    private final InstantSource clock;
    private final boolean alwaysByDay;

    /** @param alwaysByDay whether it is the study of a resolution at any hour */
    DemoToday(DemoCaller office, InstantSource clock, boolean alwaysByDay) {
        this.office = office;
        this.clock = clock;
        this.alwaysByDay = alwaysByDay;
    }

    /** The id of the conference under way: the one that an earlier start made if it still runs for half an hour, else a new one. */
    String open(String province) {
        Instant now = clock.instant();
        JsonArray running = office.get("/sessions?from=" + now.minus(LONGEST) + "&to=" + now.plusSeconds(60))
                .getJsonArray("items");
        for (Object item : running) {
            JsonObject session = (JsonObject) item;
            boolean ours = session.getString("programme").startsWith("demo-hoi-nghi-");
            if (ours
                    && "issued".equals(session.getString("state"))
                    && Instant.parse(session.getString("endsAt")).isAfter(now.plus(LEFT))) {
                return session.getString("id");
            }
        }
        return make(province, now);
    }

    private String make(String province, Instant now) {
        Instant start = start(now);
        DemoSitting sitting = alwaysByDay ? DemoSitting.STUDY : DemoSitting.at(LocalTime.ofInstant(start, ZONE));
        String programme = "demo-hoi-nghi-" + start.getEpochSecond();
        String session = programme + "-1";
        office.put(
                "/programmes/" + programme,
                new JsonObject()
                        .put("kind", "conference")
                        .put("title", sitting.title())
                        .put("unit", province)
                        .put("mode", "hybrid")
                        .put(
                                "sites",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", MAIN)
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
                                                .put("topic", sitting.topic())
                                                .put("lecturer", sitting.lecturer())
                                                .put("periods", sitting.periods())
                                                .put("startsAt", start.toString())
                                                .put(
                                                        "endsAt",
                                                        start.plus(sitting.length())
                                                                .toString())
                                                .put("agenda", sitting.agenda(start)))));
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
        JsonArray offices = officeCells(province);
        if (!offices.isEmpty())
            scope.getJsonArray("rules")
                    .add(new JsonObject().put("kind", "units").put("units", offices));
        office.put("/programmes/" + programme + "/scope", scope);
        office.post("/programmes/" + programme + "/state", new JsonObject().put("state", "issued"));
        LOG.debug("demo: today's conference {}", session);
        return session;
    }

    /** The last quarter of an hour that is a few minutes past. */
    static Instant start(Instant now) {
        long quarter = Duration.ofMinutes(15).toSeconds();
        long past = now.minus(STARTED_AT_LEAST).getEpochSecond();
        return Instant.ofEpochSecond(past - past % quarter);
    }

    /** Whoever works in a commune's own offices comes too, so that its hall is full. */
    private JsonArray officeCells(String province) {
        JsonArray cells = new JsonArray();
        for (Object item : office.get("/units?parent=" + province).getJsonArray("items")) {
            String commune = ((JsonObject) item).getString("id");
            if (!commune.matches(province + "-\\d{5}")) continue;
            for (Object below : office.get("/units?parent=" + commune).getJsonArray("items")) {
                JsonObject cell = (JsonObject) below;
                if (OFFICES.contains(cell.getString("name"))) cells.add(cell.getString("id"));
            }
        }
        return cells;
    }
}
