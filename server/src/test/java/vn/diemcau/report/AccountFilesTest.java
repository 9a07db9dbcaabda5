package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
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

/** What is shown leaves as files, cell by cell, and is recorded. */
class AccountFilesTest {
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
