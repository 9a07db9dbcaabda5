package vn.diemcau.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.SiteFigures;
import vn.diemcau.enrolment.Required;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.report.Table.Cell;
import vn.diemcau.report.Table.Column;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.Site;

/** The three forms offices use, filled from figures: biểu tổng hợp (per unit), báo cáo nhanh (per site), danh sách (per person). */
final class Tables {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Period.ZONE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(Period.ZONE);
    private static final String NOT_CLOSING = "Số liệu chưa khớp, không dùng làm báo cáo chính thức.";

    private Tables() {}

    /** One row of the summary. */
    record Row(String name, Figures figures, String remark) {}

    static Table summary(UnitTree tree, UnitFigures figures, @Nullable ProgrammeKind kind, Instant asOf) {
        List<Row> rows = new ArrayList<>();
        for (UnitFigures.Line line : figures.lines()) {
            rows.add(new Row(line.unit().name(), line.now(), remark(figures.changes(), line.unit())));
        }
        if (figures.own() != null) {
            rows.add(
                    new Row("Trực thuộc " + figures.unit().name(), figures.own().now(), ""));
        }
        List<String> lines = new ArrayList<>();
        lines.add(figures.period().text() + (kind == null ? "" : "; " + name(kind)));
        lines.add("Tính đến " + MOMENT.format(asOf) + ". Đã báo cáo " + figures.reported() + "/" + figures.reporting()
                + " đơn vị. Đơn vị theo tổ chức tại thời điểm diễn ra.");
        return summary(
                issuer(tree, figures.unit(), figures.period().to()),
                lines,
                rows,
                figures.total(),
                !figures.total().provisional(),
                figures.faults());
    }

    static Table summary(UnitTree tree, ProgrammeFigures figures, Instant asOf) {
        List<Row> rows = new ArrayList<>(figures.lines().stream()
                .map(line -> new Row(line.unit().name(), line.figures(), ""))
                .toList());
        if (figures.unplaced() != null) rows.add(new Row("Chưa rõ đơn vị", figures.unplaced(), ""));
        List<String> lines = new ArrayList<>();
        lines.add(figures.programme().title());
        lines.add("Tính đến " + MOMENT.format(asOf) + ". " + figures.total().held() + " buổi.");
        return summary(
                issuer(tree, figures.programme().unit(), asOf),
                lines,
                rows,
                figures.total(),
                !figures.provisional(),
                figures.faults());
    }

    private static Table summary(
            Table.Issuer issuer, List<String> lines, List<Row> rows, Figures total, boolean last, List<String> faults) {
        List<Column> columns = List.of(
                Column.figures("TT", 6),
                Column.text("Đơn vị", 24),
                Column.figures("Tổng số", 9),
                Column.figures("Được miễn", 9),
                Column.figures("Không thuộc diện phải dự khác", 10),
                Column.figures("Phải dự", 9),
                Column.figures("Có mặt", "Tổng", 9),
                Column.figures("Có mặt", "Tại điểm cầu chính", 9),
                Column.figures("Có mặt", "Tại điểm cầu thành phần", 9),
                Column.figures("Có mặt", "Qua truyền hình", 9),
                Column.figures("Có mặt", "Trực tuyến cá nhân", 9),
                Column.figures("Vắng", "Có lý do", 9),
                Column.figures("Vắng", "Không lý do", 9),
                Column.figures("Chưa xác định", 9),
                Column.figures("Đi muộn", 9),
                Column.figures("Về sớm", 9),
                Column.figures("Dự thay", 9),
                Column.figures("Tỷ lệ (%)", 10),
                Column.figures("Ngoài đảng", 9),
                Column.figures("Thu hoạch", 9),
                Column.text("Ghi chú", 12));
        List<List<Cell>> cells = new ArrayList<>();
        for (Row row : rows) cells.add(summaryRow(Cell.of(cells.size() + 1), row));
        List<String> notes = new ArrayList<>();
        notes.add("Tỷ lệ = có mặt / phải dự, tính trên tổng số lượt"
                + (last ? "." : "; lượt chưa xác định không tính vào tỷ lệ tạm tính."));
        if (!faults.isEmpty()) notes.add(NOT_CLOSING);
        return new Table(
                issuer,
                "BIỂU TỔNG HỢP KẾT QUẢ THAM DỰ",
                lines,
                true,
                columns,
                cells,
                summaryRow(Cell.of(""), new Row("Tổng cộng", total, "")),
                notes,
                last && faults.isEmpty());
    }

