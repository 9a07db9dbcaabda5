package vn.diemcau.schedule;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.Unpacked;
import vn.diemcau.problem.Problem;

/** A spreadsheet (.xlsx) or CSV file on disk as rows of text; dates and times as 2026-12-07 and 07:30. Blocks: off the event loop only. */
final class SheetFile {
    /** More rows than this are no timetable and no directory of one province. */
    static final int MOST_ROWS = 5_000;

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private SheetFile() {}

    /** Fails with INVALID file_unreadable, file_too_long. */
    static List<TableRow> rows(Path file) throws IOException {
        List<TableRow> rows;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(4);
            byte[] head = in.readNBytes(2);
            in.reset();
            boolean zip = head.length == 2 && head[0] == 'P' && head[1] == 'K';
            if (zip) Unpacked.check(file);
            rows = zip ? xlsx(in) : PastedTable.csv(text(in.readAllBytes()));
        } catch (ExcelReaderException | CharacterCodingException | ZipException failure) {
            throw unreadable();
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.invalid("file", "file_too_long", "At most " + MOST_ROWS + " rows.");
        }
        return rows;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return Normalizer.normalize(
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes)),
                Normalizer.Form.NFC);
    }

    private static List<TableRow> xlsx(InputStream in) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            Iterator<Row> each = sheet.iterator();
            while (each.hasNext() && rows.size() <= MOST_ROWS) {
                Row row = each.next();
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), 50); i++) {
                    cells.add(row.getOptionalCell(i).map(SheetFile::text).orElse(""));
                }
                TableRow read = new TableRow(row.getRowNum(), cells);
                if (!read.blank()) rows.add(read);
            }
        } catch (IOException failure) {
            throw unreadable();
        }
        return rows;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) return number(cell.asNumber(), cell.getDataFormatString());
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() != null) {
            try {
                return number(new BigDecimal(cell.getRawValue()), cell.getDataFormatString());
            } catch (NumberFormatException aText) {
                return tidy(cell.getRawValue());
            }
        }
        return tidy(cell.getText());
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\n', ' ')
                .strip();
    }

    private static String number(BigDecimal number, @Nullable String format) {
        String kind = format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\\[[^]]*]|\"[^\"]*\"", "");
        boolean day = kind.contains("d") || kind.contains("yy");
        boolean clock = kind.contains("h") || kind.contains("s");
        if (!day && !clock) return number.stripTrailingZeros().toPlainString();
        long days = number.longValue();
        long minutes = number.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(24 * 60))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        String date = SERIAL_ZERO.plusDays(days).toString();
        String time = String.format(Locale.ROOT, "%02d:%02d", minutes / 60 % 24, minutes % 60);
        if (day && clock) return date + " " + time;
        return day ? date : time;
    }

    private static Problem unreadable() {
        return Problem.invalid("file", "file_unreadable", "Send an .xlsx workbook or a CSV file in UTF-8.");
    }
}
