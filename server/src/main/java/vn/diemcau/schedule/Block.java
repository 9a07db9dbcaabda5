package vn.diemcau.schedule;

import java.time.LocalDate;
import java.time.LocalTime;

/** A span of a day in which a session is held, and how many periods (tiết) it counts. */
record Block(LocalTime from, LocalTime to, int periods) {
    static final Block MORNING = new Block(LocalTime.of(7, 30), LocalTime.of(11, 0), 4);
    static final Block AFTERNOON = new Block(LocalTime.of(13, 30), LocalTime.of(17, 0), 4);
    static final Block EVENING = new Block(LocalTime.of(19, 0), LocalTime.of(21, 0), 2);

    Slot on(LocalDate day) {
        return new Slot(
                day.atTime(from).atZone(VietnameseTime.ZONE).toInstant(),
                day.atTime(to).atZone(VietnameseTime.ZONE).toInstant(),
                periods);
    }
}
