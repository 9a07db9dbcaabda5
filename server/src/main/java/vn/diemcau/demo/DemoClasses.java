package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

/**
 * Two classes: one that is under way in whatever week the demonstration is started, eight days of two sessions each, and one that ended
 * some weeks ago. What is over of them is attended and closed through the public API; what stands already is passed over.
 */
final class DemoClasses {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LONG = Duration.ofMinutes(210);
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final int PERIODS = 4;
    private static final int DAYS = 8;
    /** Four of sixteen sessions are more than a fifth. */
    private static final int TOO_MANY = 4;

    private static final int WEEKS_BACK = 5;
    private static final String SITE = "hoi-truong";
    private static final String OVER = "demo-lop-boi-duong-";
    /** Their people are called to today's conference. */
    private static final Set<String> BUSY = Set.of("Chi bộ Cơ quan Đảng, đoàn thể", "Chi bộ Ủy ban nhân dân");

    private static final String[] TOPICS = {
        "Khái quát lịch sử Đảng Cộng sản Việt Nam",
        "Chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh, nền tảng tư tưởng của Đảng",
        "Cương lĩnh xây dựng đất nước trong thời kỳ quá độ",
        "Nội dung cơ bản của Điều lệ Đảng",
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Nhiệm vụ của đảng viên, những điều đảng viên không được làm",
        "Công tác chi bộ, chế độ sinh hoạt đảng",
        "Thảo luận, giải đáp, viết bài thu hoạch"
    };

    private final DemoCaller office;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;

    DemoClasses(DemoCaller office, InstantSource clock, ScheduledExecutorService timer) {
        this.office = office;
        this.clock = clock;
        this.timer = timer;
    }

    /** A class as it is planned. */
    private record Plan(String id, String title, String training, LocalDate first, int days, int people) {}

