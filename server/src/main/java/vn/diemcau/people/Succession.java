package vn.diemcau.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One unit followed another, by a decision.
 *
 * @param decision its number, or null when it is not known
 */
public record Succession(
        Kind kind,
        String from,
        String to,
        LocalDate date,
        @Nullable String decision) {
    /** How units follow each other. */
    public enum Kind {
        /** Into one that stays (sáp nhập). */
        ABSORB,
        /** All end, one is born (hợp nhất). */
        CONSOLIDATE,
        /** The original ends (chia). */
        DIVIDE,
        /** The original stays (tách). */
        SEPARATE,
        /** Nothing follows (giải thể). */
        DISSOLVE,
        RENAME,
        /** Under another parent. */
        TRANSFER,
        /** A merger taken back. */
        UNDO
    }

    String id() {
        return PersonDocument.code(kind) + "|" + from + "|" + to + "|" + date;
    }
}
