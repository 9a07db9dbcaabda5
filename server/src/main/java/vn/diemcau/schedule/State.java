package vn.diemcau.schedule;

/** Where a programme or session stands: nháp, đã ban hành, hoãn, hủy, đã kết thúc. */
public enum State {
    DRAFT,
    ISSUED,
    POSTPONED,
    CANCELLED,
    ENDED
}
