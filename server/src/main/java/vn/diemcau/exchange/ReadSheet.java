package vn.diemcau.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.diemcau.people.SheetFile;
import vn.diemcau.problem.Problem;

/** Reads a file of attendance whole: its heading among the first rows, and what each row below says. Blocks. */
final class ReadSheet {
    private static final int ROWS_LOOKED_AT = 25;
    private static final int MOST_ROWS = 60_000;

    private ReadSheet() {}

    /** Fails with heading_unknown, too_many_rows, or as any spreadsheet that cannot be read. */
    static List<SheetLine> lines(Path file) throws IOException {
        List<SheetLine> lines = new ArrayList<>();
        ReadLine[] reader = {null};
        SheetFile.read(file, row -> {
            if (reader[0] == null) {
                ReadLine.heading(row).ifPresent(found -> reader[0] = found);
                return reader[0] != null || row.number() < ROWS_LOOKED_AT;
            }
            if (row.blank()) return true;
            if (lines.size() == MOST_ROWS) {
                throw Problem.refused("too_many_rows", "More than " + MOST_ROWS + " rows; split the file.");
            }
            lines.add(reader[0].read(row));
            return true;
        });
        if (reader[0] == null) {
            throw Problem.refused(
                    "heading_unknown",
                    "No heading with a name, a standing and a card or a birth date in the first 25 rows.");
        }
        return lines;
    }
}
