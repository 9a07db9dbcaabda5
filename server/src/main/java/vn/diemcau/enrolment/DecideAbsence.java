package vn.diemcau.enrolment;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diemcau.people.Person;
import vn.diemcau.problem.Problem;
import vn.diemcau.schedule.Schedule;
import vn.diemcau.schedule.Session;

/** Use case: what happens to an absence request after it was filed. The decision is durable first, then listeners hear of it. */
final class DecideAbsence {
    private static final int TRIES = 10;

    private final Schedule schedule;
    private final AbsenceStore absences;
    private final InstantSource clock;
    private final List<Enrolments.Decided> listeners = new ArrayList<>();

    DecideAbsence(Schedule schedule, AbsenceStore absences, InstantSource clock) {
        this.schedule = schedule;
        this.absences = absences;
        this.clock = clock;
    }

    void add(Enrolments.Decided listener) {
        listeners.add(listener);
    }

    /**
     * Fails with absence_missing, or with absence_withdrawn when the person took it back.
     *
     * @param substitute whom the unit sends instead, when it names somebody
     */
    Future<Absence> decide(String id, boolean approve, @Nullable String note, Optional<Person> substitute, String by) {
        return schedule(id).compose(session -> {
            int sequence = session.map(Session::sequence).orElse(0);
            return change(id, absence -> reopened(absence, approve, substitute), by)
                    .compose(ready ->
                            change(id, absence -> decided(absence, approve, note, substitute, by, sequence), by));
        });
    }

    /** What stands approved with somebody else in mind is taken back first, so that listeners hear both. */
    private static Absence reopened(Absence absence, boolean approve, Optional<Person> substitute) {
        boolean another = substitute.isPresent() && !substitute.get().id().equals(absence.substitute());
        return approve && another && absence.state() == Absence.State.APPROVED
                ? absence.questioned(absence.startsAt())
                : absence;
    }

    private Absence decided(
            Absence absence,
            boolean approve,
            @Nullable String note,
            Optional<Person> substitute,
            String by,
            int sequence) {
        if (!absence.state().decidable()) {
            throw Problem.conflict("absence_withdrawn", "The person took the request back.");
        }
        if (approve && absence.state() == Absence.State.APPROVED) return absence;
        Absence named = substitute
                .map(person -> absence.substitutedBy(person.id(), person.name()))
                .orElse(absence);
        return named.decided(approve, by, clock.instant(), note, sequence);
    }

    /** Taking back what is already taken back changes nothing; fails with absence_refused when it was refused. */
    Future<Absence> withdraw(String id, String by) {
        return change(
                id,
                absence -> {
                    if (absence.state() == Absence.State.WITHDRAWN) return absence;
                    if (!absence.state().withdrawable()) {
                        throw Problem.conflict("absence_refused", "The request was refused already.");
                    }
                    return absence.withdrawn(by, clock.instant());
                },
                by);
    }

    /** The session changed: approvals given for its earlier times wait to be confirmed again. */
    Future<Void> questionAll(Session session) {
        return absences.ofSession(session.id()).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (Absence absence : found) {
                boolean heard = absence.sequence() >= session.sequence()
                        || absence.startsAt().equals(session.startsAt());
                if (absence.state() != Absence.State.APPROVED || heard) continue;
                chain = chain.compose(done -> change(
                                absence.id(),
                                now -> now.state() == Absence.State.APPROVED && now.sequence() < session.sequence()
                                        ? now.questioned(session.startsAt())
                                        : now,
                                "system")
                        .mapEmpty());
            }
            return chain;
        });
    }

    /** Tells what a crash left untold. */
    Future<Void> heal(int limit) {
        return absences.untold(limit).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (AbsenceStore.Kept kept : found) chain = chain.compose(done -> tell(kept));
            return chain;
        });
    }

    /** Tells what waits of a person who is forgotten, so that nobody asks for its words later; what cannot be told stays untold. */
    Future<Void> tellOf(String person) {
        return absences.untold(person).compose(found -> {
            Future<Void> chain = Future.succeededFuture();
            for (AbsenceStore.Kept kept : found)
                chain = chain.compose(done -> tell(kept).otherwiseEmpty());
            return chain;
        });
    }

    private Future<Optional<Session>> schedule(String id) {
        return absences.find(id)
                .compose(kept -> kept.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : schedule.session(kept.get().absence().session()));
    }

    private Future<Absence> change(String id, Function<Absence, Absence> step, String by) {
        return change(id, step, by, TRIES);
    }

    private Future<Absence> change(String id, Function<Absence, Absence> step, String by, int tries) {
        return absences.find(id)
                .map(found -> found.orElseThrow(
                        () -> Problem.missing("absence_missing", "There is no absence request with this id.")))
                .compose(kept -> tell(kept).map(kept))
                .compose(kept -> {
                    Absence absence = kept.absence();
                    Absence next = step.apply(absence);
                    if (next.equals(absence)) return Future.succeededFuture(absence);
                    Enrolments.Decision decision =
                            absence.announces(next, by, clock.instant()).orElse(null);
                    return absences.replace(next, decision).compose(done -> {
                        if (done)
                            return tell(new AbsenceStore.Kept(next, decision)).map(next);
                        if (tries > 0) return change(id, step, by, tries - 1);
                        return Future.failedFuture(
                                Problem.conflict("absence_changed", "Somebody else decided at the same moment."));
                    });
                });
    }

    private Future<Void> tell(AbsenceStore.Kept kept) {
        Enrolments.Decision decision = kept.untold();
        if (decision == null) return Future.succeededFuture();
        Future<Void> chain = Future.succeededFuture();
        for (Enrolments.Decided listener : listeners) chain = chain.compose(done -> listener.decided(decision));
        return chain.compose(done -> absences.told(kept.absence().id(), decision.id()));
    }
}
