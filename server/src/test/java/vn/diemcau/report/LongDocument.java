package vn.diemcau.report;

import io.vertx.core.Vertx;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import vn.diemcau.RunningPlatform;
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
}
