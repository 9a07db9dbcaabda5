package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a cursor's documents come from, one batch after another. */
interface Source extends AutoCloseable {

    /** Fills the batch as far as it takes more; true when nothing is left for another. */
    boolean fill(Session session, Batch batch, Effort effort) throws SQLException;

    @Override
    void close();

    /** Documents for one reply: at most so many, and together no larger than a message may be. */
    final class Batch {
        private static final long LARGEST = 16L << 20;
        private final int most;
        private final List<byte[]> documents = new java.util.ArrayList<>();
        private long size;

        Batch(int most) {
            this.most = most;
        }

        boolean isFull() {
            return documents.size() >= most;
        }

        boolean add(byte[] document) {
            if (isFull() || !documents.isEmpty() && size + document.length > LARGEST) {
                return false;
            }
            documents.add(document);
            size += document.length;
            return true;
        }

        List<byte[]> documents() {
            return documents;
        }
    }

    /** A walk through an index or a table that goes on where it stood. */
    final class Walk implements Source {
        private final Plan plan;
        private final Filter filter;
        private final @Nullable Document projection;
        private final Scan.Position position = new Scan.Position();
        private long skip;
        private long left;
        private byte @Nullable [] pending;

        Walk(Plan plan, Filter filter, @Nullable Document projection, long skip, long limit) {
            this.plan = plan;
            this.filter = filter;
            this.projection = projection;
            this.skip = skip;
            this.left = limit <= 0 ? Long.MAX_VALUE : limit;
        }

        @Override
        public boolean fill(Session session, Batch batch, Effort effort) throws SQLException {
            if (pending != null) {
                batch.add(pending);
                pending = null;
            }
            if (left > 0 && batch.isFull()) {
                return false;
            }
            try (var scan = new Scan(session, plan, position)) {
                while (left > 0 && scan.next()) {
                    effort.row();
                    byte[] bytes = scan.bytes();
                    Document document = plan.exact() && projection == null ? null : Bson.decode(bytes);
                    if (document != null && !plan.exact() && !filter.matches(document)) {
                        continue;
                    }
                    if (skip > 0) {
                        skip--;
                        continue;
                    }
                    left--;
                    if (document != null && projection != null) {
                        bytes = Bson.encode(Workbench.projected(Stream.of(document), projection)
                                .findFirst()
                                .orElseThrow());
                    }
                    if (!batch.add(bytes)) {
                        pending = bytes;
                        return false;
                    }
                    if (left > 0 && batch.isFull()) {
                        return false;
                    }
                }
            }
            return true;
        }

        @Override
        public void close() {
            pending = null;
        }
    }

    /** Results that had to be computed whole. */
    final class Held implements Source {
        private final ArrayDeque<byte[]> documents = new ArrayDeque<>();
        private final Effort effort;

        Held(Effort effort) {
            this.effort = effort;
        }

        void add(Document document) {
            byte[] bytes = Bson.encode(document);
            effort.hold(bytes.length + 32L, "the result");
            documents.add(bytes);
        }

        @Override
        public boolean fill(Session session, Batch batch, Effort unused) {
            byte[] next = documents.peek();
            while (next != null && batch.add(next)) {
                documents.remove();
                next = documents.peek();
            }
            return documents.isEmpty();
        }

        @Override
        public void close() {
            documents.clear();
            effort.close();
        }
    }
}
