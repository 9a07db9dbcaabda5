package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.diemcau.paper.Pdf;
import vn.diemcau.report.Table.Cell;
import vn.diemcau.report.Table.Column;
import vn.diemcau.report.Table.Issuer;
import vn.diemcau.report.Table.Layout;

class DocumentsTest {
    private static final List<Column> COLUMNS = List.of(
            Column.figures("TT", 4),
            Column.text("Đơn vị", 28),
            Column.figures("Phải dự", 9),
            Column.figures("Vắng", "Có lý do", 8),
            Column.figures("Vắng", "Không lý do", 8),
            Column.figures("Tỷ lệ (%)", 9));

    private static Table table(int rows, String name) {
        List<List<Cell>> all = new ArrayList<>();
        for (int at = 1; at <= rows; at++) {
            all.add(List.of(
                    Cell.of(at),
                    Cell.of(name),
                    Cell.of(35_900),
                    Cell.of(300),
                    Cell.of(1),
                    Cell.of(new Rate(35_599, 35_900))));
        }
        return new Table(
                new Issuer(Layout.PARTY, null, "Đảng bộ tỉnh Thái Nguyên"),
                "BIỂU TỔNG HỢP",
                List.of("Quý III/2026", "Tính đến 09:41 ngày 22/11/2026"),
                true,
                COLUMNS,
                all,
                List.of(
                        Cell.of(""),
                        Cell.of("Tổng cộng"),
                        Cell.of(35_900L * rows),
                        Cell.of(300L * rows),
                        Cell.of(rows),
                        Cell.of(new Rate(35_599L * rows, 35_900L * rows))),
                List.of("Không tính 5.806 lượt người ngoài đảng."),
                true);
    }

    private static PDDocument paper(Table table) throws IOException {
        Vertx vertx = Vertx.vertx();
        try {
            return Loader.loadPDF(new Pdf(vertx)
                    .of(Paper.of(table))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .getBytes());
        } finally {
            vertx.close();
        }
    }

    private static XSSFSheet readBack(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Spreadsheet.write(table, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray())).getSheetAt(0);
    }

    private static List<String> texts(XSSFRow row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(
                cell.getCellType() == CellType.NUMERIC
                        ? String.valueOf(cell.getNumericCellValue())
                        : cell.getStringCellValue()));
        return texts;
    }

    @Test
    void theSpreadsheetHoldsTheTableCellByCell() throws IOException {
        XSSFSheet sheet = readBack(table(2, "Chi bộ Nà Tu 1"));
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEmpty();
        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("ĐẢNG BỘ TỈNH THÁI NGUYÊN");
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("BIỂU TỔNG HỢP");
        assertThat(texts(sheet.getRow(7))).containsExactly("TT", "Đơn vị", "Phải dự", "Vắng", "", "Tỷ lệ (%)");
        assertThat(texts(sheet.getRow(8))).containsExactly("", "", "", "Có lý do", "Không lý do", "");
        assertThat(texts(sheet.getRow(9))).containsExactly("1.0", "2.0", "3.0", "4.0", "5.0", "6.0");
        assertThat(texts(sheet.getRow(10)))
                .containsExactly("1.0", "Chi bộ Nà Tu 1", "35900.0", "300.0", "1.0", "0.9916");
        assertThat(texts(sheet.getRow(12))).containsExactly("", "Tổng cộng", "71800.0", "600.0", "2.0", "0.9916");
        assertThat(sheet.getRow(10).getCell(5).getCellStyle().getDataFormatString())
                .isEqualTo("0.00%");
        assertThat(sheet.getRepeatingRows().formatAsString()).contains("8:10");
    }

    @Test
    void noTextActsAsAFormula() throws IOException {
        for (String attack :
                List.of("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1", "=HYPERLINK(\"http://x\")")) {
            XSSFSheet sheet = readBack(table(1, attack));
            var cell = sheet.getRow(10).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'" + attack);
        }
        assertThat(Spreadsheet.plain("+84 912 345 678")).isEqualTo("+84 912 345 678");
        assertThat(Spreadsheet.plain("Nà\u0000 Tu\uFFFF")).isEqualTo("Nà Tu");
        assertThat(Spreadsheet.plain("")).isEmpty();
    }

    @Test
    void thePaperSaysTheSameInWordsThatCanBeSearched() throws IOException {
        try (PDDocument document = paper(table(90, "Đảng bộ xã Nghĩa Tá & <Đồng Phúc>"))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("ĐẢNG CỘNG SẢN VIỆT NAM")
                    .contains("BIỂU TỔNG HỢP")
                    .contains("Đảng bộ xã Nghĩa Tá & <Đồng Phúc>")
                    .contains("35.900")
                    .contains("99,16")
                    .contains("3.231.000")
                    .contains("Tổng cộng")
                    .contains("Người lập biểu");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                one.setSortByPosition(true);
                String shown = one.getText(document);
                assertThat(shown).as("the head of the table on page " + page).contains("Không lý do");
                if (page == 1) assertThat(shown.strip()).doesNotStartWith("1");
                else assertThat(shown.strip()).startsWith(String.valueOf(page));
            }
            document.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    var font = document.getPage(0).getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSerif");
                } catch (IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            });
        }
    }

    @Test
    void figuresThatAreNotFinalSaySoInTheirTitle() throws IOException {
        Table draft = table(1, "x");
        Table provisional = new Table(
                draft.issuer(),
                draft.title(),
                draft.lines(),
                false,
                draft.columns(),
                draft.rows(),
                draft.total(),
                List.of(),
                false);
        assertThat(readBack(provisional).getRow(3).getCell(0).getStringCellValue())
                .isEqualTo("BIỂU TỔNG HỢP (TẠM TÍNH)");
        try (PDDocument document = paper(provisional)) {
            assertThat(new PDFTextStripper().getText(document)).contains("(TẠM TÍNH)");
        }
    }
}
