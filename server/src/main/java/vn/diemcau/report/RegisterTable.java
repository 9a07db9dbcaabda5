package vn.diemcau.report;

import static vn.diemcau.report.Terms.MOMENT;
import static vn.diemcau.report.Terms.NOT_CLOSING;
import static vn.diemcau.report.Terms.cell;
import static vn.diemcau.report.Terms.standing;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.attendance.Counts;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Rows;
import vn.diemcau.paper.Table;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;

/** Sổ theo dõi lớp: a row a trainee, a column a session. */
final class RegisterTable {
    /** So many sessions fit beside the names on a sheet of paper. */
    static final int WIDEST = 20;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM").withZone(Period.ZONE);

    private RegisterTable() {}

    static int parts(int sessions) {
        return Math.max(1, (sessions + WIDEST - 1) / WIDEST);
    }

    /** The sessions from … to, the latter left out. */
    record Span(int from, int to) {
        /** @param part which twenty sessions, from 1; 0 for all of them */
        static Span of(int part, int sessions) {
            int from = part == 0 ? 0 : Math.min((part - 1) * WIDEST, Math.max(0, sessions - 1));
            return new Span(from, part == 0 ? sessions : Math.min(from + WIDEST, sessions));
        }
    }

    /**
     * @param held the sessions that count, in order, as in the register
     * @param rows of the trainees, with their numbers before them
     * @param handedIn how many reports were handed in
     * @param span which of the sessions are shown
     */
    static Table of(
            Issue issue,
            String title,
            List<SessionFigures> held,
            Register register,
            Rows rows,
            int handedIn,
            Span span,
            boolean provisional,
            Instant asOf) {
        int from = span.from;
        int to = span.to;
        boolean closes = closes(held, register);
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add("Tính đến " + MOMENT.format(asOf) + ". " + held.size() + " buổi, đã chốt số liệu "
                + held.stream().filter(one -> one.closed() != null).count() + " buổi.");
        if (to - from < held.size()) {
            lines.add("Buổi " + (from + 1) + " đến " + to + "; các cột tổng tính trên cả " + held.size() + " buổi.");
        }
        List<String> notes = new ArrayList<>();
        notes.add(Register.LEGEND);
        notes.add("Tỷ lệ = có mặt / phải dự; buổi chưa xác định không tính vào tỷ lệ tạm tính.");
        if (!closes) notes.add(NOT_CLOSING);
        return new Table(
                issue,
                "SỔ THEO DÕI LỚP",
                lines,
                true,
                columns(held.subList(from, to)),
                rows,
                total(register, handedIn, from, to),
                notes,
                standing(closes, provisional));
    }

    /** Whether what was listed is, session by session, what the sessions' own figures say. */
    private static boolean closes(List<SessionFigures> held, Register register) {
        List<Counts> listed = register.bySession();
        for (int at = 0; at < held.size(); at++) {
            SessionFigures one = held.get(at);
            if (!one.faults().isEmpty() || !one.counts().equals(listed.get(at))) return false;
        }
        return register.total().closes();
    }

    private static List<Column> columns(List<SessionFigures> shown) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.figures("TT", 5));
        columns.add(Column.text("Họ và tên", 24));
        columns.add(Column.figures("Năm sinh", 7));
        columns.add(Column.text("Đơn vị", 22));
        for (SessionFigures one : shown) {
            columns.add(new Column(
                    DAY.format(one.session().startsAt()), "B" + one.session().number(), 5, false));
        }
        columns.add(Column.figures("Phải dự", 6));
        columns.add(Column.figures("Có mặt", 6));
        columns.add(Column.figures("Vắng", "Có lý do", 6));
        columns.add(Column.figures("Vắng", "Không lý do", 6));
        columns.add(Column.figures("Chưa xác định", 6));
        columns.add(Column.figures("Dự thay", 6));
        columns.add(Column.figures("Tỷ lệ (%)", 8));
        columns.add(Column.figures("Thu hoạch", 6));
        return columns;
    }

    /** What a trainee's row holds beside its number, of the sessions from … to. */
    static List<Cell> row(Register.Line line, boolean handedIn, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(line.name()));
        cells.add(Cell.of(line.year()));
        cells.add(Cell.of(line.unitName()));
        for (int at = from; at < to; at++) cells.add(Cell.of(line.marks().get(at)));
        sums(cells, line.counts());
        cells.add(Cell.of(handedIn ? "x" : ""));
        return cells;
    }

    private static List<Cell> total(Register register, int handedIn, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(""));
        cells.add(Cell.of("Tổng cộng (có mặt)"));
        cells.add(Cell.of(""));
        cells.add(Cell.of(""));
        for (Counts counts : register.bySession().subList(from, to)) cells.add(Cell.of(counts.present()));
        sums(cells, register.total());
        cells.add(Cell.of(handedIn));
        return cells;
    }

    private static void sums(List<Cell> cells, Counts counts) {
        cells.add(Cell.of(counts.required()));
        cells.add(Cell.of(counts.present()));
        cells.add(Cell.of(counts.excused()));
        cells.add(Cell.of(counts.unexcused()));
        cells.add(Cell.of(counts.undetermined()));
        cells.add(Cell.of(counts.substituted()));
        cells.add(cell(new Figures(0, counts).rate()));
    }
}
