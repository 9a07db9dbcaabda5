package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.Counts;
import vn.diemcau.people.Succession;
import vn.diemcau.people.UnitTree;

/** Restated accounts over provinces that were reorganised at random: what is proved person by person must be what the sums say. */
class RestatedTest {
    private static final LocalDate TODAY = Story.TODAY;
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    private static final Vertx VERTX = Vertx.vertx();

    private static UnitFigures read(Recorded recorded, String unit, @Nullable LocalDate tree) {
        UnitTree units = recorded.people().tree().result();
        return RunningPlatform.await(new ReadUnitFigures(VERTX, recorded.people())
                .handle(units, units.unit(unit).orElseThrow(), new Ask(YEAR, null, tree, false, null, null), recorded));
    }

    private static int required(@Nullable Figures figures) {
        return figures == null ? 0 : figures.counts().required();
    }

    @Property(tries = 60)
    void whoeverIsRestatedIsCountedOnceAndWhereTheirPersonWent(@ForAll long seed) {
        Story story = Story.over(seed);
        Recorded province = story.recorded();
        UnitFigures then = read(province, "T", null);
        UnitFigures today = read(province, "T", TODAY);
        assertThat(today.faults()).isEmpty();
        assertThat(today.total()).as("people are conserved").isEqualTo(then.total());
        assertThat(today.before().counts()).isEqualTo(then.before().counts());
        Map<String, Integer> proved = new HashMap<>();
        UnitTree tree = story.tree();
        Restating restating = new Restating(tree, TODAY);
        for (Story.Record record : story.records) {
            if (record.day().isBefore(YEAR.from())) continue;
            Restating.Place place =
                    restating.follow(record.unit(), record.day(), day -> Optional.of(story.home(record.person(), day)));
            String rest = place.path().substring("/T/".length());
            String line = rest.isEmpty() ? (place.exact() ? "own" : "lost") : rest.substring(0, rest.indexOf('/'));
            proved.merge(line, 1, Integer::sum);
        }
        for (UnitFigures.Line line : today.lines()) {
            assertThat(required(line.now()))
                    .as(line.unit().id())
                    .isEqualTo(proved.getOrDefault(line.unit().id(), 0));
        }
        UnitFigures.Restated restated = today.restated();
        assertThat(restated).isNotNull();
        assertThat(required(restated.lost() == null ? null : restated.lost().now()))
                .isEqualTo(proved.getOrDefault("lost", 0));
    }

    @Property(tries = 40)
    void theLinesOfARestatedAccountAreTheTotalsOfTheirOwnAccounts(@ForAll long seed) {
        Recorded province = Story.over(seed).recorded();
        for (UnitFigures.Line line : read(province, "T", TODAY).lines()) {
            UnitFigures own = read(province, line.unit().id(), TODAY);
            assertThat(own.total().counts())
                    .as(line.unit().id())
                    .isEqualTo(line.now().counts());
            assertThat(own.before().counts()).isEqualTo(line.before().counts());
            assertThat(own.faults()).isEmpty();
        }
    }

    @Property(tries = 30)
    void restatingWhatIsRestatedAlreadyChangesNothing(@ForAll long seed) {
        Story story = Story.over(seed);
        UnitFigures once = read(story.recorded(), "T", TODAY);
        Restating restating = new Restating(story.tree(), TODAY);
        Story again = Story.over(seed);
        again.records.clear();
        for (Story.Record record : story.records) {
            Restating.Place place =
                    restating.follow(record.unit(), record.day(), day -> Optional.of(story.home(record.person(), day)));
            if (!place.exact() && place.path().equals("/T/")) continue;
            again.records.add(new Story.Record(
                    record.person(), UnitFigures.lastPart(place.path()), record.day(), record.standing()));
        }
        Recorded moved = again.recorded(day -> TODAY);
        assertThat(byLine(read(moved, "T", TODAY))).isEqualTo(byLine(once));
        assertThat(byLine(read(moved, "T", null))).isEqualTo(byLine(once));
    }

    private static Map<String, Counts> byLine(UnitFigures figures) {
        Map<String, Counts> lines = new TreeMap<>();
        for (UnitFigures.Line line : figures.lines()) {
            if (!line.now().none()) lines.put(line.unit().id(), line.now().counts());
        }
        return lines;
    }

    @AfterContainer
    static void close() {
        RunningPlatform.await(VERTX.close());
    }

    @Example
    void aMergerUndoneRestoresWhatWasBefore() {
        Story story = new Story(7);
        LocalDate merged = LocalDate.of(2025, 6, 1);
        LocalDate undone = LocalDate.of(2025, 9, 1);
        story.meet(LocalDate.of(2025, 3, 10));
        UnitFigures before = read(story.recorded(), "T", null);
        story.end("C0K0", merged);
        story.follow(Succession.Kind.ABSORB, "C0K0", "C1K0", merged);
        List<String> gone = story.homes.keySet().stream()
                .filter(person -> story.home(person, merged).equals("C0K0"))
                .toList();
        gone.forEach(person -> story.live(person, "C1K0", merged));
        story.meet(LocalDate.of(2025, 7, 10));
        story.stand("C0K0", "C0", undone);
        story.follow(Succession.Kind.UNDO, "C1K0", "C0K0", undone);
        gone.forEach(person -> story.live(person, "C0K0", undone));
        UnitFigures after = read(story.recorded(), "T", TODAY);
        for (UnitFigures.Line line : before.lines()) {
            Counts twice = line.before().counts();
            Counts restated = after.lines().stream()
                    .filter(one -> one.unit().id().equals(line.unit().id()))
                    .findFirst()
                    .orElseThrow()
                    .before()
                    .counts();
            assertThat(restated.required())
                    .as(
                            "the second meeting has the same people in %s",
                            line.unit().id())
                    .isEqualTo(2 * twice.required());
        }
    }
}
