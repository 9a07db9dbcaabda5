package vn.diemcau.attendance;

import static vn.diemcau.paper.Pdf.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.diemcau.paper.Qr;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The printed sheets of a site and of badges, as XHTML. */
final class Sheets {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(ZONE);

    private Sheets() {}

    private static String page(String style, String body) {
        return "<html lang=\"vi\"><head><title>Điểm Cầu</title><style>"
                + "@page{size:A4;margin:12mm} body{font-family:'Liberation Sans';font-size:10pt;color:#1C2230;margin:0}"
                + "h1{font-size:14pt;margin:0 0 2mm 0} p{margin:0 0 1mm 0} .m{color:#5B6472} td,th{vertical-align:top;text-align:left}"
                + style
                + "</style></head><body>"
                + body
                + "</body></html>";
    }

    /** Tear-off slips, three a page. */
    static String slips(Session session, Map<String, String> codes, String publicUrl) {
        StringBuilder body = new StringBuilder();
        for (Site site : session.sites()) {
            String code = codes.get(site.id());
            if (code == null) continue;
            body.append("<div class=\"slip\"><table><tr><td class=\"q\"><img src=\"")
                    .append(Qr.image(publicUrl + "/diem-cau?c=" + code))
                    .append("\" alt=\"\"/></td><td><p class=\"m\">PHIẾU ĐIỂM CẦU</p><h1>")
                    .append(escape(site.name()))
                    .append("</h1><p>")
                    .append(escape(session.title()))
                    .append("</p><p>Bắt đầu ")
                    .append(WHEN.format(session.startsAt()))
                    .append("</p><p class=\"m\">")
                    .append(escape(Objects.requireNonNullElse(site.address(), "")))
                    .append("</p><p>Phụ trách: ")
                    .append(escape(Objects.requireNonNullElse(site.contactName(), "................................")))
                    .append(site.contactPhone() == null ? "" : ", " + escape(site.contactPhone()))
                    .append("</p><p class=\"code\">")
                    .append(Slips.shown(code))
                    .append("</p><p class=\"m\">Mở ")
                    .append(escape(publicUrl))
                    .append(
                            "/diem-cau trên điện thoại, quét mã hoặc gõ mười ký tự trên. Máy thứ hai dùng cùng mã, đến khi đóng điểm cầu.</p>")
                    .append("</td></tr></table></div>");
        }
        return page(
                ".slip{border-bottom:1px dashed #5B6472;padding:4mm 0;page-break-inside:avoid} .q{width:52mm} .q img{width:46mm;height:46mm}"
                        + ".code{font-size:22pt;font-weight:700;letter-spacing:2pt;margin:2mm 0}",
                body.toString());
    }

    /** One card of a badge sheet. */
    record Card(String name, String birthYear, String unitName, String digits, String shortCode) {}

    /** Cards, two a row; the QR is 32 mm wide. */
    static String badges(List<Card> cards) {
        StringBuilder body = new StringBuilder("<table class=\"cards\">");
        for (int i = 0; i < cards.size(); i += 2) {
            body.append("<tr>");
            for (int j = i; j < i + 2; j++) {
                body.append("<td class=\"card\">");
                if (j < cards.size()) card(body, cards.get(j));
                body.append("</td>");
            }
            body.append("</tr>");
        }
        return page(
                ".cards{width:100%;border-collapse:collapse} .cards tr{page-break-inside:avoid} .card{width:50%;border:1px dashed #9AA3B2;padding:3mm}"
                        + ".card img{width:32mm;height:32mm} .name{font-size:15pt;font-weight:700} .year{font-size:13pt} .short{font-size:11pt;letter-spacing:1pt}",
                body.append("</table>").toString());
    }

    private static void card(StringBuilder body, Card card) {
        body.append("<table><tr><td><img src=\"")
                .append(Qr.image(card.digits()))
                .append("\" alt=\"\"/><p class=\"short\">")
                .append(card.shortCode().substring(0, 4))
                .append(" ")
                .append(card.shortCode().substring(4))
                .append("</p></td><td><p class=\"name\">")
                .append(escape(card.name()))
                .append("</p><p class=\"year\">")
                .append(escape(card.birthYear()))
                .append("</p><p class=\"m\">")
                .append(escape(card.unitName()))
                .append("</p></td></tr></table>");
    }

    /** One row of a printed roll. */
    record Line(String person, String name, String birthYear, String unitName) {}

    /** What the QR of a row says: which person it is of. No badge, so that a photographed sheet opens no door. */
    static final String ROW = "DIEMCAU-HANG:";

    /** The roll on paper, a QR a row, to be entered later by scanning the rows. */
    static String roll(Session session, Site site, List<Line> lines, String publicUrl) {
        StringBuilder body = new StringBuilder("<h1>Danh sách điểm danh: ")
                .append(escape(site.name()))
                .append("</h1><p>")
                .append(escape(session.title()))
                .append(", ")
                .append(WHEN.format(session.startsAt()))
                .append("</p><p class=\"m\">Nhập vào máy sau: mở ")
                .append(escape(publicUrl))
                .append(
                        "/diem-cau trên điện thoại của điểm cầu, chọn Khác, Nhập từ giấy, rồi quét mã ở từng hàng có ký tên.</p><table class=\"roll\"><thead><tr><th style=\"width:8mm\">TT</th><th style=\"width:38mm\">Họ và tên</th><th style=\"width:12mm\">Năm sinh</th><th>Đơn vị</th><th style=\"width:16mm\">Giờ vào</th><th style=\"width:38mm\">Ký tên</th><th style=\"width:27mm\">Mã</th></tr></thead><tbody>");
        int number = 1;
        for (Line line : lines) {
            body.append("<tr><td>")
                    .append(number++)
                    .append("</td><td>")
                    .append(escape(line.name()))
                    .append("</td><td>")
                    .append(escape(line.birthYear()))
                    .append("</td><td>")
                    .append(escape(line.unitName()))
                    .append("</td><td></td><td></td><td><img src=\"")
                    .append(Qr.image(ROW + line.person()))
                    .append("\" alt=\"\"/></td></tr>");
        }
        return page(
                ".roll{width:100%;border-collapse:collapse;table-layout:fixed;-fs-table-paginate:paginate} .roll td,.roll th{border:1px solid #9AA3B2;padding:1.5mm}"
                        + ".roll tr{page-break-inside:avoid} .roll img{width:24mm;height:24mm}",
                body.append("</tbody></table>").toString());
    }
}
