package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.report.HeldInQuarterThree.names;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of units over HTTP, from the rollups of a real store. */
class UnitAccountTest {
    private static final String QUARTER = HeldInQuarterThree.QUERY;

    @TempDir
    private static Path folder;

    private static ReportServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new ReportServer(HeldInQuarterThree.province(), folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> call(String who, String path) {
        return server.call(who, path);
    }

    private static JsonObject read(String who, String path) {
        return server.read(who, path);
    }

    @Test
    void theProvinceIsTheSumOfItsCommunesWithTheLowestFirst() {
        JsonObject report = read("province", "/reports/units/T" + QUARTER);
        JsonObject total = report.getJsonObject("total");
        assertThat(total.getJsonObject("counts").getInteger("required")).isEqualTo(6);
        assertThat(total.getJsonObject("counts").getInteger("present")).isEqualTo(3);
        assertThat(total.getJsonObject("counts").getInteger("others")).isEqualTo(1);
        assertThat(total.getBoolean("provisional")).isTrue();
        assertThat(total.getInteger("rate"))
                .as("the silent site is missing, not absent")
                .isEqualTo(6000);
        assertThat(total.getInteger("ratePresentBefore")).isEqualTo(1);
        assertThat(total.getInteger("rateRequiredBefore")).isEqualTo(2);
        assertThat(names(report.getJsonArray("lines"))).containsExactly("A", "B");
        assertThat(report.getBoolean("reconciles")).isTrue();
        assertThat(report.getInteger("reported")).isEqualTo(1);
        assertThat(report.getInteger("reporting")).isEqualTo(2);
        assertThat(report.getJsonArray("trend")).hasSize(8);
        assertThat(report.getString("asOf")).isEqualTo("2026-09-20T02:41:00Z");
    }

    @Test
    void peopleOfTheCommuneItselfStandInALineOfTheirOwn() {
        JsonObject report = read("communeA", "/reports/units/A" + QUARTER);
        assertThat(names(report.getJsonArray("lines"))).containsExactly("A1", "A2");
        assertThat(report.getJsonObject("own").getJsonObject("counts").getInteger("excused"))
                .isEqualTo(1);
        assertThat(report.getBoolean("reconciles")).isTrue();
    }

    @Test
    void theWayUpEndsWhereTheCallersSubtreeEnds() {
        assertThat(read("province", "/reports/units/A1" + QUARTER).getJsonArray("above"))
                .hasSize(2);
        assertThat(read("communeA", "/reports/units/A1" + QUARTER).getJsonArray("above"))
                .hasSize(1);
        assertThat(read("cell", "/reports/units/A1" + QUARTER).getJsonArray("above"))
                .isEmpty();
    }

    @Test
    void mineIsTheCallersOwnHighestUnit() {
        assertThat(read("province", "/reports/units/mine" + QUARTER)
                        .getJsonObject("unit")
                        .getString("id"))
                .isEqualTo("T");
        assertThat(read("cell", "/reports/units/mine" + QUARTER)
                        .getJsonObject("unit")
                        .getString("id"))
                .isEqualTo("A1");
    }

    @Test
    void onlyTheKindAskedForIsCounted() {
        JsonObject report = read("province", "/reports/units/T" + QUARTER + "&kind=cell_meeting");
        assertThat(report.getJsonObject("total").getJsonObject("counts").getInteger("required"))
                .isEqualTo(1);
    }

    @Test
    void cellsUnderTheThresholdAreNamedAndCountedByCommune() {
        JsonObject below = read("province", "/reports/units/T/below" + QUARTER);
        assertThat(names(below.getJsonArray("cells"))).containsExactly("A1");
        assertThat(below.getJsonObject("byChild").getMap()).isEqualTo(Map.of("A", 1));
        assertThat(below.getInteger("count")).isEqualTo(1);
    }

    @Test
    void theLowestUnitsComeWithWhatMakesThemSo() {
        JsonObject worst = read("province", "/reports/units/T/worst" + QUARTER);
        JsonObject low = worst.getJsonArray("items").getJsonObject(0);
        assertThat(names(worst.getJsonArray("items"))).containsExactly("A");
        assertThat(low.getJsonArray("byKind").stream()
                        .map(kind -> ((JsonObject) kind).getString("kind") + " "
                                + ((JsonObject) kind).getInteger("rateRequired")))
                .containsExactlyInAnyOrder("conference 4", "cell_meeting 1");
        assertThat(low.getInteger("unitsBelow")).isEqualTo(1);
        assertThat(names(low.getJsonArray("lowest"))).containsExactly("A1");
    }

    @Test
    void personsAreCountedOnceHoweverManyTheirTurns() {
        JsonObject people = read("province", "/reports/units/T/people" + QUARTER);
        assertThat(people.getInteger("required")).isEqualTo(5);
        assertThat(people.getInteger("always")).isEqualTo(2);
        assertThat(people.getInteger("sometimes")).isZero();
        assertThat(people.getInteger("never")).isEqualTo(2);
        assertThat(people.getInteger("unknown")).isEqualTo(1);
        assertThat(people.getInteger("others")).isEqualTo(1);
        JsonObject post = people.getJsonArray("posts").getJsonObject(0);
        assertThat(post.getString("title")).isEqualTo("Bí thư");
        assertThat(post.getInteger("persons")).isEqualTo(1);
        assertThat(post.getJsonObject("counts").getInteger("required")).isEqualTo(2);
    }

    @Test
    void aCellIsItsPeopleAndTheirSessions() {
        JsonObject persons = read("cell", "/reports/units/A1/persons" + QUARTER);
        assertThat(persons.getJsonArray("items")).hasSize(2);
        assertThat(persons.getJsonArray("items")
                        .getJsonObject(1)
                        .getJsonObject("counts")
                        .getInteger("required"))
                .isEqualTo(2);
        assertThat(persons.getJsonArray("sessions")).hasSize(2);
        assertThat(persons.getJsonObject("total").getJsonObject("counts").getInteger("required"))
                .isEqualTo(3);
        String person = SmallPlan.id("Lường Văn Thắng");
        JsonObject one = read("cell", "/reports/units/A1/persons/" + person + QUARTER);
        assertThat(one.getJsonArray("items")).hasSize(2);
        assertThat(one.getJsonArray("items").getJsonObject(0).getJsonArray("flags"))
                .contains("left_early");
        assertThat(call("communeB", "/reports/units/B/persons/" + person + QUARTER)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void periodsAreWholeMonths() {
        assertThat(call("province", "/reports/units/T?from=2026-07-02&to=2026-09-30")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("province", "/reports/units/T?from=2026-07-01&to=2026-09-29")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("province", "/reports/units/T?from=2026-09-01&to=2026-07-31")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("province", "/reports/units/T" + QUARTER + "&kind=party")
                        .statusCode())
                .isEqualTo(400);
    }
}