    private static List<Cell> summaryRow(Cell number, Row row) {
        Counts c = row.figures().counts();
        return List.of(
                number,
                Cell.of(row.name()),
                Cell.of(c.required() + c.exempt() + c.otherwiseFree()),
                Cell.of(c.exempt()),
                Cell.of(c.otherwiseFree()),
                Cell.of(c.required()),
                Cell.of(c.present()),
                Cell.of(c.mainHall()),
                Cell.of(c.linked()),
                Cell.of(c.broadcast()),
                Cell.of(c.remote()),
                Cell.of(c.excused()),
                Cell.of(c.unexcused()),
                Cell.of(c.undetermined()),
                Cell.of(c.late()),
                Cell.of(c.leftEarly()),
                Cell.of(c.substituted()),
                Cell.of(row.figures().rate()),
                Cell.of(c.others()),
                Cell.of(""),
                Cell.of(row.remark()));
    }

    private static String remark(List<UnitFigures.Change> changes, Unit unit) {
        return changes.stream()
                .filter(change -> change.unit().id().equals(unit.id()))
                .map(change -> change.from() != null
                        ? "Từ " + Period.DAY.format(change.from())
                        : change.to() != null ? "Đến " + Period.DAY.format(change.to()) : "")
                .collect(Collectors.joining("; "));
    }

    /** The people counted in a unit itself, each with turns over the period. */
    static Table persons(
            UnitTree tree,
            Unit unit,
            Period period,
            @Nullable ProgrammeKind kind,
            List<PersonFigures> people,
            Instant asOf) {
        List<Column> columns = List.of(
                Column.figures("TT", 6),
                Column.text("Họ và tên", 24),
                Column.figures("Năm sinh", 9),
                Column.figures("Phải dự", 8),
                Column.figures("Có mặt", 8),
                Column.figures("Vắng", "Có lý do", 8),
                Column.figures("Vắng", "Không lý do", 8),
                Column.figures("Chưa xác định", 8),
                Column.figures("Đi muộn", 8),
                Column.figures("Về sớm", 8),
                Column.figures("Dự thay", 8),
                Column.figures("Tỷ lệ (%)", 9),
                Column.text("Ghi chú", 14));
        List<List<Cell>> rows = new ArrayList<>();
        Figures total = Figures.sum(people.stream().map(PersonFigures::figures).toList());
        for (PersonFigures one : people) {
            Integer year = one.latest().birthYear();
            rows.add(personRow(
                    Cell.of(rows.size() + 1),
                    one.latest().name(),
                    year == null ? "" : year.toString(),
                    one.figures(),
                    one.figures().counts().required() == 0 ? entry(one.latest().entry()) : ""));
        }
        boolean closes = total.counts().closes();
        List<String> notes = new ArrayList<>();
        notes.add("Tỷ lệ = có mặt / phải dự, tính trên tổng số lượt.");
        if (!closes) notes.add(NOT_CLOSING);
        return new Table(
                issuer(tree, unit, period.to()),
                "KẾT QUẢ THAM DỰ CỦA ĐẢNG VIÊN",
                List.of(
                        period.text() + (kind == null ? "" : "; " + name(kind)),
                        "Tính đến " + MOMENT.format(asOf) + "."),
                true,
                columns,
                rows,
                personRow(Cell.of(""), "Tổng cộng", "", total, ""),
                notes,
                closes && !total.provisional());
    }

    private static List<Cell> personRow(Cell number, String name, String year, Figures figures, String remark) {
        Counts c = figures.counts();
        return List.of(
                number,
                Cell.of(name),
                Cell.of(year),
                Cell.of(c.required()),
                Cell.of(c.present()),
                Cell.of(c.excused()),
                Cell.of(c.unexcused()),
                Cell.of(c.undetermined()),
                Cell.of(c.late()),
                Cell.of(c.leftEarly()),
                Cell.of(c.substituted()),
                Cell.of(figures.rate()),
                Cell.of(remark));
    }

    static Table flash(UnitTree tree, SessionFigures figures, Instant asOf) {
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
                    Cell.of(elsewhere.rate()),
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
        if (!figures.faults().isEmpty()) notes.add(NOT_CLOSING);
        return new Table(
                issuer(tree, session.unit(), session.startsAt()),
                "BÁO CÁO NHANH",
                List.of(
                        session.title() + topic(session),
                        "Tính đến " + MOMENT.format(asOf) + ". Đã báo cáo " + figures.reported() + "/"
                                + figures.sites().size() + " điểm cầu."),
                true,
                columns,
                rows,
                siteRow(Cell.of(""), "Tổng cộng", "", "", figures.counts(), heads, Cell.of(figures.rate()), "", ""),
                notes,
                !figures.provisional() && figures.faults().isEmpty());
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
                    case SILENT, FILLING, REPORTED, CLOSED ->
                        switch (site.kind()) {
                            case MAIN -> "Điểm cầu chính";
                            case LINKED -> "Hai chiều";
                            case BROADCAST -> "Một chiều";
                        };
                };
        Instant at = figures.reportedAt() != null ? figures.reportedAt() : figures.closedAt();
        return siteRow(
                Cell.of(number),
                site.name(),
                units + more,
                site.contactName() == null ? "" : site.contactName(),
                figures.counts(),
                figures.headCount() == null ? null : figures.headCount().longValue(),
                figures.reported()
                        ? Cell.of(new Rate(
                                figures.counts().present(), figures.counts().required()))
                        : Cell.of(""),
                link,
                at == null ? "Chưa báo cáo" : MINUTE.format(at));
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

