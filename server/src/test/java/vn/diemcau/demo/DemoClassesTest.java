package vn.diemcau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DemoClassesTest {
    @Property
    void onAnyDayAClassHasDaysBehindItAndOneBefore(@ForAll @LongRange(min = 15_000, max = 40_000) long day) {
        LocalDate today = LocalDate.ofEpochDay(day);
        List<LocalDate> days = DemoClasses.days(DemoClasses.first(today), 8);
        assertThat(days).hasSize(8).isSorted().doesNotHaveDuplicates();
        assertThat(days)
                .noneMatch(one -> one.getDayOfWeek() == DayOfWeek.SATURDAY || one.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(days.stream().filter(one -> one.isBefore(today)).count()).isBetween(2L, 7L);
        assertThat(days.stream().filter(one -> one.isAfter(today)).count()).isBetween(1L, 6L);
    }

    @Property
    void aWholeWeekHasTheSameClass(@ForAll @LongRange(min = 15_000, max = 40_000) long day) {
        LocalDate monday = LocalDate.ofEpochDay(day).with(DayOfWeek.MONDAY);
        assertThat(DemoClasses.first(monday.plusDays(6))).isEqualTo(DemoClasses.first(monday));
        assertThat(DemoClasses.first(monday.plusDays(7)))
                .isEqualTo(DemoClasses.first(monday).plusWeeks(1));
    }
}