    /** Makes this week's class and the one that is over, and attends what has been held of those of the weeks before. */
    void make(String province) throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        LocalDate first = first(today);
        Set<String> standing = standing(first.minusWeeks(WEEKS_BACK + 1), first.plusWeeks(2));
        for (int back = WEEKS_BACK; back >= 0; back--) {
            Plan plan = underWay(first.minusWeeks(back));
            if (back == 0 || standing.contains(plan.id())) hold(province, plan, standing);
        }
        if (standing.stream().noneMatch(one -> one.startsWith(OVER))) over(province, first.minusWeeks(WEEKS_BACK));
    }

    private void over(String province, LocalDate first) throws InterruptedException {
        hold(
                province,
                new Plan(OVER + first, "Lớp bồi dưỡng nghiệp vụ công tác dân vận ở cơ sở", "refresher", first, 3, 26),
                Set.of());
    }

    /** The classes that have sessions between these days. */
    private Set<String> standing(LocalDate from, LocalDate to) {
        String query = "?from=" + from.atStartOfDay(ZONE).toInstant() + "&to="
                + to.atStartOfDay(ZONE).toInstant();
        return office.get("/sessions" + query).getJsonArray("items").stream()
                .map(one -> ((JsonObject) one).getString("programme"))
                .filter(programme -> programme.startsWith("demo-lop-"))
                .collect(Collectors.toSet());
    }

    /** The Thursday of last week: two days of it are over on any day of this week, and one is left. */
    static LocalDate first(LocalDate today) {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(4);
    }

    private static Plan underWay(LocalDate first) {
        return new Plan(
                "demo-lop-" + first,
                "Lớp bồi dưỡng lý luận chính trị dành cho đảng viên mới",
                "political_theory",
                first,
                DAYS,
                38);
    }

    private List<JsonObject> sessions(String programme) {
        return office.get("/programmes/" + programme).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** The days of a class, Saturdays and Sundays left out. */
    static List<LocalDate> days(LocalDate first, int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()) days.add(day);
        }
        return days;
    }

    private void hold(String province, Plan plan, Set<String> standing) throws InterruptedException {
        if (!standing.contains(plan.id())) plan(province, plan);
        List<JsonObject> sessions = sessions(plan.id());
        Instant now = clock.instant();
        int open = 0;
        for (int number = 0; number < sessions.size(); number++) {
            JsonObject session = sessions.get(number);
            if ("ended".equals(session.getString("state"))) continue;
            if (Instant.parse(session.getString("endsAt")).isBefore(now)) attend(session, number);
            else open++;
        }
        if (open == 0 && !"ended".equals(office.get("/programmes/" + plan.id()).getString("state"))) {
            office.post("/programmes/" + plan.id() + "/state", new JsonObject().put("state", "ended"));
        }
    }

    private void plan(String province, Plan plan) {
        office.put(
                "/programmes/" + plan.id(),
                new JsonObject()
                        .put("kind", "class")
                        .put("training", plan.training())
                        .put("title", plan.title())
                        .put("unit", province)
                        .put("mode", "in_room")
                        .put(
                                "sites",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", SITE)
                                                .put("kind", "main")
                                                .put("name", "Hội trường Trường Chính trị tỉnh")
                                                .put("address", "Trường Chính trị tỉnh")
                                                .put("seats", 120)
                                                .put("units", new JsonArray().add(province)))));
        JsonArray sessions = new JsonArray();
        int number = 0;
        for (LocalDate day : days(plan.first(), plan.days())) {
            for (LocalTime time : List.of(MORNING, AFTERNOON)) {
                Instant start = day.atTime(time).atZone(ZONE).toInstant();
                sessions.add(new JsonObject()
                        .put("id", plan.id() + "-" + ++number)
                        .put("topic", TOPICS[(number - 1) / 2 % TOPICS.length])
                        .put("lecturer", "Trường Chính trị tỉnh")
                        .put("periods", PERIODS)
                        .put("startsAt", start.toString())
                        .put("endsAt", start.plus(LONG).toString()));
            }
        }
        office.post("/programmes/" + plan.id() + "/sessions", new JsonObject().put("sessions", sessions));
        JsonObject rule = new JsonObject().put("kind", "persons").put("persons", trainees(province, plan));
        JsonObject kept = office.get("/programmes/" + plan.id() + "/scope");
        office.put(
                "/programmes/" + plan.id() + "/scope",
                new JsonObject().put("rev", kept.getInteger("rev")).put("rules", new JsonArray().add(rule)));
        office.post("/programmes/" + plan.id() + "/state", new JsonObject().put("state", "issued"));
    }

    /** Members without a post, from all over the province. */
    private JsonArray trainees(String province, Plan plan) {
        List<String> free = new ArrayList<>();
        for (Object item :
                office.get("/units/" + province + "/people?limit=500").getJsonArray("items")) {
            JsonObject person = (JsonObject) item;
            String unit = person.getString("unitName", "");
            if (person.getJsonArray("posts", new JsonArray()).isEmpty()
                    && BUSY.stream().noneMatch(unit::startsWith)) {
                free.add(person.getString("id"));
            }
        }
        JsonArray trainees = new JsonArray();
        int step = Math.max(1, free.size() / plan.people());
        int from = plan.training().hashCode() & 1;
        for (int at = from; at < free.size() && trainees.size() < plan.people(); at += step) trainees.add(free.get(at));
        return trainees;
    }

    /** Nearly everybody comes to nearly everything; one misses so much that no exam is left, another is near it. */
    private void attend(JsonObject session, int number) throws InterruptedException {
        String id = session.getString("id");
        Instant start = Instant.parse(session.getString("startsAt"));
        Await.list(timer, office, id);
        DemoRoll roll = new DemoRoll(office, clock, id, SITE);
        Random random = new Random(id.hashCode());
        int seat = 0;
        for (JsonObject person : roll.people()) {
            if (!person.getString("standing").equals("required")) continue;
            int chair = seat++;
            String who = person.getString("id");
            if (chair == 2 && number < TOO_MANY || chair == 5 && number == 0) continue;
            if (chair == 5 && number == 2 || chair > 5 && random.nextInt(100) < 3) {
                roll.excuse(who, random.nextInt(DemoRoll.EXCUSES));
                continue;
            }
            int minutes = random.nextInt(40) == 0 ? 25 : -random.nextInt(20) - 1;
            roll.in(who, random.nextInt(4) == 0 ? "tick" : "badge", start.plus(Duration.ofMinutes(minutes)));
        }
        roll.report(start.plus(Duration.ofMinutes(30)));
        DemoRoll.end(office, id);
    }
}
