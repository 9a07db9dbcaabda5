package vn.diemcau.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diemcau.schedule.Training;

/**
 * Training by kind of class over a period and the same period a year before. A class counts where its first session lies.
 *
 * @param rows the kinds that have a class in either, in their order; last those of no kind
 */
record TrainingFigures(Period period, List<Row> rows, Sum total, Sum before) {
    /**
     * One class as it stands.
     *
     * @param trainees everybody who had to come
     * @param completed of them, when the class has ended: those who missed no more than they may
     */
    record Course(@Nullable Training training, boolean ended, Set<String> trainees, Set<String> completed) {}

    /** One kind; null for classes of which nobody has said. */
    record Row(@Nullable Training training, Sum now, Sum before) {}

    /**
     * What some classes add up to.
     *
     * @param turns trainees, once for each class (lượt)
     * @param persons different people
     * @param completed turns that were completed
     * @param due turns of classes that have ended
     */
    record Sum(int classes, int ended, int turns, int persons, int completed, int due) {
        static Sum of(List<Course> courses) {
            Set<String> persons = new HashSet<>();
            int ended = 0;
            int turns = 0;
            int completed = 0;
            int due = 0;
            for (Course course : courses) {
                persons.addAll(course.trainees());
                turns += course.trainees().size();
                if (!course.ended()) continue;
                ended++;
                due += course.trainees().size();
                completed += course.completed().size();
            }
            return new Sum(courses.size(), ended, turns, persons.size(), completed, due);
        }

        Rate rate() {
            return new Rate(completed, due);
        }
    }

    static TrainingFigures of(Period period, List<Course> now, List<Course> before) {
        List<Row> rows = new ArrayList<>();
        List<@Nullable Training> kinds = new ArrayList<>(List.of(Training.values()));
        kinds.add(null);
        for (@Nullable Training kind : kinds) {
            Row row = new Row(kind, Sum.of(only(kind, now)), Sum.of(only(kind, before)));
            if (row.now.classes() > 0 || row.before.classes() > 0) rows.add(row);
        }
        return new TrainingFigures(period, rows, Sum.of(now), Sum.of(before));
    }

    private static List<Course> only(@Nullable Training kind, List<Course> all) {
        return all.stream().filter(course -> course.training() == kind).toList();
    }
}
