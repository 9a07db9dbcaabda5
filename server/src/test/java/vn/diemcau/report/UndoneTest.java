package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.Counts;
import vn.diemcau.people.UnitTree;

/**
 * Meetings held while two units were one stay as they were organised then: history is not edited. Restated to a day after the merger
 * was undone, they belong to the units that their people went back to, as if there had been no merger.
 */
class UndoneTest {
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Vertx VERTX = Vertx.vertx();

    @AfterContainer
    static void close() {
        RunningPlatform.await(VERTX.close());
    }

    private static UnitFigures read(Recorded recorded, String unit, @Nullable LocalDate tree) {
        UnitTree units = recorded.people().tree().result();
        return RunningPlatform.await(new ReadUnitFigures(VERTX, recorded.people())
                .handle(units, units.unit(unit).orElseThrow(), new Ask(YEAR, null, tree, false, null, null), recorded));
    }

    /** Every figure of an account: its total, its lines and its trend, of the year and of the year before. */
    private static Map<String, Counts> figures(UnitFigures account) {
        assertThat(account.faults()).isEmpty();
        Map<String, Counts> figures = new TreeMap<>();
        figures.put("total", account.total().counts());
        figures.put("before", account.before().counts());
        for (UnitFigures.Line line : account.lines()) {
            figures.put(line.unit().id(), line.now().counts());
            figures.put(line.unit().id() + " before", line.before().counts());
        }
        for (UnitFigures.Point point : account.trend()) {
            figures.put("trend " + point.period().from(), point.figures().counts());
        }
        figures.values().removeIf(Counts.NONE::equals);
        return figures;
    }

    @Property(tries = 60)
    void restatedAMergerThatWasUndoneIsAsIfItHadNeverBeen(
            @ForAll long seed,
            @ForAll boolean consolidated,
            @ForAll @IntRange(max = 8) int one,
            @ForAll @IntRange(max = 8) int other,
            @ForAll @IntRange(min = 1, max = 19) int from,
            @ForAll @IntRange(min = 1, max = 20) int months) {
        Assume.that(one != other && from + months <= 21);
        String gone = "C" + one / 3 + "K" + one % 3;
        String taker = "C" + other / 3 + "K" + other % 3;
        YearMonth first = YearMonth.of(2025, 1).plusMonths(from);
        Story.Span together = new Story.Span(first, first.plusMonths(months));
        Recorded undone =
                Story.merged(seed, consolidated, gone, taker, together).recorded();
        Recorded never = Story.merged(seed, consolidated, gone, taker, null).recorded();
        for (String unit : List.of("T", "C0", "C1", "C2", gone, taker)) {
            assertThat(figures(read(undone, unit, Story.TODAY)))
                    .as("%s, %s and %s from %s", unit, gone, taker, together)
                    .isEqualTo(figures(read(never, unit, Story.TODAY)));
        }
    }

    @Property(tries = 20)
    void asOrganisedThenTheyStayWithTheUnitThatHeldThem(@ForAll long seed) {
        Story.Span together = new Story.Span(YearMonth.of(2026, 3), YearMonth.of(2026, 6));
        Recorded undone = Story.merged(seed, false, "C0K0", "C1K0", together).recorded();
        Recorded never = Story.merged(seed, false, "C0K0", "C1K0", null).recorded();
        int required = required(never, "C1K0");
        assertThat(required(undone, "C1K0")).isEqualTo(required + 3 * 3);
        assertThat(required(undone, "C0K0")).isEqualTo(required - 3 * 3);
        assertThat(read(undone, "T", null).total())
                .isEqualTo(read(never, "T", null).total());
    }

    private static int required(Recorded recorded, String cell) {
        return read(recorded, cell, null).total().counts().required();
    }
}
