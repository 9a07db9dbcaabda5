package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diemcau.enrolment.Required;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * One person at one session: what the list says, and what the evidence proves so far.
 *
 * @param person id, or {@code walk:…} for a walk-in nobody has recognised yet
 * @param entry what the list says; the name, unit and paths are stamped as they were then
 * @param site where the person was expected, or null
 * @param paths of the unit counted in, one a tree, such as {@code party:/T19/T19-05443/T19-05443-B001/}
 * @param startsAt of the session, as planned
 * @param outcome the current one
 * @param closed the outcome as it stood when the session was closed, or null; amendments after that change only the current one
 */
public record Attendance(
        String session,
        String person,
        long rev,
        Required.Standing entry,
        String name,
        String sortKey,
        @Nullable Integer birthYear,
        String unit,
        String unitName,
        List<String> paths,
        @Nullable String site,
        @Nullable String reason,
        ProgrammeKind kind,
        Instant startsAt,
        Outcome outcome,
        @Nullable Outcome closed) {
    Attendance with(Outcome other) {
        return new Attendance(
                session, person, rev, entry, name, sortKey, birthYear, unit, unitName, paths, site, reason, kind,
                startsAt, other, closed);
    }

    /** The same one revision later; why the outcome is as it is is not kept. */
    Attendance settled(Outcome other) {
        return new Attendance(
                session,
                person,
                rev + 1,
                entry,
                name,
                sortKey,
                birthYear,
                unit,
                unitName,
                paths,
                site,
                reason,
                kind,
                startsAt,
                other.kept(),
                closed);
    }

    public Counts counts() {
        return Counts.of(entry, outcome);
    }
}
