package vn.diemcau.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.enrolment.Required;

/** Everybody of a class against its sessions: one mark a place, gathered record by record in any order. */
final class Register {
    /** What the marks mean, as the foot of the register says it. */
    static final String LEGEND =
            "x: có mặt; M: đi muộn; S: về sớm; P: vắng có lý do; K: vắng không lý do; T: dự thay; B: học bù; ?: chưa xác định; m: miễn hoặc không thuộc diện phải dự; ô trống: không có trong danh sách buổi đó.";

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final List<Counts> bySession = new ArrayList<>();

    /** @param sessions in the order of the columns */
    Register(List<String> sessions) {
        for (String session : sessions) {
            places.put(session, places.size());
            bySession.add(Counts.NONE);
        }
    }

    /** One trainee: the marks by session, and what they come to. */
    static final class Line {
        final Attendance latest;
        final String[] marks;
        final Counts counts;

        private Line(Attendance latest, String[] marks, Counts counts) {
            this.latest = latest;
            this.marks = marks;
            this.counts = counts;
        }
    }

    synchronized void add(Attendance record) {
        Integer place = places.get(record.session());
        if (place == null) return;
        bySession.set(place, bySession.get(place).plus(record.counts()));
        Line known = lines.get(record.person());
        String[] marks = known == null ? new String[places.size()] : known.marks;
        marks[place] = mark(record.entry(), record.outcome());
        Line line;
        if (known == null) line = new Line(record, marks, record.counts());
        else {
            boolean later = record.startsAt().isAfter(known.latest.startsAt());
            line = new Line(later ? record : known.latest, marks, known.counts.plus(record.counts()));
        }
        lines.put(record.person(), line);
    }

    /** By unit, then by name. */
    synchronized List<Line> lines() {
        return lines.values().stream()
                .sorted(Comparator.comparing((Line line) -> line.latest.unitName())
                        .thenComparing(line -> line.latest.sortKey())
                        .thenComparing(line -> line.latest.person()))
                .toList();
    }

    /** In the order of the columns. */
    synchronized List<Counts> bySession() {
        return List.copyOf(bySession);
    }

    synchronized Counts total() {
        return bySession.stream().reduce(Counts.NONE, Counts::plus);
    }

    static String mark(Required.Standing entry, Outcome outcome) {
        boolean free =
                switch (entry) {
                    case REQUIRED -> false;
                    case EXEMPT, SUSPENDED, ON_DUTY, GUEST, INVITED -> true;
                };
        if (free) return outcome.present() ? "m x" : "m";
        String mark =
                switch (outcome.standing()) {
                    case PRESENT -> "x";
                    case SUBSTITUTED -> "T";
                    case EXCUSED -> "P";
                    case UNEXCUSED -> "K";
                    case UNDETERMINED -> "?";
                };
        if (outcome.flags().contains(Flag.LATE)) mark += "M";
        if (outcome.flags().contains(Flag.LEFT_EARLY)) mark += "S";
        if (outcome.flags().contains(Flag.MADE_UP)) mark += "B";
        return mark;
    }
}
