package vn.diemcau.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.diemcau.report.Table.Cell;
import vn.diemcau.report.Table.Column;

/** Writes a table as .xlsx, row by row as a stream; no text in it can act as a formula. Blocks. */
final class Spreadsheet {
    private static final int FLUSH_EVERY = 500;
    private static final String FONT = "Times New Roman";

    private Spreadsheet() {}

    static void write(Table table, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Diem Cau", null)) {
            Worksheet sheet = workbook.newWorksheet("Biểu");
            List<Column> columns = table.columns();
            int last = columns.size() - 1;
            for (int column = 0; column <= last; column++) {
                sheet.width(column, Math.max(5, columns.get(column).width() + 1));
            }
            int row = heading(table, sheet, last);
            int head = row;
            row = head(columns, sheet, row);
            sheet.freezePane(Math.min(2, columns.size()), row);
            sheet.repeatRows(head, row - 1);
            if (table.landscape()) sheet.pageOrientation("landscape");
            sheet.fitToWidth((short) 1);
            sheet.fitToHeight((short) 999);
            sheet.footer("&P/&N", org.dhatim.fastexcel.Position.CENTER);
            int written = 0;
            for (List<Cell> cells : table.rows()) {
                row(sheet, row++, cells, columns, false);
                if (++written % FLUSH_EVERY == 0) sheet.flush();
            }
            if (table.total() != null) row(sheet, row++, table.total(), columns, true);
            row++;
            for (String note : table.notes()) {
                sheet.value(row, 0, plain(note));
                sheet.style(row++, 0).fontName(FONT).fontSize(12).italic().set();
            }
            sheet.value(row + 1, last - Math.min(3, last), "Người lập biểu");
            sheet.style(row + 1, last - Math.min(3, last))
                    .fontName(FONT)
                    .fontSize(12)
                    .bold()
                    .set();
            sheet.finish();
        }
    }

    private static int heading(Table table, Worksheet sheet, int last) {
        int row = 0;
        Table.Issuer issuer = table.issuer();
        boolean party = issuer.layout() == Table.Layout.PARTY;
        int right = Math.max(1, last / 2 + 1);
        sheet.value(row, 0, issuer.superior() == null ? "" : upper(issuer.superior()));
        sheet.value(row, right, party ? "ĐẢNG CỘNG SẢN VIỆT NAM" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        sheet.style(row, right).fontName(FONT).fontSize(12).bold().set();
        sheet.style(row, 0).fontName(FONT).fontSize(12).set();
        row++;
        sheet.value(row, 0, upper(issuer.name()));
        sheet.style(row, 0).fontName(FONT).fontSize(12).bold().set();
        if (!party) {
            sheet.value(row, right, "Độc lập - Tự do - Hạnh phúc");
            sheet.style(row, right).fontName(FONT).fontSize(12).bold().set();
        }
        row += 2;
        centred(sheet, row++, last, table.title() + (table.last() ? "" : " (TẠM TÍNH)"), true);
        for (String line : table.lines()) centred(sheet, row++, last, line, false);
        return row + 1;
    }

    private static void centred(Worksheet sheet, int row, int last, String text, boolean title) {
        sheet.value(row, 0, plain(text));
        if (last > 0) sheet.range(row, 0, row, last).merge();
        StyleSetter style = sheet.range(row, 0, row, last)
                .style()
                .fontName(FONT)
                .fontSize(title ? 14 : 12)
                .horizontalAlignment("center");
        if (title) style.bold();
        else style.italic();
        style.set();
    }

    private static int head(List<Column> columns, Worksheet sheet, int row) {
        boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
        int bottom = grouped ? row + 1 : row;
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (column.group().isEmpty()) {
                sheet.value(row, at, column.title());
                if (grouped) sheet.range(row, at, bottom, at).merge();
            } else {
                boolean first = at == 0 || !columns.get(at - 1).group().equals(column.group());
                if (first) {
                    int end = at;
                    while (end + 1 < columns.size()
                            && columns.get(end + 1).group().equals(column.group())) end++;
                    sheet.value(row, at, column.group());
                    if (end > at) sheet.range(row, at, row, end).merge();
                }
                sheet.value(bottom, at, column.title());
            }
        }
        bordered(sheet.range(row, 0, bottom, columns.size() - 1).style())
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        int numbers = bottom + 1;
        for (int at = 0; at < columns.size(); at++) sheet.value(numbers, at, at + 1);
        bordered(sheet.range(numbers, 0, numbers, columns.size() - 1).style())
                .italic()
                .horizontalAlignment("center")
                .set();
        return numbers + 1;
    }

    private static void row(Worksheet sheet, int row, List<Cell> cells, List<Column> columns, boolean bold) {
        for (int at = 0; at < cells.size(); at++) {
            StyleSetter style = bordered(sheet.style(row, at));
            Cell cell = cells.get(at);
            if (cell instanceof Table.Figure figure) {
                sheet.value(row, at, figure.number());
                style.format("#,##0").horizontalAlignment("right");
            } else if (cell instanceof Table.Share share && !share.rate().empty()) {
                sheet.value(row, at, share.rate().hundredths().getAsInt() / 10_000.0);
                style.format("0.00%").horizontalAlignment("right");
            } else {
                sheet.value(row, at, plain(cell.shown()));
                if (columns.get(at).figures()) style.horizontalAlignment("right");
                else style.wrapText(true);
            }
            if (bold) style.bold();
            style.set();
        }
    }

    private static StyleSetter bordered(StyleSetter style) {
        for (BorderSide side : List.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT)) {
            style.borderStyle(side, BorderStyle.THIN);
        }
        return style.fontName(FONT).fontSize(12);
    }

    /**
     * A text that a spreadsheet program takes as text only: what would begin a formula is put behind an apostrophe, characters that no
     * sheet may hold are dropped. A telephone number and a negative number stay as they are.
     */
    static String plain(String text) {
        StringBuilder kept = new StringBuilder(text.length() + 1);
        text.codePoints().filter(Spreadsheet::mayStand).forEach(kept::appendCodePoint);
        String clean = kept.toString();
        if (clean.isEmpty()) return clean;
        boolean signed =
                "+-".indexOf(clean.charAt(0)) >= 0 && clean.substring(1).matches("[0-9][0-9 .]*");
        boolean acts = "=+-@\t\n\r＝＋－＠".indexOf(clean.charAt(0)) >= 0 && !signed;
        return acts ? "'" + clean : clean;
    }

    /** Whether XML, and so a sheet or a page, may hold the character. */
    static boolean mayStand(int point) {
        if (point < ' ') return point == '\n' || point == '\t';
        return point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF);
    }

    static String upper(String text) {
        return plain(text.toUpperCase(java.util.Locale.ROOT));
    }
}
