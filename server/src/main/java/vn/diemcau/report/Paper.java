package vn.diemcau.report;

import java.util.List;
import java.util.Locale;
import vn.diemcau.paper.Pdf;
import vn.diemcau.report.Table.Cell;
import vn.diemcau.report.Table.Column;

/** Lays a table out on A4 in the layout of the issuing unit. */
final class Paper {
    private static final String STYLE = """
            @page { size: A4 %s; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt 'Liberation Serif' } }
            @page :first { @top-center { content: '' } }
            body { font: %s 'Liberation Serif'; margin: 0 }
            .head { width: 100%%; margin-bottom: 12pt; border: 0 } .head td { border: 0; text-align: center; vertical-align: top; width: 50%%; font-size: 12pt }
            .rule { border-top: 0.7pt solid #000; width: 90pt; margin: 2pt auto 0 }
            h1 { font-size: 14pt; text-align: center; margin: 6pt 0 2pt } p { margin: 0 } .line { text-align: center; font-style: italic }
            table { border-collapse: collapse; width: 100%%; -fs-table-paginate: paginate; table-layout: fixed }
            .data { margin-top: 8pt } .data td, .data th { border: 0.6pt solid #000; padding: 2pt 2pt; vertical-align: middle; word-wrap: break-word }
            .data th { text-align: center; font-weight: bold } .numbers td { text-align: center; font-style: italic }
            tr { page-break-inside: avoid } .f { text-align: right } .sum td { font-weight: bold }
            .note { font-style: italic; margin-top: 4pt } .sign { width: 45%%; margin: 16pt 0 0 55%%; text-align: center; page-break-inside: avoid }
            """;

    private Paper() {}

    /** The page as XHTML, for {@link vn.diemcau.paper.Pdf}. */
    static String of(Table table) {
        StringBuilder page = new StringBuilder(4096 + table.rows().size() * 400);
        page.append("<html lang=\"vi\"><head><title>")
                .append(Pdf.escape(table.title()))
                .append("</title><style>");
        int columns = table.columns().size();
        String size = columns > 16 ? "9pt" : columns > 11 ? "10.5pt" : columns > 8 ? "11pt" : "12pt";
        page.append(STYLE.formatted(table.landscape() ? "landscape" : "portrait", size));
        page.append("</style></head><body>");
        heading(table, page);
        page.append("<table class=\"data\">");
        widths(table.columns(), page);
        page.append("<thead>");
        head(table.columns(), page);
        page.append("<tr class=\"numbers\">");
        for (int at = 1; at <= columns; at++) page.append("<td>").append(at).append("</td>");
        page.append("</tr></thead><tbody>");
        for (List<Cell> row : table.rows()) row(row, table.columns(), "", page);
        if (table.total() != null) row(table.total(), table.columns(), " class=\"sum\"", page);
        page.append("</tbody></table>");
        for (String note : table.notes()) {
            page.append("<p class=\"note\">").append(Pdf.escape(note)).append("</p>");
        }
        page.append("<div class=\"sign\"><b>Người lập biểu</b></div></body></html>");
        return page.toString();
    }

    private static void heading(Table table, StringBuilder page) {
        Table.Issuer issuer = table.issuer();
        page.append("<table class=\"head\"><tr><td>");
        if (issuer.superior() != null) page.append(upper(issuer.superior())).append("<br/>");
        page.append("<b>").append(upper(issuer.name())).append("</b>");
        switch (issuer.layout()) {
            case PARTY ->
                page.append("<br/>*</td><td><b>ĐẢNG CỘNG SẢN VIỆT NAM</b><div class=\"rule\"></div></td></tr></table>");
            case STATE ->
                page.append("<div class=\"rule\"></div></td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/>")
                        .append("<b>Độc lập - Tự do - Hạnh phúc</b><div class=\"rule\"></div></td></tr></table>");
        }
        page.append("<h1>")
                .append(Pdf.escape(table.title()))
                .append(table.last() ? "" : " (TẠM TÍNH)")
                .append("</h1>");
        for (String line : table.lines()) {
            page.append("<p class=\"line\">").append(Pdf.escape(line)).append("</p>");
        }
    }

    private static void widths(List<Column> columns, StringBuilder page) {
        int sum = columns.stream().mapToInt(Column::width).sum();
        page.append("<colgroup>");
        for (Column column : columns) {
            page.append("<col style=\"width:")
                    .append(String.format(Locale.ROOT, "%.2f", column.width() * 100.0 / sum))
                    .append("%\"/>");
        }
        page.append("</colgroup>");
    }

    private static void head(List<Column> columns, StringBuilder page) {
        boolean grouped = columns.stream().anyMatch(column -> !column.group().isEmpty());
        StringBuilder below = new StringBuilder();
        page.append("<tr>");
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            if (column.group().isEmpty()) {
                page.append(grouped ? "<th rowspan=\"2\">" : "<th>")
                        .append(Pdf.escape(column.title()))
                        .append("</th>");
                continue;
            }
            below.append("<th>").append(Pdf.escape(column.title())).append("</th>");
            if (at > 0 && columns.get(at - 1).group().equals(column.group())) continue;
            long across = columns.stream()
                    .skip(at)
                    .takeWhile(next -> next.group().equals(column.group()))
                    .count();
            page.append("<th colspan=\"")
                    .append(across)
                    .append("\">")
                    .append(Pdf.escape(column.group()))
                    .append("</th>");
        }
        page.append("</tr>");
        if (grouped) page.append("<tr>").append(below).append("</tr>");
    }

    private static void row(List<Cell> cells, List<Column> columns, String attribute, StringBuilder page) {
        page.append("<tr").append(attribute).append('>');
        for (int at = 0; at < cells.size(); at++) {
            page.append(columns.get(at).figures() ? "<td class=\"f\">" : "<td>")
                    .append(Pdf.escape(cells.get(at).shown()))
                    .append("</td>");
        }
        page.append("</tr>");
    }

    private static String upper(String text) {
        return Pdf.escape(text.toUpperCase(Locale.ROOT));
    }
}
