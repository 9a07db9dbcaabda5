package vn.diemcau.report;

import io.vertx.core.Vertx;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Certainty;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.attendance.Standing;
import vn.diemcau.enrolment.Required;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.paper.PaperFile;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Spreadsheet;
import vn.diemcau.paper.Table;
import vn.diemcau.paper.Table.Cell;
import vn.diemcau.paper.Table.Column;
import vn.diemcau.paper.WordFile;
import vn.diemcau.schedule.ProgrammeKind;

/** A program of its own, to be run with little memory: writes a list of so many people as all three kinds of file. */
final class LongDocument {
    private LongDocument() {}

    /** @param args how many rows, and the folder to write into */
    public static void main(String... args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        Vertx vertx = Vertx.vertx();
        try (SortedRows sorted = rows(vertx, rows)) {
            Table table = new Table(
                    new Issue(Letterhead.of(Layout.PARTY, null, "Tỉnh ủy Thái Nguyên"), null, null, true),
                    "DANH SÁCH THAM DỰ",
                    List.of("Hội nghị toàn tỉnh"),
                    false,
                    List.of(
                            Column.figures("TT", 6),
                            Column.text("Họ và tên", 24),
                            Column.figures("Năm sinh", 9),
                            Column.text("Đơn vị", 30),
                            Column.text("Trạng thái", 14),
                            Column.text("Ký tên", 9)),
                    sorted,
                    null,
                    List.of(),
                    Table.Standing.FINAL);
            int[] told = {0};
            IntConsumer tell = written -> told[0]++;
            try (OutputStream out = open(folder, "long.xlsx")) {
                Spreadsheet.write(table, out, tell);
            }
            try (OutputStream out = open(folder, "long.docx")) {
                WordFile.write(table, out, tell);
            }
            try (OutputStream out = open(folder, "long.pdf")) {
                PaperFile.write(table, out, tell);
            }
            try (SortedRows trainees = trainees(vertx, rows);
                    OutputStream out = open(folder, "register.xlsx")) {
                Spreadsheet.plain("Sổ theo dõi lớp", List.of("TT", "Họ và tên"), trainees, out, tell);
            }
            Files.writeString(folder.resolve("told"), String.valueOf(told[0]));
        } finally {
            RunningPlatform.await(vertx.close());
        }
    }

    private static OutputStream open(Path folder, String name) throws java.io.IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
    }

    /** In an order that is not theirs. */
    private static SortedRows rows(Vertx vertx, int count) {
        SortedRows rows = new SortedRows(vertx);
        for (int at = 0; at < count; at++) {
            int person = (int) ((long) at * 7_919 % count);
            rows.add(
                    String.format("%08d", person),
                    List.of(
                            Cell.of("Lường Văn " + person),
                            Cell.of("1979"),
                            Cell.of("Chi bộ Xuyên Sơn " + person % 3_000),
                            Cell.of("Có mặt"),
                            Cell.of("")));
        }
        return RunningPlatform.await(rows.ready());
    }

    /** The rows of a class register: everybody's two sessions are brought together from records in any order. */
    private static SortedRows trainees(Vertx vertx, int count) {
        List<String> sessions = List.of("B1", "B2");
        Register register = new Register(vertx, sessions);
        for (String session : sessions) {
            for (int at = 0; at < count; at++) register.add(record(session, (int) ((long) at * 7_919 % count)));
        }
        return RunningPlatform.await(
                register.rows(line -> RegisterTable.row(line, line.person().endsWith("7"), 0, sessions.size())));
    }

    private static Attendance record(String session, int person) {
        Standing standing = person % 9 == 0 ? Standing.EXCUSED : Standing.PRESENT;
        return new Attendance(
                session,
                "p" + person,
                1,
                Required.Standing.REQUIRED,
                "Lường Văn " + person,
                String.format("%08d", person),
                1979,
                "K" + person % 3_000,
                "Chi bộ Xuyên Sơn " + person % 3_000,
                List.of(),
                null,
                null,
                ProgrammeKind.CLASS,
                Instant.EPOCH,
                new Outcome(standing, Set.of(), null, null, 0, Certainty.SURE, null, null, List.of()),
                null);
    }
}
