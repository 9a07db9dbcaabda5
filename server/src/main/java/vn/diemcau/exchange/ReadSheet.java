package vn.diemcau.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.SheetFile;
import vn.diemcau.people.SheetRow;
import vn.diemcau.problem.Problem;

/** Reads a file of attendance whole: its heading among the first rows, and what each row below says. Blocks. */
final class ReadSheet {
    private static final int ROWS_LOOKED_AT = 25;
    private static final int MOST_ROWS = 60_000;

    private final List<SheetLine> lines = new ArrayList<>();
    private @Nullable ReadLine reader;

    private ReadSheet() {}

    /** Fails with heading_unknown, too_many_rows, or as any spreadsheet that cannot be read. */
    static List<SheetLine> lines(Path file) throws IOException {
        ReadSheet sheet = new ReadSheet();
        SheetFile.read(file, sheet::take);
        if (sheet.reader == null) {
            throw Problem.refused(
                    "heading_unknown",
                    "No heading with a name, a standing and a card or a birth date in the first 25 rows.");
        }
        return sheet.lines;
    }

    private boolean take(SheetRow row) {
        ReadLine known = reader;
        if (known == null) {
            reader = ReadLine.heading(row).orElse(null);
            return reader != null || row.number() < ROWS_LOOKED_AT;
        }
        if (row.blank()) return true;
        if (lines.size() == MOST_ROWS) {
            throw Problem.refused("too_many_rows", "More than " + MOST_ROWS + " rows; split the file.");
        }
        lines.add(known.read(row));
        return true;
    }
}
