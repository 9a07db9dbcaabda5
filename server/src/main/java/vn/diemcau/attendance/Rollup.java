package vn.diemcau.attendance;

import java.time.YearMonth;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * The counts of everybody within a unit over the sessions of one kind that start in one month (in the province's time zone).
 *
 * @param path the unit's path as it was at the event, such as {@code party:/T19/T19-05443/}
 * @param held sessions that this unit or a unit below it held (cuộc)
 * @param counts turns (lượt) of the people counted in this unit or below it, at sessions of whichever holder
 * @param joint cell meetings of another unit at which this unit's members were required (sinh hoạt ghép), once for each cell of it
 */
public record Rollup(String path, YearMonth month, ProgrammeKind kind, int held, Counts counts, int joint) {
    public Rollup(String path, YearMonth month, ProgrammeKind kind, int held, Counts counts) {
        this(path, month, kind, held, counts, 0);
    }
}
