package vn.diemcau.enrolment;

import java.util.List;

/**
 * People who are summoned together again and again, such as a committee.
 *
 * @param unitPath the path of the unit that keeps it: rights are judged by it
 */
public record Group(String id, String name, String unit, String unitPath, List<String> persons, long rev) {}
