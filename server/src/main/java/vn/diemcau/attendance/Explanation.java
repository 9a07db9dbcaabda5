package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;

/** Why an outcome is what it is: the record, the evidence in the order it was seen, and the times it was measured against. */
public record Explanation(Attendance attendance, List<Evidence> evidence, Instant start, Instant end) {}
