package vn.diemcau.recording;

import java.util.ArrayList;
import java.util.List;

/** A set of whole seconds as spans that neither touch nor overlap, in order. */
record Seconds(List<Span> spans) {
    static final Seconds NONE = new Seconds(List.of());

    /** The seconds from, from+1, … until-1. */
    record Span(int from, int until) {
        int length() {
            return until - from;
        }
    }

    int count() {
        return spans.stream().mapToInt(Span::length).sum();
    }

    /** The union with the span, of which at most so many seconds are new: the first ones. */
    Seconds with(int from, int until, int atMost) {
        int left = atMost;
        List<Span> taken = new ArrayList<>();
        for (Span gap : gaps(from, until)) {
            if (left == 0) break;
            int length = Math.min(left, gap.length());
            taken.add(new Span(gap.from(), gap.from() + length));
            left -= length;
        }
        return union(taken);
    }

    private List<Span> gaps(int from, int until) {
        List<Span> gaps = new ArrayList<>();
        int at = from;
        for (Span span : spans) {
            if (span.until() <= at) continue;
            if (span.from() >= until) break;
            if (span.from() > at) gaps.add(new Span(at, span.from()));
            at = span.until();
        }
        if (at < until) gaps.add(new Span(at, until));
        return gaps;
    }

    private Seconds union(List<Span> more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more);
        all.sort((a, b) -> Integer.compare(a.from(), b.from()));
        List<Span> merged = new ArrayList<>();
        for (Span span : all) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.until() >= span.from())
                merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.until(), span.until())));
            else merged.add(span);
        }
        return new Seconds(List.copyOf(merged));
    }

    boolean has(int second) {
        return spans.stream().anyMatch(span -> span.from() <= second && second < span.until());
    }
}
