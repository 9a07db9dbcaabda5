package vn.diemcau.paper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;

/**
 * Writes a table as .docx, row by row as a stream: WordprocessingML of our own, since a document in memory would be a hundred times as
 * large as the file. Blocks.
 */
public final class WordFile {
    private static final double TWIPS_PER_MM = 56.6929;
    private static final int SHORT_SIDE = 11_906;
    private static final int LONG_SIDE = 16_838;
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Table table;
    private final Writer out;

    private WordFile(Table table, Writer out) {
        this.table = table;
        this.out = out;
    }

    /** @param tell told how many rows are written, now and then */
    public static void write(Table table, OutputStream stream, IntConsumer tell) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 15);
        WordFile file = new WordFile(table, out);
        part(zip, out, "[Content_Types].xml", contentTypes());
        part(zip, out, "_rels/.rels", relation("rId1", "officeDocument", "word/document.xml"));
        part(
                zip,
                out,
                "word/_rels/document.xml.rels",
                relation("rId1", "header", "header1.xml", "rId2", "styles", "styles.xml"));
        part(zip, out, "word/styles.xml", styles());
        part(zip, out, "word/header1.xml", header());
        zip.putNextEntry(new ZipEntry("word/document.xml"));
        file.document(tell);
        out.flush();
        zip.closeEntry();
        zip.finish();
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(XML);
        out.write(content);
        out.flush();
        zip.closeEntry();
    }

    private static String contentTypes() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + type("document", "document.main")
                + type("styles", "styles")
                + type("header1", "header")
                + "</Types>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + MAIN + kind + "+xml\"/>";
    }

    private static String relation(String... triples) {
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int at = 0; at < triples.length; at += 3) {
            relations
                    .append("<Relationship Id=\"")
                    .append(triples[at])
                    .append("\" Type=\"" + RELATIONS + "/")
                    .append(triples[at + 1])
                    .append("\" Target=\"")
                    .append(triples[at + 2])
                    .append("\"/>");
        }
        return relations.append("</Relationships>").toString();
    }

    private static String styles() {
        return "<w:styles xmlns:w=\"" + W + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" w:eastAsia=\"Times New Roman\"/>"
                + "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/><w:lang w:val=\"vi-VN\"/></w:rPr></w:rPrDefault>"
                + "<w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
                + "</w:docDefaults></w:styles>";
    }

    /** The number of the page, on every page but the first. */
    private static String header() {
        return "<w:hdr xmlns:w=\"" + W + "\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
                + "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>";
    }

    private void document(IntConsumer tell) throws IOException {
        Face face = Face.of(table);
        out.write(XML);
        out.write("<w:document xmlns:w=\"" + W + "\" xmlns:r=\"" + RELATIONS + "\"><w:body>");
        blocks(List.of(face.left(), face.right()), width() * Face.LEFT_HUNDREDTHS / 100);
        paragraph(Face.Line.plain("", 8));
        for (Face.Line line : face.title()) paragraph(line);
        paragraph(Face.Line.plain("", 8));
        table(tell);
        for (String note : table.notes()) {
            paragraph(Face.Line.plain(note, 12).slanted().atTheLeft());
        }
        paragraph(Face.Line.plain("", 8));
        blocks(face.closing(), width() / face.closing().size());
        section();
        out.write("</w:body></w:document>");
    }

    private int width() {
        Layout layout = table.issue().letterhead().layout();
        return (table.landscape() ? LONG_SIDE : SHORT_SIDE) - twips(layout.left) - twips(layout.right);
    }

    private static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS_PER_MM);
    }

    private void section() throws IOException {
        Layout layout = table.issue().letterhead().layout();
        out.write("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>");
        out.write(
                table.landscape()
                        ? "<w:pgSz w:w=\"" + LONG_SIDE + "\" w:h=\"" + SHORT_SIDE + "\" w:orient=\"landscape\"/>"
                        : "<w:pgSz w:w=\"" + SHORT_SIDE + "\" w:h=\"" + LONG_SIDE + "\"/>");
        out.write("<w:pgMar w:top=\"" + twips(layout.top) + "\" w:right=\"" + twips(layout.right) + "\" w:bottom=\""
                + twips(layout.bottom) + "\" w:left=\"" + twips(layout.left) + "\" w:header=\"" + twips(10)
                + "\" w:footer=\"" + twips(10) + "\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>");
    }

    /** Blocks of lines beside each other, as a table without lines that stays on one page. */
    private void blocks(List<List<Face.Line>> blocks, int first) throws IOException {
        int rest = (width() - first) / (blocks.size() - 1);
        out.write("<w:tbl><w:tblPr><w:tblW w:w=\"" + width()
                + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int at = 0; at < blocks.size(); at++) out.write("<w:gridCol w:w=\"" + (at == 0 ? first : rest) + "\"/>");
        out.write("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int at = 0; at < blocks.size(); at++) {
            List<Face.Line> block = blocks.get(at);
            out.write("<w:tc><w:tcPr><w:tcW w:w=\"" + (at == 0 ? first : rest) + "\" w:type=\"dxa\"/></w:tcPr>");
            for (Face.Line line : block) paragraph(line);
            if (block.isEmpty()) paragraph(Face.Line.plain("", 13));
            out.write("</w:tc>");
        }
        out.write("</w:tr></w:tbl>");
    }

    private void paragraph(Face.Line line) throws IOException {
        paragraph(line.centred() ? "center" : "left", line);
        if (line.rule() == Face.Rule.SHORT) {
            paragraph("center", Face.Line.plain("________", 6).strong());
        }
    }

    private void paragraph(String alignment, Face.Line line) throws IOException {
        out.write("<w:p><w:pPr><w:jc w:val=\"" + alignment + "\"/></w:pPr>");
        run(line.words(), line.points() * 2, line.bold(), line.italic(), line.rule() == Face.Rule.FULL);
        out.write("</w:p>");
    }

    private void run(String words, int halfPoints, boolean bold, boolean italic, boolean underlined)
            throws IOException {
        out.write("<w:r><w:rPr>");
        if (bold) out.write("<w:b/>");
        if (italic) out.write("<w:i/>");
        out.write("<w:sz w:val=\"" + halfPoints + "\"/><w:szCs w:val=\"" + halfPoints + "\"/>");
        if (underlined) out.write("<w:u w:val=\"single\"/>");
        out.write("</w:rPr><w:t xml:space=\"preserve\">");
        out.write(Pdf.escape(Plain.clean(words)));
        out.write("</w:t></w:r>");
    }

    private void table(IntConsumer tell) throws IOException {
        List<Column> columns = table.columns();
        int[] widths = widths();
        out.write("<w:tbl><w:tblPr><w:tblW w:w=\"" + width() + "\" w:type=\"dxa\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            out.write("<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        out.write("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/>"
                + "<w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>");
        for (int width : widths) out.write("<w:gridCol w:w=\"" + width + "\"/>");
        out.write("</w:tblGrid>");
        head(widths);
        int written = 0;
        for (List<Cell> cells : table.rows()) {
            Table.same(columns, cells);
            row(cells, widths, false);
            if (++written % Table.TELL_EVERY == 0) tell.accept(written);
        }
        if (table.total() != null) row(table.total(), widths, true);
        tell.accept(written);
        out.write("</w:tbl>");
    }

    private int[] widths() {
        int sum = table.columns().stream().mapToInt(Column::width).sum();
        return table.columns().stream()
                .mapToInt(column -> (int) ((long) width() * column.width() / sum))
                .toArray();
    }

    private void head(int[] widths) throws IOException {
        List<Column> columns = table.columns();
        String opening = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        out.write(opening);
        for (int at = 0; at < columns.size(); at += table.across(at)) {
            Column column = columns.get(at);
            boolean alone = column.group().isEmpty();
            int across = table.across(at);
            int width = 0;
            for (int part = at; part < at + across; part++) width += widths[part];
            String span = alone
                    ? table.grouped() ? "<w:vMerge w:val=\"restart\"/>" : ""
                    : "<w:gridSpan w:val=\"" + across + "\"/>";
            cell(alone ? column.title() : column.group(), width, span, "center", true, false);
        }
        out.write("</w:tr>");
        if (table.grouped()) {
            out.write(opening);
            for (int at = 0; at < columns.size(); at++) {
                boolean alone = columns.get(at).group().isEmpty();
                String merged = alone ? "<w:vMerge/>" : "";
                cell(alone ? "" : columns.get(at).title(), widths[at], merged, "center", true, false);
            }
            out.write("</w:tr>");
        }
        out.write(opening);
        for (int at = 0; at < columns.size(); at++) {
            cell(String.valueOf(at + 1), widths[at], "", "center", false, true);
        }
        out.write("</w:tr>");
    }

    private void row(List<Cell> cells, int[] widths, boolean bold) throws IOException {
        out.write("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (int at = 0; at < cells.size(); at++) {
            String alignment = table.columns().get(at).figures() ? "right" : "left";
            cell(cells.get(at).shown(), widths[at], "", alignment, bold, false);
        }
        out.write("</w:tr>");
    }

    private void cell(String words, int width, String span, String alignment, boolean bold, boolean italic)
            throws IOException {
        out.write("<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + span
                + "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:jc w:val=\"" + alignment + "\"/></w:pPr>");
        if (!words.isEmpty()) run(words, (int) (table.points() * 2), bold, italic, false);
        out.write("</w:p></w:tc>");
    }
}
