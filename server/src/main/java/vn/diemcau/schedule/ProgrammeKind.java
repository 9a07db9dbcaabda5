package vn.diemcau.schedule;

/** What is held: the menu's word is "Lớp, hội nghị". */
public enum ProgrammeKind {
    CLASS,
    CONFERENCE,
    SEMINAR,
    RESOLUTION_STUDY,
    CELL_MEETING,
    ASSESSMENT,
    CONTEST
}
