package vn.diemcau.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time [from, to), and the arithmetic on sets of them: overlapping times count once. */
record Span(Instant from, Instant to) {
    Span {
        if (to.isBefore(from)) to = from;
    }

    /** The part within the other; empty when nothing is left. */
    Optional<Span> within(Span other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    boolean overlaps(Span other) {
        return within(other).isPresent();
    }

    long seconds() {
        return to.getEpochSecond() - from.getEpochSecond();
    }

    /** The same time as disjoint spans in order. */
    static List<Span> union(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.removeIf(span -> !span.from.isBefore(span.to));
        sorted.sort(Comparator.comparing(Span::from));
        List<Span> union = new ArrayList<>();
        for (Span span : sorted) {
            Span last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last == null || span.from.isAfter(last.to)) union.add(span);
            else if (span.to.isAfter(last.to)) union.set(union.size() - 1, new Span(last.from, span.to));
        }
        return union;
    }

    /** What of the spans lies outside the holes, as disjoint spans in order. */
    static List<Span> minus(List<Span> spans, List<Span> holes) {
        List<Span> left = union(spans);
        for (Span hole : holes) {
            List<Span> next = new ArrayList<>();
            for (Span span : left) {
                new Span(span.from, hole.from.isBefore(span.to) ? hole.from : span.to)
                        .within(span)
                        .ifPresent(next::add);
                new Span(hole.to.isAfter(span.from) ? hole.to : span.from, span.to)
                        .within(span)
                        .ifPresent(next::add);
            }
            left = union(next);
        }
        return left;
    }

    static long seconds(List<Span> disjoint) {
        return disjoint.stream().mapToLong(Span::seconds).sum();
    }
}
