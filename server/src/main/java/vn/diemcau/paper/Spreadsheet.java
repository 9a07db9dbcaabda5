package vn.diemcau.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntConsumer;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;

/** Writes a table as .xlsx, row by row as a stream; no text in it can act as a formula. Blocks. */
public final class Spreadsheet {
    private static final String FONT = "Times New Roman";
    private static final double MM_PER_INCH = 25.4;

    private final Table table;
    private final Worksheet sheet;
    private final int last;
    private int row;

    private Spreadsheet(Table table, Worksheet sheet) {
        this.table = table;
        this.sheet = sheet;
        this.last = table.columns().size() - 1;
    }

    /** @param tell told how many rows are written, now and then */
    public static void write(Table table, OutputStream out, IntConsumer tell) throws IOException {
        try (Workbook workbook = new Workbook(out, "Diem Cau", null)) {
            Worksheet sheet = workbook.newWorksheet("Biểu");
            new Spreadsheet(table, sheet).all(tell);
            sheet.finish();
        }
    }

    /**
     * Writes rows under one row of headings and nothing else, to be read by another program. No text can act as a formula.
     *
     * @param name of the sheet
     * @param tell told how many rows are written, now and then
     */
    public static void plain(String name, List<String> headings, Rows rows, OutputStream out, IntConsumer tell)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Diem Cau", null)) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int at = 0; at < headings.size(); at++) {
                sheet.value(0, at, headings.get(at));
                sheet.style(0, at).bold().set();
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (List<Cell> cells : rows) {
                for (int at = 0; at < cells.size(); at++) {
                    if (cells.get(at) instanceof Table.Figure figure) sheet.value(row, at, figure.number());
                    else if (!cells.get(at).shown().isEmpty())
                        sheet.value(row, at, Plain.text(cells.get(at).shown()));
                }
                if (row % Table.TELL_EVERY == 0) {
                    sheet.flush();
                    tell.accept(row);
                }
                row++;
            }
            tell.accept(row - 1);
            sheet.finish();
        }
    }

    private void all(IntConsumer tell) throws IOException {
        Face face = Face.of(table);
        page();
        for (int column = 0; column <= last; column++) {
            sheet.width(column, Math.max(5, table.columns().get(column).width() + 1));
        }
        heading(face);
        int head = row;
        head();
        sheet.freezePane(Math.min(2, last + 1), row);
        sheet.repeatRows(head, row - 1);
        int written = 0;
        for (List<Cell> cells : table.rows()) {
            Table.same(table.columns(), cells);
            row(cells, false);
            if (++written % Table.TELL_EVERY == 0) {
                sheet.flush();
                tell.accept(written);
            }
        }
        if (table.total() != null) row(table.total(), true);
        tell.accept(written);
        for (String note : table.notes()) words(new Face.Line(note, 12, false, true, Face.Rule.NONE, false), 0, last);
        row++;
        blocks(face.closing());
    }

    /** A4 with the layout's margins, as wide as the paper; a sheet cannot leave its first page without a number. */
    private void page() {
        Layout layout = table.issue().letterhead().layout();
        sheet.paperSize(PaperSize.A4_PAPER);
        if (table.landscape()) sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.topMargin((float) (layout.top / MM_PER_INCH));
        sheet.bottomMargin((float) (layout.bottom / MM_PER_INCH));
        sheet.leftMargin((float) (layout.left / MM_PER_INCH));
        sheet.rightMargin((float) (layout.right / MM_PER_INCH));
        sheet.headerMargin((float) (10 / MM_PER_INCH));
        sheet.header("&P", Position.CENTER, FONT, 13);
    }

    private void heading(Face face) {
        blocks(List.of(face.left(), face.right()));
        row++;
        for (Face.Line line : face.title()) words(line, 0, last);
        row++;
    }

    /** Blocks of lines beside each other, each over its share of the width. */
    private void blocks(List<List<Face.Line>> blocks) {
        int start = row;
        int[] starts = starts(blocks.size());
        int lowest = row;
        for (int at = 0; at < blocks.size(); at++) {
            row = start;
            for (Face.Line line : blocks.get(at)) words(line, starts[at], starts[at + 1] - 1);
            lowest = Math.max(lowest, row);
        }
        row = lowest;
    }

    /** The first column of each of so many blocks, about equally wide and each at least one column, and the one behind the last. */
    private int[] starts(int blocks) {
        int[] starts = new int[blocks + 1];
        int sum = table.columns().stream().mapToInt(Column::width).sum();
        int passed = 0;
        int next = 1;
        for (int column = 0; column <= last && next < blocks; column++) {
            passed += table.columns().get(column).width();
            boolean full = passed * blocks >= sum * next;
            boolean needed = last - column <= blocks - next;
            if (full || needed) starts[next++] = column + 1;
        }
        starts[blocks] = last + 1;
        return starts;
    }

    private void words(Face.Line line, int from, int to) {
        if (!line.words().isEmpty() && to >= from) {
            // a hyphen at the beginning would be taken for a formula and put behind an apostrophe
            String words = line.words().startsWith("- ") ? "–" + line.words().substring(1) : line.words();
            sheet.value(row, from, Plain.text(words));
            if (to > from) sheet.range(row, from, row, to).merge();
            StyleSetter style =
                    sheet.range(row, from, row, to).style().fontName(FONT).fontSize(line.points());
            style.horizontalAlignment(line.centred() ? "center" : "left");
            if (line.bold()) style.bold();
            if (line.italic()) style.italic();
            if (line.rule() == Face.Rule.FULL) style.underlined();
            style.set();
        }
        row++;
    }

    private void head() {
        List<Column> columns = table.columns();
        boolean grouped = table.grouped();
        int bottom = grouped ? row + 1 : row;
        for (int at = 0; at <= last; at++) {
            Column column = columns.get(at);
            if (column.group().isEmpty()) {
                sheet.value(row, at, Plain.text(column.title()));
                if (grouped) sheet.range(row, at, bottom, at).merge();
            } else {
                boolean first = at == 0 || !columns.get(at - 1).group().equals(column.group());
                if (first) {
                    int end = at + table.across(at) - 1;
                    sheet.value(row, at, Plain.text(column.group()));
                    if (end > at) sheet.range(row, at, row, end).merge();
                }
                sheet.value(bottom, at, Plain.text(column.title()));
            }
        }
        bordered(sheet.range(row, 0, bottom, last).style())
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .set();
        int numbers = bottom + 1;
        for (int at = 0; at <= last; at++) sheet.value(numbers, at, at + 1);
        bordered(sheet.range(numbers, 0, numbers, last).style())
                .italic()
                .horizontalAlignment("center")
                .set();
        row = numbers + 1;
    }

    private void row(List<Cell> cells, boolean bold) {
        for (int at = 0; at < cells.size(); at++) {
            StyleSetter style = bordered(sheet.style(row, at));
            Cell cell = cells.get(at);
            if (cell instanceof Table.Figure figure) {
                sheet.value(row, at, figure.number());
                style.format("#,##0").horizontalAlignment("right");
            } else if (cell instanceof Table.Share share && share.hundredths().isPresent()) {
                sheet.value(row, at, share.hundredths().getAsInt() / 10_000.0);
                style.format("0.00%").horizontalAlignment("right");
            } else {
                sheet.value(row, at, Plain.text(cell.shown()));
                if (table.columns().get(at).figures()) style.horizontalAlignment("right");
                else style.wrapText(true);
            }
            if (bold) style.bold();
            style.set();
        }
        row++;
    }

    private static StyleSetter bordered(StyleSetter style) {
        for (BorderSide side : List.of(BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT)) {
            style.borderStyle(side, BorderStyle.THIN);
        }
        return style.fontName(FONT).fontSize(12);
    }
}
