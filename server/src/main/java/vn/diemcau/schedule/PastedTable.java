package vn.diemcau.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text as it is pasted from a spreadsheet, a document or a message, cut into rows and cells. */
final class PastedTable {
    private static final Pattern WIDE_GAP = Pattern.compile("[ \\u00a0]{2,}");
    private static final Pattern LINE = Pattern.compile("\\r\\n|\\r|\\n");

    private PastedTable() {}

    /** Cells are parted by tabs; where a line has none by semicolons, bars or wide gaps; a quoted cell may hold line ends. */
    static List<TableRow> rows(String text) {
        if (text.indexOf('\t') >= 0) return separated(text, '\t');
        List<TableRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : LINE.split(text, -1)) {
            number++;
            List<String> cells;
            if (line.indexOf('|') >= 0) cells = List.of(trimBars(line).split("\\|", -1));
            else if (line.indexOf(';') >= 0) cells = List.of(line.split(";", -1));
            else cells = List.of(WIDE_GAP.split(line.strip()));
            add(rows, number, cells);
        }
        return rows;
    }

    /** Quoted where needed, doubled quotes inside: CSV with the separator that its first line shows, or the one given. */
    static List<TableRow> csv(String text) {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String first = LINE.split(withoutMark, 2)[0];
        char separator = first.indexOf('\t') >= 0 ? '\t' : count(first, ';') > count(first, ',') ? ';' : ',';
        return separated(withoutMark, separator);
    }

    private static List<TableRow> separated(String text, char separator) {
        List<TableRow> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int rowLine = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') cell.append(text.charAt(++i));
                else if (c == '"') quoted = false;
                else cell.append(c == '\n' || c == '\r' ? ' ' : c);
                if (c == '\n') line++;
            } else if (c == '"' && cell.toString().isBlank()) {
                quoted = true;
                cell.setLength(0);
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                add(rows, rowLine, List.copyOf(cells));
                cells.clear();
                rowLine = ++line;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    private static void add(List<TableRow> rows, int line, List<String> cells) {
        TableRow row = new TableRow(line, cells.stream().map(String::strip).toList());
        if (!row.blank()) rows.add(row);
    }

    private static String trimBars(String line) {
        String bare = line.strip();
        if (bare.startsWith("|")) bare = bare.substring(1);
        return bare.endsWith("|") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
