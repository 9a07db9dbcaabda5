package vn.diemcau.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.SmallOffice.card;
import static vn.diemcau.SmallOffice.id;
import static vn.diemcau.SmallOffice.name;
import static vn.diemcau.SmallOffice.until;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.diemcau.Caller;
import vn.diemcau.JustBegun;
import vn.diemcau.SmallOffice;

/** Files of attendance that come in: looked at first, written as shown, and the same from here and back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SheetInTest {
    private static final Instant START = JustBegun.today();

    private static SmallOffice small;

    @BeforeAll
    static void start() throws Exception {
        small = new SmallOffice();
        for (String one : List.of("out", "in", "csv")) {
            small.programme(one, "conference", "T", new JsonObject().put("title", "Hội nghị"));
            small.hold(one, JsonArray.of(SmallOffice.everybody(List.of("T"))), 9, START);
        }
        small.come("out-1", "out-hall", List.of(id("A1", 1), id("A1", 2), id("B1", 1)));
        small.office
                .post(
                        "/sessions/out-1/attendance/" + id("A2", 1) + "/corrections",
                        new JsonObject()
                                .put("id", UUID.randomUUID().toString())
                                .put("standing", "excused")
                                .put("reason", "Công tác"))
                .expect(200);
        until(() -> small.attendance("out-1", "excused").size() == 1);
    }

    @AfterAll
    static void stop() throws Exception {
        small.close();
    }

    private static byte[] file(String session) {
        Caller.Answer answer = small.office.get("/reports/sessions/" + session + "/exchange");
        assertThat(answer.status()).isEqualTo(200);
        return answer.bytes();
    }

    private static Caller.Answer send(Caller by, String session, String rest, byte[] file) {
        return by.send("POST", "/reports/sessions/" + session + "/exchange" + rest, "application/octet-stream", file);
    }

    private static JsonObject preview(String session, byte[] file) {
        return send(small.office, session, "/preview", file).expect(200);
    }

    private static byte[] csv(String... rows) {
        return ("Họ và tên,Sinh ngày,Số thẻ Đảng,Trạng thái tham dự,Hình thức,Lý do,Giờ vào,Giờ ra\n"
                        + String.join("\n", rows) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(byte[] file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<List<String>> rows = new ArrayList<>();
            DataFormatter shown = new DataFormatter();
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                for (int at = 0; at < 13; at++) cells.add(shown.formatCellValue(row.getCell(at)));
                rows.add(cells);
            }
            return rows;
        }
    }

    @Test
    @Order(1)
    void whatWentOutSaysNothingNewWhereItCameFrom() {
        JsonObject plan = preview("out-1", file("out-1"));
        assertThat(plan.getInteger("rows")).isEqualTo(9);
        assertThat(plan.getInteger("unchanged")).isEqualTo(9);
        assertThat(plan.getJsonArray("refusals")).isEmpty();
    }

    @Test
    @Order(2)
    void aPreviewWritesNothing() {
        JsonObject plan = preview("in-1", file("out-1"));
        assertThat(plan.getInteger("present")).isEqualTo(3);
        assertThat(plan.getInteger("excused")).isEqualTo(1);
        assertThat(plan.getInteger("unchanged")).isEqualTo(5);
        assertThat(small.attendance("in-1", "present")).isEmpty();
    }

    @Test
    @Order(3)
    void takenInElsewhereItGoesOutTheSameAgain() throws IOException {
        byte[] out = file("out-1");
        String plan = preview("in-1", out).getString("plan");
        assertThat(send(small.office, "in-1", "?plan=" + plan, out).expect(200).getInteger("written"))
                .isEqualTo(4);
        until(() -> small.attendance("in-1", "present").size() == 3
                && small.attendance("in-1", "excused").size() == 1);
        List<List<String>> expected = rows(out);
        List<List<String>> seen = rows(file("in-1"));
        for (List<List<String>> each : List.of(expected, seen)) each.forEach(row -> row.set(10, ""));
        assertThat(seen).isEqualTo(expected);
        JsonObject again = preview("in-1", out);
        assertThat(again.getInteger("unchanged")).isEqualTo(9);
        assertThat(send(small.office, "in-1", "?plan=" + again.getString("plan"), out)
                        .expect(200)
                        .getInteger("written"))
                .isZero();
    }

    @Test
    @Order(4)
    void whatWasNotShownIsNotWritten() {
        byte[] file = csv(name("A1", 1) + ",," + card("A1", 1) + ",Có mặt,,,,");
        assertThat(send(small.office, "csv-1", "?plan=other", file).problem(409))
                .isEqualTo("preview_changed");
        assertThat(send(small.office, "csv-1", "", file).problem(400)).isEqualTo("required");
        assertThat(small.attendance("csv-1", "present")).isEmpty();
    }

    @Test
    @Order(5)
    void aCardThatLostItsZerosIsTheSameCardAndEachRefusalNamesItsRow() {
        JsonObject plan = preview(
                "csv-1",
                csv(
                        name("A1", 1) + ",," + card("A1", 1).substring(2) + ".0,Có mặt,,,,",
                        name("A1", 2) + ",," + card("A1", 2) + ",Có mặt rồi,,,,",
                        name("A1", 2) + ",," + card("A1", 2) + ",Có mặt,,,25:00,",
                        ",," + card("A1", 2) + ",Có mặt,,,,",
                        "Người Lạ,,019999999999,Có mặt,,,,",
                        name("A1", 1) + ",," + card("A1", 1) + ",Vắng có lý do,,ốm,,",
                        name("A1", 3) + ",," + card("A1", 3) + ",Vắng không lý do,,,,"));
        assertThat(plan.getInteger("present")).isEqualTo(1);
        assertThat(plan.getInteger("absent")).isEqualTo(1);
        assertThat(plan.getJsonArray("refusals").stream()
                        .map(JsonObject.class::cast)
                        .map(row -> row.getInteger("row") + " " + row.getString("fault"))
                        .toList())
                .containsExactly(
                        "3 status_unknown", "4 time_unreadable", "5 name_missing", "6 not_on_the_list", "7 repeated");
    }

    @Test
    @Order(6)
    void aNameAloneCreditsNobodyUntilSomebodyDecides() {
        byte[] file = csv(name("A2", 2) + ",,,Có mặt,,,,", "Hoàng Khác Tên,," + card("A2", 3) + ",Có mặt,,,,");
        JsonObject plan = preview("csv-1", file);
        assertThat(plan.getInteger("present")).isZero();
        JsonArray questions = plan.getJsonArray("questions");
        assertThat(questions.getJsonObject(0).getString("kind")).isEqualTo("name_only");
        assertThat(questions.getJsonObject(1).getString("kind")).isEqualTo("card_of_another");
        String shown = "?plan=" + plan.getString("plan");
        assertThat(send(small.office, "csv-1", shown, file).expect(200).getInteger("written"))
                .isZero();
        assertThat(send(small.office, "csv-1", shown + "&decisions=2:1,3:0", file)
                        .expect(200)
                        .getInteger("written"))
                .isEqualTo(1);
        until(() -> small.attendance("csv-1", "present").size() == 1);
    }

    @Test
    @Order(7)
    void whatIsKnownStandsUntilSomebodyDecidesAgainstIt() {
        byte[] file = csv(name("A2", 2) + ",," + card("A2", 2) + ",Vắng có lý do,,ốm,,");
        JsonObject plan = preview("csv-1", file);
        assertThat(plan.getJsonArray("questions").getJsonObject(0).getString("kind"))
                .isEqualTo("otherwise_known");
        String shown = "?plan=" + plan.getString("plan");
        send(small.office, "csv-1", shown, file).expect(200);
        assertThat(small.attendance("csv-1", "present")).hasSize(1);
        send(small.office, "csv-1", shown + "&decisions=2:1", file).expect(200);
        until(() -> small.attendance("csv-1", "excused").size() == 1);
    }

    @Test
    @Order(8)
    void closedFiguresAreAmendedOnlyWhenSomebodySaysSo() {
        small.office
                .post(
                        "/sessions/csv-1/closing",
                        new JsonObject().put("id", UUID.randomUUID().toString()))
                .expect(200);
        byte[] file = csv(name("B1", 1) + ",," + card("B1", 1) + ",Có mặt,Trực tiếp,,,");
        JsonObject plan = preview("csv-1", file);
        assertThat(plan.getBoolean("closed")).isTrue();
        String shown = "?plan=" + plan.getString("plan");
        assertThat(send(small.office, "csv-1", shown, file).problem(409)).isEqualTo("session_closed");
        assertThat(send(small.office, "csv-1", shown + "&amend=true", file)
                        .expect(200)
                        .getInteger("written"))
                .isEqualTo(1);
        until(() -> small.attendance("csv-1", "present").size() == 1);
    }

    @Test
    @Order(9)
    void whatIsNoSheetIsRefusedAndAnotherUnitsSessionIsMissing() {
        byte[] nonsense = "không phải bảng".getBytes(StandardCharsets.UTF_8);
        assertThat(send(small.office, "in-1", "/preview", nonsense).problem(422))
                .isEqualTo("heading_unknown");
        assertThat(send(small.office, "in-1", "/preview", "x".getBytes(StandardCharsets.UTF_8))
                        .problem(422))
                .as("a file of one letter")
                .isEqualTo("heading_unknown");
        assertThat(send(small.communeB, "in-1", "/preview", csv()).problem(404)).isEqualTo("not_found");
        assertThat(send(small.communeB, "in-1", "?plan=x", csv()).problem(404)).isEqualTo("not_found");
    }
}
