package vn.diemcau.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * One person's turns over a period, counted in one unit.
 *
 * @param latest the name and unit as the latest session stamped them
 */
record PersonFigures(Attendance latest, Figures figures) {
    /** Gathers records one at a time, in any order. */
    static final class Gathering {
        private final @Nullable ProgrammeKind kind;
        private final Map<String, PersonFigures> persons = new LinkedHashMap<>();
        private final Map<String, Figures> sessions = new LinkedHashMap<>();

        Gathering(@Nullable ProgrammeKind kind) {
            this.kind = kind;
        }

        synchronized void add(Attendance record) {
            if (kind != null && record.kind() != kind) return;
            Figures one = new Figures(1, record.counts());
            sessions.merge(
                    record.session(),
                    one,
                    (known, more) -> new Figures(1, known.counts().plus(more.counts())));
            persons.merge(
                    record.person(),
                    new PersonFigures(record, one),
                    (known, more) -> new PersonFigures(
                            record.startsAt().isAfter(known.latest.startsAt()) ? record : known.latest,
                            known.figures.plus(more.figures)));
        }

        /** Lowest rate first, then by name; those with nothing required last. */
        synchronized List<PersonFigures> persons() {
            List<PersonFigures> all = new ArrayList<>(persons.values());
            all.sort(Comparator.comparing((PersonFigures one) -> one.figures().rate(), Rate.WORST_FIRST)
                    .thenComparing(one -> one.latest().sortKey())
                    .thenComparing(one -> one.latest().person()));
            return all;
        }

        /** The unit's counts by session. */
        synchronized Map<String, Figures> sessions() {
            return new LinkedHashMap<>(sessions);
        }
    }
}
