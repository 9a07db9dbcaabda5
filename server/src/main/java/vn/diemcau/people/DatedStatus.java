package vn.diemcau.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How somebody stands towards taking part, from a day on. */
public record DatedStatus(Person.Status status, LocalDate from) {
    /** The status in force on the day; the earliest known one before that. */
    static Person.Status on(List<DatedStatus> known, LocalDate day) {
        return known.stream()
                .filter(dated -> !dated.from.isAfter(day))
                .max(Comparator.comparing(DatedStatus::from))
                .orElse(known.get(0))
                .status();
    }

    /** From the day on another status; what was recorded for that very day is replaced. */
    static List<DatedStatus> changed(List<DatedStatus> known, Person.Status status, LocalDate day) {
        if (!known.isEmpty() && on(known, day) == status) return known;
        List<DatedStatus> with = new ArrayList<>(
                known.stream().filter(dated -> !dated.from.equals(day)).toList());
        with.add(new DatedStatus(status, day));
        with.sort(Comparator.comparing(DatedStatus::from));
        return with;
    }

    /** From the day on another status until the last day, after which what would have held then holds. */
    static List<DatedStatus> during(List<DatedStatus> known, Person.Status status, LocalDate day, LocalDate last) {
        LocalDate next = last.plusDays(1);
        Person.Status after = on(known, next);
        List<DatedStatus> with = new ArrayList<>();
        for (DatedStatus dated : changed(known, status, day)) {
            boolean within = dated.from.isAfter(day) && !dated.from.isAfter(next);
            if (!within) with.add(dated);
        }
        return changed(with, after, next);
    }
}
