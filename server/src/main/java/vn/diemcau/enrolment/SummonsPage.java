package vn.diemcau.enrolment;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Pdf;

/** A summons as XHTML for PDF: the page itself, then the list of names on pages of its own. */
final class SummonsPage {
    private SummonsPage() {}

    /** One document of as many summonses as given, each beginning on a new page. */
    static String of(List<SummonsText> texts) {
        Layout layout = texts.get(0).paper().layout();
        StringBuilder page = new StringBuilder(8192);
        page.append("<html lang=\"vi\"><head><title>")
                .append(Pdf.escape(texts.get(0).paper().kind().title))
                .append("</title><style>")
                .append(style(layout))
                .append("</style></head><body>");
        for (SummonsText text : texts) one(page, text);
        return page.append("</body></html>").toString();
    }

    private static String style(Layout layout) {
        return "@page{size:A4;margin:%dmm %dmm %dmm %dmm;@top-center{content:counter(page);font:13pt 'Liberation Serif'}}"
                        .formatted(layout.top, layout.right, layout.bottom, layout.left)
                + "@page:first{@top-center{content:''}}"
                + "body{font:14pt/1.3 'Liberation Serif';margin:0}"
                + ".summons{page-break-before:always}.summons:first-child{page-break-before:auto}"
                + "table{border-collapse:collapse;width:100%}.head td{vertical-align:top;text-align:center;padding:0;font-size:13pt}"
                + ".head .issuer{width:42%}.head .first{font-size:12pt}.nowrap{white-space:nowrap}"
                + ".rule{display:inline-block;border-bottom:0.7pt solid #000}.short{width:33%;margin:1pt auto 3pt;border-top:0.7pt solid #000}"
                + "h1{font-size:16pt;text-align:center;margin:14pt 0 2pt}.about{text-align:center;font-weight:700;margin:0 0 10pt}"
                + "p{margin:0 0 5pt;text-align:justify}.in{text-indent:10mm}.i{font-style:italic}.b{font-weight:700}"
                + ".names{page-break-before:always;page:names}.names th,.names td{border:0.5pt solid #000;padding:2pt 4pt;font-size:12pt;text-align:left}"
                + ".names table{table-layout:fixed}"
                + ".names .c0{width:6%}.names .c1{width:24%}.names .c2{width:9%}.names .c3{width:16%}.names .c4{width:22%}.names .c5{width:15%}.names .c6{width:8%}"
                + ".names th{text-align:center}.names table{-fs-table-paginate:paginate}.names tr{page-break-inside:avoid}"
                + ".c{text-align:center}.sign{page-break-inside:avoid}.sign tr{page-break-inside:avoid}.sign td{vertical-align:top;padding-top:12pt}";
    }

    private static void one(StringBuilder page, SummonsText text) {
        Paper paper = text.paper();
        page.append("<div class=\"summons\"><table class=\"head\"><tr><td class=\"issuer\">");
        if (paper.superior() != null) line(page, upper(paper.superior()), "");
        line(page, upper(paper.issuer()), "b");
        page.append(paper.layout().star ? "<div>*</div>" : "<div class=\"short\"></div>");
        line(page, paper.numberLine(), "");
        page.append("</td><td>");
        heading(page, paper.layout());
        line(page, text.placeAndDate(), "i");
        page.append("</td></tr></table><h1>")
                .append(paper.kind().title)
                .append("</h1><p class=\"about\">dự ")
                .append(Pdf.escape(text.about()))
                .append("</p><p class=\"c\">Kính gửi: ")
                .append(Pdf.escape(text.addressee()))
                .append("</p><p class=\"in\">")
                .append(Pdf.escape(text.opening()))
                .append("</p>");
        points(page, text);
        sign(page, paper);
        names(page, text);
        page.append("</div>");
    }

    /** The title at the right: each line on one line, a rule under the last. */
    private static void heading(StringBuilder page, Layout layout) {
        int last = layout.heading.size() - 1;
        for (int at = 0; at <= last; at++) {
            page.append(
                            at == last
                                    ? "<div class=\"b nowrap\"><span class=\"rule\">"
                                    : "<div class=\"b nowrap first\"><span>")
                    .append(Pdf.escape(layout.heading.get(at)))
                    .append("</span></div>");
        }
    }

