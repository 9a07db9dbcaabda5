package vn.diemcau.schedule;

/** How people may take part in a programme or session. */
public enum Mode {
    IN_ROOM,
    HYBRID,
    REMOTE
}
