package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The commands that only read; each runs inside one read transaction, so it sees one moment of the store. */
final class Reads {

    private static final Set<String> FIND = Set.of(
            "find",
            "filter",
            "sort",
            "skip",
            "limit",
            "projection",
            "batchSize",
            "singleBatch",
            "noCursorTimeout",
            "returnKey",
            "showRecordId");
    private static final Set<String> AGGREGATE = Set.of("aggregate", "pipeline", "cursor");

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

    private static Source.Batch batch(Document command, int otherwise) {
        int size = Arguments.number(command, "batchSize", otherwise);
        return new Source.Batch(size);
    }

    private Reply first(
            Session session, String namespace, Source source, Source.Batch batch, boolean single, Effort effort)
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

    private static Object small(long count) {
        return count > Integer.MAX_VALUE ? (Object) count : (Object) (int) count;
    }

    /** Counts without reading documents where the index says enough. */
    private static long count(Session session, Table table, Filter filter, Effort effort) throws SQLException {
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
            documents(
                            session,
                            Planner.plan(table, Filter.of(command.get("query")), null),
                            Filter.of(command.get("query")),
                            effort)
                    .forEach(document -> Paths.at(document, path).forEach(value -> {
                        Collection<?> each =
                                value instanceof Collection<?> list ? list : java.util.Collections.singletonList(value);
                        each.forEach(one -> {
                            byte[] key = Key.of(one);
                            if (!(one instanceof Missing) && !values.containsKey(key)) {
                                effort.hold(key.length * 2L + 100, "the distinct values");
                                values.put(key, one);
                            }
                        });
                    }));
        }
        return new Document("values", new ArrayList<>(values.values())).append("ok", 1.0);
    }

    Reply aggregate(Session session, String database, Document command, Effort effort) throws SQLException {
        Arguments.known("aggregate", command, AGGREGATE);
        String name = Arguments.collection(command, "aggregate");
        List<Document> stages = Arguments.documents(command, "pipeline");
        Table table = catalogue.find(database, name);
        var held = new Source.Held(effort);
        List<Document> leading = new ArrayList<>();
        int at = 0;
        while (at < stages.size() && Pipeline.name(stages.get(at)).equals("$match")) {
            leading.add(Arguments.document(stages.get(at++), "$match"));
        }
        Filter filter = Filter.of(
                leading.isEmpty() ? null : leading.size() == 1 ? leading.get(0) : new Document("$and", leading));
        List<Document> rest = stages.subList(at, stages.size());
        Document counting = counting(rest);
        if (table != null && counting != null) {
            long count = count(session, table, filter, effort);
            if (count > 0) {
                String field = counting.keySet().stream()
                        .filter(key -> !key.equals("_id"))
                        .findFirst()
                        .orElseThrow();
                held.add(new Document("_id", counting.get("_id")).append(field, small(count)));
            }
        } else {
            Document sort = !rest.isEmpty() && Pipeline.name(rest.get(0)).equals("$sort")
                    ? Arguments.document(rest.get(0), "$sort")
                    : null;
            Plan plan = table == null ? null : Planner.plan(table, filter, sort);
            if (plan != null && sort != null && plan.sorted()) {
                rest = rest.subList(1, rest.size());
            }
            var pipeline = new Pipeline(effort, (from, wanted) -> lookup(session, database, from, wanted, effort));
            Stream<Document> documents = plan == null ? Stream.empty() : documents(session, plan, filter, effort);
            try (documents) {
                pipeline.run(rest, documents).forEach(held::add);
            }
        }
        Document cursor = Arguments.document(command, "cursor");
        return first(session, database + "." + name, held, batch(cursor, 101), false, effort);
    }

    /** The group stage of a plain count, as drivers send it for countDocuments. */
    private static @Nullable Document counting(List<Document> stages) {
        if (stages.size() != 1 || !(stages.get(0).get("$group") instanceof Document group) || group.size() != 2) {
            return null;
        }
        boolean sum = group.values().stream()
                .anyMatch(value -> value instanceof Document d
                        && d.size() == 1
                        && d.get("$sum") instanceof Integer one
                        && one == 1);
        return sum && group.containsKey("_id") && (group.get("_id") == null || group.get("_id") instanceof Number)
                ? group
                : null;
    }

    private List<Document> lookup(Session session, String database, String name, Document wanted, Effort effort) {
        Table table = catalogue.find(database, name);
        if (table == null) {
            return List.of();
        }
        Filter filter = Filter.of(wanted);
        try (Stream<Document> found = documents(session, Planner.plan(table, filter, null), filter, effort)) {
            return found.toList();
        }
    }

    /** The matching documents of a plan as a stream to be closed. */
    private static Stream<Document> documents(Session session, Plan plan, Filter filter, Effort effort) {
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
