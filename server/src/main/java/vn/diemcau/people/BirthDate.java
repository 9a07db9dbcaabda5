package vn.diemcau.people;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When somebody was born, as far as it is known: a year, or a whole date. */
public record BirthDate(int year, @Nullable LocalDate day) {
    public static BirthDate of(LocalDate day) {
        return new BirthDate(day.getYear(), day);
    }

    public static BirthDate of(int year) {
        return new BirthDate(year, null);
    }

    /** {@code 1984-05-02} or {@code 1984}: as stored and as on the wire. */
    public String text() {
        return day == null ? String.valueOf(year) : day.toString();
    }

    /** Reads {@link #text()}; empty for anything else. */
    public static Optional<BirthDate> parse(String text) {
        try {
            if (text.length() == 4) return Optional.of(of(Integer.parseInt(text)));
            return Optional.of(of(LocalDate.parse(text)));
        } catch (NumberFormatException | java.time.format.DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
