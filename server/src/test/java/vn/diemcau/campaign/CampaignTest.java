package vn.diemcau.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.diemcau.Caller;
import vn.diemcau.RunningPlatform;

/** A campaign over two communes through the real server: progress by unit, reminders to the one that lags, and who sees what. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CampaignTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static RunningPlatform running;
    private static Caller office;
    private static Caller commune;

    @BeforeAll
    static void start() throws Exception {
        running = RunningPlatform.start();
        office = Caller.firstAdministrator(running);
        unit("T", 1, "");
        for (String one : List.of("A", "B")) {
            unit(one, 2, "T");
            unit(one + "1", 4, one);
            for (int n = 1; n <= 2; n++) person(one + "1", n);
        }
        String password = office.post(
                        "/accounts",
                        new JsonObject()
                                .put("login", "vanphong.b")
                                .put("name", "Văn phòng B")
                                .put("role", "unit_admin")
                                .put("unit", "B"))
                .expect(201)
                .getString("password");
        commune = new Caller(running).signedIn("vanphong.b", password);
        office.put("/campaigns/nq", wish("resolution_study")).expect(200);
        study();
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static void unit(String code, int level, String parent) {
        JsonObject unit = new JsonObject()
                .put("code", code)
                .put("name", "Đơn vị " + code)
                .put("tree", "party")
                .put("type", level == 4 ? "party_cell" : "party_organization")
                .put("level", level)
                .put("from", "2025-07-01");
        if (!parent.isEmpty()) unit.put("parent", parent);
        office.post("/units", unit).expect(201);
    }

    private static String id(String cell, int n) {
        return UUID.nameUUIDFromBytes((cell + n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static void person(String cell, int n) {
        office.put(
                        "/persons/" + id(cell, n),
                        new JsonObject()
                                .put("name", "Nông Văn " + cell + n)
                                .put("unit", cell)
                                .put("status", "official")
                                .put("from", "2025-07-01"))
                .expect(200);
    }

    private static JsonObject wish(String kind) {
        return new JsonObject()
                .put("kind", kind)
                .put("title", "Học tập nghị quyết")
                .put("unit", "T")
                .put("from", TODAY.minusDays(10).toString())
                .put("to", TODAY.plusDays(10).toString())
                .put("target", 90);
    }

    /** A conference of the province in the campaign: both of A come, one of B. */
    private static void study() {
        JsonObject site = new JsonObject()
                .put("id", "hoi-truong")
                .put("kind", "main")
                .put("name", "Hội trường")
                .put("units", new JsonArray().add("T"));
        office.put(
                        "/programmes/hoc-nq",
                        new JsonObject()
                                .put("kind", "resolution_study")
                                .put("title", "Hội nghị học tập")
                                .put("unit", "T")
                                .put("mode", "in_room")
                                .put("campaign", "nq")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        Instant now = Instant.now();
        JsonObject session = new JsonObject()
                .put("id", "hoc-nq-1")
                .put("startsAt", now.minus(Duration.ofMinutes(2)).toString())
                .put("endsAt", now.plus(Duration.ofHours(2)).toString());
        office.post("/programmes/hoc-nq/sessions", new JsonObject().put("sessions", new JsonArray().add(session)))
                .expect(200);
        JsonObject everybody = new JsonObject().put("kind", "units").put("units", new JsonArray().add("T"));
        office.put(
                        "/programmes/hoc-nq/scope",
                        new JsonObject().put("rev", 0).put("rules", new JsonArray().add(everybody)))
                .expect(200);
        office.post("/programmes/hoc-nq/state", new JsonObject().put("state", "issued"))
                .expect(200);
        String at = "/sessions/hoc-nq-1/sites/hoi-truong";
        until(() -> {
            Caller.Answer roll = office.get(at + "/roll");
            return roll.status() == 200 && roll.json().getJsonArray("people").size() == 4;
        });
        for (String person : List.of(id("A1", 1), id("A1", 2), id("B1", 1))) {
            office.put(
                            at + "/evidence/" + UUID.randomUUID(),
                            new JsonObject()
                                    .put("kind", "in")
                                    .put("by", "tick")
                                    .put("person", person)
                                    .put("seenAt", Instant.now().toString()))
                    .expect(200);
        }
        until(() -> office.get("/sessions/hoc-nq-1/attendance?standing=present")
                        .expect(200)
                        .getJsonArray("items")
                        .size()
                == 3);
    }

    private static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 30 s").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    @Order(1)
    void progressIsCountedByUnitAndTheOneThatLagsIsSeen() {
        JsonObject progress = office.get("/campaigns/nq/progress").expect(200);
        JsonObject total = progress.getJsonObject("total");
        assertThat(total.getInteger("members")).isEqualTo(4);
        assertThat(total.getInteger("persons")).isEqualTo(3);
        assertThat(total.getInteger("turnsRequired")).isEqualTo(4);
        assertThat(total.getInteger("collectives")).isEqualTo(2);
        assertThat(total.getInteger("reached")).isEqualTo(1);
        JsonArray items = progress.getJsonArray("items");
        assertThat(items.getJsonObject(0).getBoolean("lags")).isFalse();
        assertThat(items.getJsonObject(1).getBoolean("lags")).isTrue();
    }

    @Test
    @Order(2)
    void aCommuneSeesItsOwnFiguresAndNobodyElses() {
        JsonObject own = commune.get("/campaigns/nq/progress").expect(200);
        assertThat(own.getString("unit")).isEqualTo("B");
        assertThat(commune.get("/campaigns/nq/progress?unit=A").problem(404)).isEqualTo("not_found");
        assertThat(commune.get("/campaigns/nq/progress?unit=T").problem(404)).isEqualTo("not_found");
        assertThat(commune.put("/campaigns/nq", wish("other").put("rev", 1)).problem(404))
                .isEqualTo("not_found");
    }

    @Test
    @Order(3)
    void aReminderReachesTheUnitOnceAndOnlyIt() {
        JsonObject reminder = new JsonObject()
                .put("id", UUID.randomUUID().toString())
                .put("units", new JsonArray().add("B"))
                .put("text", "Đề nghị tổ chức học bù trước ngày 30.");
        assertThat(office.post("/campaigns/nq/reminders", reminder).status()).isEqualTo(204);
        assertThat(office.post("/campaigns/nq/reminders", reminder).status()).isEqualTo(204);
        JsonArray seen = commune.get("/campaigns/nq").expect(200).getJsonArray("reminders");
        assertThat(seen).hasSize(1);
        assertThat(seen.getJsonObject(0).getString("text")).startsWith("Đề nghị");
        JsonObject row =
                commune.get("/campaigns").expect(200).getJsonArray("items").getJsonObject(0);
        assertThat(row.getString("remindedAt")).isNotNull();
        JsonObject foreign = reminder.copy().put("units", new JsonArray().add("A"));
        assertThat(commune.post("/campaigns/nq/reminders", foreign).problem(404))
                .isEqualTo("not_found");
    }

    @Test
    @Order(4)
    void aCampaignIsKeptOnceAndChangedByTheLatestOnly() {
        JsonObject same = office.put("/campaigns/nq", wish("resolution_study")).expect(200);
        assertThat(same.getLong("rev")).isEqualTo(1);
        assertThat(office.put("/campaigns/nq", wish("resolution_study").put("target", 95))
                        .problem(409))
                .isEqualTo("changed_meanwhile");
        office.put("/campaigns/nq", wish("resolution_study").put("target", 95).put("rev", 1))
                .expect(200);
        assertThat(office.get("/campaigns").expect(200).getJsonArray("items")).hasSize(1);
        assertThat(office.put(
                                "/campaigns/nguoc",
                                wish("other").put("to", TODAY.minusDays(20).toString()))
                        .problem(400))
                .isEqualTo("ends_before_start");
    }

    @Test
    @Order(5)
    void nobodyWhomTheCallerMayNotLookUpIsPutIntoACampaign() {
        JsonObject own = wish("visits").put("unit", "B").put("quota", 5);
        JsonObject strange = own.copy().put("persons", new JsonArray().add(id("A1", 1)));
        assertThat(commune.put("/campaigns/cua-b", strange).problem(404)).isEqualTo("not_found");
        JsonObject nobody = own.copy().put("persons", new JsonArray().add("nobody"));
        assertThat(commune.put("/campaigns/cua-b", nobody).problem(404)).isEqualTo("not_found");
        JsonObject kept = own.copy().put("persons", new JsonArray().add(id("B1", 1)));
        commune.put("/campaigns/cua-b", kept).expect(200);
    }

    @Test
    @Order(5)
    void visitsCountTowardsEachPersonsOwnQuota() {
        office.put(
                        "/campaigns/di-co-so",
                        wish("visits").put("quota", 5).put("persons", new JsonArray().add(id("A1", 1))))
                .expect(200);
        JsonObject visits = office.get("/campaigns/di-co-so/progress")
                .expect(200)
                .getJsonArray("visits")
                .getJsonObject(0);
        assertThat(visits.getInteger("visits")).isZero();
        assertThat(visits.getBoolean("met")).isFalse();
        assertThat(commune.get("/campaigns/di-co-so/progress").expect(200).getJsonArray("visits"))
                .isEmpty();
    }
}