    /** @param capacities by person: the capacity each was summoned in */
    static Table roll(
            UnitTree tree,
            SessionFigures figures,
            List<Attendance> people,
            Map<String, String> capacities,
            Instant asOf) {
        List<Column> columns = List.of(
                Column.figures("TT", 6),
                Column.text("Họ và tên", 24),
                Column.figures("Năm sinh", 9),
                Column.text("Chức vụ", 14),
                Column.text("Đơn vị", 30),
                Column.text("Hình thức", 11),
                Column.text("Giờ vào/ra", 11),
                Column.text("Trạng thái", 13),
                Column.text("Lý do", 11),
                Column.text("Ký tên", 9));
        List<List<Cell>> rows = new ArrayList<>();
        for (Attendance one : people) {
            Outcome outcome = one.outcome();
            rows.add(List.of(
                    Cell.of(rows.size() + 1),
                    Cell.of(one.name()),
                    Cell.of(one.birthYear() == null ? "" : one.birthYear().toString()),
                    Cell.of(capacities.get(one.person())),
                    Cell.of(one.unitName()),
                    Cell.of(mode(outcome)),
                    Cell.of(times(outcome)),
                    Cell.of(standing(one)),
                    Cell.of(one.reason()),
                    Cell.of("")));
        }
        Session session = figures.session();
        Counts c = figures.counts();
        List<String> notes = new ArrayList<>();
        notes.add("Phải dự " + Table.grouped(c.required()) + "; có mặt " + Table.grouped(c.present()) + "; dự thay "
                + Table.grouped(c.substituted()) + "; vắng có lý do " + Table.grouped(c.excused())
                + "; vắng không lý do " + Table.grouped(c.unexcused()) + "; chưa xác định "
                + Table.grouped(c.undetermined()) + ". Tỷ lệ " + figures.rate().text() + ".");
        if (!figures.faults().isEmpty()) notes.add(NOT_CLOSING);
        return new Table(
                issuer(tree, session.unit(), session.startsAt()),
                "DANH SÁCH THAM DỰ",
                List.of(session.title() + topic(session), "Tính đến " + MOMENT.format(asOf) + "."),
                false,
                columns,
                rows,
                null,
                notes,
                !figures.provisional() && figures.faults().isEmpty());
    }

    private static String mode(Outcome outcome) {
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

    private static String standing(Attendance one) {
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
        if (outcome.flags().contains(Flag.MADE_UP)) standing += ", học bù";
        return standing;
    }

    /** Why somebody on the list need not come; empty for those who must. */
    private static String entry(Required.Standing standing) {
        return switch (standing) {
            case REQUIRED -> "";
            case EXEMPT -> "Được miễn";
            case SUSPENDED -> "Đình chỉ";
            case ON_DUTY -> "Nhiệm vụ đặc biệt";
            case GUEST -> "Khách mời";
            case INVITED -> "Được mời";
        };
    }

    static String name(ProgrammeKind kind) {
        return switch (kind) {
            case CLASS -> "lớp đào tạo, bồi dưỡng";
            case CONFERENCE -> "hội nghị";
            case SEMINAR -> "hội thảo";
            case RESOLUTION_STUDY -> "học tập nghị quyết";
            case CELL_MEETING -> "sinh hoạt chi bộ";
            case ASSESSMENT -> "sát hạch";
            case CONTEST -> "hội thi";
        };
    }

    private static String topic(Session session) {
        return session.topic() == null || session.topic().isBlank() ? "" : ": " + session.topic();
    }

    private static Table.Issuer issuer(UnitTree tree, String unit, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, Period.ZONE);
        return tree.unit(unit)
                .map(found -> issuer(tree, found, day))
                .orElse(new Table.Issuer(Table.Layout.PARTY, null, unit.toUpperCase(Locale.ROOT)));
    }

    private static Table.Issuer issuer(UnitTree tree, Unit unit, LocalDate day) {
        String superior = unit.placements().stream()
                .filter(placement -> placement.on(day) && placement.parent() != null)
                .findFirst()
                .flatMap(placement -> tree.unit(String.valueOf(placement.parent())))
                .map(Unit::name)
                .orElse(null);
        return new Table.Issuer(
                unit.tree() == Tree.PARTY ? Table.Layout.PARTY : Table.Layout.STATE, superior, unit.name());
    }
}
