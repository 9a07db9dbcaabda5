package vn.diemcau.report;

import static vn.diemcau.report.Terms.MOMENT;
import static vn.diemcau.report.Terms.NOT_CLOSING;
import static vn.diemcau.report.Terms.cell;
import static vn.diemcau.report.Terms.closed;
import static vn.diemcau.report.Terms.entry;
import static vn.diemcau.report.Terms.name;
import static vn.diemcau.report.Terms.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Counts;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Rows;
import vn.diemcau.paper.Table;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;
import vn.diemcau.people.Unit;
import vn.diemcau.schedule.ProgrammeKind;

/** The forms by unit and by person over a period: biểu tổng hợp and what each member came to. */
final class UnitTables {
    private UnitTables() {}

    /** One row of the summary. */
    record Row(String name, Figures figures, @Nullable Integer reflections, String remark) {}

    static Table summary(
            Issue issue,
            UnitFigures figures,
            @Nullable Reflections reflections,
            @Nullable ProgrammeKind kind,
            Part part,
            Instant asOf) {
        List<Row> rows = new ArrayList<>();
        for (UnitFigures.Line line : figures.lines()) {
            rows.add(new Row(
                    line.unit().name(),
                    line.now(),
                    of(reflections, line.unit()),
                    remark(figures.changes(), line.unit())));
        }
        if (figures.own() != null) {
            rows.add(new Row(
                    "Trực thuộc " + figures.unit().name(), figures.own().now(), of(reflections, figures.unit()), ""));
        }
        UnitFigures.Restated restated = figures.restated();
        if (restated != null && restated.lost() != null) {
            rows.add(new Row("Không quy đổi được", restated.lost().now(), null, ""));
        }
        List<String> lines = new ArrayList<>();
        lines.add(figures.period().text() + (kind == null ? "" : "; " + name(kind)));
        if (!part.words().isEmpty()) lines.add(part.words());
        lines.add("Tính đến " + MOMENT.format(asOf) + ". Đã báo cáo " + figures.reported() + "/" + figures.reporting()
                + " đơn vị.");
        lines.add(
                restated == null
                        ? "Đơn vị theo tổ chức tại thời điểm diễn ra; danh mục đơn vị đến ngày "
                                + Period.DAY.format(figures.period().to()) + "."
                        : "Số liệu quy đổi về tổ chức ngày " + Period.DAY.format(restated.day()) + ".");
        return summary(
                issue,
                lines,
                rows,
                figures.total(),
                reflections == null ? null : reflections.total(),
                figures.total().provisional(),
                figures.faults());
    }

    static Table summary(Issue issue, ProgrammeFigures figures, Reflections reflections, Instant asOf) {
        List<Row> rows = new ArrayList<>(figures.lines().stream()
                .map(line -> new Row(line.unit().name(), line.figures(), of(reflections, line.unit()), ""))
                .toList());
        if (figures.unplaced() != null) rows.add(new Row("Chưa rõ đơn vị", figures.unplaced(), null, ""));
        List<String> lines = new ArrayList<>();
        lines.add(figures.programme().title());
        List<SessionFigures> held = figures.sessions().stream()
                .filter(one -> ProgrammeFigures.counted(one.session().state()))
                .toList();
        long reported = held.stream().mapToLong(SessionFigures::reported).sum();
        long sites = held.stream().mapToLong(one -> one.sites().size()).sum();
        lines.add("Tính đến " + MOMENT.format(asOf) + ". " + figures.total().held() + " buổi. Đã báo cáo " + reported
                + "/" + sites + " điểm cầu.");
        lines.add("Đơn vị theo tổ chức tại thời điểm diễn ra. "
                + (held.size() == 1
                        ? closed(held.get(0).closed())
                        : "Đã chốt số liệu "
                                + held.stream()
                                        .filter(one -> one.closed() != null)
                                        .count() + "/" + held.size() + " buổi."));
        return summary(
                issue, lines, rows, figures.total(), reflections.total(), figures.provisional(), figures.faults());
    }

    private static Table summary(
            Issue issue,
            List<String> lines,
            List<Row> rows,
            Figures total,
            @Nullable Integer reflections,
            boolean provisional,
            List<String> faults) {
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
                + (provisional ? "; lượt chưa xác định không tính vào tỷ lệ tạm tính." : "."));
        if (!faults.isEmpty()) notes.add(Terms.faults(faults));
        return new Table(
                issue,
                "BIỂU TỔNG HỢP KẾT QUẢ THAM DỰ",
                lines,
                true,
                columns,
                Rows.of(cells),
                summaryRow(Cell.of(""), new Row("Tổng cộng", total, reflections, "")),
                notes,
                standing(faults.isEmpty(), provisional));
    }

    private static @Nullable Integer of(@Nullable Reflections reflections, Unit unit) {
        return reflections == null ? null : reflections.of(unit);
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
                cell(row.figures().rate()),
                Cell.of(c.others()),
                row.reflections() == null ? Cell.of("") : Cell.of(row.reflections()),
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
            Issue issue,
            Unit unit,
            Period period,
            @Nullable ProgrammeKind kind,
            Part part,
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
                issue,
                "KẾT QUẢ THAM DỰ CỦA ĐẢNG VIÊN",
                List.of(
                        unit.name() + ", " + period.text() + (kind == null ? "" : "; " + name(kind))
                                + (part.words().isEmpty() ? "" : "; " + part.words()),
                        "Tính đến " + MOMENT.format(asOf) + ". Đơn vị theo tổ chức tại thời điểm diễn ra."),
                true,
                columns,
                Rows.of(rows),
                personRow(Cell.of(""), "Tổng cộng", "", total, ""),
                notes,
                standing(closes, total.provisional()));
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
                cell(figures.rate()),
                Cell.of(remark));
    }
}
