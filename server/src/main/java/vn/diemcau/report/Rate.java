package vn.diemcau.report;

import java.util.Comparator;
import java.util.OptionalInt;

/**
 * Có mặt over phải dự, as whole turns: an exact fraction, only ever made from sums and never a mean of percentages.
 *
 * @param present turns present, between 0 and required
 * @param required turns required
 */
public record Rate(long present, long required) {
    /** Lowest first by exact fraction; of equal ones the larger first; those without anybody required last. */
    static final Comparator<Rate> WORST_FIRST = Comparator.comparing(Rate::empty)
            .thenComparing((one, other) -> Long.compare(one.present * other.required, other.present * one.required))
            .thenComparing(Comparator.comparingLong(Rate::required).reversed());

    public Rate {
        if (present < 0 || required < 0 || present > required) {
            throw new IllegalArgumentException("a rate of " + present + " of " + required);
        }
    }

    boolean empty() {
        return required == 0;
    }

    /**
     * Hundredths of a percent, rounded half up, but never up to a whole percent that is not reached (89,996% is 89,99%), nor down to
     * nothing; empty when nobody was required.
     */
    OptionalInt hundredths() {
        if (empty()) return OptionalInt.empty();
        long scaled = present * 10_000;
        long rounded = (2 * scaled + required) / (2 * required);
        if (rounded % 100 == 0 && rounded * required > scaled) rounded--;
        if (rounded == 0 && present > 0) rounded = 1;
        return OptionalInt.of(Math.toIntExact(rounded));
    }

    /** Whether it lies under so many percent, judged on the fraction itself. */
    boolean below(int percent) {
        return !empty() && present * 100 < required * percent;
    }

    /** As Vietnamese documents write it: "99,16%"; "–" when nobody was required. */
    String text() {
        return empty() ? "–" : decimal(hundredths().getAsInt()) + "%";
    }

    /** Hundredths with a decimal comma and always two places: 9916 is "99,16". */
    static String decimal(int hundredths) {
        int size = Math.abs(hundredths);
        return (hundredths < 0 ? "−" : "") + size / 100 + "," + (size % 100 < 10 ? "0" : "") + size % 100;
    }
}
