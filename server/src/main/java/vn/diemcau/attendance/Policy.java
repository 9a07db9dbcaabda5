package vn.diemcau.attendance;

import vn.diemcau.schedule.ProgrammeKind;

/**
 * How evidence is judged: a versioned value, stamped on what it judged.
 *
 * @param id of the programme it was made for, or of the kind of programme it is usual for
 * @param lateMinutes somebody who comes more than this after the start is late
 * @param earlyMinutes somebody who leaves more than this before the end left early
 * @param remotePercent individual remote presence counts from this share of the session on
 * @param rollCall whether being ticked means having been there from the start: a roll called in a meeting, not at a door
 * @param otherSiteAccepted whether a badge good for this session counts at another site
 * @param absentPercent whoever misses strictly more than this share of a programme may not sit its exam; 100: nothing follows
 * @param excusedCounts whether absences with leave count towards that share too
 * @param appealDays how long after a closing the person may object to the record
 * @param remindMinutes how long after the start a site that said nothing is reminded; 0: never
 * @param ruleHours how long after the end a site that said nothing is closed by rule; 0: never
 */
public record Policy(
        String id,
        int version,
        int lateMinutes,
        int earlyMinutes,
        int remotePercent,
        boolean rollCall,
        boolean otherSiteAccepted,
        int absentPercent,
        boolean excusedCounts,
        int appealDays,
        int remindMinutes,
        int ruleHours) {
    public static final Policy DEFAULT = new Policy("default", 1, 15, 15, 70, false, true, 100, true, 10, 15, 72);
    /** A cell calls its roll once, somewhere in the meeting. */
    public static final Policy CELL = new Policy("cell", 1, 15, 15, 70, true, true, 100, true, 10, 15, 72);
    /** A class whose trainees lose the right to the exam. */
    public static final Policy CLASS = new Policy("class", 1, 15, 15, 70, false, true, 20, true, 10, 15, 72);

    /** The policy a programme of this kind has unless another was approved for it. */
    public static Policy usual(ProgrammeKind kind) {
        return switch (kind) {
            case CELL_MEETING -> CELL;
            case CLASS -> CLASS;
            case CONFERENCE, SEMINAR, RESOLUTION_STUDY, ASSESSMENT, CONTEST -> DEFAULT;
        };
    }

    /** Whether anything follows from being absent often. */
    boolean limitsAbsence() {
        return absentPercent < 100;
    }

    Policy numbered(int other) {
        return new Policy(
                id,
                other,
                lateMinutes,
                earlyMinutes,
                remotePercent,
                rollCall,
                otherSiteAccepted,
                absentPercent,
                excusedCounts,
                appealDays,
                remindMinutes,
                ruleHours);
    }
}
