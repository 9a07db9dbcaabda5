package vn.diemcau.enrolment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import vn.diemcau.paper.Layout;

/** A summons as .docx, to be worked on in the office. Blocks: call it off the event loop. */
final class SummonsFile {
    private static final String FONT = "Times New Roman";
    private static final int BODY = 14;
    private static final double TWIPS_PER_MM = 56.6929;
    private static final int PAGE = 210;
    /** Hundredths of the text's width: of the columns of names, of the issuer beside the title, of the recipients beside the signature. */
    private static final int[] NAMES = {6, 24, 9, 16, 22, 15, 8};

    private static final int[] HEAD = {42, 58};
    private static final int[] SIGN = {50, 50};

    private SummonsFile() {}

    static byte[] of(SummonsText text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024)) {
            page(document, text.paper().layout());
            head(document, text);
            body(document, text);
            sign(document, text.paper());
            names(document, text);
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void page(XWPFDocument document, Layout layout) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(layout.top));
        margins.setBottom(twips(layout.bottom));
        margins.setLeft(twips(layout.left));
        margins.setRight(twips(layout.right));
        margins.setHeader(twips(10));
        margins.setFooter(twips(10));
        section.addNewTitlePg();
        XWPFHeader header = document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT);
        XWPFParagraph number = header.createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MM));
    }

    private static void head(XWPFDocument document, SummonsText text) {
        Paper paper = text.paper();
        XWPFTable table = bare(document, paper.layout(), HEAD);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        left.removeParagraph(0);
        right.removeParagraph(0);
        if (paper.superior() != null) centred(left, SummonsPage.upper(paper.superior()), 13, false, false);
        centred(left, SummonsPage.upper(paper.issuer()), 13, true, false);
        if (paper.layout().star) centred(left, "*", 13, false, false);
        else centred(left, "________", 6, true, false);
        centred(left, paper.numberLine(), 13, false, false);
        List<String> heading = paper.layout().heading;
        for (int at = 0; at < heading.size(); at++) {
            boolean last = at == heading.size() - 1;
            XWPFRun run = centred(right, heading.get(at), last ? 13 : 12, true, false);
            if (last) run.setUnderline(UnderlinePatterns.SINGLE);
        }
        centred(right, text.placeAndDate(), 13, false, true);
    }

    private static XWPFTable bare(XWPFDocument document, Layout layout, int[] hundredths) {
        XWPFTable table = document.createTable(1, hundredths.length);
        table.removeBorders();
        fixed(table, layout, hundredths);
        return table;
    }

    /** Columns as wide as said, whatever stands in them. */
    private static void fixed(XWPFTable table, Layout layout, int[] hundredths) {
        int whole = twips(PAGE - layout.left - layout.right).intValue();
        table.setWidth(whole);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        for (int one : hundredths) grid.addNewGridCol().setW(BigInteger.valueOf((long) whole * one / 100));
        for (int at = 0; at < hundredths.length; at++)
            table.getRow(0).getCell(at).setWidth(String.valueOf(whole * hundredths[at] / 100));
    }

    private static void body(XWPFDocument document, SummonsText text) {
        paragraph(document, "", BODY, false, ParagraphAlignment.CENTER);
        paragraph(document, text.paper().kind().title, 16, true, ParagraphAlignment.CENTER);
        paragraph(document, "dự " + text.about(), BODY, true, ParagraphAlignment.CENTER);
        paragraph(document, "Kính gửi: " + text.addressee(), BODY, false, ParagraphAlignment.CENTER);
        indented(document, null, text.opening());
        int number = 1;
        for (SummonsText.Point point : text.points()) {
            String lead = number++ + ". " + point.lead() + ": ";
            if (point.lines().size() == 1) {
                indented(document, lead, point.lines().get(0));
            } else {
                indented(document, lead, "");
                for (String line : point.lines()) indented(document, null, "- " + line);
            }
        }
        if (!text.agenda().isEmpty()) {
            indented(document, number + ". Chương trình: ", "");
            for (String line : text.agenda()) indented(document, null, line);
        }
    }

    private static void sign(XWPFDocument document, Paper paper) {
        paragraph(document, "", BODY, false, ParagraphAlignment.LEFT);
        XWPFTable table = bare(document, paper.layout(), SIGN);
        table.getRow(0).setCantSplitRow(true);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        XWPFRun lead = run(left.getParagraphs().get(0), "Nơi nhận:", 12, false, false);
        if (paper.layout() == Layout.STATE) {
            lead.setBold(true);
            lead.setItalic(true);
        } else {
            lead.setUnderline(UnderlinePatterns.SINGLE);
        }
        for (String recipient : paper.recipients()) {
            run(left.addParagraph(), "- " + recipient, 11, false, false);
        }
        right.removeParagraph(0);
        if (paper.signedFor() != null)
            centred(right, paper.layout().onBehalf + SummonsPage.upper(paper.signedFor()), BODY, true, false);
        if (paper.signerRole() != null)
            centred(right, SummonsPage.upper(paper.signerRole()), BODY, paper.layout() == Layout.STATE, false);
        for (int i = 0; i < 3; i++) centred(right, "", BODY, false, false);
        if (paper.signerName() != null) centred(right, paper.signerName(), BODY, true, false);
    }

    private static void names(XWPFDocument document, SummonsText text) {
        XWPFParagraph title = paragraph(
                document,
                "DANH SÁCH " + (text.paper().kind() == Paper.Kind.SUMMONS ? "TRIỆU TẬP" : "MỜI DỰ"),
                BODY,
                true,
                ParagraphAlignment.CENTER);
        title.setPageBreak(true);
        paragraph(document, text.addressee(), BODY, false, ParagraphAlignment.CENTER);
        XWPFParagraph attached = document.createParagraph();
        attached.setAlignment(ParagraphAlignment.CENTER);
        run(attached, "(Kèm theo " + SummonsPage.attachedTo(text.paper()) + ")", BODY, false, true);
        XWPFTable table = document.createTable(1, SummonsText.COLUMNS.size());
        fixed(table, text.paper().layout(), NAMES);
        fill(table.getRow(0), SummonsText.COLUMNS, true);
        table.getRow(0).setRepeatHeader(true);
        int number = 1;
        for (SummonsText.Row row : text.rows()) fill(table.createRow(), row.cells(number++), false);
    }

    private static void fill(XWPFTableRow row, List<String> words, boolean heading) {
        row.setCantSplitRow(true);
        for (int i = 0; i < words.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            XWPFParagraph paragraph = cell.getParagraphs().get(0);
            paragraph.setAlignment(heading || i == 0 || i == 2 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            run(paragraph, words.get(i), 12, heading, false);
        }
    }

    private static XWPFRun centred(XWPFTableCell cell, String words, int size, boolean bold, boolean italic) {
        XWPFParagraph paragraph = cell.addParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        return run(paragraph, words, size, bold, italic);
    }

    private static XWPFParagraph paragraph(
            XWPFDocument document, String words, int size, boolean bold, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        run(paragraph, words, size, bold, false);
        return paragraph;
    }

    private static void indented(XWPFDocument document, @Nullable String lead, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(567);
        paragraph.setSpacingAfter(100);
        if (lead != null) run(paragraph, lead, BODY, true, false);
        run(paragraph, words, BODY, false, false);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String words, int size, boolean bold, boolean italic) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(bold);
        run.setItalic(italic);
        run.setText(words);
        return run;
    }
}
