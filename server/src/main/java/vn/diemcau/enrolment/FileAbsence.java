package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.People;
import vn.diemcau.people.Person;
import vn.diemcau.people.Unit;
import vn.diemcau.people.UnitTree;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: ask to be absent from a session, ahead or late, perhaps naming who comes instead. */
final class FileAbsence {
    /** As it was asked; the same id twice is once. */
    record Request(
            String id,
            String session,
            String person,
            String reason,
            @Nullable String substitute,
            String by) {}

    private final Schedule schedule;
    private final People people;
    private final KeptEnrolments enrolments;
    private final AbsenceStore absences;
    private final InstantSource clock;

    FileAbsence(
            Schedule schedule, People people, KeptEnrolments enrolments, AbsenceStore absences, InstantSource clock) {
        this.schedule = schedule;
        this.people = people;
        this.enrolments = enrolments;
        this.absences = absences;
        this.clock = clock;
    }

    /** Fails with not_summoned when the person need not come, and with id_reused when the id stands for something else. */
    Future<Absence> handle(Request request) {
        return schedule.session(request.session())
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("session_missing", "There is no session with this id.")))
                .compose(session -> enrolments
                        .entry(session.id(), request.person())
                        .compose(entry -> substitute(request.person(), request.substitute())
                                .compose(substitute -> file(request, session, mustCome(entry), substitute))));
    }

    private Future<Absence> file(Request request, Session session, Required required, Optional<Person> substitute) {
        return office(required).compose(path -> {
            Absence absence = of(request, session, required, path, substitute, clock.instant(), Absence.State.OPEN);
            return absences.add(absence).compose(added -> added ? Future.succeededFuture(absence) : standing(request));
        });
    }

    /** The path of the unit whose office decides: the one the person is counted in, or whatever stands for it today. */
    Future<String> office(Required required) {
        return people.tree().map(tree -> office(required, tree, clock.instant()));
    }

    static String office(Required required, UnitTree tree, Instant now) {
        String stamp = required.paths().get(0);
        String path = stamp.substring(stamp.indexOf('/'));
        String unit = path.replaceAll("^.*/([^/]+)/$", "$1");
        LocalDate today = LocalDate.ofInstant(now, ResolveList.HERE);
        List<Unit> standing = tree.standing(unit, today);
        return standing.size() == 1 ? tree.path(standing.get(0).id(), today).orElse(path) : path;
    }

    private Future<Absence> standing(Request request) {
        return absences.find(request.id()).map(found -> found.map(AbsenceStore.Kept::absence)
                .filter(kept -> kept.session().equals(request.session())
                        && kept.person().equals(request.person())
                        && kept.reason().equals(request.reason()))
                .orElseThrow(() -> Problem.conflict("id_reused", "This id stands for another request.")));
    }

    private static Required mustCome(Optional<Required> entry) {
        return entry.filter(Required::counted)
                .orElseThrow(() -> Problem.refused("not_summoned", "This person need not come to the session."));
    }

    /** Whoever is named to come instead; fails with substitute_self or person_unknown. */
    Future<Optional<Person>> substitute(String person, @Nullable String substitute) {
        if (substitute == null) return Future.succeededFuture(Optional.empty());
        if (substitute.equals(person)) {
            return Future.failedFuture(
                    Problem.invalid("substitute", "substitute_self", "Nobody can stand in for themselves."));
        }
        return people.person(substitute)
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found)
                        : Future.failedFuture(Problem.invalid(
                                "substitute", "person_unknown", "The substitute is not in the directory.")));
    }

    static Absence of(
            Request request,
            Session session,
            Required required,
            String unitPath,
            Optional<Person> substitute,
            Instant now,
            Absence.State state) {
        return new Absence(
                request.id(),
                session.id(),
                session.programme(),
                required.person(),
                required.name(),
                required.unitName(),
                unitPath,
                session.startsAt(),
                request.reason(),
                now,
                state == Absence.State.OPEN && Absence.late(now, session.startsAt()),
                request.by(),
                state,
                null,
                null,
                null,
                substitute.map(Person::id).orElse(null),
                substitute.map(Person::name).orElse(null),
                0,
                session.sequence(),
                0);
    }
}
