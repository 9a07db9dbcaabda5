package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void theGoldenRateOf378ClassesIs99Comma16() {
        assertThat(new Rate(35_599, 35_900).text()).isEqualTo("99,16%");
    }

    @Test
    void nothingBelowNinetyEverPassesAsNinety() {
        Rate rate = new Rate(8_996, 10_000);
        assertThat(rate.text()).isEqualTo("89,96%");
        assertThat(rate.below(90)).isTrue();
        assertThat(new Rate(89_999, 100_000).text()).isEqualTo("89,99%");
        assertThat(new Rate(89_996, 100_000).text()).isEqualTo("89,99%");
        assertThat(new Rate(899_999_999, 1_000_000_000).below(90)).isTrue();
        assertThat(new Rate(9, 10).below(90)).isFalse();
    }

    @Test
    void onlyAllOfThemAreAHundred() {
        assertThat(new Rate(99_999_999, 100_000_000).text()).isEqualTo("99,99%");
        assertThat(new Rate(3, 3).text()).isEqualTo("100,00%");
    }

    @Test
    void whereNobodyWasRequiredThereIsNoRate() {
        assertThat(new Rate(0, 0).text()).isEqualTo("–");
        assertThat(new Rate(0, 0).below(90)).isFalse();
        assertThat(new Rate(0, 0).hundredths()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void aRateCannotPassAHundred() {
        assertThatThrownBy(() -> new Rate(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHalfGoesUpAndSomethingIsNeverNothing() {
        assertThat(new Rate(12_480, 12_683).text()).isEqualTo("98,40%");
        assertThat(new Rate(370, 412).text()).isEqualTo("89,81%");
        assertThat(new Rate(1, 1_000_000).text()).isEqualTo("0,01%");
        assertThat(new Rate(0, 7).text()).isEqualTo("0,00%");
        assertThat(Rate.decimal(5)).isEqualTo("0,05");
    }

    @Test
    void theWorstComesFirstAndTheEmptyLast() {
        Rate nine = new Rate(9, 10);
        Rate eight = new Rate(8, 10);
        Rate eighty = new Rate(80, 100);
        Rate none = new Rate(0, 0);
        assertThat(List.of(none, nine, eight, eighty).stream()
                        .sorted(Rate.WORST_FIRST)
                        .toList())
                .containsExactly(eighty, eight, nine, none);
    }

    @Property
    void theFigureShownLiesWithinAHundredthOfTheFraction(
            @ForAll @LongRange(max = 2_000_000) long present, @ForAll @LongRange(max = 2_000_000) long absent) {
        Rate rate = new Rate(present, present + absent);
        if (rate.empty()) return;
        BigDecimal exact =
                new BigDecimal(present * 10_000).divide(new BigDecimal(present + absent), 9, RoundingMode.HALF_UP);
        BigDecimal shown = new BigDecimal(rate.hundredths().getAsInt());
        assertThat(shown.subtract(exact).abs()).isLessThan(BigDecimal.ONE);
        assertThat(rate.hundredths().getAsInt() == 10_000).isEqualTo(absent == 0);
        assertThat(rate.hundredths().getAsInt() == 0).isEqualTo(present == 0);
    }

    @Property
    void whatIsBelowAThresholdIsNeverShownAtIt(
            @ForAll @LongRange(max = 100_000) long present,
            @ForAll @LongRange(min = 1, max = 100_000) long absent,
            @ForAll @IntRange(min = 1, max = 100) int percent) {
        Rate rate = new Rate(present, present + absent);
        assertThat(rate.below(percent)).isEqualTo(rate.hundredths().getAsInt() < percent * 100);
    }
}
