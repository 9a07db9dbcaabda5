package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The aggregate command: what an index can serve first, the rest through a pipeline. */
final class Aggregates {

    private static final Set<String> AGGREGATE = Set.of("aggregate", "pipeline", "cursor");

    private final Catalogue catalogue;
    private final Reads reads;

    Aggregates(Catalogue catalogue, Reads reads) {
        this.catalogue = catalogue;
        this.reads = reads;
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
            long count = Reads.count(session, table, filter, effort);
            if (count > 0) {
                String field = counting.keySet().stream()
                        .filter(key -> !key.equals("_id"))
                        .findFirst()
                        .orElseThrow();
                held.add(new Document("_id", counting.get("_id")).append(field, Reads.small(count)));
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
            Stream<Document> documents =
                    plan == null ? Stream.empty() : DocumentStream.of(session, plan, filter, effort);
            try (documents) {
                pipeline.run(rest, documents).forEach(held::add);
            }
        }
        Document cursor = Arguments.document(command, "cursor");
        return reads.first(session, database + "." + name, held, Reads.batch(cursor, 101), false, effort);
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
        Plan plan = Planner.plan(table, filter, null);
        List<Document> found = new ArrayList<>();
        long bytes = 0;
        try (var scan = new Scan(session, plan, new Scan.Position())) {
            while (scan.next()) {
                effort.row();
                byte[] document = scan.bytes();
                if (plan.exact() || filter.matches(document)) {
                    bytes += document.length;
                    if (bytes > Rows.LARGEST) {
                        throw new MongoServerError(
                                4568,
                                "Location4568",
                                "Total size of documents in " + name + " matching pipeline's $lookup stage exceeds "
                                        + Rows.LARGEST + " bytes");
                    }
                    found.add(Bson.decode(document));
                }
            }
        } catch (SQLException e) {
            throw new DocumentStream.Broken(e);
        }
        return found;
    }
}
