package vn.diemcau.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is shown and as it leaves: the spreadsheet and the paper are written from the same value.
 *
 * @param issuer who issues it
 * @param title such as "BIỂU TỔNG HỢP"
 * @param lines under the title: period, filter, tính đến, đã báo cáo
 * @param landscape how the paper lies
 * @param total the last row, from sums; null for lists that have none
 * @param notes below the table; a table that does not reconcile says so here
 * @param last whether the figures are final: when not, the paper says "tạm tính" at its head
 */
record Table(
        Issuer issuer,
        String title,
        List<String> lines,
        boolean landscape,
        List<Column> columns,
        List<List<Cell>> rows,
        @Nullable List<Cell> total,
        List<String> notes,
        boolean last) {
    Table {
        for (List<Cell> row : rows) same(columns, row);
        if (total != null) same(columns, total);
    }

    private static void same(List<Column> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(row.size() + " cells under " + columns.size() + " columns");
        }
    }

    /** Which layout the issuing unit writes in. */
    enum Layout {
        PARTY,
        STATE
    }

    /**
     * The unit a document is from.
     *
     * @param superior the unit above it, or null
     */
    record Issuer(Layout layout, @Nullable String superior, String name) {}

    /**
     * One column.
     *
     * @param group the words above several columns, or "" for a column that stands alone
     * @param width relative; about one character each
     */
    record Column(String group, String title, int width, boolean figures) {
        static Column text(String title, int width) {
            return new Column("", title, width, false);
        }

        static Column figures(String title, int width) {
            return new Column("", title, width, true);
        }

        static Column figures(String group, String title, int width) {
            return new Column(group, title, width, true);
        }
    }

    /** What stands in one place of a table. */
    sealed interface Cell {
        /** As paper shows it. */
        String shown();

        static Cell of(@Nullable String text) {
            return new Words(text == null ? "" : text);
        }

        static Cell of(long number) {
            return new Figure(number);
        }

        static Cell of(Rate rate) {
            return new Share(rate);
        }
    }

    record Words(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }
    }

    record Figure(long number) implements Cell {
        @Override
        public String shown() {
            return grouped(number);
        }
    }

    record Share(Rate rate) implements Cell {
        @Override
        public String shown() {
            return rate.empty() ? "–" : Rate.decimal(rate.hundredths().getAsInt());
        }
    }

    /** 48200 as "48.200". */
    static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(Math.abs(number)));
        for (int at = text.length() - 3; at > 0; at -= 3) text.insert(at, '.');
        return number < 0 ? "−" + text : text.toString();
    }
}
