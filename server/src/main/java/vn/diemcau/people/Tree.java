package vn.diemcau.people;

/** The parallel trees a unit can stand in. */
public enum Tree {
    PARTY,
    STATE
}
