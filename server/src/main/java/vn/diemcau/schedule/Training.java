package vn.diemcau.schedule;

/** What kind of training a class is, by which turns of training are reported. */
public enum Training {
    POLITICAL_THEORY,
    POSTGRADUATE,
    /** By the standards of a civil service rank (ngạch). */
    RANK,
    /** By leading posts. */
    POST,
    JOB_POSITION,
    DEFENCE_SECURITY,
    /** Special subjects and new knowledge. */
    REFRESHER
}
