package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import vn.diemcau.RunningPlatform;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Standing;
import vn.diemcau.people.Succession;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** Restated accounts over provinces that were reorganised at random: what is proved person by person must be what the sums say. */
class RestatedTest {
    private static final LocalDate OLD = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    private static final Vertx VERTX = Vertx.vertx();

    private record Record(String person, String unit, LocalDate day, Standing standing) {}

    /** A province that is reorganised as the test goes on: cells in communes, members in cells, a meeting of all cells each month. */
    private static final class Story {
        private final Random random;
        final Map<String, List<Unit.Placement>> placements = new TreeMap<>();
        final List<Succession> followed = new ArrayList<>();
        final Map<String, TreeMap<LocalDate, String>> homes = new TreeMap<>();
        final List<Record> records = new ArrayList<>();
        private int born;

        Story(long seed) {
            random = new Random(seed);
            stand("T", null, OLD);
            for (int commune = 0; commune < 3; commune++) {
                stand("C" + commune, "T", OLD);
                for (int cell = 0; cell < 3; cell++) {
                    String id = "C" + commune + "K" + cell;
                    stand(id, "C" + commune, OLD);
                    for (int person = 0; person < 3; person++) live(id + "p" + person, id, OLD);
                }
            }
        }

        void stand(String unit, @Nullable String parent, LocalDate from) {
            placements.computeIfAbsent(unit, key -> new ArrayList<>()).add(new Unit.Placement(parent, from, null));
        }

        void end(String unit, LocalDate until) {
            List<Unit.Placement> all = placements.get(unit);
            Unit.Placement last = all.remove(all.size() - 1);
            all.add(new Unit.Placement(last.parent(), last.from(), until.minusDays(1)));
        }

        void live(String person, String unit, LocalDate from) {
            homes.computeIfAbsent(person, key -> new TreeMap<>()).put(from, unit);
        }

        String home(String person, LocalDate day) {
            return homes.get(person).floorEntry(day).getValue();
        }

        List<String> standing(String prefix, LocalDate day) {
            return placements.keySet().stream()
                    .filter(unit -> unit.contains(prefix))
                    .filter(unit -> placements.get(unit).stream().anyMatch(p -> p.on(day)))
                    .toList();
        }

        String any(List<String> units) {
            return units.get(random.nextInt(units.size()));
        }

        String parent(String unit, LocalDate day) {
            return String.valueOf(placements.get(unit).stream()
                    .filter(p -> p.on(day))
                    .findFirst()
                    .orElseThrow()
                    .parent());
        }

        void follow(Succession.Kind kind, String from, String to, LocalDate day) {
            followed.add(new Succession(kind, from, to, day, null));
        }

        void reorganise(LocalDate day) {
            List<String> cells = standing("K", day.minusDays(1));
            if (cells.size() < 2) return;
            String one = any(cells);
            String other = any(cells);
            switch (random.nextInt(5)) {
                case 0 -> {
                    if (one.equals(other)) return;
                    end(one, day);
                    follow(Succession.Kind.ABSORB, one, other, day);
                    move(one, List.of(other), day);
                }
                case 1 -> {
                    String fresh = "K" + born++;
                    stand(
                            fresh,
                            any(standing("C", day).stream()
                                    .filter(u -> !u.contains("K"))
                                    .toList()),
                            day);
                    follow(Succession.Kind.SEPARATE, one, fresh, day);
                    move(one, List.of(one, fresh), day);
                }
                case 2 -> {
                    List<String> fresh = List.of("K" + born++, "K" + born++);
                    String parent = parent(one, day.minusDays(1));
                    end(one, day);
                    for (String each : fresh) {
                        stand(each, parent, day);
                        follow(Succession.Kind.DIVIDE, one, each, day);
                    }
                    move(one, fresh, day);
                }
                case 3 -> {
                    String next = any(standing("C", day).stream()
                            .filter(u -> !u.contains("K"))
                            .toList());
                    end(one, day);
                    stand(one, next, day);
                }
                default -> {
                    end(one, day);
                    follow(Succession.Kind.DISSOLVE, one, parent(one, day.minusDays(1)), day);
                    move(one, List.of("T"), day);
                }
            }
        }

        void move(String from, List<String> to, LocalDate day) {
            for (String person : homes.keySet()) {
                if (home(person, day).equals(from)) live(person, any(to), day);
            }
        }

        void meet(LocalDate day) {
            for (String person : homes.keySet()) {
                Standing standing = random.nextInt(5) == 0 ? Standing.UNEXCUSED : Standing.PRESENT;
                records.add(new Record(person, home(person, day), day, standing));
            }
        }

        UnitTree tree() {
            List<Unit> units = new ArrayList<>();
            placements.forEach((id, all) -> units.add(new Unit(id, id, Tree.PARTY, "x", 3, all, id, id)));
            return new UnitTree(units, followed);
        }

        Recorded recorded() {
            return recorded(day -> day);
        }

        /** @param stamped by the tree of which day a record of a day is stamped */
        Recorded recorded(UnaryOperator<LocalDate> stamped) {
            UnitTree tree = tree();
            Recorded recorded = new Recorded(tree, this::home);
            for (Record record : records) {
                String path =
                        tree.path(record.unit(), stamped.apply(record.day())).orElseThrow();
                recorded.record(record.person(), record.unit(), path, record.day(), record.standing());
            }
            return recorded;
        }
    }

    private static Story story(long seed) {
        Story story = new Story(seed);
        for (YearMonth month = YearMonth.of(2025, 1);
                month.isBefore(YearMonth.of(2026, 11));
                month = month.plusMonths(1)) {
            if (story.random.nextInt(3) == 0) story.reorganise(month.atDay(1 + story.random.nextInt(20)));
            story.meet(month.atDay(10));
        }
        return story;
    }

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
        Story story = story(seed);
        Recorded province = story.recorded();
        UnitFigures then = read(province, "T", null);
        UnitFigures today = read(province, "T", TODAY);
        assertThat(today.faults()).isEmpty();
        assertThat(today.total()).as("people are conserved").isEqualTo(then.total());
        assertThat(today.before().counts()).isEqualTo(then.before().counts());
        Map<String, Integer> proved = new HashMap<>();
        UnitTree tree = story.tree();
        Restating restating = new Restating(tree, TODAY);
        for (Record record : story.records) {
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
        Recorded province = story(seed).recorded();
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
        Story story = story(seed);
        UnitFigures once = read(story.recorded(), "T", TODAY);
        Restating restating = new Restating(story.tree(), TODAY);
        Story again = story(seed);
        again.records.clear();
        for (Record record : story.records) {
            Restating.Place place =
                    restating.follow(record.unit(), record.day(), day -> Optional.of(story.home(record.person(), day)));
            if (!place.exact() && place.path().equals("/T/")) continue;
            again.records.add(
                    new Record(record.person(), UnitFigures.lastPart(place.path()), record.day(), record.standing()));
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
