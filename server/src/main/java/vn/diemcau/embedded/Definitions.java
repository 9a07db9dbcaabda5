package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The commands that make, drop and list collections and indexes. */
final class Definitions {

    private final Catalogue catalogue;

    Definitions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Document create(Session session, String database, Document command) throws SQLException {
        if (Utils.isTrue(command.get("capped"))) {
            throw Refusal.unsupported("a capped collection");
        }
        Arguments.known("create", command, Set.of("create", "capped", "autoIndexId", "idIndex"));
        String name = Arguments.collection(command, "create");
        if (catalogue.find(database, name) != null) {
            throw new MongoServerError(
                    48, "NamespaceExists", "Collection already exists. NS: " + database + "." + name);
        }
        catalogue.create(session, database, name);
        return Commands.ok();
    }

    private Table existing(String database, String name) {
        Table table = catalogue.find(database, name);
        if (table == null) {
            throw Refusal.missing(database + "." + name);
        }
        return table;
    }

    Document createIndexes(Session session, String database, Document command) throws SQLException {
        Arguments.known("createIndexes", command, Set.of("createIndexes", "indexes", "commitQuorum"));
        String name = Arguments.collection(command, "createIndexes");
        List<Document> specs = Arguments.documents(command, "indexes");
        List<Shape> wanted = new ArrayList<>();
        for (Document spec : specs) {
            wanted.add(Shape.of(1, spec, false));
        }
        boolean created = catalogue.find(database, name) == null;
        Table table = created ? catalogue.create(session, database, name) : existing(database, name);
        int before = table.shapes().size();
        for (Shape shape : wanted) {
            if (!isThere(table, shape)) {
                table = catalogue.index(session, table, shape.spec());
            }
        }
        return Commands.ok()
                .append("numIndexesBefore", before)
                .append("numIndexesAfter", table.shapes().size())
                .append("createdCollectionAutomatically", created);
    }

    private static boolean isThere(Table table, Shape wanted) {
        Document key = wanted.pattern();
        if (key.keySet().equals(Set.of("_id"))) {
            return true;
        }
        Shape named = table.shape(wanted.name());
        if (named != null) {
            if (Key.same(named.spec(), wanted.spec())) {
                return true;
            }
            throw new MongoServerError(
                    86,
                    "IndexKeySpecsConflict",
                    "An existing index has the same name as the requested index: " + wanted.name());
        }
        for (Shape shape : table.shapes()) {
            if (shape.pattern().equals(key)
                    && Key.same(
                            shape.spec().get("partialFilterExpression"),
                            wanted.spec().get("partialFilterExpression"))) {
                throw new MongoServerError(
                        85, "IndexOptionsConflict", "Index already exists with a different name: " + shape.name());
            }
        }
        return false;
    }

    Document dropIndexes(Session session, String database, Document command) throws SQLException {
        Table table = existing(database, Arguments.collection(command, "dropIndexes"));
        int before = table.shapes().size();
        Object which = command.get("index");
        List<Object> names =
                which instanceof List<?> list ? new ArrayList<>(list) : java.util.Collections.singletonList(which);
        List<Shape> dropped = new ArrayList<>();
        for (Object name : names) {
            List<Shape> found = table.shapes().stream()
                    .filter(shape -> "*".equals(name)
                            ? !shape.isId()
                            : shape.name().equals(name) || shape.pattern().equals(name))
                    .toList();
            if (found.isEmpty() && !"*".equals(name)) {
                throw new MongoServerError(27, "IndexNotFound", "index not found with name [" + name + "]");
            }
            dropped.addAll(found);
        }
        if (dropped.stream().anyMatch(Shape::isId)) {
            throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
        }
        for (Shape shape : dropped) {
            catalogue.unindex(session, existing(database, table.name()), shape);
        }
        return Commands.ok().append("nIndexesWas", before);
    }

    Document drop(Session session, String database, Document command) throws SQLException {
        String name = Arguments.collection(command, "drop");
        Table table = existing(database, name);
        catalogue.drop(session, table);
        return Commands.ok()
                .append("ns", table.namespace())
                .append("nIndexesWas", table.shapes().size());
    }

    Document dropDatabase(Session session, String database) throws SQLException {
        for (Table table : catalogue.in(database)) {
            catalogue.drop(session, table);
        }
        return Commands.ok().append("dropped", database);
    }

    Reply listCollections(String database, Document command) {
        Filter filter = Filter.of(command.get("filter"));
        List<byte[]> found = new ArrayList<>();
        for (Table table : catalogue.in(database)) {
            Document description = new Document("name", table.name())
                    .append("type", "collection")
                    .append("options", new Document())
                    .append("info", new Document("readOnly", false))
                    .append("idIndex", Shape.id(0).spec());
            if (filter.matches(description)) {
                found.add(Bson.encode(description));
            }
        }
        return Reply.cursor(database + ".$cmd.listCollections", "firstBatch", 0, found);
    }

    Reply listIndexes(String database, Document command) {
        Table table = existing(database, Arguments.collection(command, "listIndexes"));
        List<byte[]> found =
                table.shapes().stream().map(shape -> Bson.encode(shape.spec())).toList();
        return Reply.cursor(table.namespace(), "firstBatch", 0, found);
    }

    Document listDatabases() {
        var names = new TreeMap<String, Boolean>();
        catalogue.all().forEach(table -> names.put(table.database(), true));
        List<Document> databases = names.keySet().stream()
                .map(name -> new Document("name", name).append("sizeOnDisk", 0L).append("empty", false))
                .toList();
        return Commands.ok().append("databases", databases).append("totalSize", 0L);
    }

    /** Proves that every index says exactly what the documents say. */
    Document validate(Session session, String database, Document command) throws SQLException {
        Table table = existing(database, Arguments.collection(command, "validate"));
        List<String> errors = new ArrayList<>();
        long records = session.number("select count(*) from " + table.rows());
        for (Shape shape : table.shapes()) {
            check(session, table, shape, errors);
        }
        return Commands.ok()
                .append("ns", table.namespace())
                .append("valid", errors.isEmpty())
                .append("nrecords", records)
                .append("nIndexes", table.shapes().size())
                .append("errors", errors);
    }

    private static void check(Session session, Table table, Shape shape, List<String> errors) throws SQLException {
        long wanted = 0;
        String probe = "select count(*) from " + shape.table() + " where k = ? and n = ?";
        try (var rows = session.query("select n, v from " + table.rows())) {
            while (rows.next()) {
                for (byte[] key : shape.keys(Bson.decode(table.names().whole(rows.bytes(2))))) {
                    wanted++;
                    if (session.number(probe, key, rows.number(1)) != 1) {
                        errors.add("index " + shape.name() + " lacks an entry of document number " + rows.number(1));
                    }
                }
            }
        }
        long entries = session.number("select count(*) from " + shape.table());
        if (entries != wanted) {
            errors.add("index " + shape.name() + " has " + entries + " entries, the documents ask for " + wanted);
        }
    }
}
