package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Rollup;
import vn.diemcau.paper.Issue;
import vn.diemcau.paper.Layout;
import vn.diemcau.paper.Letterhead;
import vn.diemcau.paper.Table;
import vn.diemcau.people.Tree;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.schedule.ProgrammeKind;

class UnitFiguresTest {
    private static final LocalDate OLD = LocalDate.of(2020, 1, 1);
    private static final Period QUARTER = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final Unit PROVINCE = unit("T", null, 1);
    private static final UnitTree TREE =
            new UnitTree(List.of(PROVINCE, unit("A", "T", 2), unit("B", "T", 2), unit("C", "T", 2)));

    private static Unit unit(String id, @Nullable String parent, int level) {
        return unit(id, level, new Unit.Placement(parent, OLD, null));
    }

    private static Unit unit(String id, int level, Unit.Placement... placements) {
        return new Unit(id, "Đơn vị " + id, Tree.PARTY, "x", level, List.of(placements), id, id);
    }

    static Counts counts(int present, int excused, int unexcused, int undetermined, int others) {
        return Counts.of(Map.of(
                "required",
                present + excused + unexcused + undetermined,
                "present",
                present,
                "mainHall",
                present,
                "excused",
                excused,
                "unexcused",
                unexcused,
                "undetermined",
                undetermined,
                "others",
                others));
    }

    private static Rollup rollup(String path, YearMonth month, Counts counts) {
        return new Rollup(path, month, ProgrammeKind.CLASS, 1, counts);
    }

    private static UnitFigures figures(List<Rollup> mine, List<Rollup> below) {
        return UnitFigures.of(TREE, PROVINCE, QUARTER, null, mine, below);
    }

    @Test
    void the378ClassesOfTheGoldenCaseAre99Comma16WithTheOthersBeside() {
        List<Rollup> below = List.of(
                rollup("party:/T/A/", AUGUST, counts(17_599, 100, 101, 0, 2_806)),
                rollup("party:/T/B/", AUGUST, counts(18_000, 50, 50, 0, 3_000)));
        Rollup all = new Rollup("party:/T/", AUGUST, ProgrammeKind.CLASS, 378, counts(35_599, 150, 151, 0, 5_806));
        UnitFigures figures = figures(List.of(all), below);
        assertThat(figures.total().rate()).isEqualTo(new Rate(35_599, 35_900));
        assertThat(figures.total().rate().text()).isEqualTo("99,16%");
        assertThat(figures.total().counts().others()).isEqualTo(5_806);
        assertThat(figures.total().held()).isEqualTo(378);
        assertThat(figures.faults()).isEmpty();
    }

    @Test
    void aMeanOfPercentagesIsNeverTaken() {
        List<Rollup> below = List.of(
                rollup("party:/T/A/", AUGUST, counts(1, 0, 9, 0, 0)),
                rollup("party:/T/B/", AUGUST, counts(990, 0, 0, 0, 0)));
        UnitFigures figures = figures(List.of(rollup("party:/T/", AUGUST, counts(991, 0, 9, 0, 0))), below);
        assertThat(figures.total().rate().text()).isEqualTo("99,10%");
    }

    @Test
    void aSilentSiteIsMissingAndNotAbsent() {
        List<Rollup> below = List.of(
                rollup("party:/T/A/", AUGUST, counts(95, 5, 0, 0, 0)),
                rollup("party:/T/B/", AUGUST, counts(0, 0, 0, 200, 0)));
        UnitFigures figures = figures(List.of(rollup("party:/T/", AUGUST, counts(95, 5, 0, 200, 0))), below);
        assertThat(figures.total().provisional()).isTrue();
        assertThat(figures.total().rate().text()).isEqualTo("95,00%");
        assertThat(figures.reported()).isEqualTo(1);
        assertThat(figures.reporting()).isEqualTo(2);
        assertThat(figures.below()).as("silence is not below the threshold").isZero();
        assertThat(figures.lines()).extracting(line -> line.unit().id()).containsExactly("A", "B", "C");
    }

    @Test
    void whoHasNotReportedWholeIsNotJudgedByTheThreshold() {
        Figures filling = new Figures(1, counts(9, 2, 1, 12, 0));
        assertThat(filling.rate().text()).isEqualTo("75,00%");
        assertThat(filling.below(90)).isFalse();
        assertThat(new Figures(1, counts(9, 2, 1, 0, 0)).below(90)).isTrue();
    }

    @Test
    void theWorstStandsFirstAndThoseUnderNinetyAreCounted() {
        List<Rollup> below = List.of(
                rollup("party:/T/A/", AUGUST, counts(95, 5, 0, 0, 0)),
                rollup("party:/T/B/", AUGUST, counts(8_996, 0, 1_004, 0, 0)),
                rollup("party:/T/C/", AUGUST, counts(9, 1, 0, 0, 0)));
        UnitFigures figures = figures(List.of(rollup("party:/T/", AUGUST, counts(9_100, 6, 1_004, 0, 0))), below);
        assertThat(figures.lines()).extracting(line -> line.unit().id()).containsExactly("B", "C", "A");
        assertThat(figures.below()).isEqualTo(1);
    }

    @Test
    void peopleOfTheUnitItselfAreALineOfTheirOwnSoThatTheSumCloses() {
        UnitFigures figures = figures(
                List.of(rollup("party:/T/", AUGUST, counts(100, 5, 0, 0, 3))),
                List.of(rollup("party:/T/A/", AUGUST, counts(95, 5, 0, 0, 0))));
        assertThat(figures.own()).isNotNull();
        assertThat(figures.own().now().counts()).isEqualTo(counts(5, 0, 0, 0, 3));
        assertThat(figures.faults()).isEmpty();
    }

