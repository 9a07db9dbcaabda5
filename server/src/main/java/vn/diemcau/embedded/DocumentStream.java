package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The documents of a plan as a stream. */
final class DocumentStream {

    private DocumentStream() {}

    /** The matching documents of a plan as a stream to be closed. */
    static Stream<Document> of(Session session, Plan plan, Filter filter, Effort effort) {
        var scan = new Scan(session, plan, new Scan.Position());
        var iterator = new Iterator<Document>() {
            private @Nullable Document next;

            @Override
            public boolean hasNext() {
                try {
                    while (next == null && scan.next()) {
                        effort.row();
                        Document document = Bson.decode(scan.bytes());
                        next = plan.exact() || filter.matches(document) ? document : null;
                    }
                } catch (SQLException e) {
                    throw new Broken(e);
                }
                return next != null;
            }

            @Override
            public Document next() {
                Document result = next;
                if (result == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return result;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                .onClose(() -> {
                    try {
                        scan.close();
                    } catch (SQLException e) {
                        throw new Broken(e);
                    }
                });
    }

    /** An SQLException on its way through a stream. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(SQLException cause) {
            super(cause);
        }
    }
}
