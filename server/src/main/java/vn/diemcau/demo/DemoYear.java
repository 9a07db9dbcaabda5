package vn.diemcau.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** A year of past conferences and studies, planned, attended and closed through the public API; what stands already is passed over. */
final class DemoYear {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration LONG = Duration.ofMinutes(180);
    private static final String[] TITLES = {
        "Hội nghị giao ban công tác đảng",
        "Hội nghị triển khai nhiệm vụ quý",
        "Học tập chuyên đề về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Hội nghị báo cáo viên",
        "Hội nghị bồi dưỡng nghiệp vụ công tác đảng cho cấp ủy",
        "Học tập, quán triệt nghị quyết của Trung ương"
    };
    private static final String CAMPAIGN = "demo-hoc-tap-nghi-quyet";

    private final int months;
    private final DemoCaller office;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Consumer<String> tell;

    DemoYear(
            int months, DemoCaller office, InstantSource clock, ScheduledExecutorService timer, Consumer<String> tell) {
        this.months = months;
        this.office = office;
        this.clock = clock;
        this.timer = timer;
        this.tell = tell;
    }

    /** Makes what is missing, oldest first. */
    void make(String province) throws InterruptedException {
        YearMonth current = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZONE));
        campaign(province, current.getYear());
        for (int back = months; back >= 1; back--) {
            YearMonth month = current.minusMonths(back);
            if (ended(month)) continue;
            boolean everybody = month.getMonthValue() % 6 == 0;
            tell.accept("  " + (months - back + 1) + "/" + months + "  tháng " + month.getMonthValue() + "/"
                    + month.getYear() + (everybody ? ", toàn đảng bộ" : ", cấp ủy các chi bộ"));
            session(province, month, everybody);
        }
    }

    /** The studies of a year belong together; what somebody changed of it since stays. */
    private void campaign(String province, int year) {
        boolean stands = office.get("/campaigns").getJsonArray("items").stream()
                .anyMatch(one -> CAMPAIGN.equals(((JsonObject) one).getString("id")));
        if (stands) return;
        office.put(
                "/campaigns/" + CAMPAIGN,
                new JsonObject()
                        .put("kind", "resolution_study")
                        .put("title", TITLES[5] + " năm " + year)
                        .put("unit", province)
                        .put("from", year + "-01-01")
                        .put("to", year + "-12-31")
                        .put("target", 97));
    }

    private void session(String province, YearMonth month, boolean everybody) throws InterruptedException {
        Random random = new Random(month.hashCode());
        String programme = programme(month);
        String session = programme + "-1";
        LocalDate day = month.atDay(10 + random.nextInt(14));
        while (day.getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        Instant start = day.atTime(LocalTime.of(random.nextBoolean() ? 8 : 14, 0))
                .atZone(ZONE)
                .toInstant();
        String title = everybody ? TITLES[5] : TITLES[month.getMonthValue() % 5];
        JsonObject campaign = everybody ? new JsonObject().put("campaign", CAMPAIGN) : new JsonObject();
        office.put(
                "/programmes/" + programme,
                campaign.put("kind", everybody ? "resolution_study" : "conference")
                        .put(
                                "title",
                                title + (everybody ? "" : " tháng " + month.getMonthValue() + "/" + month.getYear()))
                        .put("unit", province)
                        .put("mode", "hybrid")
                        .put(
                                "sites",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", "chinh")
                                                .put("kind", "main")
                                                .put("name", "Điểm cầu chính, Hội trường Tỉnh ủy")
                                                .put("seats", 450)
                                                .put("units", new JsonArray().add(province)))));
        office.post("/programmes/" + programme + "/sites/one-per-unit", new JsonObject());
        office.post(
                "/programmes/" + programme + "/sessions",
                new JsonObject()
                        .put(
                                "sessions",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("id", session)
                                                .put("topic", title)
                                                .put("periods", 4)
                                                .put("startsAt", start.toString())
                                                .put("endsAt", start.plus(LONG).toString()))));
        JsonObject rule = new JsonObject().put("units", new JsonArray().add(province));
        if (everybody) rule.put("kind", "units");
        else
            rule.put("kind", "posts")
                    .put(
                            "posts",
                            new JsonArray()
                                    .add("Bí thư chi bộ")
                                    .add("Phó Bí thư chi bộ")
                                    .add("Chi ủy viên"));
        JsonObject kept = office.get("/programmes/" + programme + "/scope");
        if (kept.getJsonArray("rules", new JsonArray()).isEmpty()) {
            office.put(
                    "/programmes/" + programme + "/scope",
                    new JsonObject().put("rev", kept.getInteger("rev")).put("rules", new JsonArray().add(rule)));
        }
        if ("draft".equals(office.get("/programmes/" + programme).getString("state"))) {
            office.post("/programmes/" + programme + "/state", new JsonObject().put("state", "issued"));
        }
        Await.list(timer, office, session);
        for (Object item : office.get("/sessions/" + session).getJsonArray("sites")) {
            attend(session, ((JsonObject) item).getString("id"), start, month);
        }
        DemoRoll.end(office, session);
        office.post("/programmes/" + programme + "/state", new JsonObject().put("state", "ended"));
    }

    private boolean ended(YearMonth month) {
        Instant from = month.atDay(1).atStartOfDay(ZONE).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
        return office.get("/sessions?from=" + from + "&to=" + to).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .anyMatch(one -> one.getString("programme").equals(programme(month))
                        && one.getString("state").equals("ended"));
    }

    private static String programme(YearMonth month) {
        return "demo-" + month;
    }

    /** Better and worse communes, and a slow improvement over the year, so that the tables have something to tell. */
    private void attend(String session, String site, Instant start, YearMonth month) {
        DemoRoll roll = new DemoRoll(office, clock, session, site);
        double commune = 0.955 + (Math.floorMod(site.hashCode(), 40)) / 1000.0;
        if (Math.floorMod(site.hashCode(), 17) == 0) commune -= 0.06;
        double coming = Math.min(0.998, commune + (month.getMonthValue() % 6) * 0.001);
        Random random = new Random((session + site).hashCode());
        for (JsonObject person : roll.people()) {
            String who = person.getString("id");
            String standing = person.getString("standing");
            if (!standing.equals("required") && !standing.equals("guest")) continue;
            if (random.nextDouble() > coming) {
                if (random.nextInt(10) < 7) roll.excuse(who, random.nextInt(DemoRoll.EXCUSES));
                continue;
            }
            boolean late = random.nextInt(100) < 2;
            Instant in = start.plusSeconds(late ? 1200 + random.nextInt(1500) : -1800 + random.nextInt(1700));
            roll.in(who, random.nextInt(5) == 0 ? "tick" : "badge", in);
            if (random.nextInt(250) == 0) roll.out(who, start.plus(LONG).minusSeconds(3600));
        }
        roll.report(start.plusSeconds(1800));
    }
}
