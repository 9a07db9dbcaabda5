package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents and their index entries in the tables of one collection. Every method checks all it may refuse before it
 * writes anything, so that a refused document leaves no trace.
 */
final class Rows {

    static final int LARGEST = 16 * 1024 * 1024;

    private Rows() {}

    static byte[] read(Session session, Table table, long number) throws SQLException {
        try (var found = session.query(table.statements().read(), number)) {
            return found.next() ? table.names().whole(found.bytes(1)) : new byte[0];
        }
    }

    /** A document ready to be inserted, made on any thread; it fits its table as long as the indexes stay. */
    record Row(Document document, byte @Nullable [] stored, List<Shape> shapes, List<Collection<byte[]>> entries) {}

    static Row prepare(Table table, Document document) throws SQLException {
        refuseUnfit(document.get("_id"));
        byte[] bytes = checked(Bson.encode(document));
        List<Collection<byte[]>> entries = new ArrayList<>(table.shapes().size());
        for (Shape shape : table.shapes()) {
            entries.add(shape.keys(document));
        }
        return new Row(document, table.names().shortened(bytes, null), table.shapes(), entries);
    }

    static void insert(Session session, Table table, Row prepared) throws SQLException {
        Row row = prepared.shapes().equals(table.shapes()) ? prepared : prepare(table, prepared.document());
        Document document = row.document();
        for (int i = 1; i < table.shapes().size(); i++) {
            Shape shape = table.shapes().get(i);
            if (shape.isUnique()) {
                for (byte[] key : row.entries().get(i)) {
                    refuseTaken(session, table, shape, key, -1, document);
                }
            }
        }
        long number = table.last().incrementAndGet();
        Shape id = table.shapes().get(0);
        byte[] key = row.entries().get(0).iterator().next();
        if (session.update(id.statements().insertNew(), key, number) == 0) {
            throw Refusal.duplicate(table.namespace(), id.name(), id.describe(document));
        }
        byte[] stored = row.stored() == null ? stored(session, table, Bson.encode(document)) : row.stored();
        session.update(table.statements().insert(), number, stored);
        for (int i = 1; i < row.entries().size(); i++) {
            add(session, table.shapes().get(i), row.entries().get(i), number);
        }
    }

    private static byte[] stored(Session session, Table table, byte[] bytes) throws SQLException {
        return Objects.requireNonNull(
                table.names().shortened(bytes, (code, name) -> Catalogue.keepName(session, table, code, name)));
    }

    static void replace(Session session, Table table, long number, Document old, Document now, byte[] bytes)
            throws SQLException {
        List<Shape> shapes = new ArrayList<>();
        for (Shape shape : table.shapes()) {
            if (!shape.isId() && !shape.looksAtTheSame(old, now)) {
                shapes.add(shape);
            }
        }
        replace(session, table, number, shapes, old, now, bytes);
    }

    /** The same where nothing but these fields may have changed; only what the indexes on them look at is read. */
    static void replace(Session session, Table table, long number, byte[] old, byte[] bytes, Set<String> changed)
            throws SQLException {
        List<Shape> shapes = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        boolean whole = false;
        for (Shape shape : table.shapes()) {
            if (!shape.isId() && shape.looksAt(changed)) {
                shapes.add(shape);
                shape.parts().forEach(part -> fields.add(part.steps().get(0)));
                whole |= shape.partial() != null;
            }
        }
        Document before = shapes.isEmpty() ? new Document() : whole ? Bson.decode(old) : Bson.pick(old, fields);
        Document after = shapes.isEmpty() ? new Document() : whole ? Bson.decode(bytes) : Bson.pick(bytes, fields);
        replace(session, table, number, shapes, before, after, bytes);
    }

    private static void replace(
            Session session, Table table, long number, List<Shape> shapes, Document old, Document now, byte[] bytes)
            throws SQLException {
        checked(bytes);
        List<Collection<byte[]>> gone = new ArrayList<>(shapes.size());
        List<Collection<byte[]>> come = new ArrayList<>(shapes.size());
        for (Shape shape : shapes) {
            Collection<byte[]> before = shape.keys(old);
            Collection<byte[]> after = shape.keys(now);
            Collection<byte[]> added = minus(after, before);
            if (shape.isUnique()) {
                for (byte[] key : added) {
                    refuseTaken(session, table, shape, key, number, now);
                }
            }
            if (after.size() > 1 && !shape.isMultikey()) {
                markMultikey(session, shape);
            }
            gone.add(minus(before, after));
            come.add(added);
        }
        session.update(table.statements().replace(), stored(session, table, bytes), number);
        for (int i = 0; i < shapes.size(); i++) {
            remove(session, shapes.get(i), gone.get(i), number);
            add(session, shapes.get(i), come.get(i), number);
        }
    }

    static void delete(Session session, Table table, long number, Document document) throws SQLException {
        for (Shape shape : table.shapes()) {
            remove(session, shape, shape.keys(document), number);
        }
        session.update(table.statements().delete(), number);
    }

    private static void refuseUnfit(@Nullable Object id) {
        int kind = Key.kind(id);
        if (kind == Key.ARRAY || kind == Key.REGEX) {
            throw new MongoServerError(
                    53,
                    "InvalidIdField",
                    "The '_id' value cannot be of type " + (kind == Key.ARRAY ? "array" : "regex"));
        }
    }

    private static byte[] checked(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new MongoServerError(
                    10334,
                    "BSONObjectTooLarge",
                    "object to insert too large. size in bytes: " + bytes.length + ", max size: " + LARGEST);
        }
        return bytes;
    }

    private static void refuseTaken(Session session, Table table, Shape shape, byte[] key, long self, Document document)
            throws SQLException {
        long holder = session.number(shape.statements().holder(), key);
        if (holder >= 0 && holder != self) {
            throw Refusal.duplicate(table.namespace(), shape.name(), shape.describe(document));
        }
    }

    private static void add(Session session, Shape shape, Collection<byte[]> keys, long number) throws SQLException {
        if (keys.size() > 1 && !shape.isMultikey()) {
            markMultikey(session, shape);
        }
        for (byte[] key : keys) {
            session.update(shape.statements().insert(), key, number);
        }
    }

    private static void remove(Session session, Shape shape, Collection<byte[]> keys, long number) throws SQLException {
        for (byte[] key : keys) {
            session.update(shape.statements().delete(), key, number);
        }
    }

    /** Told to readers before the commit: too early is harmless, too late would lose results. */
    static void markMultikey(Session session, Shape shape) throws SQLException {
        shape.markMultikey();
        session.update("update catalogue_index set multikey = 1 where n = ?", shape.number());
    }

    private static Collection<byte[]> minus(Collection<byte[]> keys, Collection<byte[]> others) {
        if (keys.isEmpty() || others.isEmpty()) {
            return keys;
        }
        var rest = new TreeSet<byte[]>(Key::compare);
        rest.addAll(keys);
        others.forEach(rest::remove);
        return rest;
    }
}
