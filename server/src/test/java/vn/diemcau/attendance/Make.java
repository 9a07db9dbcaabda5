package vn.diemcau.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.attendance.Evidence.Detail;
import vn.diemcau.attendance.Evidence.Kind;
import vn.diemcau.attendance.Evidence.Method;
import vn.diemcau.attendance.Evidence.Source;
import vn.diemcau.schedule.Site;

/** Evidence and cases for tests, in minutes after a start at 08:00 of a session of two hours. */
final class Make {
    static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    static final Instant END = START.plus(Duration.ofHours(2));

    private Make() {}

    static Evidence evidence(
            String id, Kind kind, String subject, @Nullable String site, double minute, Detail detail) {
        return evidence(id, kind, subject, site, "device", Method.BADGE, minute, 0, detail);
    }

    static Evidence evidence(
            String id,
            Kind kind,
            String subject,
            @Nullable String site,
            String device,
            Method method,
            double minute,
            int bound,
            Detail detail) {
        Instant at = START.plusSeconds(Math.round(minute * 60));
        return new Evidence(
                id, "s", subject, kind, Source.STEWARD, method, site, "steward", device, at, at, bound, detail);
    }

    static Evidence in(String id, String site, double minute) {
        return evidence(id, Kind.IN, "p", site, minute, Detail.NONE);
    }

    static Evidence out(String id, String site, double minute) {
        return evidence(id, Kind.OUT, "p", site, minute, Detail.NONE);
    }

    static Evidence connected(String id, String device, double minute) {
        return evidence(id, Kind.CONNECTED, "p", null, device, Method.BADGE, minute, 0, Detail.NONE);
    }

    static Evidence disconnected(String id, String device, double minute) {
        return evidence(id, Kind.DISCONNECTED, "p", null, device, Method.BADGE, minute, 0, Detail.NONE);
    }

    static Evidence undo(String id, String undone, double minute) {
        return evidence(id, Kind.UNDO, "p", "a", minute, Detail.undoing(undone));
    }

    static Evidence correction(String id, Standing standing, double minute) {
        return evidence(
                id,
                Kind.CORRECTION,
                "p",
                null,
                minute,
                new Detail(null, null, null, null, null, standing, "đã xem sổ", null));
    }

    static Case open(Evidence... evidence) {
        return of(Policy.DEFAULT, false, Arrays.asList(evidence));
    }

    static Case closed(Evidence... evidence) {
        return of(Policy.DEFAULT, true, Arrays.asList(evidence));
    }

    static Case of(Policy policy, boolean closed, List<Evidence> evidence) {
        return new Case(
                "p",
                "a",
                Map.of("a", Site.Kind.MAIN, "b", Site.Kind.LINKED, "c", Site.Kind.BROADCAST),
                ActualTimes.planned(START, END),
                policy,
                closed,
                true,
                evidence);
    }
}