    @Test
    void anAccountThatDoesNotCloseSaysSo() {
        UnitFigures figures = figures(
                List.of(rollup("party:/T/", AUGUST, counts(90, 5, 0, 0, 0))),
                List.of(rollup("party:/T/A/", AUGUST, counts(95, 5, 0, 0, 0))));
        assertThat(figures.faults()).contains("parts_exceed_total");
        Table table = UnitTables.summary(
                new Issue(Letterhead.of(Layout.PARTY, null, "Tỉnh ủy"), null, null, true),
                figures,
                null,
                null,
                Part.all(new Recorded(TREE, (person, day) -> "")),
                java.time.Instant.EPOCH);
        assertThat(table.standing()).isEqualTo(Table.Standing.NOT_CLOSING);
        assertThat(table.fullTitle()).endsWith("(CHƯA CHÍNH THỨC)");
        assertThat(table.notes()).contains("Số liệu chưa khớp, không dùng làm báo cáo chính thức.");
    }

    @Test
    void theSamePeriodAYearAgoIsComparedPointForPoint() {
        YearMonth lastAugust = AUGUST.minusYears(1);
        UnitFigures figures = figures(
                List.of(
                        rollup("party:/T/", AUGUST, counts(9_840, 160, 0, 0, 0)),
                        rollup("party:/T/", lastAugust, counts(9_780, 220, 0, 0, 0))),
                List.of(
                        rollup("party:/T/A/", AUGUST, counts(9_840, 160, 0, 0, 0)),
                        rollup("party:/T/A/", lastAugust, counts(9_780, 220, 0, 0, 0))));
        assertThat(figures.before().rate()).isEqualTo(new Rate(9_780, 10_000));
        assertThat(figures.trend()).hasSize(8);
        assertThat(figures.trend().get(3).figures().rate().text()).isEqualTo("97,80%");
        assertThat(figures.trend().get(7).figures().rate().text()).isEqualTo("98,40%");
        assertThat(figures.lines().get(0).before().counts().present()).isEqualTo(9_780);
    }

    @Test
    void onlyTheKindAskedForIsCounted() {
        Rollup classes = rollup("party:/T/", AUGUST, counts(9, 1, 0, 0, 0));
        Rollup cells = new Rollup("party:/T/", AUGUST, ProgrammeKind.CELL_MEETING, 30, counts(500, 0, 0, 0, 0));
        UnitFigures figures =
                UnitFigures.of(TREE, PROVINCE, QUARTER, ProgrammeKind.CELL_MEETING, List.of(classes, cells), List.of());
        assertThat(figures.total().held()).isEqualTo(30);
        assertThat(figures.total().counts().present()).isEqualTo(500);
    }

    @Test
    void aUnitThatMovedIsCountedWhereItStoodThenAndTheAccountSaysSo() {
        LocalDate day = LocalDate.of(2026, 8, 1);
        Unit moved = unit("M", 3, new Unit.Placement("A", OLD, day.minusDays(1)), new Unit.Placement("B", day, null));
        UnitTree tree = new UnitTree(List.of(PROVINCE, unit("A", "T", 2), unit("B", "T", 2), moved));
        assertThat(UnitFigures.paths(tree, moved, QUARTER.from(), QUARTER.to()))
                .containsExactly("party:/T/A/M/", "party:/T/B/M/");
        Unit before = tree.unit("A").orElseThrow();
        UnitFigures figures = UnitFigures.of(
                tree,
                before,
                QUARTER,
                null,
                List.of(rollup("party:/T/A/", YearMonth.of(2026, 7), counts(9, 1, 0, 0, 0))),
                List.of(rollup("party:/T/A/M/", YearMonth.of(2026, 7), counts(9, 1, 0, 0, 0))));
        assertThat(figures.lines()).extracting(line -> line.unit().id()).containsExactly("M");
        assertThat(figures.changes()).containsExactly(new UnitFigures.Change(moved, null, day.minusDays(1)));
        assertThat(figures.faults()).isEmpty();
    }

    @Test
    void aUnitWhoseParentMovedIsFoundUnderBothWays() {
        LocalDate day = LocalDate.of(2025, 7, 1);
        UnitTree tree = new UnitTree(List.of(
                PROVINCE,
                unit("D", 2, new Unit.Placement("T", OLD, day.minusDays(1))),
                unit("X", 3, new Unit.Placement("D", OLD, day.minusDays(1)), new Unit.Placement("T", day, null)),
                unit("K", "X", 4)));
        assertThat(UnitFigures.paths(
                        tree, tree.unit("K").orElseThrow(), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .containsExactlyInAnyOrder("party:/T/D/X/K/", "party:/T/X/K/");
    }

    @Property
    void aTotalMadeOfItsPartsAlwaysReconciles(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 5_000) Integer> present,
            @ForAll @IntRange(max = 300) int absent,
            @ForAll @IntRange(max = 300) int own) {
        List<Rollup> below = new ArrayList<>();
        Counts total = counts(own, 0, 0, 0, 0);
        String names = "ABC";
        for (int at = 0; at < present.size(); at++) {
            Counts part = counts(present.get(at), absent, at, 0, 1);
            total = total.plus(part);
            below.add(rollup("party:/T/" + names.charAt(at) + "/", AUGUST, part));
        }
        UnitFigures figures = figures(List.of(rollup("party:/T/", AUGUST, total)), below);
        assertThat(figures.faults()).isEmpty();
        assertThat(figures.own() == null).isEqualTo(own == 0);
        long sum = figures.lines().stream()
                .mapToLong(line -> line.now().counts().present())
                .sum();
        assertThat(sum + own).isEqualTo(figures.total().counts().present());
    }
}
