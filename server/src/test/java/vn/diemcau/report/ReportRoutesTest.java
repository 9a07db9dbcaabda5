package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Session;

class ReportRoutesTest {
    private static final String QUARTER = "?from=2026-07-01&to=2026-09-30";

    @TempDir
    private static Path folder;

    private static ReportServer server;

    @BeforeAll
    static void start() throws Exception {
        SmallProvince province = new SmallProvince();
        Session conference = province.session("S1", ProgrammeKind.CONFERENCE, "T", "2026-09-18", "hall", "far");
        province.record(conference, "Lường Văn Thắng", "A1", "hall", Standing.PRESENT, Flag.LEFT_EARLY);
        province.record(conference, "=cmd|' /C calc'!A0", "A1", "hall", Standing.UNEXCUSED);
        province.record(conference, "Vàng A Pao", "A2", "hall", Standing.PRESENT);
        province.record(conference, "Khách", "A2", "hall", Standing.PRESENT, Required.Standing.GUEST);
        province.record(conference, "Nông Thị Huệ", "B1", "far", Standing.UNDETERMINED);
        province.record(conference, "Hoàng Văn Đức", "A", null, Standing.EXCUSED);
        province.silent("far");
        Session walkIns = province.session("S2", ProgrammeKind.SEMINAR, "T", "2026-06-18", "hall");
        province.record(walkIns, "Vàng A Pao", "A2", "hall", Standing.PRESENT);
        province.walkIn(walkIns, "Người lạ", "hall");
        Session cell = province.session("C1", ProgrammeKind.CELL_MEETING, "A1", "2026-08-05", "cell");
        province.record(cell, "Lường Văn Thắng", "A1", "cell", Standing.PRESENT);
        Session before = province.session("S0", ProgrammeKind.CONFERENCE, "T", "2025-09-18", "hall");
        province.record(before, "Lường Văn Thắng", "A1", "hall", Standing.PRESENT);
        province.record(before, "Vàng A Pao", "A2", "hall", Standing.EXCUSED);

        server = new ReportServer(province, folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<byte[]> call(String who, String path) {
        return server.call(who, path);
    }

    private static JsonObject read(String who, String path) {
        HttpResponse<byte[]> answer = call(who, path);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(200);
        return new JsonObject(io.vertx.core.buffer.Buffer.buffer(answer.body()));
    }

    private static List<String> names(JsonArray lines) {
        return lines.stream()
                .map(line -> ((JsonObject) line).getJsonObject("unit").getString("id"))
                .toList();
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
        String person = java.net.URLEncoder.encode("Lường Văn Thắng", java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        JsonObject one = read("cell", "/reports/units/A1/persons/" + person + QUARTER);
        assertThat(one.getJsonArray("items")).hasSize(2);
        assertThat(one.getJsonArray("items").getJsonObject(0).getJsonArray("flags"))
                .contains("left_early");
        assertThat(call("communeB", "/reports/units/B/persons/" + person + QUARTER)
                        .statusCode())
                .isEqualTo(404);
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

    private static XSSFSheet sheet(String path) throws IOException {
        HttpResponse<byte[]> answer = call("province", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body())).getSheetAt(0);
    }

    private static String paper(String path) throws IOException {
        HttpResponse<byte[]> answer = call("province", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The row whose second cell begins with the words. */
    private static XSSFRow row(XSSFSheet sheet, String words) {
        for (org.apache.poi.ss.usermodel.Row row : sheet) {
            org.apache.poi.ss.usermodel.Cell cell = row.getCell(1);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().startsWith(words)) {
                return (XSSFRow) row;
            }
        }
        throw new AssertionError("no row of " + words);
    }

    private static String title(XSSFSheet sheet) {
        for (org.apache.poi.ss.usermodel.Row row : sheet) {
            org.apache.poi.ss.usermodel.Cell cell = row.getCell(0);
            if (cell == null || cell.getCellStyle().getFontIndex() == 0) continue;
            if (sheet.getWorkbook()
                            .getFontAt(cell.getCellStyle().getFontIndex())
                            .getFontHeightInPoints()
                    == 14) {
                return cell.getStringCellValue();
            }
        }
        throw new AssertionError("no title");
    }

    @Test
    void theSummaryLeavesAsTheTableShown() throws IOException {
        XSSFSheet sheet = sheet("/reports/units/T/file" + QUARTER);
        assertThat(title(sheet)).isEqualTo("BIỂU TỔNG HỢP KẾT QUẢ THAM DỰ (TẠM TÍNH)");
        XSSFRow a = row(sheet, "Đảng bộ xã Thần Sa");
        XSSFRow b = row(sheet, "Đảng bộ xã Ba Bể");
        XSSFRow total = row(sheet, "Tổng cộng");
        assertThat(a.getCell(5).getNumericCellValue()).isEqualTo(5);
        for (int column : new int[] {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18}) {
            assertThat(total.getCell(column).getNumericCellValue())
                    .as("the total of column " + (column + 1))
                    .isEqualTo(a.getCell(column).getNumericCellValue()
                            + b.getCell(column).getNumericCellValue());
        }
        assertThat(total.getCell(17).getNumericCellValue()).isEqualTo(0.6);
        assertThat(paper("/reports/units/T/file" + QUARTER + "&format=pdf"))
                .contains("Quý III/2026")
                .contains("Tính đến 09:41 ngày 20/09/2026")
                .contains("Đã báo cáo 1/2");
    }

    @Test
    void thePeopleOfACellLeaveAsTheTableShown() throws IOException {
        XSSFSheet sheet = sheet("/reports/units/A1/file" + QUARTER + "&rows=persons");
        assertThat(title(sheet)).isEqualTo("KẾT QUẢ THAM DỰ CỦA ĐẢNG VIÊN");
        assertThat(row(sheet, "'=cmd|' /C calc'!A0").getRowNum() + 1)
                .isEqualTo(row(sheet, "Lường Văn Thắng").getRowNum());
        assertThat(row(sheet, "Tổng cộng").getCell(3).getNumericCellValue()).isEqualTo(3);
        assertThat(paper("/reports/units/A1/file" + QUARTER + "&rows=persons&format=pdf"))
                .contains("Lường Văn Thắng 1979 2 2 0 0 0 0 1 0 100,00");
    }

    @Test
    void theFlashReportHasARowASiteAndKeepsHeadCountsApart() throws IOException {
        XSSFSheet sheet = sheet("/reports/sessions/S1/file?form=flash");
        assertThat(title(sheet)).isEqualTo("BÁO CÁO NHANH (TẠM TÍNH)");
        assertThat(row(sheet, "Điểm cầu hall").getCell(10).getNumericCellValue())
                .isEqualTo(7);
        assertThat(row(sheet, "Điểm cầu far").getCell(13).getStringCellValue()).isEqualTo("Chưa báo cáo");
        assertThat(row(sheet, "Không gắn điểm cầu").getCell(4).getNumericCellValue())
                .isEqualTo(1);
        assertThat(row(sheet, "Tổng cộng").getCell(4).getNumericCellValue()).isEqualTo(5);
        assertThat(paper("/reports/sessions/S1/file?form=flash&format=pdf"))
                .contains("Đã báo cáo 1/2 điểm cầu")
                .contains("Điểm cầu far")
                .contains("Chưa báo cáo");
    }

    @Test
    void theListHasARowAPersonAndNoNameActsAsAFormula() throws IOException {
        XSSFSheet sheet = sheet("/reports/sessions/S1/file?form=roll");
        for (String name : List.of("'=cmd|' /C calc'!A0", "Lường Văn Thắng", "Khách", "Vàng A Pao")) {
            assertThat(row(sheet, name).getCell(0).getNumericCellValue()).isPositive();
        }
        assertThat(paper("/reports/sessions/S1/file?form=roll&format=pdf"))
                .contains("Có mặt, về sớm")
                .contains("Khách mời, có mặt")
                .contains("=cmd|");
        assertThat(row(sheet("/reports/programmes/P-S1/file"), "Đảng bộ xã Thần Sa")
                        .getCell(5)
                        .getNumericCellValue())
                .isEqualTo(4);
        assertThat(row(sheet("/reports/sessions/S1/file?form=summary"), "Tổng cộng")
                        .getCell(5)
                        .getNumericCellValue())
                .isEqualTo(5);
    }

    @Test
    void anOutlineSaysWhatTheFileWillContainAndWhyItIsNotFinal() {
        JsonObject outline = read("trainer", "/reports/sessions/S1/outline?form=roll&format=docx&layout=state");
        assertThat(outline.getInteger("rows")).isEqualTo(6);
        assertThat(outline.getString("standing")).isEqualTo("provisional");
        assertThat(outline.getString("layout")).isEqualTo("state");
        assertThat(outline.getString("numberLine")).isEqualTo("Số: ....../BC-......");
        assertThat(outline.getBoolean("signed")).isFalse();
        assertThat(outline.getJsonArray("columns")).hasSize(10).contains("Ký tên");
        assertThat(outline.getJsonArray("lines").encode()).contains("Chưa chốt số liệu");
        assertThat(read("province", "/reports/programmes/P-S1/outline?form=register")
                        .getString("title"))
                .startsWith("SỔ THEO DÕI LỚP");
        assertThat(read("province", "/reports/units/T/outline" + QUARTER).getInteger("rows"))
                .isEqualTo(2);
        assertThat(call("communeB", "/reports/sessions/S1/outline").statusCode())
                .isEqualTo(404);
        assertThat(call("communeB", "/reports/sessions/S1/exchange").statusCode())
                .isEqualTo(404);
        assertThat(call("trainer", "/reports/sessions/S1/exchange").statusCode())
                .isEqualTo(403);
        for (String nonsense :
                List.of("form=x", "format=odt", "layout=x", "number=%3Cb%3E", "date=x", "export=1", "part=x")) {
            assertThat(call("province", "/reports/sessions/S1/file?" + nonsense).statusCode())
                    .as(nonsense)
                    .isEqualTo(400);
        }
    }

    @Test
    void whatLeavesIsRecordedBeforeItLeaves() {
        int before = server.audited().size();
        assertThat(call("province", "/reports/sessions/S1/file?form=roll&format=docx&number=05")
                        .statusCode())
                .isEqualTo(200);
        read("province", "/reports/sessions/S1/outline?form=roll");
        assertThat(call("communeB", "/reports/sessions/S1/file").statusCode()).isEqualTo(404);
        assertThat(server.audited()).hasSize(before + 1);
        org.bson.Document last = server.audited().get(before);
        assertThat(last.getString("what")).isEqualTo("document_exported");
        assertThat(last.getString("target")).isEqualTo("/reports/sessions/S1/file");
        JsonObject detail = new JsonObject(last.getString("detail"));
        assertThat(detail.getInteger("rows")).isEqualTo(6);
        assertThat(detail.getString("asked")).contains("number=05");
        assertThat(detail.getString("title")).isEqualTo("DANH SÁCH THAM DỰ (TẠM TÍNH)");
    }
}
