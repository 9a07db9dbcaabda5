package vn.diemcau.embedded;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the documents of a query: through an index's spans, or, without a shape, all of them as they were
 * inserted.
 *
 * @param exact every document in the spans matches, none needs asking
 * @param sorted the documents come in the order asked for
 */
record Plan(Table table, @Nullable Shape shape, List<Span> spans, boolean backwards, boolean exact, boolean sorted) {

    /** Keys from (inclusive) to (exclusive). */
    record Span(byte[] from, byte[] to) {}

    /** What explain says of it. */
    String describe() {
        return shape == null ? "COLLSCAN" : "IXSCAN " + shape.name();
    }
}
