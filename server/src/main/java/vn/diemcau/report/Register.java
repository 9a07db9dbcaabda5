package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Counts;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.enrolment.Required;
import vn.diemcau.paper.SortedRows;
import vn.diemcau.paper.Table.Cell;

/**
 * Everybody of a class against its sessions: one mark a place, gathered record by record in any order. The records are put down sorted
 * by person and read again person by person, so that few are in memory however many there are.
 */
final class Register {
    /** What the marks mean, as the foot of the register says it. */
    static final String LEGEND =
            "x: có mặt; M: đi muộn; S: về sớm; P: vắng có lý do; K: vắng không lý do; T: dự thay; B: học bù; ?: chưa xác định; m: miễn hoặc không thuộc diện phải dự; ô trống: không có trong danh sách buổi đó.";

    private final Vertx vertx;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Counts> bySession = new ArrayList<>();
    private final SortedRows records;

    /** @param sessions in the order of the columns */
    Register(Vertx vertx, List<String> sessions) {
        this.vertx = vertx;
        this.records = new SortedRows(vertx);
        for (String session : sessions) {
            places.put(session, places.size());
            bySession.add(Counts.NONE);
        }
    }

    /** One trainee: named as at the latest session, the marks by session, and what they come to. */
    record Line(
            String person,
            String name,
            String year,
            String unitName,
            String sortKey,
            List<String> marks,
            Counts counts) {}

    synchronized void add(Attendance record) {
        Integer place = places.get(record.session());
        if (place == null) return;
        Counts counts = record.counts();
        bySession.set(place, bySession.get(place).plus(counts));
        Integer year = record.birthYear();
        records.add(
                record.person()
                        + '\n'
                        + String.format(Locale.ROOT, "%020d", record.startsAt().toEpochMilli()),
                List.of(
                        Cell.of(record.person()),
                        Cell.of(record.name()),
                        Cell.of(year == null ? "" : year.toString()),
                        Cell.of(record.unitName()),
                        Cell.of(record.sortKey()),
                        Cell.of(place.toString()),
                        Cell.of(mark(record.entry(), record.outcome())),
                        Cell.of(counts.asMap().entrySet().stream()
                                .filter(each -> each.getValue() != 0)
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(",")))));
    }

    /**
     * A row a trainee, by unit, then by name; the caller forgets them.
     *
     * @param cells what a trainee's row holds beside its number
     */
    Future<SortedRows> rows(Function<Line, List<Cell>> cells) {
        SortedRows rows = new SortedRows(vertx);
        return records.ready()
                .compose(ready -> vertx.<Void>executeBlocking(
                        () -> {
                            persons(line -> rows.add(
                                    line.unitName() + '\n' + line.sortKey() + '\n' + line.person(), cells.apply(line)));
                            return null;
                        },
                        false))
                .eventually(records::forget)
                .compose(done -> rows.ready())
                .recover(failure -> rows.forget().transform(done -> Future.failedFuture(failure)));
    }

    private void persons(Consumer<Line> each) {
        Line line = null;
        for (Iterator<List<Cell>> sorted = records.iterator(); sorted.hasNext(); ) {
            List<Cell> cells = sorted.next();
            String person = cells.get(1).shown();
            if (line != null && !line.person().equals(person)) {
                each.accept(line);
                line = null;
            }
            List<String> marks = line == null ? new ArrayList<>(Collections.nCopies(places.size(), "")) : line.marks();
            marks.set(Integer.parseInt(cells.get(6).shown()), cells.get(7).shown());
            Counts counts = counts(cells.get(8).shown());
            line = new Line(
                    person,
                    cells.get(2).shown(),
                    cells.get(3).shown(),
                    cells.get(4).shown(),
                    cells.get(5).shown(),
                    marks,
                    line == null ? counts : line.counts().plus(counts));
        }
        if (line != null) each.accept(line);
    }

    private static Counts counts(String text) {
        Map<String, Integer> map = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            int at = one.indexOf('=');
            if (at > 0) map.put(one.substring(0, at), Integer.valueOf(one.substring(at + 1)));
        }
        return Counts.of(map);
    }

    /** Without rows having been asked for: takes away what was put down. */
    Future<Void> forget() {
        return records.forget();
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
