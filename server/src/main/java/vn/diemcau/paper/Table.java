package vn.diemcau.paper;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A table as it leaves: spreadsheet, word file and paper are written from the same value.
 *
 * @param issue who issues it, and how
 * @param title such as "BIỂU TỔNG HỢP"
 * @param lines under the title: period, filter, tính đến, đã báo cáo, who closed
 * @param landscape how the paper lies
 * @param total the last row, from sums; null for lists that have none
 * @param notes below the table; a table that does not reconcile says so here
 */
public record Table(
        Issue issue,
        String title,
        List<String> lines,
        boolean landscape,
        List<Column> columns,
        Rows rows,
        @Nullable List<Cell> total,
        List<String> notes,
        Standing standing) {
    /** How often whoever waits hears of the rows that are written. */
    static final int TELL_EVERY = 500;

    /** May be told at any time, from any thread, how many rows are written; does nothing. */
    public static final IntConsumer NOBODY = written -> {};

    public Table {
        if (total != null) same(columns, total);
    }

    static void same(List<Column> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(row.size() + " cells under " + columns.size() + " columns");
        }
    }

    /** What the figures may be used for; whatever is not final says so beside its title. */
    public enum Standing {
        FINAL(""),
        /** Something has not been reported yet. */
        PROVISIONAL(" (TẠM TÍNH)"),
        /** The sums do not agree. */
        NOT_CLOSING(" (CHƯA CHÍNH THỨC)");

        final String words;

        Standing(String words) {
            this.words = words;
        }
    }

    /** The title with what the figures may be used for. */
    public String fullTitle() {
        return title + standing.words;
    }

    boolean grouped() {
        return columns.stream().anyMatch(column -> !column.group().isEmpty());
    }

    /** How many columns from this one on bear the same group; 1 for a column that stands alone. */
    int across(int at) {
        String group = columns.get(at).group();
        if (group.isEmpty()) return 1;
        int end = at;
        while (end < columns.size() && columns.get(end).group().equals(group)) end++;
        return end - at;
    }

    /** Size of the letters in the table: the more columns, the smaller. */
    double points() {
        int many = columns.size();
        return many > 16 ? 9 : many > 11 ? 10 : many > 8 ? 11 : 12;
    }

    /**
     * One column.
     *
     * @param group the words above several columns, or "" for a column that stands alone
     * @param width relative; about one character each
     */
    public record Column(String group, String title, int width, boolean figures) {
        public static Column text(String title, int width) {
            return new Column("", title, width, false);
        }

        public static Column figures(String title, int width) {
            return new Column("", title, width, true);
        }

        public static Column figures(String group, String title, int width) {
            return new Column(group, title, width, true);
        }
    }

    /** What stands in one place of a table. */
    public sealed interface Cell {
        /** As paper shows it. */
        String shown();

        static Cell of(@Nullable String text) {
            return new Words(text == null ? "" : text);
        }

        static Cell of(long number) {
            return new Figure(number);
        }

        /** @param hundredths of a percent; empty where there is nothing to divide by */
        static Cell share(OptionalInt hundredths) {
            return new Share(hundredths);
        }
    }

    /** Words, which never act as a formula. */
    public record Words(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }
    }

    /** A whole number. */
    public record Figure(long number) implements Cell {
        @Override
        public String shown() {
            return grouped(number);
        }
    }

    /** A percentage with two places. */
    public record Share(OptionalInt hundredths) implements Cell {
        @Override
        public String shown() {
            if (hundredths.isEmpty()) return "–";
            int size = Math.abs(hundredths.getAsInt());
            return (hundredths.getAsInt() < 0 ? "−" : "") + size / 100 + "," + (size % 100 < 10 ? "0" : "")
                    + size % 100;
        }
    }

    /** 48200 as "48.200". */
    public static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(Math.abs(number)));
        for (int at = text.length() - 3; at > 0; at -= 3) text.insert(at, '.');
        return number < 0 ? "−" + text : text.toString();
    }
}
