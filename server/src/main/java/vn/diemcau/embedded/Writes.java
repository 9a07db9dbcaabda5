package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands that change documents: insert, update, delete, findAndModify. They run on the writer's thread. */
final class Writes {

    private static final Set<String> UPDATE = Set.of("q", "u", "multi", "upsert", "arrayFilters", "hint", "collation");
    private static final Set<String> DELETE = Set.of("q", "limit", "hint", "collation");

    private final Catalogue catalogue;

    Writes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private interface Statement {
        void run(int index) throws SQLException;
    }

    /** Runs statements one after another; an ordered command stops at its first error. */
    private static void each(int count, Document command, List<Document> errors, Statement statement)
            throws SQLException {
        boolean ordered = !command.containsKey("ordered") || Utils.isTrue(command.get("ordered"));
        for (int i = 0; i < count; i++) {
            try {
                statement.run(i);
            } catch (MongoServerException e) {
                errors.add(Problems.describe(e).append("index", i));
                if (ordered) {
                    return;
                }
            }
        }
    }

    private static Document reply(Document reply, List<Document> errors) {
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        return reply.append("ok", 1.0);
    }

    private Table needed(String database, String name) {
        Table table = catalogue.find(database, name);
        if (table == null) {
            throw new Writer.CollectionMissing(database, name);
        }
        return table;
    }

    /** Prepares the documents here, on the thread of their connection; the writer then only writes. */
    Writer.Work insert(String database, Document command) {
        String name = Arguments.collection(command, "insert");
        List<Document> documents = Arguments.documents(command, "documents");
        Table now = catalogue.find(database, name);
        List<Rows.@Nullable Row> rows = new ArrayList<>(documents.size());
        for (Document document : documents) {
            rows.add(now == null ? null : prepared(now, document));
        }
        return session -> {
            Table table = needed(database, name);
            List<Document> errors = new ArrayList<>();
            int[] inserted = {0};
            each(documents.size(), command, errors, i -> {
                Rows.Row row = rows.get(i);
                Rows.insert(session, table, row == null ? Rows.prepare(table, withId(documents.get(i))) : row);
                inserted[0]++;
            });
            return reply(new Document("n", inserted[0]), errors);
        };
    }

    /** Null for a document that will be refused: when its turn comes. */
    private static Rows.@Nullable Row prepared(Table table, Document document) {
        try {
            return Rows.prepare(table, withId(document));
        } catch (MongoServerException | SQLException refused) {
            return null;
        }
    }

    /** The id comes first, one made here when the sender gave none. */
    private static Document withId(Document document) {
        if (!document.isEmpty() && document.keySet().iterator().next().equals("_id")) {
            return document;
        }
        var whole = new Document("_id", document.containsKey("_id") ? document.get("_id") : new ObjectId());
        whole.putAll(document);
        return whole;
    }

    Document update(Session session, String database, Document command) throws SQLException {
        String name = Arguments.collection(command, "update");
        List<Document> statements = Arguments.documents(command, "updates");
        List<Document> errors = new ArrayList<>();
        List<Document> upserted = new ArrayList<>();
        int[] counts = new int[2];
        if (statements.stream().anyMatch(statement -> Utils.isTrue(statement.get("upsert")))) {
            needed(database, name);
        }
        Table table = catalogue.find(database, name);
        Effort effort = effort(command);
        each(statements.size(), command, errors, i -> {
            Document statement = Arguments.known("update", statements.get(i), UPDATE);
            Document selector = Arguments.document(statement, "q");
            if (table == null) {
                return;
            }
            boolean multi = Utils.isTrue(statement.get("multi"));
            if (multi && statement.get("u") instanceof Document change && !Filter.isOperators(change)) {
                throw Refusal.failedToParse("multi update is not supported for replacement-style update");
            }
            List<Hit> hits = hits(session, table, selector, null, multi ? 0 : 1, effort);
            Splice splice = hits.isEmpty() ? null : Splice.of(statement, statement.get("u"));
            for (Hit hit : hits) {
                counts[1] += isChanged(session, table, hit, selector, statement, splice) ? 1 : 0;
                counts[0]++;
            }
            if (hits.isEmpty() && Utils.isTrue(statement.get("upsert"))) {
                Document fresh = withId(updated(null, selector, statement, statement.get("u")));
                Rows.insert(session, table, Rows.prepare(table, fresh));
                upserted.add(new Document("index", i).append("_id", fresh.get("_id")));
            }
        });
        var reply = new Document("n", counts[0] + upserted.size()).append("nModified", counts[1]);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        return reply(reply, errors);
    }

    /** The search of a write has a time limit too; what it found is then changed to the end. */
    private static Effort effort(Document command) {
        return Effort.of(Arguments.number(command, "maxTimeMS", 0), false);
    }

    /** A document found, by its number; many are read again one by one so that they need not lie in memory. */
    private record Hit(
            long number, byte @Nullable [] bytes, @Nullable Document document) {}

    private record Change(Document before, Document after, boolean isChanged) {}

