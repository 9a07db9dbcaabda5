package vn.diemcau.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Standing;
import vn.diemcau.people.Succession;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;

/** A province that is reorganised as the test goes on: cells in communes, members in cells, a meeting of all cells each month. */
final class Story {
    static final LocalDate OLD = LocalDate.of(2024, 1, 1);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Somebody of a unit at a meeting. */
    record Record(String person, String unit, LocalDate day, Standing standing) {}

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
            String path = tree.path(record.unit(), stamped.apply(record.day())).orElseThrow();
            recorded.record(record.person(), record.unit(), path, record.day(), record.standing());
        }
        return recorded;
    }

    /** Nearly two years of meetings, reorganised now and then. */
    static Story over(long seed) {
        Story story = new Story(seed);
        for (YearMonth month = YearMonth.of(2025, 1);
                month.isBefore(YearMonth.of(2026, 11));
                month = month.plusMonths(1)) {
            if (story.random.nextInt(3) == 0) story.reorganise(month.atDay(1 + story.random.nextInt(20)));
            story.meet(month.atDay(10));
        }
        return story;
    }

    /** Nearly two years of meetings; two cells are one from the first day until the second, or never without days. */
    static Story merged(long seed, boolean consolidated, String one, String other, @Nullable Span together) {
        Story story = new Story(seed);
        for (YearMonth month = YearMonth.of(2025, 1);
                month.isBefore(YearMonth.of(2026, 11));
                month = month.plusMonths(1)) {
            if (together != null && month.equals(together.from)) story.merge(consolidated, one, other, month.atDay(1));
            if (together != null && month.equals(together.until)) story.undo(consolidated, one, other, month.atDay(1));
            story.meet(month.atDay(10));
        }
        return story;
    }

    /** Months; until: the first one no longer. */
    record Span(YearMonth from, YearMonth until) {}

    private void merge(boolean consolidated, String one, String other, LocalDate day) {
        String home = consolidated ? "G" : other;
        if (consolidated) {
            stand(home, parent(other, day.minusDays(1)), day);
            follow(Succession.Kind.CONSOLIDATE, one, home, day);
            follow(Succession.Kind.CONSOLIDATE, other, home, day);
            end(other, day);
            goTogether(other, home, day);
        } else {
            follow(Succession.Kind.ABSORB, one, home, day);
        }
        end(one, day);
        goTogether(one, home, day);
    }

    private void goTogether(String from, String to, LocalDate day) {
        homes.values().stream()
                .filter(units -> units.floorEntry(day).getValue().equals(from))
                .forEach(units -> units.put(day, to));
    }

    /** Whoever had come from a cell goes back to it. */
    private void undo(boolean consolidated, String one, String other, LocalDate day) {
        List<String> back = consolidated ? List.of(one, other) : List.of(one);
        if (consolidated) end("G", day);
        for (String unit : back) {
            stand(unit, unit.substring(0, 2), day);
            follow(Succession.Kind.UNDO, consolidated ? "G" : other, unit, day);
            homes.forEach((person, units) -> {
                if (person.startsWith(unit + "p")) units.put(day, unit);
            });
        }
    }
}
