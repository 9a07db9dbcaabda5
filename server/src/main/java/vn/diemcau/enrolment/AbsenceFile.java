package vn.diemcau.enrolment;

import vn.diemcau.files.StoredFile;

/** A paper that a person put to an absence request: an order to travel, a doctor's note. */
record AbsenceFile(String absence, String session, String person, String name, StoredFile file) {}
