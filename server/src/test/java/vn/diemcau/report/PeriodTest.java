package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static Period of(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void theNamesOfSpansAreThosePeopleUse() {
        assertThat(of("2026-07-01", "2026-09-30").text()).isEqualTo("Quý III/2026");
        assertThat(of("2026-02-01", "2026-02-28").text()).isEqualTo("Tháng 02/2026");
        assertThat(of("2026-09-01", "2026-09-30").text()).isEqualTo("Tháng 9/2026");
        assertThat(of("2026-01-01", "2026-12-31").text()).isEqualTo("Năm 2026");
        assertThat(of("2026-02-01", "2026-04-30").text()).isEqualTo("Từ ngày 01/02/2026 đến ngày 30/04/2026");
        assertThat(of("2026-11-22", "2026-11-22").text()).isEqualTo("Ngày 22/11/2026");
    }

    @Test
    void aYearBeforeTheEndOfFebruaryIsTheEndOfFebruary() {
        assertThat(of("2025-02-01", "2025-02-28").yearBefore()).isEqualTo(of("2024-02-01", "2024-02-29"));
        assertThat(of("2024-02-01", "2024-02-29").yearBefore()).isEqualTo(of("2023-02-01", "2023-02-28"));
    }

    @Test
    void aDayBeginsAtMidnightInVietnam() {
        Period day = of("2026-11-22", "2026-11-22");
        assertThat(day.start()).isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
        assertThat(day.end()).isEqualTo(Instant.parse("2026-11-22T17:00:00Z"));
    }

    @Test
    void aTrendEndsWithThePeriodItself() {
        Period quarter = of("2026-07-01", "2026-09-30");
        assertThat(quarter.trend()).hasSize(8).last().isEqualTo(quarter);
        assertThat(quarter.trend().get(0)).isEqualTo(of("2024-10-01", "2024-12-31"));
        assertThat(quarter.trend().get(3)).isEqualTo(quarter.yearBefore());
        assertThat(of("2026-11-01", "2026-11-30").trend())
                .hasSize(13)
                .first()
                .isEqualTo(of("2025-11-01", "2025-11-30"));
        assertThat(of("2026-01-01", "2026-12-31").trend()).hasSize(5).first().isEqualTo(of("2022-01-01", "2022-12-31"));
    }

    @Property
    void wholeMonthsAndEdgesCoverEveryDayOnce(
            @ForAll @IntRange(max = 1_500) int first, @ForAll @IntRange(max = 800) int length) {
        LocalDate start = LocalDate.of(2023, 1, 1).plusDays(first);
        Period period = new Period(start, start.plusDays(length));
        List<LocalDate> days = new ArrayList<>();
        for (YearMonth month : period.wholeMonths()) {
            month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).forEach(days::add);
        }
        for (Period edge : period.edges()) {
            edge.from().datesUntil(edge.to().plusDays(1)).forEach(days::add);
        }
        assertThat(days)
                .containsExactlyInAnyOrderElementsOf(
                        period.from().datesUntil(period.to().plusDays(1)).toList());
    }
}
