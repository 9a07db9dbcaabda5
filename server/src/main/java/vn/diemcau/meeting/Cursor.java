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
 * @param loose whether the next line may begin anywhere, because the reading was taken back
 * @param check whether who is there must be compared
 * @param eventAt when the newest line was written, by our clock
 * @param lagMillis from that line's being written to its being durable here
 * @param offsetMillis the other clock minus ours
 * @param failure why the last attempt failed, or null
 * @param alarms the newest last
 */
record Cursor(
        String server,
        long rev,
        @Nullable String journal,
        String boot,
        long seq,
        boolean loose,
        boolean check,
        @Nullable Instant pulledAt,
        @Nullable Instant eventAt,
        long lagMillis,
        long offsetMillis,
        boolean durable,
        @Nullable String fault,
        @Nullable String failure,
        long lines,
        int alarmCount,
        List<Alarm> alarms) {
    private static final int ALARMS_KEPT = 50;

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
        DIFFERENT;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Cursor fresh(String server) {
        return new Cursor(server, 0, null, "", 0, true, true, null, null, 0, 0, true, null, null, 0, 0, List.of());
    }

    Cursor alarmed(What what, Instant at, long from, long to) {
        List<Alarm> all = new ArrayList<>(alarms);
        all.add(new Alarm(what, at, from, to));
        if (all.size() > ALARMS_KEPT) all.remove(0);
        return new Cursor(
                server,
                rev,
                journal,
                boot,
                seq,
                loose,
                true,
                pulledAt,
                eventAt,
                lagMillis,
                offsetMillis,
                durable,
                fault,
                failure,
                lines,
                alarmCount + 1,
                all);
    }

    Cursor at(@Nullable String newJournal, String newBoot, long newSeq, boolean nowLoose, boolean nowCheck) {
        return new Cursor(
                server,
                rev,
                newJournal,
                newBoot,
                newSeq,
                nowLoose,
                nowCheck,
                pulledAt,
                eventAt,
                lagMillis,
                offsetMillis,
                durable,
                fault,
                failure,
                lines,
                alarmCount,
                alarms);
    }

    Cursor pulled(PresencePage page, Instant at, @Nullable Instant event, long offset) {
        return new Cursor(
                server,
                rev,
                journal,
                boot,
                seq,
                loose,
                check,
                at,
                event == null ? eventAt : event,
                event == null ? lagMillis : Math.max(0, at.toEpochMilli() - event.toEpochMilli()),
                offset,
                page.durable(),
                page.fault(),
                null,
                lines + page.events().size(),
                alarmCount,
                alarms);
    }

    Cursor failed(String why) {
        return new Cursor(
                server,
                rev,
                journal,
                boot,
                seq,
                loose,
                check,
                pulledAt,
                eventAt,
                lagMillis,
                offsetMillis,
                durable,
                fault,
                why,
                lines,
                alarmCount,
                alarms);
    }
}
