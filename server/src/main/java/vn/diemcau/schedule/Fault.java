package vn.diemcau.schedule;

/**
 * What is wrong or doubtful about one field of a row.
 *
 * @param code stable; the client has a sentence for each
 * @param blocking whether the row cannot be taken as it is
 */
record Fault(String field, String code, boolean blocking) {
    static Fault blocking(String field, String code) {
        return new Fault(field, code, true);
    }

    static Fault doubtful(String field, String code) {
        return new Fault(field, code, false);
    }
}
