package vn.diemcau;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Attendance;
import vn.diemcau.attendance.Attendances;
import vn.diemcau.attendance.Flag;
import vn.diemcau.attendance.Outcome;
import vn.diemcau.enrolment.MyAttendance;

/** Gives the personal schedule, which comes before attendance in the flow, what attendance knows of one person. */
final class MyRecords implements MyAttendance {
    private final Attendances attendances;

    MyRecords(Attendances attendances) {
        this.attendances = attendances;
    }

    @Override
    public Future<Map<String, Attended>> of(String person, Instant from, Instant to) {
        return attendances.of(person, from, to).map(found -> {
            Map<String, Attended> bySession = new HashMap<>();
            for (Attendance attendance : found) bySession.put(attendance.session(), attended(attendance.outcome()));
            return bySession;
        });
    }

    private static Attended attended(Outcome outcome) {
        List<String> flags = outcome.flags().stream()
                .filter(flag -> flag != Flag.MADE_UP)
                .map(MyRecords::wire)
                .sorted()
                .toList();
        return new Attended(
                wire(outcome.standing()),
                flags,
                outcome.flags().contains(Flag.MADE_UP),
                wireOrNull(outcome.mode()),
                outcome.minutes());
    }

    private static @Nullable String wireOrNull(@Nullable Enum<?> constant) {
        return constant == null ? null : wire(constant);
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
