package vn.diemcau.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.Unpacked;
import vn.diemcau.problem.Problem;

/** A spreadsheet as it was sent (.xlsx or .csv), read row by row; never more than a few rows in memory. */
public final class SheetFile {
    private static final int MOST_ROWS = 400_000;
    private static final int MOST_COLUMNS = 120;
    private static final int LONGEST_CELL = 500;

    /** Takes rows until it answers false. */
    public interface Reader {
        boolean take(SheetRow row);
    }

    private SheetFile() {}

    /** Reads the rows in order, empty ones included where the file holds them. Fails with a Problem when it is no spreadsheet. */
    public static void read(Path file, Reader reader) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(8);
        }
        if (first.length == 8 && ReadableWorkbook.isOLE2Header(first)) {
            throw Problem.refused("old_spreadsheet", "This is a spreadsheet of the old kind; save it as .xlsx.");
        }
        if (first.length > 1 && first[0] == 'P' && first[1] == 'K') readWorkbook(file, reader);
        else readText(file, reader);
    }

    private static void readWorkbook(Path file, Reader reader) throws IOException {
        try {
            Unpacked.check(file);
        } catch (ZipException damaged) {
            throw Problem.refused("unreadable_spreadsheet", "The spreadsheet is damaged or not an .xlsx file.");
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            Iterator<Row> each = rows.iterator();
            int count = 0;
            while (each.hasNext()) {
                Row row = each.next();
                if (++count > MOST_ROWS) throw tooLong();
                if (!reader.take(new SheetRow(row.getRowNum(), texts(row)))) return;
            }
        } catch (ExcelReaderException damaged) {
            throw Problem.refused("unreadable_spreadsheet", "The spreadsheet is damaged or not an .xlsx file.");
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        int columns = Math.min(row.getCellCount(), MOST_COLUMNS);
        for (int column = 0; column < columns; column++) {
            texts.add(row.getOptionalCell(column).map(SheetFile::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (cell.getType() == CellType.ERROR) return "";
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : shortened(text);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static void readText(Path file, Reader reader) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            in.mark(1 << 16);
            if (in.read() != '\uFEFF') in.reset();
            in.mark(1 << 16);
            char separator = separator(in);
            in.reset();
            CsvRows rows = new CsvRows(in, separator);
            int number = 0;
            for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
                if (++number > MOST_ROWS) throw tooLong();
                if (!reader.take(new SheetRow(number, cells))) return;
            }
        } catch (CharacterCodingException notText) {
            throw Problem.refused("not_utf8", "The file is neither .xlsx nor text in UTF-8; save it as .xlsx.");
        }
    }

    private static char separator(BufferedReader in) throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (int i = 0; i < 4000; i++) {
            int next = in.read();
            if (next < 0 || next == '\n' && i > 200) break;
            if (next == ',') commas++;
            else if (next == ';') semicolons++;
            else if (next == '\t') tabs++;
        }
        if (tabs > commas && tabs > semicolons) return '\t';
        return semicolons > commas ? ';' : ',';
    }

    private static Problem tooLong() {
        return Problem.refused("too_many_rows", "More than " + MOST_ROWS + " rows; split the file.");
    }

    /** Comma separated values with quotes, one record at a time. */
    private static final class CsvRows {
        private final BufferedReader in;
        private final char separator;

        CsvRows(BufferedReader in, char separator) {
            this.in = in;
            this.separator = separator;
        }

        @Nullable
        List<String> next() throws IOException {
            int next = in.read();
            if (next < 0) return null;
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            while (next >= 0) {
                char letter = (char) next;
                if (quoted) {
                    if (letter != '"') {
                        cell.append(letter);
                    } else {
                        in.mark(1);
                        if (in.read() == '"') {
                            cell.append('"');
                        } else {
                            in.reset();
                            quoted = false;
                        }
                    }
                } else if (letter == '"' && cell.isEmpty()) {
                    quoted = true;
                } else if (letter == separator) {
                    add(cells, cell);
                } else if (letter == '\n') {
                    break;
                } else if (letter != '\r') {
                    cell.append(letter);
                }
                if (cell.length() > 100_000) {
                    throw Problem.refused("unreadable_spreadsheet", "A value never ends; a quote is missing.");
                }
                next = in.read();
            }
            add(cells, cell);
            return cells;
        }

        private void add(List<String> cells, StringBuilder cell) {
            if (cells.size() < MOST_COLUMNS) cells.add(shortened(cell.toString()));
            cell.setLength(0);
        }
    }
}
