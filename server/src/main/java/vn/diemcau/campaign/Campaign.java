package vn.diemcau.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A đợt sinh hoạt chính trị: many programmes of many units for one purpose, with a target for each unit.
 *
 * @param unit who leads it; everything below takes part
 * @param unitPath that unit's path when it was made: rights are judged by it
 * @param target how many of a hundred members are to have taken part, or for self-reviews to have been reviewed
 * @param remindOn the day on which units that lag are reminded by themselves, or null
 * @param remindedOn the day on which that was done, or null
 * @param quota for VISITS, how many cells each person is to visit
 * @param persons for VISITS, whose visits count
 */
record Campaign(
        String id,
        Kind kind,
        String title,
        String unit,
        String unitPath,
        LocalDate from,
        LocalDate to,
        int target,
        @Nullable LocalDate remindOn,
        @Nullable LocalDate remindedOn,
        int quota,
        List<String> persons,
        String note,
        long rev) {
    /** What a campaign is for. */
    enum Kind {
        RESOLUTION_STUDY,
        /** Units and persons review themselves: units that held a meeting of their own, persons and turns are counted apart. */
        SELF_REVIEW,
        /** Committee members attend meetings of cells that are not their own; counted towards their own quota, in no cell's rate. */
        VISITS,
        OTHER
    }

    Campaign reminded(LocalDate on) {
        return new Campaign(id, kind, title, unit, unitPath, from, to, target, remindOn, on, quota, persons, note, rev);
    }

    Campaign raised() {
        return new Campaign(
                id, kind, title, unit, unitPath, from, to, target, remindOn, remindedOn, quota, persons, note, rev + 1);
    }
}
