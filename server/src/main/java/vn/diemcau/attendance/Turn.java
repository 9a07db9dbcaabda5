package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import vn.diemcau.schedule.ProgrammeKind;

/**
 * What one person at one session adds to sums, and to whose.
 *
 * @param paths of the unit counted in, one a tree, as they were then
 * @param startsAt of the session
 */
public record Turn(String session, List<String> paths, ProgrammeKind kind, Instant startsAt, Counts counts) {}
