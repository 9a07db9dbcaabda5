package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands that only read; each runs inside one read transaction, so it sees one moment of the store. */
final class Reads {

    private static final Set<String> FIND = Set.of(
            "find", "filter", "sort", "skip", "limit", "projection", "batchSize", "singleBatch", "noCursorTimeout");

    private final Catalogue catalogue;
    private final Cursors cursors;

    Reads(Catalogue catalogue, Cursors cursors) {
        this.catalogue = catalogue;
        this.cursors = cursors;
    }

    private static @Nullable Document given(Document command, String name) {
        Document document = Arguments.document(command, name);
        return document.isEmpty() ? null : document;
    }

    Reply find(Session session, String database, Document command, Effort effort) throws SQLException {
        Arguments.known("find", command, FIND);
        String name = Arguments.collection(command, "find");
        String namespace = database + "." + name;
        Table table = catalogue.find(database, name);
        if (table == null) {
            return Reply.cursor(namespace, "firstBatch", 0, List.of());
        }
        Filter filter = Filter.of(command.get("filter"));
        Document sort = given(command, "sort");
        Document projection = given(command, "projection");
        long skip = Arguments.number(command, "skip", 0);
        int limit = Arguments.number(command, "limit", 0);
        boolean single = Boolean.TRUE.equals(command.get("singleBatch")) || limit < 0;
        Plan plan = Planner.plan(table, filter, sort);
        Source source = plan.sorted()
                ? new Source.Walk(plan, filter, projection, skip, Math.abs((long) limit))
                : sorted(
                        session,
                        plan,
                        filter,
                        java.util.Objects.requireNonNull(sort),
                        projection,
                        skip,
                        Math.abs((long) limit),
                        effort);
        return first(session, namespace, source, batch(command, 101), single, effort);
    }

    static Source.Batch batch(Document command, int otherwise) {
        int size = Arguments.number(command, "batchSize", otherwise);
        return new Source.Batch(size);
    }

    Reply first(Session session, String namespace, Source source, Source.Batch batch, boolean single, Effort effort)
            throws SQLException {
        boolean done = source.fill(session, batch, effort);
        if (done || single) {
            source.close();
        }
        long id = done || single ? 0 : cursors.add(namespace, source);
        return Reply.cursor(namespace, "firstBatch", id, batch.documents());
    }

    Reply getMore(Session session, Document command, Effort effort) throws SQLException {
        Arguments.known("getMore", command, Set.of("getMore", "collection", "batchSize"));
        if (!(command.get("getMore") instanceof Number id)) {
            throw Refusal.badValue("getMore needs a cursor id");
        }
        Cursors.Open cursor = cursors.take(id.longValue());
        boolean kept = false;
        try {
            int size = Arguments.number(command, "batchSize", 0);
            var batch = new Source.Batch(size <= 0 ? Integer.MAX_VALUE : size);
            boolean done = cursor.source().fill(session, batch, effort);
            if (!done) {
                cursors.giveBack(cursor);
                kept = true;
            }
            return Reply.cursor(cursor.namespace(), "nextBatch", done ? 0 : cursor.id(), batch.documents());
        } finally {
            if (!kept) {
                cursor.source().close();
            }
        }
    }

    private record Keyed(byte[] key, long turn, byte[] bytes) {}

    /** Sorts in memory: all, or with a limit only as many as will be shown. */
    private static Source sorted(
            Session session,
            Plan plan,
            Filter filter,
            Document sort,
            @Nullable Document projection,
            long skip,
            long limit,
            Effort effort)
            throws SQLException {
        Order order = Order.of(sort);
        long most = limit > 0 ? skip + limit : Long.MAX_VALUE;
        var worstFirst = new PriorityQueue<Keyed>((a, b) -> compare(b, a));
        long turn = 0;
        try (var scan = new Scan(session, plan, new Scan.Position())) {
            while (scan.next()) {
                effort.row();
                byte[] bytes = scan.bytes();
                Document document = Bson.decode(bytes);
                if (!plan.exact() && !filter.matches(document)) {
                    continue;
                }
                var keyed = new Keyed(order.key(document), turn++, bytes);
                if (worstFirst.size() >= most) {
                    if (compare(keyed, worstFirst.element()) >= 0) {
                        continue;
                    }
                    worstFirst.remove();
                    effort.hold(0, "the sort");
                } else {
                    effort.hold(bytes.length + keyed.key().length + 100L, "the sort");
                }
                worstFirst.add(keyed);
            }
        }
        List<Keyed> all = new ArrayList<>(worstFirst);
        worstFirst.clear();
        all.sort(Reads::compare);
        var held = new Source.Held(effort);
        for (int i = (int) Math.min(skip, all.size()); i < all.size(); i++) {
            Document document = Bson.decode(all.get(i).bytes());
            held.add(
                    projection == null
                            ? document
                            : Workbench.projected(Stream.of(document), projection)
                                    .findFirst()
                                    .orElseThrow());
        }
        return held;
    }

