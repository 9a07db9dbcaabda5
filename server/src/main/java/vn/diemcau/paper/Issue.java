package vn.diemcau.paper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One document as it goes out: the unit's letterhead with what the register and the calendar add.
 *
 * @param number as the office's register gave it, or null: then it stays blank
 * @param date the day it bears, or null: then it stays blank
 * @param attached whether it belongs to a report (Kèm theo Báo cáo số …), whose number it then names, or is one itself
 */
public record Issue(
        Letterhead letterhead,
        @Nullable String number,
        @Nullable LocalDate date,
        boolean attached) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String KIND = "BC";

    String numberLine() {
        return letterhead.numberLine(number, KIND);
    }

    /** "(Kèm theo Báo cáo số 05-BC/TU ngày 22/11/2026)". */
    String attachedTo() {
        String line = numberLine();
        return "(Kèm theo Báo cáo s" + line.substring(1).replace(":", "") + " ngày "
                + (date == null ? "....../....../......" : DAY.format(date)) + ")";
    }
}
