package vn.diemcau.exchange;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.PresenceMode;
import vn.diemcau.attendance.Standing;

/**
 * What one row of a file says.
 *
 * @param number of the row as the spreadsheet shows it
 * @param card twelve digits, or null where there is none
 * @param birth as written
 * @param day of the session, or null where the file says none
 * @param standing null where the row says nothing of it
 * @param mode null where the row says nothing of it
 * @param fault why the row cannot be read, or null
 * @param faulty what of it could not be read
 */
record SheetLine(
        int number,
        String name,
        @Nullable String card,
        String birth,
        String unit,
        @Nullable LocalDate day,
        @Nullable Standing standing,
        @Nullable PresenceMode mode,
        @Nullable LocalTime arrived,
        @Nullable LocalTime left,
        String reason,
        @Nullable Fault fault,
        String faulty) {
    /** Why a row is not taken in. */
    enum Fault {
        NAME_MISSING,
        CARD_UNREADABLE,
        STATUS_UNKNOWN,
        DATE_UNREADABLE,
        TIME_UNREADABLE,
        /** The row is of another day than the session. */
        OTHER_DAY,
        /** Nobody on the session's list has this card, or this name. */
        NOT_ON_THE_LIST,
        /** An earlier row is about the same person. */
        REPEATED
    }

    SheetLine refused(Fault why, String what) {
        return new SheetLine(number, name, card, birth, unit, day, standing, mode, arrived, left, reason, why, what);
    }
}
