package vn.diemcau.people;

/** What was put right in a row without asking; each is counted and shown before anything is written. */
enum Repair {
    CARD_ZEROS,
    CARD_DECIMAL,
    NAME_DECOMPOSED,
    NAME_LETTER,
    NAME_SPACES,
    NAME_CAPITALS,
    DATE_SERIAL,
    DATE_YEAR_ONLY,
    DATE_FORM,
    UNIT_SPELLED,
    PHONE_COUNTRY_CODE,
    PHONE_LEFT_OUT,
    DUPLICATE_ROW
}
