package vn.diemcau.attendance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen, by whom and when; appended once and never changed.
 *
 * @param id made by the sender; within the session the same id is the same evidence
 * @param subject a person's id, {@code walk:ID} for a walk-in not yet known, or {@code site:ID}
 * @param source fixed by the route and the caller's rights, never by the body
 * @param by the account, device or person that says so
 * @param seenAt corrected by the clock offset measured at sync
 * @param boundSeconds how far seenAt may be off, 0 when sure
 * @param site where it was seen, or null for remote presence
 */
public record Evidence(
        String id,
        String session,
        String subject,
        Kind kind,
        Source source,
        @Nullable Method method,
        @Nullable String site,
        String by,
        @Nullable String device,
        Instant seenAt,
        Instant receivedAt,
        int boundSeconds,
        Detail detail) {
    /** What was seen. */
    public enum Kind {
        IN,
        OUT,
        UNDO,
        WALK_IN,
        MERGE,
        COUNT,
        REPORT,
        /** The roll of the site was closed. */
        CLOSE,
        LINK_UP,
        LINK_DOWN,
        /** A connection opened and, under the same device, closed. */
        CONNECTED,
        DISCONNECTED,
        /** The session's own page was open: proves the minute that follows. */
        BEAT,
        WATCHED,
        EXCUSE,
        SUBSTITUTE,
        CORRECTION;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it comes from. */
    public enum Source {
        STEWARD,
        OFFICE,
        SELF,
        MEETING,
        /** Somebody who looked into the room of a meeting server that is not ours: weaker than its own word. */
        OBSERVER,
        PAGE,
        RECORDING,
        ENROLMENT,
        /** A file of another system, taken in by the office. */
        SHEET,
        /** Nobody: what the policy says of sites that say nothing. */
        RULE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it was taken at the site. */
    public enum Method {
        BADGE,
        TICK,
        SEARCH,
        PAPER,
        ROOM_CODE,
        /** Entered by the office after a phone call (nhập hộ). */
        PHONE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What only some kinds carry.
     *
     * @param undoes the id of the evidence an undo takes back
     * @param person merge: who the walk-in is; substitute: who comes instead
     * @param count of heads
     * @param from declared presence since then ("đã có mặt từ")
     * @param minutes corrected or watched
     * @param standing corrected
     * @param text reason, name of a walk-in with birth year and unit as written, or a note
     * @param clock what the source's clock said, where it was corrected
     */
    public record Detail(
            @Nullable String undoes,
            @Nullable String person,
            @Nullable Integer count,
            @Nullable Instant from,
            @Nullable Integer minutes,
            @Nullable Standing standing,
            @Nullable String text,
            @Nullable Instant clock) {
        public static final Detail NONE = new Detail(null, null, null, null, null, null, null, null);

        public static Detail undoing(String id) {
            return new Detail(id, null, null, null, null, null, null, null);
        }

        public static Detail naming(String person, @Nullable String text) {
            return new Detail(null, person, null, null, null, null, text, null);
        }

        public static Detail counting(int heads, @Nullable String text) {
            return new Detail(null, null, heads, null, null, null, text, null);
        }

        public static Detail saying(@Nullable String text) {
            return new Detail(null, null, null, null, null, null, text, null);
        }

        Detail since(@Nullable Instant declared) {
            return new Detail(undoes, person, count, declared, minutes, standing, text, clock);
        }

        Detail toMillis() {
            return from == null && clock == null
                    ? this
                    : new Detail(undoes, person, count, millis(from), minutes, standing, text, millis(clock));
        }

        private static @Nullable Instant millis(@Nullable Instant at) {
            return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
        }

        Detail corrected(Instant said) {
            return new Detail(undoes, person, count, from, minutes, standing, text, said);
        }
    }

    /** The subjects whose outcome this may change: a merge and a substitute tie two. */
    List<String> subjects() {
        boolean ties = kind == Kind.MERGE || kind == Kind.SUBSTITUTE || kind == Kind.UNDO;
        String other = detail.person();
        return ties && other != null && !other.equals(subject) ? List.of(subject, other) : List.of(subject);
    }

    boolean ofSite() {
        return subject.startsWith("site:");
    }

    boolean ofWalkIn() {
        return subject.startsWith("walk:");
    }
}
