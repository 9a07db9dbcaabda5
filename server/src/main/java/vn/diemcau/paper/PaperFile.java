package vn.diemcau.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;

/**
 * Sets a table on A4 as PDF, page after page: fonts embedded, the head of the table on every page, the number of the page at the top of
 * every page but the first. Finished pages lie in a temporary file, so length does not matter. Blocks.
 */
public final class PaperFile implements AutoCloseable {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double LEADING = 1.16;
    private static final double PAD = 2;
    private static final float HAIR = 0.5f;

    private final Table table;
    private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    private final Typeface regular;
    private final Typeface bold;
    private final Typeface italic;
    private final Typeface boldItalic;
    private final PDRectangle size;
    private final double left;
    private final double width;
    private final double top;
    private final double bottom;
    private PDPageContentStream page;
    private double y;

    private PaperFile(Table table) throws IOException {
        this.table = table;
        regular = Typeface.of(document, "LiberationSerif-Regular");
        bold = Typeface.of(document, "LiberationSerif-Bold");
        italic = Typeface.of(document, "LiberationSerif-Italic");
        boldItalic = Typeface.of(document, "LiberationSerif-BoldItalic");
        PDRectangle upright = PDRectangle.A4;
        size = table.landscape() ? new PDRectangle(upright.getHeight(), upright.getWidth()) : upright;
        Layout layout = table.issue().letterhead().layout();
        left = layout.left * POINTS_PER_MM;
        width = size.getWidth() - left - layout.right * POINTS_PER_MM;
        top = size.getHeight() - layout.top * POINTS_PER_MM;
        bottom = layout.bottom * POINTS_PER_MM;
        page = open();
    }

