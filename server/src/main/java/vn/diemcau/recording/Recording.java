package vn.diemcau.recording;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.diemcau.files.StoredFile;

/**
 * A recording of a session, from the day it is expected to the day it is removed.
 *
 * @param key the sender's id of what arrived; null while nothing has
 * @param session null when the room it was made in belongs to no session
 * @param unitPath of the unit that holds the session; rights are judged by it; {@code /} when there is no session
 * @param dueAt when it should have arrived
 * @param seconds how long it plays; 0 while unknown
 * @param removeAfter when it is to be removed, or null while it is not there
 * @param warnedAt when the removal was announced
 * @param rule what watching it is worth
 */
record Recording(
        String id,
        @Nullable String key,
        @Nullable String session,
        @Nullable String programme,
        String unitPath,
        String title,
        State state,
        Instant startedAt,
        Instant dueAt,
        int seconds,
        @Nullable String name,
        @Nullable StoredFile file,
        @Nullable StoredFile poster,
        @Nullable String failure,
        @Nullable Instant removeAfter,
        @Nullable Instant warnedAt,
        Rule rule,
        boolean captions,
        boolean chapters) {
    static final Duration WARNING = Duration.ofDays(14);
    /** However late the warning was given, there is this long to act on it. */
    static final Duration NOTICE = Duration.ofDays(7);

    enum State {
        EXPECTED,
        ARRIVING,
        READY,
        FAILED,
        REMOVED
    }

    /**
     * When watching makes up for absence.
     *
     * @param percent of the recording's distinct seconds
     * @param approval whether somebody who runs the session must agree
     */
    record Rule(int percent, boolean approval) {
        static final Rule USUAL = new Rule(80, true);
    }

    /** Should be here and is not. */
    boolean overdue(Instant now) {
        return switch (state) {
            case EXPECTED, ARRIVING -> now.isAfter(dueAt);
            case FAILED -> true;
            case READY, REMOVED -> false;
        };
    }

    boolean toBeWarnedOf(Instant now) {
        return state == State.READY
                && warnedAt == null
                && removeAfter != null
                && now.isAfter(removeAfter.minus(WARNING));
    }

    boolean toBeRemoved(Instant now) {
        return state == State.READY
                && removeAfter != null
                && now.isAfter(removeAfter)
                && warnedAt != null
                && now.isAfter(warnedAt.plus(NOTICE));
    }
}
