package vn.diemcau.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;

class TableFilesTest {
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
                    Cell.share(OptionalInt.of(9916))));
        }
        return new Table(
                new Issue(Letterhead.of(Layout.PARTY, null, "Đảng bộ tỉnh Thái Nguyên"), null, null, true),
                "BIỂU TỔNG HỢP",
                List.of("Quý III/2026", "Tính đến 09:41 ngày 22/11/2026"),
                true,
                COLUMNS,
                Rows.of(all),
                List.of(
                        Cell.of(""),
                        Cell.of("Tổng cộng"),
                        Cell.of(35_900L * rows),
                        Cell.of(300L * rows),
                        Cell.of(rows),
                        Cell.share(OptionalInt.of(9916))),
                List.of("Không tính 5.806 lượt người ngoài đảng."),
                Table.Standing.FINAL);
    }

    private static PDDocument paper(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaperFile.write(table, out, Table.NOBODY);
        return Loader.loadPDF(out.toByteArray());
    }

    private static XSSFSheet readBack(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Spreadsheet.write(table, out, Table.NOBODY);
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
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("ĐẢNG BỘ TỈNH THÁI NGUYÊN");
        assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("BIỂU TỔNG HỢP");
        assertThat(texts(sheet.getRow(8))).containsExactly("TT", "Đơn vị", "Phải dự", "Vắng", "", "Tỷ lệ (%)");
        assertThat(texts(sheet.getRow(9))).containsExactly("", "", "", "Có lý do", "Không lý do", "");
        assertThat(texts(sheet.getRow(10))).containsExactly("1.0", "2.0", "3.0", "4.0", "5.0", "6.0");
        assertThat(texts(sheet.getRow(11)))
                .containsExactly("1.0", "Chi bộ Nà Tu 1", "35900.0", "300.0", "1.0", "0.9916");
        assertThat(texts(sheet.getRow(13))).containsExactly("", "Tổng cộng", "71800.0", "600.0", "2.0", "0.9916");
        assertThat(sheet.getRow(11).getCell(5).getCellStyle().getDataFormatString())
                .isEqualTo("0.00%");
        assertThat(sheet.getRepeatingRows().formatAsString()).contains("9:11");
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getHeader().getCenter()).contains("&P");
    }

    @Test
    void noTextActsAsAFormula() throws IOException {
        for (String attack : List.of(
                "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "\r=1", "＝1", "=HYPERLINK(\"http://x\")")) {
            XSSFSheet sheet = readBack(table(1, attack));
            var cell = sheet.getRow(11).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'" + attack);
        }
        assertThat(Plain.text("+84 912 345 678")).isEqualTo("+84 912 345 678");
        assertThat(Plain.text("Nà\u0000 Tu\uFFFF")).isEqualTo("Nà Tu");
        assertThat(Plain.text("")).isEmpty();
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
                draft.issue(),
                draft.title(),
                draft.lines(),
                false,
                draft.columns(),
                draft.rows(),
                draft.total(),
                List.of(),
                Table.Standing.PROVISIONAL);
        assertThat(readBack(provisional).getRow(3).getCell(0).getStringCellValue())
                .isEqualTo("BIỂU TỔNG HỢP (TẠM TÍNH)");
        try (PDDocument document = paper(provisional)) {
            assertThat(new PDFTextStripper().getText(document)).contains("(TẠM TÍNH)");
        }
    }

    @Test
    void paperIsA4AndKeepsTheMarginsOfItsLayout() throws IOException {
        for (Layout layout : Layout.values()) {
            Table given = table(60, "Đảng bộ phường Phan Đình Phùng");
            Letterhead head = given.issue().letterhead().in(layout);
            for (boolean landscape : new boolean[] {true, false}) {
                Table laid = new Table(
                        new Issue(head, "05", LocalDate.of(2026, 11, 22), true),
                        given.title(),
                        given.lines(),
                        landscape,
                        given.columns(),
                        given.rows(),
                        given.total(),
                        given.notes(),
                        given.standing());
                try (PDDocument document = paper(laid)) {
                    PDRectangle size = document.getPage(0).getMediaBox();
                    assertThat((double) Math.max(size.getWidth(), size.getHeight()))
                            .isCloseTo(841.89, within(0.1));
                    assertThat(size.getWidth() > size.getHeight()).isEqualTo(landscape);
                    Edges edges = new Edges();
                    edges.getText(document);
                    double mm = 72 / 25.4;
                    assertThat(edges.left / mm).isGreaterThanOrEqualTo(layout.left);
                    assertThat((size.getWidth() - edges.right) / mm).isGreaterThanOrEqualTo(layout.right);
                    assertThat((size.getHeight() - edges.bottom) / mm).isGreaterThanOrEqualTo(layout.bottom);
                }
            }
        }
    }

    /** How far the letters reach; the number of the page stands in the margin on purpose. */
    private static final class Edges extends PDFTextStripper {
        private double left = Double.MAX_VALUE;
        private double right;
        private double bottom;

        @Override
        protected void processTextPosition(TextPosition text) {
            if (text.getYDirAdj() < 20 * 72 / 25.4) return;
            left = Math.min(left, text.getXDirAdj());
            right = Math.max(right, text.getXDirAdj() + text.getWidthDirAdj());
            bottom = Math.max(bottom, text.getYDirAdj());
        }
    }

    @Test
    void eachLayoutWritesItsOwnHeadingNumberAndSignature() throws IOException {
        Letterhead head = new Letterhead(
                Layout.STATE,
                "Ủy ban nhân dân tỉnh",
                "Sở Nội vụ",
                "SNV",
                "Thái Nguyên",
                "Ban Giám đốc",
                "Phó Giám đốc",
                "Hoàng Thị Lường",
                "Vi Văn Nọi",
                List.of("UBND tỉnh (báo cáo),", "Lưu: VT."));
        String state = text(issued(new Issue(head, "05", LocalDate.of(2026, 1, 2), false)));
        assertThat(state)
                .contains("ỦY BAN NHÂN DÂN TỈNH")
                .contains("Độc lập - Tự do - Hạnh phúc")
                .contains("Số: 05/BC-SNV")
                .contains("Thái Nguyên, ngày 02 tháng 01 năm 2026")
                .contains("TM. BAN GIÁM ĐỐC")
                .contains("- Lưu: VT.")
                .contains("Hoàng Thị Lường")
                .contains("Vi Văn Nọi");
        String party = text(issued(new Issue(head.in(Layout.PARTY), "05", null, true)));
        assertThat(party)
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM")
                .contains("(Kèm theo Báo cáo số 05-BC/SNV ngày ....../....../......)")
                .contains("T/M BAN GIÁM ĐỐC")
                .doesNotContain("Nơi nhận")
                .doesNotContain("Độc lập");
    }

    private static Table issued(Issue issue) {
        Table given = table(1, "Chi bộ Nà Tu 1");
        return new Table(
                issue,
                given.title(),
                given.lines(),
                true,
                given.columns(),
                given.rows(),
                given.total(),
                given.notes(),
                given.standing());
    }

    private static String text(Table table) throws IOException {
        try (PDDocument document = paper(table)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void aWordTooLongForItsColumnIsBrokenAndASignWithoutALetterIsABox() throws IOException {
        String long30 = "Trungtâmbồidưỡngchínhtrịhuyệnvùngcao".repeat(3);
        assertThat(text(table(1, long30)).replaceAll("\\s", "")).contains(long30);
        assertThat(text(table(1, "Nà \uD83D\uDE00 Tu"))).contains("Nà").contains("Tu");
    }
}
