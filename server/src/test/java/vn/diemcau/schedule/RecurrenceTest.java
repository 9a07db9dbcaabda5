package vn.diemcau.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final List<Block> BOTH = List.of(Block.AFTERNOON, Block.MORNING);

    @Test
    void eightDaysOfMorningAndAfternoonAreSixteenSessionsInOrder() {
        List<Slot> slots = new Recurrence(
                        MONDAY,
                        null,
                        16,
                        1,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        BOTH,
                        Set.of())
                .slots();
        assertThat(slots).hasSize(16).isSortedAccordingTo(Comparator.comparing(Slot::startsAt));
        assertThat(slots.get(0))
                .isEqualTo(new Slot(Instant.parse("2026-12-07T00:30:00Z"), Instant.parse("2026-12-07T04:00:00Z"), 4));
        assertThat(slots.get(15).endsAt()).isEqualTo(Instant.parse("2026-12-17T10:00:00Z"));
    }

    @Test
    void everySecondWeekIsCountedFromTheWeekOfTheFirstDay() {
        List<Slot> slots = new Recurrence(
                        MONDAY.plusDays(2),
                        MONDAY.plusDays(27),
                        null,
                        2,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        List.of(Block.MORNING),
                        Set.of())
                .slots();
        assertThat(slots.stream()
                        .map(slot -> slot.startsAt().atZone(VietnameseTime.ZONE).toLocalDate()))
                .containsExactly(MONDAY.plusDays(4), MONDAY.plusDays(14), MONDAY.plusDays(18));
    }

    @Test
    void holidaysAreLeftOut() {
        List<Slot> slots = new Recurrence(
                        MONDAY,
                        MONDAY.plusDays(1),
                        null,
                        1,
                        Set.of(DayOfWeek.values()),
                        List.of(Block.MORNING),
                        Set.of(MONDAY))
                .slots();
        assertThat(slots).containsExactly(Block.MORNING.on(MONDAY.plusDays(1)));
    }

    @Property(tries = 300)
    void everySlotIsOnAnAskedDayWithinTheSpanAndNoneIsTwice(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @IntRange(max = 120) int length,
            @ForAll @IntRange(min = 1, max = 4) int weeks) {
        LocalDate last = MONDAY.plusDays(length);
        List<Slot> slots = new Recurrence(MONDAY, last, null, weeks, days, BOTH, Set.of()).slots();
        assertThat(slots).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.comparing(Slot::startsAt));
        assertThat(slots).allSatisfy(slot -> {
            LocalDate day = slot.startsAt().atZone(VietnameseTime.ZONE).toLocalDate();
            assertThat(days).contains(day.getDayOfWeek());
            assertThat(day).isBetween(MONDAY, last);
        });
    }

    @Property(tries = 200)
    void neverMoreThanAskedFor(@ForAll @NotEmpty Set<DayOfWeek> days, @ForAll @IntRange(min = 1, max = 500) int count) {
        List<Slot> slots = new Recurrence(MONDAY, null, count, 1, days, BOTH, Set.of()).slots();
        assertThat(slots).hasSize(Math.min(count, Recurrence.MOST));
    }
}
