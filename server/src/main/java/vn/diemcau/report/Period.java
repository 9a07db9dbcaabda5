package vn.diemcau.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Days a report speaks of, both included, in Vietnam's time zone.
 *
 * @param to not before from
 */
public record Period(LocalDate from, LocalDate to) {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    /** The shapes people speak of by name, and any other span. */
    enum Shape {
        MONTH,
        QUARTER,
        YEAR,
        FREE
    }

    public Period {
        if (to.isBefore(from)) throw new IllegalArgumentException("a period from " + from + " to " + to);
    }

    static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** The quarter the day lies in. */
    static Period quarter(LocalDate day) {
        YearMonth first = YearMonth.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    Shape shape() {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        if (!from.equals(first.atDay(1)) || !to.equals(last.atEndOfMonth())) return Shape.FREE;
        if (first.equals(last)) return Shape.MONTH;
        if (first.getMonthValue() % 3 == 1 && first.plusMonths(2).equals(last)) return Shape.QUARTER;
        if (first.getMonthValue() == 1 && first.plusMonths(11).equals(last)) return Shape.YEAR;
        return Shape.FREE;
    }

    /** The same days a year earlier (cùng kỳ); the end of a month stays the end of that month. */
    Period yearBefore() {
        YearMonth last = YearMonth.from(to);
        LocalDate end = to.equals(last.atEndOfMonth()) ? last.minusYears(1).atEndOfMonth() : to.minusYears(1);
        return new Period(from.minusYears(1), end);
    }

    /** The months that lie in it whole. */
    List<YearMonth> wholeMonths() {
        YearMonth first = YearMonth.from(from);
        if (!from.equals(first.atDay(1))) first = first.plusMonths(1);
        YearMonth last = YearMonth.from(to);
        if (!to.equals(last.atEndOfMonth())) last = last.minusMonths(1);
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) months.add(month);
        return months;
    }

    /** What is left of it beside the whole months: at most two spans of days. */
    List<Period> edges() {
        List<YearMonth> whole = wholeMonths();
        if (whole.isEmpty()) return List.of(this);
        List<Period> edges = new ArrayList<>();
        LocalDate first = whole.get(0).atDay(1);
        LocalDate last = whole.get(whole.size() - 1).atEndOfMonth();
        if (from.isBefore(first)) edges.add(new Period(from, first.minusDays(1)));
        if (to.isAfter(last)) edges.add(new Period(last.plusDays(1), to));
        return edges;
    }

    /** The periods a trend is drawn from, oldest first and this one last: eight quarters, thirteen months, five years; of a free span its own months. */
    List<Period> trend() {
        List<Period> trend = new ArrayList<>();
        switch (shape()) {
            case MONTH -> {
                for (int back = 12; back >= 0; back--)
                    trend.add(month(YearMonth.from(from).minusMonths(back)));
            }
            case QUARTER -> {
                for (int back = 7; back >= 0; back--) trend.add(quarter(from.minusMonths(3L * back)));
            }
            case YEAR -> {
                for (int back = 4; back >= 0; back--) {
                    LocalDate first = from.minusYears(back);
                    trend.add(new Period(first, first.plusYears(1).minusDays(1)));
                }
            }
            case FREE -> wholeMonths().forEach(month -> trend.add(month(month)));
        }
        return trend;
    }

    /** Thirteen months, the last of this period being the last. */
    List<Period> months() {
        List<Period> months = new ArrayList<>();
        for (int back = 12; back >= 0; back--) {
            months.add(month(YearMonth.from(to).minusMonths(back)));
        }
        return months;
    }

    Instant start() {
        return from.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** As documents name it: "Quý III/2026", "Từ ngày 03/09/2026 đến ngày 05/11/2026". */
    String text() {
        return switch (shape()) {
            case MONTH ->
                "Tháng " + (from.getMonthValue() < 3 ? "0" : "") + from.getMonthValue() + "/" + from.getYear();
            case QUARTER -> "Quý " + ROMAN[(from.getMonthValue() - 1) / 3] + "/" + from.getYear();
            case YEAR -> "Năm " + from.getYear();
            case FREE ->
                from.equals(to)
                        ? "Ngày " + DAY.format(from)
                        : "Từ ngày " + DAY.format(from) + " đến ngày " + DAY.format(to);
        };
    }
}
