package vn.diemcau.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to be absent from one session.
 *
 * @param id made by its sender
 * @param unitPath the path of the unit the person is counted in: whoever decides is judged by it
 * @param late whether it was filed after the time by which notice is due; never hidden
 * @param filedBy the account, or {@code system} for one proposed because a higher level summons at the same time
 * @param substitute the id of the person proposed to come instead, or null
 * @param round raised each time an approval is taken back, so that what follows from each approval has an id of its own
 * @param sequence of the session when it was decided: another one asks for confirmation
 */
record Absence(
        String id,
        String session,
        String programme,
        String person,
        String personName,
        String unitName,
        String unitPath,
        Instant startsAt,
        String reason,
        Instant filedAt,
        boolean late,
        String filedBy,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable String substitute,
        @Nullable String substituteName,
        int round,
        int sequence,
        long rev) {
    /** Notice is due this long before the session begins. */
    static final Duration NOTICE = Duration.ofHours(24);

    /** Where a request stands. */
    enum State {
        /** Proposed by the system: a higher level summons at the same time. */
        PROPOSED,
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        /** Was approved, but the session changed: the person or the unit says whether it still holds. */
        TO_CONFIRM;

        /** Whether the unit can decide about it now; a decision may be changed. */
        boolean decidable() {
            return switch (this) {
                case PROPOSED, OPEN, APPROVED, REFUSED, TO_CONFIRM -> true;
                case WITHDRAWN -> false;
            };
        }

        /** Whether the person can take it back. */
        boolean withdrawable() {
            return switch (this) {
                case PROPOSED, OPEN, APPROVED, TO_CONFIRM -> true;
                case REFUSED, WITHDRAWN -> false;
            };
        }

        boolean waits() {
            return switch (this) {
                case PROPOSED, OPEN, TO_CONFIRM -> true;
                case APPROVED, REFUSED, WITHDRAWN -> false;
            };
        }
    }

    static boolean late(Instant filedAt, Instant startsAt) {
        return filedAt.isAfter(startsAt.minus(NOTICE));
    }

    /** The same with the person whom the unit sends instead. */
    Absence substitutedBy(String aSubstitute, String aName) {
        return new Absence(
                id,
                session,
                programme,
                person,
                personName,
                unitName,
                unitPath,
                startsAt,
                reason,
                filedAt,
                late,
                filedBy,
                state,
                decidedBy,
                decidedAt,
                note,
                aSubstitute,
                aName,
                round,
                sequence,
                rev);
    }

    Absence decided(boolean approve, String by, Instant at, @Nullable String aNote, int aSequence) {
        return with(
                approve ? State.APPROVED : State.REFUSED, by, at, aNote, takesBack() ? round + 1 : round, aSequence);
    }

    Absence withdrawn(String by, Instant at) {
        return with(State.WITHDRAWN, by, at, note, takesBack() ? round + 1 : round, sequence);
    }

    /** The session changed: what was approved must be confirmed again. */
    Absence questioned(Instant newStart) {
        return new Absence(
                id,
                session,
                programme,
                person,
                personName,
                unitName,
                unitPath,
                newStart,
                reason,
                filedAt,
                late,
                filedBy,
                State.TO_CONFIRM,
                decidedBy,
                decidedAt,
                note,
                substitute,
                substituteName,
                takesBack() ? round + 1 : round,
                sequence,
                rev);
    }

    private boolean takesBack() {
        return state == State.APPROVED;
    }

    private Absence with(State next, String by, Instant at, @Nullable String aNote, int aRound, int aSequence) {
        return new Absence(
                id,
                session,
                programme,
                person,
                personName,
                unitName,
                unitPath,
                startsAt,
                reason,
                filedAt,
                late,
                filedBy,
                next,
                by,
                at,
                aNote,
                substitute,
                substituteName,
                aRound,
                aSequence,
                rev);
    }

    /** What listeners must hear when this becomes the other: an approval, an approval taken back, or nothing. */
    Optional<Enrolments.Decision> announces(Absence next, String by, Instant at) {
        if (state == State.APPROVED) return Optional.of(decision(round, true, by, at));
        if (next.state == State.APPROVED) return Optional.of(next.decision(next.round, false, by, at));
        return Optional.empty();
    }

    private Enrolments.Decision decision(int ofRound, boolean takenBack, String by, Instant at) {
        String name = ofRound == 0 ? id : id + "~" + ofRound;
        return new Enrolments.Decision(name, session, person, reason, substitute, takenBack, by, at);
    }
}
