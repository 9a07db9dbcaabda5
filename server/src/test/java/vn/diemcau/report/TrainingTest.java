package vn.diemcau.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.diemcau.report.TrainingFigures.Course;
import vn.diemcau.schedule.Training;

class TrainingTest {
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Course FIRST =
            new Course(Training.POLITICAL_THEORY, true, Set.of("a", "b", "c"), Set.of("a", "b"));
    private static final Course SECOND = new Course(Training.POLITICAL_THEORY, false, Set.of("c", "d"), Set.of());
    private static final Course UNSAID = new Course(null, true, Set.of("a"), Set.of("a"));

    @Test
    void turnsAddUpAndPersonsAreCountedOnce() {
        TrainingFigures figures = TrainingFigures.of(YEAR, List.of(FIRST, SECOND, UNSAID), List.of());
        TrainingFigures.Sum theory = figures.rows().get(0).now();
        assertThat(theory.classes()).isEqualTo(2);
        assertThat(theory.turns()).isEqualTo(5);
        assertThat(theory.persons()).isEqualTo(4);
        assertThat(figures.total().turns())
                .isEqualTo(figures.rows().stream()
                        .mapToInt(row -> row.now().turns())
                        .sum());
        assertThat(figures.total().persons()).isEqualTo(4);
    }

    @Test
    void completionIsJudgedOnlyOfClassesThatHaveEnded() {
        TrainingFigures.Sum theory =
                TrainingFigures.of(YEAR, List.of(FIRST, SECOND), List.of()).total();
        assertThat(theory.ended()).isEqualTo(1);
        assertThat(theory.completed()).isEqualTo(2);
        assertThat(theory.due()).isEqualTo(3);
        assertThat(theory.rate().hundredths()).hasValue(6667);
    }

    @Test
    void aKindOfTheYearBeforeStandsThoughNoneWasHeldNowAndClassesOfNoKindStandLast() {
        Course before = new Course(Training.DEFENCE_SECURITY, true, Set.of("x"), Set.of("x"));
        TrainingFigures figures = TrainingFigures.of(YEAR, List.of(UNSAID, FIRST), List.of(before));
        assertThat(figures.rows().stream().map(TrainingFigures.Row::training))
                .containsExactly(Training.POLITICAL_THEORY, Training.DEFENCE_SECURITY, null);
        assertThat(figures.rows().get(1).before().turns()).isEqualTo(1);
        assertThat(figures.before().classes()).isEqualTo(1);
    }
}