    /** Names of offices and whom they sign for stand in capitals. */
    static String upper(String words) {
        return words.toUpperCase(Locale.ROOT);
    }

    private static void line(StringBuilder page, @Nullable String words, String kind) {
        if (words == null) return;
        page.append("<div class=\"")
                .append(kind)
                .append("\">")
                .append(Pdf.escape(words))
                .append("</div>");
    }

    private static void points(StringBuilder page, SummonsText text) {
        int number = 1;
        for (SummonsText.Point point : text.points()) {
            page.append("<p class=\"in\"><b>")
                    .append(number++)
                    .append(". ")
                    .append(Pdf.escape(point.lead()))
                    .append(":</b>");
            if (point.lines().size() == 1) {
                page.append(' ').append(Pdf.escape(point.lines().get(0))).append("</p>");
            } else {
                page.append("</p>");
                for (String line : point.lines()) {
                    page.append("<p class=\"in\">- ").append(Pdf.escape(line)).append("</p>");
                }
            }
        }
        if (!text.agenda().isEmpty()) {
            page.append("<p class=\"in\"><b>").append(number).append(". Chương trình:</b></p>");
            for (String line : text.agenda())
                page.append("<p class=\"in\">").append(Pdf.escape(line)).append("</p>");
        }
    }

    private static void sign(StringBuilder page, Paper paper) {
        page.append("<table class=\"sign\"><tr><td style=\"width:50%\"><div class=\"")
                .append(paper.layout() == Layout.STATE ? "b i" : "")
                .append("\"><span")
                .append(paper.layout() == Layout.STATE ? "" : " class=\"rule\"")
                .append(" style=\"font-size:12pt\">Nơi nhận:</span></div>");
        for (String recipient : paper.recipients()) {
            page.append("<div style=\"font-size:11pt\">- ")
                    .append(Pdf.escape(recipient))
                    .append("</div>");
        }
        page.append("</td><td class=\"c\">");
        if (paper.signedFor() != null) line(page, paper.layout().onBehalf + upper(paper.signedFor()), "b");
        if (paper.signerRole() != null)
            line(page, upper(paper.signerRole()), paper.layout() == Layout.STATE ? "b" : "");
        page.append("<div style=\"height:22mm\"></div>");
        line(page, paper.signerName(), "b");
        page.append("</td></tr></table>");
    }

    private static void names(StringBuilder page, SummonsText text) {
        page.append("<div class=\"names\"><p class=\"c b\">DANH SÁCH ")
                .append(text.paper().kind() == Paper.Kind.SUMMONS ? "TRIỆU TẬP" : "MỜI DỰ")
                .append("</p><p class=\"c\">")
                .append(Pdf.escape(text.addressee()))
                .append("</p><p class=\"c i\">(Kèm theo ")
                .append(Pdf.escape(attachedTo(text.paper())))
                .append(")</p><table><thead><tr>");
        for (int i = 0; i < SummonsText.COLUMNS.size(); i++) {
            page.append("<th class=\"c")
                    .append(i)
                    .append("\">")
                    .append(SummonsText.COLUMNS.get(i))
                    .append("</th>");
        }
        page.append("</tr></thead><tbody>");
        int number = 1;
        for (SummonsText.Row row : text.rows()) {
            page.append("<tr>");
            for (String cell : row.cells(number))
                page.append("<td>").append(Pdf.escape(cell)).append("</td>");
            page.append("</tr>");
            number++;
        }
        page.append("</tbody></table></div>");
    }

    /** "Giấy triệu tập số 05-GTT/TU" as a list names what it belongs to. */
    static String attachedTo(Paper paper) {
        String kind = paper.kind() == Paper.Kind.SUMMONS ? "Giấy triệu tập" : "Giấy mời";
        return kind + " " + paper.numberLine().replaceFirst("^S", "s");
    }
}
