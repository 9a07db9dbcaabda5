package vn.diemcau.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a Prosody's journal was read, and how that goes.
 *
 * @param rev raised at each write
 * @param alarms the newest last
 */
record Cursor(String server, long rev, Place place, Health health, int alarmCount, List<Alarm> alarms) {
    private static final int ALARMS_KEPT = 50;

    /**
     * Where to go on reading.
     *
     * @param loose whether the next line may begin anywhere, because the reading was taken back
     * @param check whether who is there must be compared
     * @param doubt when the lines were written that are missing and were not made good by a comparison yet, or null
     */
    record Place(
            @Nullable String journal,
            String boot,
            long seq,
            boolean loose,
            boolean check,
            @Nullable Doubt doubt) {
        /** In a journal that somebody's looking stands for: nothing can be missing there. */
        static Place looked(String journal, String boot, long newest) {
            return new Place(journal, boot, newest, false, false, null);
        }

        Place checked() {
            return new Place(journal, boot, seq, loose, false, null);
        }

        Place unsure() {
            return new Place(journal, boot, seq, loose, true, doubt);
        }

        /** To be read on from a line whose forerunners are not there. */
        static Place after(@Nullable String journal, String boot, long seq, @Nullable Doubt doubt) {
            return new Place(journal, boot, Math.max(0, seq), true, true, doubt);
        }
    }

    /**
     * Lines are missing from then to then: a leave that no line tells of fell in between.
     *
     * @param until null when nothing was read after them yet
     */
    record Doubt(Instant since, @Nullable Instant until) {
        /** With lines missing here too. */
        static Doubt over(@Nullable Doubt before, Instant since, @Nullable Instant until) {
            return new Doubt(before == null || since.isBefore(before.since) ? since : before.since, until);
        }

        /** A line that was written after them. */
        Doubt before(Instant line) {
            return until == null && line.isAfter(since) ? new Doubt(since, line) : this;
        }
    }

    /**
     * How the reading does.
     *
     * @param eventAt when the newest line was written, by our clock
     * @param lagMillis from that line's being written to its being durable here
     * @param offsetMillis the other clock minus ours
     * @param durable whether the other side syncs what it serves
     * @param fault what the other side says is wrong with its disk, or null
     * @param failure why the last attempt failed, or null
     */
    record Health(
            @Nullable Instant pulledAt,
            @Nullable Instant eventAt,
            long lagMillis,
            long offsetMillis,
            boolean durable,
            @Nullable String fault,
            @Nullable String failure,
            long lines) {}

    /** What must not stay silent. */
    record Alarm(What what, Instant at, long from, long to) {}

    /** The kinds of alarm; the client has a sentence for each. */
    enum What {
        /** Lines are missing from … to. */
        GAP,
        /** The other side could not write so many lines. */
        NOT_WRITTEN,
        /** A journal without the one before. */
        NEW_JOURNAL,
        /** The journal ends before what was read already. */
        REWOUND,
        /** Lines were deleted before they were read. */
        FORGOTTEN,
        /** Somebody was there, or gone, without a line that says so. */
        DIFFERENT,
        /** So many comings or goings were told otherwise than the evidence that stands. */
        NOT_TAKEN;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Cursor fresh(String server) {
        return new Cursor(
                server,
                0,
                new Place(null, "", 0, true, true, null),
                new Health(null, null, 0, 0, true, null, null, 0),
                0,
                List.of());
    }

    Cursor alarmed(What what, Instant at, long from, long to) {
        List<Alarm> all = new ArrayList<>(alarms);
        all.add(new Alarm(what, at, from, to));
        if (all.size() > ALARMS_KEPT) all.remove(0);
        return new Cursor(server, rev, place.unsure(), health, alarmCount + 1, all);
    }

    /** From when on lines may be missing that were to come now. */
    Doubt doubtFromHere(Instant now) {
        return Doubt.over(place.doubt, health.eventAt == null ? now : health.eventAt, null);
    }

    Cursor at(Place next) {
        return new Cursor(server, rev, next, health, alarmCount, alarms);
    }

    Cursor pulled(PresencePage page, Instant at, @Nullable Instant event, long offset) {
        return doing(new Health(
                at,
                event == null ? health.eventAt : event,
                event == null ? health.lagMillis : Math.max(0, at.toEpochMilli() - event.toEpochMilli()),
                offset,
                page.durable(),
                page.fault(),
                null,
                health.lines + page.events().size()));
    }

    Cursor failed(String why) {
        return doing(new Health(
                health.pulledAt,
                health.eventAt,
                health.lagMillis,
                health.offsetMillis,
                health.durable,
                health.fault,
                why,
                health.lines));
    }

    Cursor doing(Health now) {
        return new Cursor(server, rev, place, now, alarmCount, alarms);
    }
}
