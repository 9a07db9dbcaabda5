package vn.diemcau.people;

/** Why a row is not taken in. */
enum Refusal {
    NAME_MISSING,
    CARD_MISSING,
    CARD_UNREADABLE,
    CARD_UNKNOWN,
    /** The same card stands in an earlier row with another person. */
    CARD_REPEATED,
    BIRTH_UNREADABLE,
    DATE_UNREADABLE,
    PERIOD_BACKWARDS,
    STATUS_UNKNOWN,
    /** The status says the person left or died; that is entered in the directory, with a date. */
    HAS_LEFT,
    UNIT_MISSING,
    UNIT_UNKNOWN,
    OUTSIDE_YOUR_UNIT,
    BELONGS_ELSEWHERE,
    OVERLAPS,
    LATER_RECORDS,
    CODE_MISSING,
    TREE_UNKNOWN,
    LEVEL_UNREADABLE,
    PARENT_UNKNOWN,
    BELOW_ITSELF,
    KIND_UNKNOWN,
    POST_MISSING,
    /** Somebody decided to leave it out. */
    LEFT_OUT,
    /** Not decided when the import was confirmed. */
    UNDECIDED
}
