package vn.diemcau.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person has seen of one recording. Only distinct seconds count, and no more of them than could be seen in the time that
 * passed: reports may be lost, late or repeated without harm or gain.
 *
 * @param at when the last report was taken
 * @param allowance how many new seconds may still be claimed for time that has passed
 * @param position where to go on
 * @param session that it counts for, once it does
 * @param unsettled why it counted and does not any more, or null
 */
record Watched(
        String recording,
        String person,
        long rev,
        Seconds seen,
        @Nullable Instant at,
        double allowance,
        int position,
        MadeUp madeUp,
        @Nullable Instant reachedAt,
        @Nullable String session,
        @Nullable Unsettled unsettled) {
    /** Faster than this nobody follows; the player offers no more. */
    static final double FASTEST = 2.0;

    private static final double FIRST = 25;
    private static final double MOST = 1800;

    /** What came of it. */
    enum MadeUp {
        NOT_YET,
        /** Enough was seen; somebody has to agree. */
        PROPOSED,
        COUNTED,
        REFUSED
    }

    /** Why attendance could not be told of what had been agreed to. */
    enum Unsettled {
        /** The recording belongs to no session. */
        NO_SESSION,
        /** It was given to another session in between. */
        MOVED,
        /** Its session was deleted. */
        SESSION_GONE
    }

    /** What a page says was played since its last report that was answered. */
    record Report(String stream, List<Seconds.Span> spans, int position, boolean takeOver) {}

    static Watched nothing(String recording, String person) {
        return new Watched(recording, person, 0, Seconds.NONE, null, FIRST, 0, MadeUp.NOT_YET, null, null, null);
    }

    /**
     * After the report; the same report again changes no figure.
     *
     * @param since the person's last report, of whatever recording: what passed before it is accounted for; null for the first
     */
    Watched after(Report report, int duration, @Nullable Instant since, Instant now) {
        double passed =
                since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
        double left = Math.min(MOST, allowance + passed * FASTEST);
        Seconds union = seen;
        for (Seconds.Span span : report.spans()) {
            int from = Math.max(0, span.from());
            int until = Math.min(duration, span.until());
            if (from >= until) continue;
            Seconds more = union.with(from, until, (int) left);
            left -= more.count() - union.count();
            union = more;
        }
        return new Watched(
                recording, person, rev, union, now, left, report.position(), madeUp, reachedAt, session, unsettled);
    }

    /**
     * Judged by the rule of the recording: once enough was seen, it stays so.
     *
     * @param required the session in which the person is required, or null
     */
    Watched judged(Recording.Rule rule, int duration, @Nullable String required, Instant now) {
        if (madeUp != MadeUp.NOT_YET || required == null || !enough(rule, duration)) return this;
        return become(rule.approval() ? MadeUp.PROPOSED : MadeUp.COUNTED, required, now);
    }

    /** Whether somebody may decide on it: also where the rule became easier, or the session another one, since it was last reported. */
    boolean decidable(Recording.Rule rule, int duration) {
        return madeUp != MadeUp.NOT_YET || enough(rule, duration);
    }

    boolean enough(Recording.Rule rule, int duration) {
        return duration > 0 && seen.count() * 100L >= (long) duration * rule.percent();
    }

    Watched become(MadeUp next, String required, Instant now) {
        return new Watched(
                recording,
                person,
                rev,
                seen,
                at,
                allowance,
                position,
                next,
                reachedAt == null ? now : reachedAt,
                next == MadeUp.COUNTED ? required : null,
                null);
    }

    /** The share that was seen, of a session of this length, in minutes. */
    int minutesOf(Duration session, int duration) {
        return duration == 0 ? 0 : (int) Math.ceil(seen.count() * (session.toSeconds() / 60.0) / duration);
    }
}
