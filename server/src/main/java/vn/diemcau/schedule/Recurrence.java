package vn.diemcau.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that come again: on these days of the week, in these blocks of the day, every so many weeks.
 *
 * @param from the first day that may be one
 * @param to the last day that may be one, or null when {@code count} ends it
 * @param count how many sessions at most, or null when {@code to} ends it
 * @param everyWeeks 1 for every week, counted from the week of {@code from}
 * @param days the days of the week
 * @param blocks the spans of each such day
 * @param except days left out (holidays)
 */
record Recurrence(
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer count,
        int everyWeeks,
        Set<DayOfWeek> days,
        List<Block> blocks,
        Set<LocalDate> except) {
    /** More than this no rule makes at once. */
    static final int MOST = 400;

    /** In order of time, at most {@link #MOST}, within ten years of the first day. */
    List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        LocalDate firstWeek = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate last = to == null ? from.plusYears(10) : to;
        int most = count == null ? MOST : Math.min(count, MOST);
        List<Block> inOrder = blocks.stream()
                .sorted(java.util.Comparator.comparing(Block::from))
                .toList();
        for (LocalDate day = from; !day.isAfter(last) && slots.size() < most; day = day.plusDays(1)) {
            long week = ChronoUnit.WEEKS.between(firstWeek, day);
            if (week % everyWeeks != 0 || !days.contains(day.getDayOfWeek()) || except.contains(day)) continue;
            for (Block block : inOrder) {
                if (slots.size() < most) slots.add(block.on(day));
            }
            if (inOrder.isEmpty()) break;
        }
        return slots;
    }
}
