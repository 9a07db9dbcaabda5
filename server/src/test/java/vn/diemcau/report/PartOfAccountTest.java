package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.SmallOffice.id;
import static vn.diemcau.SmallOffice.until;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.diemcau.JustBegun;
import vn.diemcau.SmallOffice;

/** Accounts of one campaign, of one group, and of meetings that several cells held together, on a real server with real evidence. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartOfAccountTest {
    private static SmallOffice small;

    @BeforeAll
    static void start() throws Exception {
        small = new SmallOffice();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        small.office
                .put(
                        "/campaigns/nq",
                        new JsonObject()
                                .put("kind", "resolution_study")
                                .put("title", "Học tập nghị quyết")
                                .put("unit", "T")
                                .put("from", today.minusDays(10).toString())
                                .put("to", today.plusDays(10).toString())
                                .put("target", 90))
                .expect(200);
        small.programme("study", "resolution_study", "T", new JsonObject().put("campaign", "nq"));
        small.hold("study", List.of("T"), 9);
        small.come("study-1", "study-hall", List.of(id("A1", 1), id("A1", 2), id("B1", 1)));
        small.programme("talk", "conference", "T", new JsonObject());
        small.hold("talk", List.of("T"), 9);
        small.come("talk-1", "talk-hall", List.of(id("A2", 1)));
        small.account("T", "", 4);
    }

    @AfterAll
    static void stop() throws Exception {
        small.close();
    }

    private static JsonObject line(JsonObject account, String unit) {
        return account.getJsonArray("lines").stream()
                .map(JsonObject.class::cast)
                .filter(line -> line.getJsonObject("unit").getString("id").equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static int count(JsonObject figures, String name) {
        return figures.getJsonObject("counts").getInteger(name);
    }

    @Test
    @Order(1)
    void aCampaignsAccountHasItsSessionsAndNoOthers() {
        JsonObject account = small.account("T", "&campaign=nq", 3);
        assertThat(account.getJsonObject("total").getInteger("held")).isEqualTo(1);
        assertThat(count(account.getJsonObject("total"), "required")).isEqualTo(9);
        assertThat(count(line(account, "A"), "present")).isEqualTo(2);
        assertThat(count(line(account, "B"), "required")).isEqualTo(3);
        assertThat(account.getJsonObject("part").getString("name")).isEqualTo("Học tập nghị quyết");
        JsonObject commune = small.account("A", "&campaign=nq", 2);
        assertThat(count(line(commune, "A2"), "present")).isZero();
        assertThat(small.account("T", "&campaign=nq&tree=today", 3)
                        .getJsonObject("total")
                        .getInteger("held"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void thePersonsOfACampaignsAccountAreOfItsSessions() {
        JsonObject cell = small.office
                .get("/reports/units/A1/persons?" + SmallOffice.month() + "&campaign=nq")
                .expect(200);
        assertThat(cell.getJsonArray("sessions")).hasSize(1);
        assertThat(count(cell.getJsonObject("total"), "required")).isEqualTo(3);
        JsonObject worst = small.office
                .get("/reports/units/T/worst?" + SmallOffice.month() + "&campaign=nq")
                .expect(200);
        assertThat(count(worst.getJsonObject("total"), "required")).isEqualTo(9);
    }

    @Test
    @Order(3)
    void aCampaignThatIsNotThereIsMissingAndBothAtOnceAreRefused() {
        String unit = "/reports/units/T?" + SmallOffice.month();
        assertThat(small.office.get(unit + "&campaign=none").problem(404)).isEqualTo("not_found");
        assertThat(small.office.get(unit + "&campaign=nq&group=g").problem(400)).isEqualTo("one_of_both");
        assertThat(small.office.get(unit + "&campaign=a%7Cb").problem(400)).isEqualTo("malformed");
    }

    @Test
    @Order(4)
    void aGroupsAccountHasItsPeopleWhereTheyWereCounted() {
        JsonArray persons = JsonArray.of(id("A1", 1), id("A2", 1), id("B1", 3));
        JsonObject group = new JsonObject()
                .put("name", "Báo cáo viên")
                .put("unit", "T")
                .put("persons", persons)
                .put("rev", 0);
        small.office.put("/groups/bcv", group).expect(200);
        JsonObject account = small.account("T", "&group=bcv", 2);
        assertThat(count(account.getJsonObject("total"), "required")).isEqualTo(6);
        assertThat(account.getJsonObject("total").getInteger("held")).isEqualTo(2);
        assertThat(count(line(account, "A"), "present")).isEqualTo(2);
        assertThat(count(line(account, "B"), "required")).isEqualTo(2);
        assertThat(account.getJsonObject("part").getInteger("members")).isEqualTo(3);
        assertThat(small.communeB
                        .get("/reports/units/B?" + SmallOffice.month() + "&group=bcv")
                        .problem(404))
                .as("a group of the province is not the commune's")
                .isEqualTo("not_found");
        JsonArray many = new JsonArray();
        for (int n = 0; n <= GroupAccounts.MOST_PERSONS; n++) many.add("somebody-" + n);
        small.office
                .put("/groups/dong", group.copy().put("name", "Đông quá").put("persons", many))
                .expect(200);
        assertThat(small.office
                        .get("/reports/units/T?" + SmallOffice.month() + "&group=dong")
                        .problem(422))
                .isEqualTo("group_too_large");
    }

    @Test
    @Order(5)
    void thePersonsOfAGroupsAccountAreItsOwn() {
        JsonObject cell = small.office
                .get("/reports/units/A1/persons?" + SmallOffice.month() + "&group=bcv")
                .expect(200);
        assertThat(cell.getJsonArray("items")).hasSize(1);
        assertThat(count(cell.getJsonObject("total"), "required")).isEqualTo(2);
        JsonObject people = small.office
                .get("/reports/units/T/people?" + SmallOffice.month() + "&group=bcv")
                .expect(200);
        assertThat(people.getInteger("required")).isEqualTo(3);
    }

    @Test
    @Order(6)
    void aJointMeetingIsHeldInEachCellAndCountsOnceAbove() {
        small.programme("joint", "cell_meeting", "A1", new JsonObject());
        small.hold("joint", List.of("A1", "B1"), 6);
        small.come("joint-1", "joint-hall", List.of(id("A1", 1), id("A1", 2), id("A1", 3), id("B1", 1)));
        JsonObject province = small.account("T", "&kind=cell_meeting", 4);
        assertThat(province.getJsonObject("total").getInteger("held")).isEqualTo(1);
        assertThat(province.getJsonObject("total").getInteger("joint")).isEqualTo(1);
        JsonObject host = line(small.account("A", "&kind=cell_meeting", 3), "A1");
        assertThat(host.getInteger("held")).isEqualTo(1);
        assertThat(host.getInteger("joint")).isZero();
        assertThat(count(host, "required"))
                .as("the host's rate has its own members alone")
                .isEqualTo(3);
        JsonObject guest = line(small.account("B", "&kind=cell_meeting", 1), "B1");
        assertThat(guest.getInteger("held")).isZero();
        assertThat(guest.getInteger("joint")).isEqualTo(1);
        assertThat(count(guest, "required")).isEqualTo(3);
    }

    @Test
    @Order(7)
    void aVisitorIsBesideTheMembersOfTheCellVisited() {
        small.programme("visited", "cell_meeting", "B1", new JsonObject());
        JsonObject visitor = new JsonObject()
                .put("kind", "persons")
                .put("persons", JsonArray.of(id("A2", 2)))
                .put("invited", true);
        small.hold("visited", JsonArray.of(SmallOffice.everybody(List.of("B1")), visitor), 4, JustBegun.today());
        small.come("visited-1", "visited-hall", List.of(id("A2", 2), id("B1", 1)));
        JsonObject host = line(small.account("B", "&kind=cell_meeting", 2), "B1");
        assertThat(count(host, "required")).isEqualTo(6);
        assertThat(count(host, "others")).as("not the host's").isZero();
        until(() -> count(line(small.account("A", "&kind=cell_meeting", 3), "A2"), "others") == 1);
        JsonObject home = line(small.account("A", "&kind=cell_meeting", 3), "A2");
        assertThat(count(home, "required")).as("an invitation is no duty").isZero();
        assertThat(home.getInteger("joint")).isZero();
    }

    @Test
    @Order(8)
    void aProgrammeThatLeavesItsCampaignLeavesItsAccount() {
        JsonObject programme = small.office.get("/programmes/study").expect(200);
        small.office
                .put(
                        "/programmes/study",
                        new JsonObject()
                                .put("kind", "resolution_study")
                                .put("title", programme.getString("title"))
                                .put("unit", "T")
                                .put("mode", "in_room")
                                .put("rev", programme.getInteger("rev")))
                .expect(200);
        JsonObject account = small.account("T", "&campaign=nq", 0);
        assertThat(count(account.getJsonObject("total"), "required")).isZero();
    }
}
