package vn.diemcau.report;

import static vn.diemcau.report.Terms.MOMENT;
import static vn.diemcau.report.Terms.cell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Rows;
import vn.diemcau.paper.Table;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;
import vn.diemcau.people.Unit;
import vn.diemcau.schedule.Training;

/** Thống kê đào tạo, bồi dưỡng: a row a kind of class, beside the same period a year before. */
final class TrainingTable {
    private TrainingTable() {}

    static Table of(Issue issue, Unit unit, TrainingFigures figures, Instant asOf) {
        List<Column> columns = List.of(
                Column.figures("TT", 6),
                Column.text("Loại lớp", 28),
                Column.figures("Trong kỳ", "Số lớp", 8),
                Column.figures("Trong kỳ", "Lượt học viên", 9),
                Column.figures("Trong kỳ", "Số người", 9),
                Column.figures("Trong kỳ", "Hoàn thành", 9),
                Column.figures("Trong kỳ", "Tỷ lệ hoàn thành (%)", 10),
                Column.figures("Cùng kỳ năm trước", "Số lớp", 8),
                Column.figures("Cùng kỳ năm trước", "Lượt học viên", 9),
                Column.figures("Cùng kỳ năm trước", "Hoàn thành", 9),
                Column.figures("Tăng, giảm", "Số lớp", 8),
                Column.figures("Tăng, giảm", "Lượt học viên", 9));
        List<List<Cell>> rows = new ArrayList<>();
        for (TrainingFigures.Row row : figures.rows()) {
            rows.add(cells(Cell.of(rows.size() + 1), name(row.training()), row.now(), row.before()));
        }
        return new Table(
                issue,
                "THỐNG KÊ ĐÀO TẠO, BỒI DƯỠNG",
                List.of(
                        unit.name() + ", " + figures.period().text(),
                        "Tính đến " + MOMENT.format(asOf) + ". Đơn vị mở lớp theo tổ chức tại thời điểm mở lớp."),
                true,
                columns,
                Rows.of(rows),
                cells(Cell.of(""), "Tổng cộng", figures.total(), figures.before()),
                List.of(
                        "Lớp tính vào kỳ có buổi học đầu tiên. Lượt học viên: mỗi người ở mỗi lớp là một lượt; số người: mỗi người tính một lần, nên tổng số người có thể nhỏ hơn tổng các dòng.",
                        "Hoàn thành: học viên của lớp đã kết thúc, đã xác định đủ các buổi và không vắng quá mức quy định của lớp; tỷ lệ tính trên lượt của các lớp đã kết thúc ("
                                + Table.grouped(figures.total().ended()) + "/"
                                + Table.grouped(figures.total().classes()) + " lớp)."),
                figures.total().ended() == figures.total().classes()
                        ? Table.Standing.FINAL
                        : Table.Standing.PROVISIONAL);
    }

    private static List<Cell> cells(Cell number, String name, TrainingFigures.Sum now, TrainingFigures.Sum before) {
        return List.of(
                number,
                Cell.of(name),
                Cell.of(now.classes()),
                Cell.of(now.turns()),
                Cell.of(now.persons()),
                Cell.of(now.completed()),
                cell(now.rate()),
                Cell.of(before.classes()),
                Cell.of(before.turns()),
                Cell.of(before.completed()),
                Cell.of(now.classes() - before.classes()),
                Cell.of(now.turns() - before.turns()));
    }

    private static String name(@Nullable Training training) {
        if (training == null) return "Chưa phân loại";
        return switch (training) {
            case POLITICAL_THEORY -> "Lý luận chính trị";
            case POSTGRADUATE -> "Sau đại học";
            case RANK -> "Theo tiêu chuẩn ngạch";
            case POST -> "Theo chức vụ lãnh đạo, quản lý";
            case JOB_POSITION -> "Theo vị trí việc làm";
            case DEFENCE_SECURITY -> "Kiến thức quốc phòng và an ninh";
            case REFRESHER -> "Bồi dưỡng chuyên đề, cập nhật kiến thức";
        };
    }
}
