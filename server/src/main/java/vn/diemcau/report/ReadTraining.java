package vn.diemcau.report;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;
import vn.diemcau.report.TrainingFigures.Course;
import vn.diemcau.schedule.Programme;
import vn.diemcau.schedule.ProgrammeKind;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;
import vn.diemcau.schedule.State;

/** Use case: training by kind of class. What a class came to is remembered for some minutes: its trainees are read record by record. */
final class ReadTraining {
    private static final int MOST_CLASSES = 1_500;
    private static final int AT_ONCE = 4;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final Schedule schedule;
    private final Attendances attendances;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Course course, Instant asOf, long rev) {}

    ReadTraining(Schedule schedule, Attendances attendances, InstantSource clock) {
        this.schedule = schedule;
        this.attendances = attendances;
        this.clock = clock;
    }

    /** Fails with {@code too_many_classes} above 1,500 classes in the period or the year before. */
    Future<TrainingFigures> handle(UnitTree tree, Unit unit, Period period) {
        known.values().removeIf(one -> one.asOf.plus(REMEMBERED).isBefore(clock.instant()));
        return courses(tree, unit, period).compose(now -> courses(tree, unit, period.yearBefore())
                .map(before -> TrainingFigures.of(period, now, before)));
    }

    private Future<List<Course>> courses(UnitTree tree, Unit unit, Period period) {
        Set<String> paths = UnitFigures.paths(tree, unit, period.from(), period.to());
        List<Future<List<Session>>> reads = paths.stream()
                .map(path -> schedule.between(period.start(), period.end(), path.substring(path.indexOf(':') + 1)))
                .toList();
        return Future.all(reads).compose(done -> {
            Set<String> ids = new LinkedHashSet<>();
            for (Future<List<Session>> read : reads) {
                for (Session session : read.result()) {
                    if (session.kind() == ProgrammeKind.CLASS
                            && !session.rehearsal()
                            && ProgrammeFigures.counted(session.state())) ids.add(session.programme());
                }
            }
            if (ids.size() > MOST_CLASSES) {
                return Future.failedFuture(
                        Problem.refused("too_many_classes", "More than " + MOST_CLASSES + " classes: ask for less."));
            }
            return each(List.copyOf(ids), period, new ArrayList<>());
        });
    }

    private Future<List<Course>> each(List<String> left, Period period, List<Course> courses) {
        if (left.isEmpty()) return Future.succeededFuture(courses);
        List<Future<List<Course>>> some = left.stream()
                .limit(AT_ONCE)
                .map(id -> schedule.programme(id).compose(found -> found.filter(one -> begins(one, period))
                        .map(this::course)
                        .map(future -> future.map(List::of))
                        .orElse(Future.succeededFuture(List.of()))))
                .toList();
        return Future.all(some).compose(done -> {
            some.forEach(read -> courses.addAll(read.result()));
            return each(left.subList(some.size(), left.size()), period, courses);
        });
    }

    private static boolean begins(Programme programme, Period period) {
        Instant first = programme.startsAt();
        return first != null && !first.isBefore(period.start()) && first.isBefore(period.end());
    }

    private Future<Course> course(Programme programme) {
        Known before = known.get(programme.id());
        if (before != null && before.rev == programme.rev()) return Future.succeededFuture(before.course);
        Instant now = clock.instant();
        Instant last = programme.endsAt();
        boolean ended = programme.state() == State.ENDED || last != null && last.isBefore(now);
        return attendances.trainees(programme).map(trainees -> {
            Set<String> all = trainees.stream().map(Attendances.Trainee::person).collect(Collectors.toSet());
            Set<String> completed = new HashSet<>();
            for (Attendances.Trainee one : trainees) {
                if (ended && one.known() && !one.over()) completed.add(one.person());
            }
            Course course = new Course(programme.training(), ended, all, completed);
            known.put(programme.id(), new Known(course, now, programme.rev()));
            return course;
        });
    }
}
