package vn.diemcau.report;

import static vn.diemcau.report.Terms.MINUTE;
import static vn.diemcau.report.Terms.MOMENT;
import static vn.diemcau.report.Terms.NOT_CLOSING;
import static vn.diemcau.report.Terms.cell;
import static vn.diemcau.report.Terms.closed;
import static vn.diemcau.report.Terms.entry;
import static vn.diemcau.report.Terms.reason;
import static vn.diemcau.report.Terms.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.SiteFigures;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Rows;
import vn.diemcau.paper.Table;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The forms of one session: báo cáo nhanh (per site) and danh sách (per person). */
final class SessionTables {
    private SessionTables() {}

    static Table flash(Issue issue, UnitTree tree, SessionFigures figures, Instant asOf) {
        List<Column> columns = List.of(
                Column.figures("TT", 6),
                Column.text("Điểm cầu", 22),
                Column.text("Đơn vị phụ trách", 20),
                Column.text("Chủ trì", 14),
                Column.figures("Số triệu tập", 8),
                Column.figures("Có mặt", 7),
                Column.figures("Vắng có lý do", 7),
                Column.figures("Vắng không lý do", 7),
                Column.figures("Chưa xác định", 7),
                Column.figures("Dự thay", 7),
                Column.figures("Số đếm", 7),
                Column.figures("Tỷ lệ (%)", 8),
                Column.text("Đường truyền", 11),
                Column.text("Giờ báo cáo", 9));
        Session session = figures.session();
        List<List<Cell>> rows = new ArrayList<>();
        for (Site site : session.sites()) {
            figures.site(site.id()).ifPresent(one -> rows.add(flashRow(tree, rows.size() + 1, site, one)));
        }
        Figures elsewhere = figures.elsewhere();
        if (elsewhere != null && !elsewhere.counts().equals(Counts.NONE)) {
            rows.add(siteRow(
                    Cell.of(rows.size() + 1),
                    "Không gắn điểm cầu (trực tuyến cá nhân)",
                    "",
                    "",
                    elsewhere.counts(),
                    null,
                    cell(elsewhere.rate()),
                    "",
                    ""));
        }
        long heads = figures.sites().stream()
                .mapToLong(site -> site.headCount() == null ? 0 : site.headCount())
                .sum();
        List<String> notes = new ArrayList<>();
        notes.add("Số đếm là số người đếm tại phòng, không tính vào tỷ lệ.");
        if (!figures.allReported()) notes.add("Tỷ lệ tạm tính chỉ tính trên các điểm cầu đã báo cáo.");
        if (figures.counts().others() > 0) {
            notes.add("Ngoài ra có " + Table.grouped(figures.counts().others())
                    + " người ngoài đảng, khách mời; không tính vào tỷ lệ.");
        }
        if (!figures.faults().isEmpty()) notes.add(Terms.faults(figures.faults()));
        return new Table(
                issue,
                "BÁO CÁO NHANH",
                List.of(about(session), asOf(figures, asOf), closed(figures.closed())),
                true,
                columns,
                Rows.of(rows),
                siteRow(Cell.of(""), "Tổng cộng", "", "", figures.counts(), heads, cell(figures.rate()), "", ""),
                notes,
                standing(figures.faults().isEmpty(), figures.provisional()));
    }

    private static String about(Session session) {
        return session.title() + topic(session) + " (" + MOMENT.format(session.startsAt()) + ")";
    }

    private static String asOf(SessionFigures figures, Instant asOf) {
        return "Tính đến " + MOMENT.format(asOf) + ". Đã báo cáo " + figures.reported() + "/"
                + figures.sites().size() + " điểm cầu.";
    }

    private static List<Cell> flashRow(UnitTree tree, int number, Site site, SiteFigures figures) {
        String units = site.units().stream()
                .limit(2)
                .map(unit -> tree.unit(unit).map(Unit::name).orElse(unit))
                .collect(Collectors.joining(", "));
        String more = site.units().size() > 2 ? " và " + (site.units().size() - 2) + " đơn vị" : "";
        String link =
                switch (figures.state()) {
                    case LINK_DOWN -> "Mất kết nối";
                    case SILENT, FILLING, REPORTED, CLOSED, CLOSED_BY_RULE ->
                        switch (site.kind()) {
                            case MAIN -> "Điểm cầu chính";
                            case LINKED -> "Hai chiều";
                            case BROADCAST -> "Một chiều";
                        };
                };
        Instant at = figures.reportedAt() != null || !figures.closed() ? figures.reportedAt() : figures.closedAt();
        boolean byRule = figures.state() == SiteFigures.State.CLOSED_BY_RULE;
        return siteRow(
                Cell.of(number),
                site.name(),
                units + more,
                site.contactName() == null ? "" : site.contactName(),
                figures.counts(),
                figures.headCount() == null ? null : figures.headCount().longValue(),
                figures.reported()
                        ? cell(new Rate(
                                figures.counts().present(), figures.counts().required()))
                        : Cell.of(""),
                link,
                at == null ? byRule ? "Chốt theo quy định" : "Chưa báo cáo" : MINUTE.format(at));
    }

