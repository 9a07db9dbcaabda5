package vn.diemcau.privacy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about their own data, with the law's clocks (law 91/2025 and decree 356/2025): two working days to say that it
 * has come, ten working days to answer.
 */
record DataRequest(
        String id,
        String person,
        String name,
        String unitPath,
        Kind kind,
        String text,
        Instant filedAt,
        State state,
        @Nullable String answer,
        @Nullable String by,
        @Nullable Instant answeredAt) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int ACKNOWLEDGE = 2;
    private static final int ANSWER = 10;

    enum Kind {
        SEE,
        CORRECT,
        DELETE,
        RESTRICT
    }

    enum State {
        FILED,
        ACKNOWLEDGED,
        DONE,
        REFUSED
    }

    LocalDate acknowledgeBy() {
        return workingDays(ACKNOWLEDGE);
    }

    LocalDate answerBy() {
        return workingDays(ANSWER);
    }

    /** Saturdays, Sundays left out; public holidays are not known here, so the day told is never too late. */
    private LocalDate workingDays(int days) {
        LocalDate day = LocalDate.ofInstant(filedAt, ZONE);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) left--;
        }
        return day;
    }
}