    private static int compare(Keyed a, Keyed b) {
        int order = Key.compare(a.key(), b.key());
        return order != 0 ? order : Long.compare(a.turn(), b.turn());
    }

    Document count(Session session, String database, Document command, Effort effort) throws SQLException {
        Arguments.known("count", command, Set.of("count", "query", "skip", "limit", "fields"));
        Table table = catalogue.find(database, Arguments.collection(command, "count"));
        long count = table == null ? 0 : count(session, table, Filter.of(command.get("query")), effort);
        count = Math.max(0, count - Arguments.number(command, "skip", 0));
        int limit = Math.abs(Arguments.number(command, "limit", 0));
        return new Document("n", small(limit > 0 ? Math.min(limit, count) : count)).append("ok", 1.0);
    }

    static Object small(long count) {
        return count > Integer.MAX_VALUE ? (Object) count : (Object) (int) count;
    }

    /** Counts without reading documents where the index says enough. */
    static long count(Session session, Table table, Filter filter, Effort effort) throws SQLException {
        Plan plan = Planner.plan(table, filter, null);
        if (plan.shape() == null && plan.exact()) {
            return session.number("select count(*) from " + table.rows());
        }
        long count = 0;
        try (var scan = new Scan(session, plan, new Scan.Position(), !plan.exact())) {
            while (scan.next()) {
                effort.row();
                count += plan.exact() || filter.matches(Bson.decode(scan.bytes())) ? 1 : 0;
            }
        }
        return count;
    }

    Document distinct(Session session, String database, Document command, Effort effort) throws SQLException {
        Arguments.known("distinct", command, Set.of("distinct", "key", "query"));
        Table table = catalogue.find(database, Arguments.collection(command, "distinct"));
        var values = new TreeMap<byte[], @Nullable Object>(Key::compare);
        if (table != null) {
            List<String> path = Paths.split(Arguments.collection(command, "key"));
            Filter filter = Filter.of(command.get("query"));
            try (Stream<Document> documents =
                    DocumentStream.of(session, Planner.plan(table, filter, null), filter, effort)) {
                documents.forEach(document -> Paths.at(document, path).forEach(value -> {
                    // of an array each element counts
                    Collection<?> each = value instanceof Collection<?> list ? list : Collections.singletonList(value);
                    each.forEach(one -> keep(one, values, effort));
                }));
            }
        }
        return new Document("values", new ArrayList<>(values.values())).append("ok", 1.0);
    }

    private static void keep(@Nullable Object value, TreeMap<byte[], @Nullable Object> values, Effort effort) {
        byte[] key = Key.of(value);
        if (!(value instanceof Missing) && !values.containsKey(key)) {
            effort.hold(key.length * 2L + 100, "the distinct values");
            values.put(key, value);
        }
    }

    Document explain(String database, Document command) {
        Document query = Arguments.document(command, "explain");
        String name = String.valueOf(query.values().iterator().next());
        Table table = catalogue.find(database, name);
        Object filter = query.containsKey("filter") ? query.get("filter") : query.get("query");
        String plan = table == null
                ? "EOF"
                : Planner.plan(table, Filter.of(filter), given(query, "sort")).describe();
        return new Document("queryPlanner", new Document("winningPlan", new Document("stage", plan))).append("ok", 1.0);
    }
}
