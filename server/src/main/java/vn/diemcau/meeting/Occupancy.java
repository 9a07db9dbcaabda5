package vn.diemcau.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's being in a meeting room from one coming in to its going out.
 *
 * @param id unique over all meeting servers
 * @param session null when the room is of no session here
 * @param user who, as the token said, or null
 * @param seq the newest line of the journal that it follows from
 * @param lostAt since when the connection is lost though nobody has left yet
 */
record Occupancy(
        String id,
        String server,
        String journal,
        String boot,
        @Nullable String session,
        String room,
        @Nullable String breakout,
        @Nullable String user,
        @Nullable String name,
        Instant joinedAt,
        int joinedBound,
        State state,
        @Nullable Instant lostAt,
        @Nullable Instant leftAt,
        int leftBound,
        long seq) {
    /** How it stands. */
    enum State {
        IN,
        LOST,
        OUT
    }

    private static final String SITE = "site-";

    /** A site's screen comes as the site. */
    static String user(String site) {
        return SITE + site;
    }

    @Nullable
    String site() {
        return user != null && user.startsWith(SITE) ? user.substring(SITE.length()) : null;
    }

    @Nullable
    String person() {
        return user == null || user.startsWith(SITE) || user.startsWith("office-") ? null : user;
    }

    Occupancy left(Instant at, int boundSeconds, long newest) {
        return new Occupancy(
                id,
                server,
                journal,
                boot,
                session,
                room,
                breakout,
                user,
                name,
                joinedAt,
                joinedBound,
                State.OUT,
                null,
                at.isBefore(joinedAt) ? joinedAt : at,
                boundSeconds,
                newest);
    }

    Occupancy standing(State newState, @Nullable Instant lost, long newest) {
        return new Occupancy(
                id,
                server,
                journal,
                boot,
                session,
                room,
                breakout,
                user,
                name,
                joinedAt,
                joinedBound,
                newState,
                lost,
                leftAt,
                leftBound,
                newest);
    }

    private boolean tells() {
        return session != null && (person() != null || site() != null);
    }

    /** What whoever listens is told of its beginning; null when it is nobody's. */
    @Nullable
    Connection began() {
        return tells() ? connection(true, joinedAt, joinedBound) : null;
    }

    /** What is told of its end; null while it lasts. */
    @Nullable
    Connection ended() {
        Instant at = leftAt;
        return tells() && at != null ? connection(false, at, leftBound) : null;
    }

    private Connection connection(boolean up, Instant at, int boundSeconds) {
        String ofSession = session == null ? "" : session;
        return new Connection(
                id + (up ? "-in" : "-out"),
                ofSession,
                person(),
                site(),
                id,
                up,
                at,
                boundSeconds,
                server,
                journal.equals(ObserveMeetings.JOURNAL));
    }
}
