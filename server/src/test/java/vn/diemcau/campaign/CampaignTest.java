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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.diemcau.Caller;
import vn.diemcau.Founding;
import vn.diemcau.JustBegun;
import vn.diemcau.Patience;
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
        Founding founding = new Founding(office);
        founding.unit("T", 1, "");
        for (String one : List.of("A", "B")) {
            founding.unit(one, 2, "T");
            founding.unit(one + "1", 4, one);
            for (int n = 1; n <= 2; n++) founding.person(one + "1", "Nông Văn " + n);
        }
        founding.unit("B2", 4, "B");
        commune = new Caller(running).signedIn("vanphong.b", founding.account("vanphong.b", "B"));
        office.put("/campaigns/nq", wish("resolution_study")).expect(200);
        study();
    }

    @AfterAll
    static void stop() throws Exception {
        running.close();
    }

    private static String id(String cell, int n) {
        return Founding.id(cell, "Nông Văn " + n);
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
                .put("startsAt", JustBegun.today().toString())
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
        Patience.until("the list is in force", () -> {
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
        Patience.until(
                "all three are counted",
                () -> office.get("/sessions/hoc-nq-1/attendance?standing=present")
                                .expect(200)
                                .getJsonArray("items")
                                .size()
                        == 3);
    }

    @Test
    @Order(1)
    void progressIsCountedByUnitAndTheOneThatLagsIsSeen() {
        JsonObject progress = office.get("/campaigns/nq/progress").expect(200);
        JsonObject total = progress.getJsonObject("total");
        assertThat(total.getInteger("members")).isEqualTo(4);
        assertThat(total.getInteger("persons")).isEqualTo(3);
        assertThat(total.getInteger("turnsRequired")).isEqualTo(4);
        assertThat(total.getInteger("collectives")).isEqualTo(3);
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
    void visitsCountTowardsEachPersonsOwnQuotaEachCellOnce() {
        String visitor = id("A1", 1);
        office.put("/campaigns/di-co-so", wish("visits").put("quota", 2).put("persons", new JsonArray().add(visitor)))
                .expect(200);
        assertThat(visits())
                .isEqualTo(new JsonObject().put("visits", 0).put("turns", 0).put("met", false));
        meeting("hop-b-1", "B1", visitor);
        meeting("hop-b-2", "B1", visitor);
        Patience.until("the visits are counted", () -> visits().getInteger("turns") == 2);
        assertThat(visits())
                .isEqualTo(new JsonObject().put("visits", 1).put("turns", 2).put("met", false));
        meeting("hop-b2", "B2", visitor);
        Patience.until("the visits are counted", () -> visits().getInteger("turns") == 3);
        assertThat(visits())
                .isEqualTo(new JsonObject().put("visits", 2).put("turns", 3).put("met", true));
        assertThat(commune.get("/campaigns/di-co-so/progress").expect(200).getJsonArray("visits"))
                .isEmpty();
    }

    private static JsonObject visits() {
        JsonObject row = office.get("/campaigns/di-co-so/progress")
                .expect(200)
                .getJsonArray("visits")
                .getJsonObject(0);
        return new JsonObject()
                .put("visits", row.getInteger("visits"))
                .put("turns", row.getInteger("turns"))
                .put("met", row.getBoolean("met"));
    }

    /** A meeting of the cell that has begun, to which the visitor is invited and comes. */
    private static void meeting(String id, String cell, String visitor) {
        JsonObject site = new JsonObject()
                .put("id", "nha-hop")
                .put("kind", "main")
                .put("name", "Nhà họp thôn")
                .put("units", new JsonArray().add(cell));
        office.put(
                        "/programmes/" + id,
                        new JsonObject()
                                .put("kind", "cell_meeting")
                                .put("title", "Sinh hoạt chi bộ")
                                .put("unit", cell)
                                .put("mode", "in_room")
                                .put("sites", new JsonArray().add(site)))
                .expect(201);
        Instant now = Instant.now();
        JsonObject session = new JsonObject()
                .put("id", id + "-1")
                .put("startsAt", JustBegun.today().toString())
                .put("endsAt", now.plus(Duration.ofHours(2)).toString());
        office.post("/programmes/" + id + "/sessions", new JsonObject().put("sessions", new JsonArray().add(session)))
                .expect(200);
        JsonObject members = new JsonObject().put("kind", "units").put("units", new JsonArray().add(cell));
        JsonObject invited = new JsonObject()
                .put("kind", "persons")
                .put("persons", new JsonArray().add(visitor))
                .put("invited", true);
        office.put(
                        "/programmes/" + id + "/scope",
                        new JsonObject()
                                .put("rev", 0)
                                .put("rules", new JsonArray().add(members).add(invited)))
                .expect(200);
        office.post("/programmes/" + id + "/state", new JsonObject().put("state", "issued"))
                .expect(200);
        String at = "/sessions/" + id + "-1/sites/nha-hop";
        Patience.until("the list is in force", () -> {
            Caller.Answer roll = office.get(at + "/roll");
            return roll.status() == 200
                    && roll.json().getJsonArray("people").encode().contains(visitor);
        });
        office.put(
                        at + "/evidence/" + UUID.randomUUID(),
                        new JsonObject()
                                .put("kind", "in")
                                .put("by", "tick")
                                .put("person", visitor)
                                .put("seenAt", Instant.now().toString()))
                .expect(200);
    }

    @Test
    @Order(6)
    void aCampaignWhoseUnitEndedGoesOnWithWhatFollowedIt() {
        commune.put("/campaigns/cua-b", wish("other").put("unit", "B").put("rev", 1))
                .expect(200);
        String id = UUID.randomUUID().toString();
        JsonObject draft = office.put(
                        "/reorganisations/" + id,
                        new JsonObject()
                                .put("kind", "absorb")
                                .put("date", TODAY.toString())
                                .put("decision", "9-QĐ/TU")
                                .put("units", new JsonArray().add("B"))
                                .put("into", "A")
                                .put("rightsFollow", false))
                .expect(200);
        office.post(
                        "/reorganisations/" + id + "/approval",
                        new JsonObject()
                                .put("rev", draft.getLong("rev"))
                                .put("sees", draft.getJsonObject("does").getString("print")))
                .expect(200);
        office.post("/reorganisations/" + id + "/application", new JsonObject()).expect(200);
        JsonObject progress = office.get("/campaigns/cua-b/progress").expect(200);
        assertThat(progress.getString("unit")).isEqualTo("A");
        assertThat(progress.getJsonObject("total").getInteger("members")).isEqualTo(4);
        assertThat(progress.getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("id")))
                .containsExactly("A1", "B1", "B2");
        assertThat(office.get("/campaigns/cua-b").expect(200).getBoolean("mayPlan"))
                .isTrue();
        JsonObject again =
                wish("other").put("unit", "B").put("title", "Tên khác").put("rev", 2);
        assertThat(commune.put("/campaigns/cua-b", again).problem(404))
                .as("whoever held the unit that ended leads it no more")
                .isEqualTo("not_found");
        assertThat(office.put("/campaigns/cua-b", again).expect(200).getString("title"))
                .isEqualTo("Tên khác");
        assertThat(office.put("/campaigns/moi-cua-b", again.copy().put("rev", 0))
                        .problem(404))
                .as("nobody begins one for a unit that has ended")
                .isEqualTo("not_found");
    }
}
