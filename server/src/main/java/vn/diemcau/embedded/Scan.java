package vn.diemcau.embedded;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diemcau.embedded.Plan.Span;

/** Walks a plan's documents, and can go on later, in another transaction, from where it stood. */
final class Scan implements AutoCloseable {

    /** Where a walk stands. The numbers already seen are kept only where an index may show a document twice. */
    static final class Position {
        private int span;
        private byte @Nullable [] key;
        private long number = -1;
        private final Map<Long, BitSet> seen = new HashMap<>();

        /** A bit a document: of a million seen a few hundred kilobytes are kept. */
        private boolean isNew() {
            BitSet page = seen.computeIfAbsent(number >>> 12, first -> new BitSet());
            int bit = (int) (number & 0xFFF);
            boolean fresh = !page.get(bit);
            page.set(bit);
            return fresh;
        }
    }

    private final Session session;
    private final Plan plan;
    private final Position position;
    private final boolean documents;
    private Session.@Nullable Found found;

    Scan(Session session, Plan plan, Position position) {
        this(session, plan, position, true);
    }

    /** Without documents only the numbers come, from the index alone. */
    Scan(Session session, Plan plan, Position position, boolean documents) {
        this.session = session;
        this.plan = plan;
        this.position = position;
        this.documents = documents;
    }

    boolean next() throws SQLException {
        Shape shape = plan.shape();
        while (true) {
            if (found == null) {
                if (shape != null && position.span >= plan.spans().size()) {
                    return false;
                }
                found = shape == null ? all() : byIndex(shape);
            }
            while (found.next()) {
                position.number = found.number(1);
                if (shape == null) {
                    return true;
                }
                position.key = found.bytes(2);
                if (!shape.isMultikey() || position.isNew()) {
                    return true;
                }
            }
            if (shape == null) {
                return false;
            }
            found.close();
            found = null;
            position.span++;
            position.key = null;
        }
    }

    long number() {
        return position.number;
    }

    byte[] bytes() throws SQLException {
        if (found == null) {
            throw new IllegalStateException("no document here");
        }
        return plan.table().names().whole(found.bytes(plan.shape() == null ? 2 : 3));
    }

    private Session.Found all() throws SQLException {
        String columns = documents ? "select n, v from " : "select n from ";
        return session.query(columns + plan.table().rows() + " where n > ? order by n", position.number);
    }

    private Span span() {
        int index = plan.backwards() ? plan.spans().size() - 1 - position.span : position.span;
        return plan.spans().get(index);
    }

    private Session.Found byIndex(Shape shape) throws SQLException {
        Span span = span();
        String walk = shape.walk(plan.table(), documents, plan.backwards());
        if (plan.backwards()) {
            byte[] to = position.key == null ? span.to() : position.key;
            long before = position.key == null ? -1L : position.number;
            return session.query(walk, span.from(), to, before);
        }
        byte[] from = position.key == null ? span.from() : position.key;
        long after = position.key == null ? -1L : position.number;
        return session.query(walk, from, after, span.to());
    }

    @Override
    public void close() throws SQLException {
        if (found != null) {
            found.close();
            found = null;
        }
    }
}
