package vn.diemcau.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person has seen of one recording. Only distinct seconds count, and no more of them than could be seen in the time that
 * passed: reports may be lost, late or repeated without harm or gain.
 *
 * @param stream the page that plays; another one must take over
 * @param at when the last report was taken
 * @param allowance how many new seconds may still be claimed for time that has passed
 * @param position where to go on
 */
record Watched(
        String recording,
        String person,
        long rev,
        Seconds seen,
        @Nullable String stream,
        @Nullable Instant at,
        double allowance,
        int position,
        MadeUp madeUp,
        @Nullable Instant reachedAt) {
    /** Faster than this nobody follows; the player offers no more. */
    static final double FASTEST = 2.0;

    private static final double FIRST = 25;
    private static final double MOST = 1800;
    private static final Duration SILENT = Duration.ofSeconds(25);

    /** What came of it. */
    enum MadeUp {
        NOT_YET,
        /** Enough was seen; somebody has to agree. */
        PROPOSED,
        COUNTED,
        REFUSED
    }

    /** What a page says was played since its last report that was answered. */
    record Report(String stream, List<Seconds.Span> spans, int position, boolean takeOver) {}

    static Watched nothing(String recording, String person) {
        return new Watched(recording, person, 0, Seconds.NONE, null, null, FIRST, 0, MadeUp.NOT_YET, null);
    }

    /** Whether the page may not go on because another one plays. */
    boolean playsElsewhere(Report report, Instant now) {
        return stream != null
                && !stream.equals(report.stream())
                && !report.takeOver()
                && at != null
                && now.isBefore(at.plus(SILENT));
    }

    /** After the report; the same report again changes no figure. */
    Watched after(Report report, int duration, Instant now) {
        double passed = at == null ? 0 : Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
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
                recording, person, rev, union, report.stream(), now, left, report.position(), madeUp, reachedAt);
    }

    /** Judged by the rule of the recording: once enough was seen, it stays so. */
    Watched judged(Recording.Rule rule, int duration, boolean counts, Instant now) {
        if (madeUp != MadeUp.NOT_YET || !counts || !enough(rule, duration)) return this;
        return become(rule.approval() ? MadeUp.PROPOSED : MadeUp.COUNTED, now);
    }

    boolean enough(Recording.Rule rule, int duration) {
        return duration > 0 && seen.count() * 100L >= (long) duration * rule.percent();
    }

    Watched become(MadeUp next, Instant now) {
        return new Watched(
                recording,
                person,
                rev,
                seen,
                stream,
                at,
                allowance,
                position,
                next,
                reachedAt == null ? now : reachedAt);
    }

    /** The share that was seen, of a session of this length, in minutes. */
    int minutesOf(Duration session, int duration) {
        return duration == 0 ? 0 : (int) Math.ceil(seen.count() * (session.toSeconds() / 60.0) / duration);
    }
}