    private static List<Hit> hits(
            Session session, Table table, Document selector, @Nullable Document sort, int limit, Effort effort)
            throws SQLException {
        Filter filter = Filter.of(selector);
        Plan plan = Planner.plan(table, filter, sort);
        List<Hit> hits = new ArrayList<>();
        byte[] least = null;
        effort.enter();
        try (var scan = new Scan(session, plan, new Scan.Position())) {
            while (scan.next()) {
                effort.row();
                if (plan.exact() && plan.sorted() && limit != 1) {
                    hits.add(new Hit(scan.number(), null, null));
                    continue;
                }
                byte[] bytes = scan.bytes();
                if (!plan.exact() && !filter.matches(bytes)) {
                    continue;
                }
                if (!plan.sorted() && sort != null) {
                    Document document = Bson.decode(bytes);
                    byte[] key = Order.of(sort).key(document);
                    if (least == null || Key.compare(key, least) < 0) {
                        least = key;
                        hits.clear();
                        hits.add(new Hit(scan.number(), bytes, document));
                    }
                    continue;
                }
                hits.add(limit == 1 ? new Hit(scan.number(), bytes, null) : new Hit(scan.number(), null, null));
                if (limit > 0 && hits.size() == limit) {
                    break;
                }
            }
        } finally {
            Effort.leave();
        }
        return hits;
    }

    private static Document updated(
            @Nullable Document document, Document selector, Document statement, @Nullable Object update) {
        Document plain = PlainUpdate.updated(document, selector, statement, update);
        return plain == null ? Workbench.updated(document, selector, statement, update) : plain;
    }

    private static byte[] load(Session session, Table table, Hit hit) throws SQLException {
        return hit.bytes() == null ? Rows.read(session, table, hit.number()) : hit.bytes();
    }

    private static boolean isChanged(
            Session session, Table table, Hit hit, Document selector, Document statement, @Nullable Splice splice)
            throws SQLException {
        byte[] stood = load(session, table, hit);
        byte[] bytes = splice == null ? null : splice.applied(stood);
        if (splice == null || bytes == null) {
            Hit loaded = new Hit(hit.number(), stood, hit.document());
            return change(session, table, loaded, selector, statement, statement.get("u"))
                    .isChanged();
        } else if (Arrays.equals(bytes, stood)) {
            return false;
        }
        Rows.replace(session, table, hit.number(), stood, bytes, splice.fields());
        return true;
    }

    private static Change change(
            Session session, Table table, Hit hit, Document selector, Document statement, @Nullable Object update)
            throws SQLException {
        byte[] stood = load(session, table, hit);
        Document before = hit.document() == null ? Bson.decode(stood) : hit.document();
        Document after = updated(before, selector, statement, update);
        byte[] bytes = Bson.encode(after);
        boolean changed = !Arrays.equals(bytes, stood);
        if (changed) {
            Rows.replace(session, table, hit.number(), before, after, bytes);
        }
        return new Change(before, after, changed);
    }

    Document delete(Session session, String database, Document command) throws SQLException {
        Table table = catalogue.find(database, Arguments.collection(command, "delete"));
        List<Document> statements = Arguments.documents(command, "deletes");
        List<Document> errors = new ArrayList<>();
        int[] deleted = {0};
        Effort effort = effort(command);
        each(statements.size(), command, errors, i -> {
            Document statement = Arguments.known("delete", statements.get(i), DELETE);
            int limit = Arguments.number(statement, "limit", 0);
            Document selector = Arguments.document(statement, "q");
            if (table != null) {
                for (Hit hit : hits(session, table, selector, null, limit, effort)) {
                    Rows.delete(session, table, hit.number(), Bson.decode(load(session, table, hit)));
                    deleted[0]++;
                }
            }
        });
        return reply(new Document("n", deleted[0]), errors);
    }

    Document findAndModify(Session session, String database, Document command) throws SQLException {
        String name = String.valueOf(command.values().iterator().next());
        boolean upsert = Utils.isTrue(command.get("upsert"));
        boolean remove = Utils.isTrue(command.get("remove"));
        Object update = command.get("update");
        if (remove == (update != null)) {
            throw Refusal.failedToParse("Either an update or remove=true must be specified");
        } else if (remove && (upsert || Utils.isTrue(command.get("new")))) {
            throw Refusal.failedToParse("Cannot specify new=true or upsert=true with remove=true");
        }
        Table table = upsert ? needed(database, name) : catalogue.find(database, name);
        Document selector = command.get("query") instanceof Document query ? query : new Document();
        Document fields = command.get("fields") instanceof Document given && !given.isEmpty() ? given : null;
        if (fields != null) {
            // a projection that must be refused is refused before anything is written
            Workbench.projected(Stream.empty(), fields);
        }
        Document sort = command.get("sort") instanceof Document order && !order.isEmpty() ? order : null;
        List<Hit> hits = table == null ? List.of() : hits(session, table, selector, sort, 1, effort(command));
        Document value = null;
        var last = new Document("n", 0);
        if (table != null && !hits.isEmpty()) {
            Hit hit = hits.get(0);
            last.put("n", 1);
            if (remove) {
                value = Bson.decode(load(session, table, hit));
                Rows.delete(session, table, hit.number(), value);
            } else {
                Change change = change(session, table, hit, selector, command, update);
                value = Utils.isTrue(command.get("new")) ? change.after() : change.before();
                last.append("updatedExisting", true);
            }
        } else if (table != null && upsert) {
            Document fresh = withId(updated(null, selector, command, update));
            Rows.insert(session, table, Rows.prepare(table, fresh));
            value = Utils.isTrue(command.get("new")) ? fresh : null;
            last = new Document("n", 1).append("updatedExisting", false).append("upserted", fresh.get("_id"));
        } else if (!remove) {
            last.append("updatedExisting", false);
        }
        if (value != null && fields != null) {
            value = Workbench.projected(Stream.of(value), fields).findFirst().orElse(value);
        }
        return new Document("lastErrorObject", last).append("value", value).append("ok", 1.0);
    }
}