    private static List<Cell> siteRow(
            Cell number,
            String site,
            String units,
            String chair,
            Counts c,
            @Nullable Long heads,
            Cell rate,
            String link,
            String at) {
        return List.of(
                number,
                Cell.of(site),
                Cell.of(units),
                Cell.of(chair),
                Cell.of(c.required()),
                Cell.of(c.present()),
                Cell.of(c.excused()),
                Cell.of(c.unexcused()),
                Cell.of(c.undetermined()),
                Cell.of(c.substituted()),
                heads == null ? Cell.of("") : Cell.of(heads),
                rate,
                Cell.of(link),
                Cell.of(at));
    }

    /** What a row of the list holds beside its number. */
    static List<Cell> rollRow(Attendance one, @Nullable String capacity) {
        Outcome outcome = one.outcome();
        return List.of(
                Cell.of(one.name()),
                Cell.of(one.birthYear() == null ? "" : one.birthYear().toString()),
                Cell.of(capacity),
                Cell.of(one.unitName()),
                Cell.of(mode(outcome)),
                Cell.of(times(outcome)),
                Cell.of(words(one)),
                Cell.of(reason(one.reason())),
                Cell.of(""));
    }

    /**
     * @param rows with their numbers before them
     * @param listed what the rows add up to: when it is not what the session's figures say, the list is not final
     */
    static Table roll(Issue issue, SessionFigures figures, Rows rows, Counts listed, Instant asOf) {
        List<Column> columns = List.of(
                Column.figures("TT", 6),
                Column.text("Họ và tên", 24),
                Column.figures("Năm sinh", 9),
                Column.text("Chức vụ", 14),
                Column.text("Đơn vị", 26),
                Column.text("Hình thức", 11),
                Column.text("Giờ vào/ra", 11),
                Column.text("Trạng thái", 17),
                Column.text("Lý do", 11),
                Column.text("Ký tên", 9));
        Session session = figures.session();
        Counts c = figures.counts();
        boolean closes = figures.faults().isEmpty() && listed.equals(c);
        List<String> notes = new ArrayList<>();
        notes.add("Phải dự " + Table.grouped(c.required()) + "; có mặt " + Table.grouped(c.present()) + "; dự thay "
                + Table.grouped(c.substituted()) + "; vắng có lý do " + Table.grouped(c.excused())
                + "; vắng không lý do " + Table.grouped(c.unexcused()) + "; chưa xác định "
                + Table.grouped(c.undetermined()) + ". Tỷ lệ " + figures.rate().text() + ".");
        if (!closes) notes.add(NOT_CLOSING);
        return new Table(
                issue,
                "DANH SÁCH THAM DỰ",
                List.of(about(session), asOf(figures, asOf), closed(figures.closed())),
                false,
                columns,
                rows,
                null,
                notes,
                standing(closes, figures.provisional()));
    }

    static String mode(Outcome outcome) {
        if (outcome.mode() == null) return "";
        return switch (outcome.mode()) {
            case MAIN_HALL -> "Trực tiếp";
            case LINKED -> "Thành phần";
            case BROADCAST -> "Truyền hình";
            case REMOTE -> "Trực tuyến";
        };
    }

    private static String times(Outcome outcome) {
        if (outcome.arrived() == null) return "";
        return MINUTE.format(outcome.arrived()) + (outcome.left() == null ? "" : " - " + MINUTE.format(outcome.left()));
    }

    static String words(Attendance one) {
        Outcome outcome = one.outcome();
        String entry = entry(one.entry());
        if (!entry.isEmpty()) return outcome.present() ? entry + ", có mặt" : entry;
        String standing =
                switch (outcome.standing()) {
                    case PRESENT -> "Có mặt";
                    case SUBSTITUTED -> "Dự thay";
                    case EXCUSED -> "Vắng có lý do";
                    case UNEXCUSED -> "Vắng không lý do";
                    case UNDETERMINED -> "Chưa xác định";
                };
        if (outcome.flags().contains(Flag.LATE)) standing += ", đi muộn";
        if (outcome.flags().contains(Flag.LEFT_EARLY)) standing += ", về sớm";
        if (outcome.flags().contains(Flag.PAGE_ONLY)) standing += ", chỉ theo trang của buổi";
        if (outcome.flags().contains(Flag.OBSERVED_ONLY)) standing += ", chỉ theo người quan sát trong phòng họp";
        if (outcome.flags().contains(Flag.MADE_UP)) standing += ", học bù";
        return standing;
    }

    private static String topic(Session session) {
        return session.topic() == null || session.topic().isBlank() ? "" : ": " + session.topic();
    }
}
