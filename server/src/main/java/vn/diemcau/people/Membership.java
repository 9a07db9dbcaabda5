package vn.diemcau.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody belonged from when to when.
 *
 * @param to the last day, or null while it lasts
 * @param assumed known only from a roster that says where somebody is today; gives way to dated records
 */
public record Membership(
        String unit, LocalDate from, @Nullable LocalDate to, boolean assumed) {
    /** The first day of what began before records do. */
    public static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Membership other) {
        return (to == null || !to.isBefore(other.from)) && (other.to == null || !other.to.isBefore(from));
    }

    Membership endedOn(LocalDate day) {
        return new Membership(unit, from, day, assumed);
    }
}