    /** @param tell told how many rows are set, now and then */
    public static void write(Table table, OutputStream out, IntConsumer tell) throws IOException {
        try (PaperFile file = new PaperFile(table)) {
            file.all(tell);
            file.page.close();
            // without object streams the writer keeps nothing back
            file.document.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void all(IntConsumer tell) throws IOException {
        document.getDocumentInformation().setTitle(table.fullTitle());
        document.getDocumentCatalog().setLanguage("vi-VN");
        Face face = Face.of(table);
        blocks(List.of(face.left(), face.right()), Face.LEFT_HUNDREDTHS / 100.0);
        y -= 8;
        for (Face.Line line : face.title()) line(line, left, width);
        y -= 6;
        double[] widths = widths();
        head(widths);
        int written = 0;
        for (List<Cell> cells : table.rows()) {
            Table.same(table.columns(), cells);
            row(cells, widths, regular);
            if (++written % Table.TELL_EVERY == 0) tell.accept(written);
        }
        if (table.total() != null) row(table.total(), widths, bold);
        tell.accept(written);
        y -= 4;
        for (String note : table.notes()) {
            line(Face.Line.plain(note, 12).slanted().atTheLeft(), left, width);
        }
        y -= 8;
        double height = face.closing().stream()
                .mapToDouble(block -> height(block, width / face.closing().size()))
                .max()
                .orElse(0);
        if (y - height < bottom) turn();
        blocks(face.closing(), 1.0 / face.closing().size());
    }

    private PDPageContentStream open() throws IOException {
        PDPage next = new PDPage(size);
        document.addPage(next);
        PDPageContentStream stream = new PDPageContentStream(document, next);
        stream.setLineWidth(HAIR);
        y = top;
        int number = document.getNumberOfPages();
        if (number > 1) {
            String shown = String.valueOf(number);
            double from = (size.getWidth() - regular.width(shown, 13)) / 2;
            show(stream, regular, 13, from, size.getHeight() - 10 * POINTS_PER_MM - 13, shown);
        }
        return stream;
    }

    private void turn() throws IOException {
        page.close();
        page = open();
    }

    private static void show(PDPageContentStream page, Typeface face, double points, double x, double y, String words)
            throws IOException {
        if (words.isEmpty()) return;
        page.beginText();
        page.setFont(face.font, (float) points);
        page.newLineAtOffset((float) x, (float) y);
        page.showText(words);
        page.endText();
    }

    private Typeface face(Face.Line line) {
        if (line.bold()) return line.italic() ? boldItalic : bold;
        return line.italic() ? italic : regular;
    }

    private double height(List<Face.Line> block, double wide) {
        return block.stream()
                .mapToDouble(line -> face(line)
                                .lines(line.words(), line.points(), wide - 2 * PAD, 50)
                                .size()
                        * line.points()
                        * LEADING)
                .sum();
    }

    /** Blocks of lines beside each other: the first over this share of the width, the others over equal parts of the rest. */
    private void blocks(List<List<Face.Line>> blocks, double first) throws IOException {
        double start = y;
        double lowest = y;
        double from = left;
        for (int at = 0; at < blocks.size(); at++) {
            double wide = width * (at == 0 ? first : (1 - first) / (blocks.size() - 1));
            y = start;
            for (Face.Line line : blocks.get(at)) line(line, from, wide);
            from += wide;
            lowest = Math.min(lowest, y);
        }
        y = lowest;
    }

    private void line(Face.Line line, double from, double wide) throws IOException {
        Typeface face = face(line);
        double step = line.points() * LEADING;
        for (String part : face.lines(line.words(), line.points(), wide - 2 * PAD, 50)) {
            if (y - step < bottom) turn();
            double length = face.width(part, line.points());
            double x = line.centred() ? from + (wide - length) / 2 : from + PAD;
            show(page, face, line.points(), x, y - line.points(), part);
            y -= step;
            double rule =
                    switch (line.rule()) {
                        case NONE -> 0;
                        case SHORT -> length / 3;
                        case FULL -> length;
                    };
            if (rule > 0) {
                y -= 1.5;
                stroke(x + (length - rule) / 2, y, x + (length + rule) / 2, y);
                y -= 1.5;
            }
        }
    }

    private void stroke(double fromX, double fromY, double toX, double toY) throws IOException {
        page.moveTo((float) fromX, (float) fromY);
        page.lineTo((float) toX, (float) toY);
        page.stroke();
    }

    private double[] widths() {
        int sum = table.columns().stream().mapToInt(Column::width).sum();
        return table.columns().stream()
                .mapToDouble(column -> width * column.width() / sum)
                .toArray();
    }

    /** What stands in one box of a row. */
    private record Box(List<String> lines, double x, double wide, Align align) {}

    private enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    private Box box(String words, Typeface face, double x, double wide, Align align) {
        int most = (int) ((top - bottom) / 2 / (table.points() * LEADING));
        return new Box(face.lines(words, table.points(), wide - 2 * PAD, Math.max(1, most)), x, wide, align);
    }

    private double height(List<Box> boxes) {
        int lines = boxes.stream().mapToInt(box -> box.lines().size()).max().orElse(1);
        return lines * table.points() * LEADING + 2 * PAD;
    }

    private void draw(Box box, Typeface face, double over, double height) throws IOException {
        double points = table.points();
        page.addRect((float) box.x(), (float) (over - height), (float) box.wide(), (float) height);
        page.stroke();
        double text = over - (height - box.lines().size() * points * LEADING) / 2 - points;
        for (String line : box.lines()) {
            double length = face.width(line, points);
            double x =
                    switch (box.align()) {
                        case LEFT -> box.x() + PAD;
                        case CENTRE -> box.x() + (box.wide() - length) / 2;
                        case RIGHT -> box.x() + box.wide() - PAD - length;
                    };
            show(page, face, points, x, text, line);
            text -= points * LEADING;
        }
    }

    private void head(double[] widths) throws IOException {
        List<Column> columns = table.columns();
        List<Box> alone = new ArrayList<>();
        List<Box> groups = new ArrayList<>();
        List<Box> below = new ArrayList<>();
        List<Box> numbers = new ArrayList<>();
        double x = left;
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            Box own = box(column.title(), bold, x, widths[at], Align.CENTRE);
            if (column.group().isEmpty()) {
                alone.add(own);
            } else {
                below.add(own);
                if (at == 0 || !columns.get(at - 1).group().equals(column.group())) {
                    double wide = 0;
                    for (int part = at; part < at + table.across(at); part++) wide += widths[part];
                    groups.add(box(column.group(), bold, x, wide, Align.CENTRE));
                }
            }
            numbers.add(box(String.valueOf(at + 1), italic, x, widths[at], Align.CENTRE));
            x += widths[at];
        }
        double upper = groups.isEmpty() ? 0 : height(groups);
        double lower = Math.max(below.isEmpty() ? 0 : height(below), height(alone) - upper);
        if (y - upper - lower - height(numbers) * 3 < bottom) turn();
        for (Box box : alone) draw(box, bold, y, upper + lower);
        for (Box box : groups) draw(box, bold, y, upper);
        for (Box box : below) draw(box, bold, y - upper, lower);
        y -= upper + lower;
        for (Box box : numbers) draw(box, italic, y, height(numbers));
        y -= height(numbers);
    }

    private void row(List<Cell> cells, double[] widths, Typeface face) throws IOException {
        List<Box> boxes = new ArrayList<>(cells.size());
        double x = left;
        for (int at = 0; at < cells.size(); at++) {
            Align align = table.columns().get(at).figures() ? Align.RIGHT : Align.LEFT;
            boxes.add(box(cells.get(at).shown(), face, x, widths[at], align));
            x += widths[at];
        }
        double height = height(boxes);
        if (y - height < bottom) {
            turn();
            head(widths);
        }
        for (Box box : boxes) draw(box, face, y, height);
        y -= height;
    }
}
