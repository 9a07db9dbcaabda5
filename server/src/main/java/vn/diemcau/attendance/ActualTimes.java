package vn.diemcau.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a session really was: start, end, breaks and interruptions, per site where they differ. The plan is only the default.
 *
 * @param sites times of the sites that declared their own
 */
record ActualTimes(Instant start, Instant end, List<Span> breaks, Map<String, Own> sites) {
    /** A site's own times; null means as the session's. Its breaks (power, link) come beside the session's. */
    record Own(@Nullable Instant start, @Nullable Instant end, List<Span> breaks) {}

    static ActualTimes planned(Instant start, Instant end) {
        return new ActualTimes(start, end, List.of(), Map.of());
    }

    Span span(@Nullable String site) {
        Own own = site == null ? null : sites.get(site);
        if (own == null) return new Span(start, end);
        return new Span(own.start() == null ? start : own.start(), own.end() == null ? end : own.end());
    }

    List<Span> pauses(@Nullable String site) {
        Own own = site == null ? null : sites.get(site);
        if (own == null || own.breaks().isEmpty()) return breaks;
        return java.util.stream.Stream.concat(breaks.stream(), own.breaks().stream())
                .toList();
    }
}
