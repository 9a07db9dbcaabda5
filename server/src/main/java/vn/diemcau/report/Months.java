package vn.diemcau.report;

import java.time.YearMonth;

/** The months that lie in a period whole, both included. */
record Months(YearMonth first, YearMonth last) {
    static Months of(Period period) {
        YearMonth first = YearMonth.from(period.from());
        YearMonth last = YearMonth.from(period.to());
        return new Months(
                period.from().getDayOfMonth() == 1 ? first : first.plusMonths(1),
                period.to().equals(last.atEndOfMonth()) ? last : last.minusMonths(1));
    }

    boolean have(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }
}
