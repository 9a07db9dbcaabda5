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

    /** Hundredths of a percent, cut off and never rounded up: 89,969% stays 8996; empty when nobody was required. */
    OptionalInt hundredths() {
        return empty() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(present * 10_000 / required));
    }

    /** Whether it lies under so many percent, judged on the fraction itself. */
    boolean below(int percent) {
        return !empty() && present * 100 < required * percent;
    }

    /** How many hundredths of a percentage point higher than before, as a reader subtracts the two rates shown; empty without one of them. */
    OptionalInt changeSince(Rate before) {
        if (empty() || before.empty()) return OptionalInt.empty();
        return OptionalInt.of(hundredths().getAsInt() - before.hundredths().getAsInt());
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
