package vn.diemcau.attendance;

import vn.diemcau.schedule.ProgrammeKind;

/**
 * How evidence is judged: a versioned value, stamped on what it judged.
 *
 * @param lateMinutes somebody who comes more than this after the start is late
 * @param earlyMinutes somebody who leaves more than this before the end left early
 * @param remotePercent individual remote presence counts from this share of the session on
 * @param rollCall whether being ticked means having been there from the start: a roll called in a meeting, not at a door
 * @param otherSiteAccepted whether a badge good for this session counts at another site
 */
public record Policy(
        String id,
        int version,
        int lateMinutes,
        int earlyMinutes,
        int remotePercent,
        boolean rollCall,
        boolean otherSiteAccepted) {
    public static final Policy DEFAULT = new Policy("default", 1, 15, 15, 70, false, true);
    /** A cell calls its roll once, somewhere in the meeting. */
    public static final Policy CELL = new Policy("cell", 1, 15, 15, 70, true, true);

    /** The policy a programme of this kind has unless it names another. */
    public static Policy usual(ProgrammeKind kind) {
        return switch (kind) {
            case CELL_MEETING -> CELL;
            case CLASS, CONFERENCE, SEMINAR, RESOLUTION_STUDY, ASSESSMENT, CONTEST -> DEFAULT;
        };
    }
}
