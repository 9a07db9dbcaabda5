package vn.diemcau.schedule;

import java.time.Duration;
import java.time.Instant;
import vn.diemcau.problem.Problem;

/** What may become of a session, and when the calendars of people must hear of it. */
final class Transition {
    private Transition() {}

    /** The session in that state; itself if it is there already. Fails with REFUSED state_not_allowed, not_started. */
    static Session to(Session session, State state, Instant now) {
        if (session.state() == state) return session;
        if (!session.state().mayBecome(state)) {
            throw Problem.refused(
                    "state_not_allowed", "A session that is " + session.state() + " cannot become " + state + ".");
        }
        if (state == State.ENDED && now.isBefore(session.startsAt())) {
            throw Problem.refused("not_started", "A session cannot end before it starts.");
        }
        boolean told = session.state() != State.DRAFT && state != State.ENDED;
        return session.withState(state, told ? session.sequence() + 1 : session.sequence());
    }

    /**
     * The session at other times; a postponed one is thereby issued again. One that has started only gets a later end. Fails with REFUSED state_not_allowed, already_started
     * and with INVALID ends_before_start, too_long.
     */
    static Session moved(Session session, Instant startsAt, Instant endsAt, Instant now) {
        checkSpan(startsAt, endsAt);
        boolean same = session.startsAt().equals(startsAt) && session.endsAt().equals(endsAt);
        return switch (session.state()) {
            case DRAFT -> same ? session : session.withTimes(startsAt, endsAt);
            case ISSUED -> {
                if (same) yield session;
                boolean longer = session.startsAt().equals(startsAt) && endsAt.isAfter(session.endsAt());
                if (!longer && !now.isBefore(session.startsAt())) {
                    throw Problem.refused(
                            "already_started",
                            "It has started: it can be made longer; its actual times belong to its attendance.");
                }
                yield session.withTimes(startsAt, endsAt).withState(State.ISSUED, session.sequence() + 1);
            }
            case POSTPONED -> session.withTimes(startsAt, endsAt).withState(State.ISSUED, session.sequence() + 1);
            case CANCELLED, ENDED ->
                throw Problem.refused(
                        "state_not_allowed", "A session that is " + session.state() + " keeps its times.");
        };
    }

    static void checkSpan(Instant startsAt, Instant endsAt) {
        if (!startsAt.isBefore(endsAt)) {
            throw Problem.invalid("endsAt", "ends_before_start", "A session ends after it starts.");
        }
        if (Duration.between(startsAt, endsAt).compareTo(SessionStore.LONGEST) > 0) {
            throw Problem.invalid("endsAt", "too_long", "A session lasts at most 24 hours.");
        }
    }
}
