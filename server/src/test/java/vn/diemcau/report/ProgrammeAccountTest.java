package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.report.HeldInQuarterThree.names;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts of programmes over HTTP, and who gets none. */
class ProgrammeAccountTest {
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
    void anotherSubtreeIsNotThereForThoseWhoMayNot() {
        for (String path : List.of(
                "/reports/units/A",
                "/reports/units/A/below",
                "/reports/units/A/worst",
                "/reports/units/A/people",
                "/reports/units/A1/persons",
                "/reports/units/A/file",
                "/reports/units/T")) {
            assertThat(call("communeB", path + QUARTER).statusCode()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of("/reports/programmes/P-S1", "/reports/programmes/P-S1/file", "/reports/sessions/S1/file")) {
            assertThat(call("communeB", path).statusCode()).as(path).isEqualTo(404);
            assertThat(call("cadre", path).statusCode()).as(path).isEqualTo(403);
            assertThat(call("nobody", path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(call("cadre", "/reports/units/mine").statusCode()).isEqualTo(403);
        assertThat(call("trainer", "/reports/units/T").statusCode()).isEqualTo(403);
        assertThat(call("province", "/reports/units/unheard-of").statusCode()).isEqualTo(404);
    }

    @Test
    void aProgrammeIsItsSessionsSitesAndUnitsAndSaysWhatHasNotReported() {
        JsonObject report = read("trainer", "/reports/programmes/P-S1");
        JsonObject session = report.getJsonArray("sessions").getJsonObject(0);
        assertThat(session.getInteger("reported")).isEqualTo(1);
        assertThat(session.getInteger("reporting")).isEqualTo(2);
        assertThat(session.getBoolean("provisional")).isTrue();
        assertThat(session.getInteger("ratePresent")).isEqualTo(2);
        assertThat(session.getInteger("rateRequired"))
                .as("only the sites that reported")
                .isEqualTo(3);
        assertThat(session.getJsonArray("sites").getJsonObject(1).containsKey("rate"))
                .isFalse();
        assertThat(session.getJsonObject("elsewhere").getJsonObject("counts").getInteger("excused"))
                .isEqualTo(1);
        assertThat(names(report.getJsonArray("lines"))).containsExactly("A", "B");
        assertThat(report.getBoolean("reconciles")).isTrue();
        assertThat(report.getBoolean("provisional")).isTrue();
    }

    @Test
    void walkInsOfNoKnownUnitStandApartAndTheSumStillCloses() {
        JsonObject report = read("province", "/reports/programmes/P-S2");
        assertThat(report.getBoolean("reconciles")).isTrue();
        assertThat(report.getJsonObject("unplaced").getJsonObject("counts").getInteger("others"))
                .isEqualTo(1);
        assertThat(report.getJsonObject("total").getInteger("rate")).isEqualTo(10_000);
    }

    @Test
    void theListOfSessionsLeavesCellMeetingsToTheirKind() {
        JsonObject all = read("province", "/reports/sessions" + QUARTER);
        assertThat(all.getJsonArray("items").stream().map(one -> ((JsonObject) one).getString("id")))
                .containsExactly("S1");
        assertThat(read("cell", "/reports/sessions" + QUARTER + "&kind=cell_meeting")
                        .getInteger("count"))
                .isEqualTo(1);
        assertThat(read("cell", "/reports/sessions" + QUARTER).getInteger("count"))
                .isZero();
    }
}
