package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which collections and indexes there are. Only the writer changes it, each change alone in its transaction; the map
 * everybody reads is replaced after the commit, never before.
 */
final class Catalogue {

    static final String SCHEMA = """
            create table catalogue_collection (n integer primary key autoincrement, db text not null, name text not null, unique (db, name));
            create table catalogue_index (n integer primary key autoincrement, collection integer not null, spec blob not null, multikey integer not null);
            """;

    static final String NAMES =
            "create table catalogue_name (collection integer not null, code integer not null, name text not null, primary key (collection, code))";

    private static final long LARGEST_PIECE = 16L << 20;

    private volatile TreeMap<String, Table> tables = new TreeMap<>();

    void load(Session session) throws SQLException {
        if (session.number("pragma user_version") == StoreFile.WITHOUT_NAMES) {
            session.update("begin immediate");
            session.run(NAMES);
            session.run("pragma user_version = " + StoreFile.SCHEMA);
            session.update("commit");
        }
        var loaded = new TreeMap<String, Table>();
        try (var found = session.query("select n, db, name from catalogue_collection")) {
            while (found.next()) {
                long number = found.number(1);
                long last = Math.max(0, session.number("select max(n) from c" + number));
                var table = new Table(
                        number,
                        found.text(2),
                        found.text(3),
                        shapes(session, number),
                        names(session, number),
                        new AtomicLong(last));
                loaded.put(table.namespace(), table);
            }
        }
        tables = loaded;
    }

    private static Names names(Session session, long table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var found = session.query("select name from catalogue_name where collection = ? order by code", table)) {
            while (found.next()) {
                names.add(found.text(1));
            }
        }
        return new Names(names);
    }

    /** Must be in the file before, or with, the first document that uses it. */
    static void keepName(Session session, Table table, int code, String name) throws SQLException {
        session.update("insert or ignore into catalogue_name values (?, ?, ?)", table.number(), code, name);
    }

    private static List<Shape> shapes(Session session, long table) throws SQLException {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(Shape.id(table));
        try (var found =
                session.query("select n, spec, multikey from catalogue_index where collection = ? order by n", table)) {
            while (found.next()) {
                shapes.add(Shape.of(found.number(1), Bson.decode(found.bytes(2)), found.number(3) == 1));
            }
        }
        return List.copyOf(shapes);
    }

    @Nullable
    Table find(String database, String name) {
        return tables.get(database + "." + name);
    }

    List<Table> in(String database) {
        return tables.values().stream()
                .filter(table -> table.database().equals(database))
                .toList();
    }

    List<Table> all() {
        return List.copyOf(tables.values());
    }

    private void publish(@Nullable Table old, @Nullable Table now) {
        var next = new TreeMap<>(tables);
        if (old != null) {
            next.remove(old.namespace());
        }
        if (now != null) {
            next.put(now.namespace(), now);
        }
        tables = next;
    }

    /** A change of the catalogue that holds once {@link #commit} has returned. */
    private void commit(Session session, @Nullable Table old, @Nullable Table now) throws SQLException {
        session.update("commit");
        publish(old, now);
    }

    Table create(Session session, String database, String name) throws SQLException {
        if (name.isEmpty()
                || name.contains("$")
                || name.startsWith("system.")
                || name.indexOf(0) >= 0
                || database.isEmpty()) {
            throw new MongoServerError(
                    73, "InvalidNamespace", "Invalid namespace specified '" + database + "." + name + "'");
        }
        session.update("begin immediate");
        session.update("insert into catalogue_collection (db, name) values (?, ?)", database, name);
        long number = session.number("select last_insert_rowid()");
        session.run("create table c" + number + " (n integer primary key, v blob not null)");
        session.run("create table k" + number + " (k blob not null primary key, n integer not null) without rowid");
        var table = new Table(number, database, name, List.of(Shape.id(number)), new Names(), new AtomicLong());
        commit(session, null, table);
        return table;
    }

    void drop(Session session, Table table) throws SQLException {
        session.update("begin immediate");
        for (Shape shape : table.shapes()) {
            session.run("drop table " + shape.table());
        }
        session.run("drop table " + table.rows());
        session.update("delete from catalogue_index where collection = ?", table.number());
        session.update("delete from catalogue_name where collection = ?", table.number());
        session.update("delete from catalogue_collection where n = ?", table.number());
        commit(session, table, null);
    }

    /** Builds an index over what is there; fails with 11000 when a unique one cannot hold. */
    Table index(Session session, Table table, Document spec) throws SQLException {
        session.update("begin immediate");
        session.update(
                "insert into catalogue_index (collection, spec, multikey) values (?, ?, 0)",
                table.number(),
                Bson.encode(Shape.of(1, spec, false).spec()));
        Shape shape = Shape.of(session.number("select last_insert_rowid()"), spec, false);
        String key = shape.isUnique() ? "primary key (k)" : "primary key (k, n)";
        session.run(
                "create table " + shape.table() + " (k blob not null, n integer not null, " + key + ") without rowid");
        fill(session, table, shape);
        Table now = table.with(shape);
        commit(session, table, now);
        return now;
    }

    private record Entry(byte[] key, long number) {}

    /** In pieces, each sorted, so that neither memory nor the order of the documents matters much. */
    private static void fill(Session session, Table table, Shape shape) throws SQLException {
        List<Entry> piece = new ArrayList<>();
        long bytes = 0;
        try (var rows = session.query("select n, v from " + table.rows() + " order by n")) {
            while (rows.next()) {
                var keys = shape.keys(Bson.decode(table.names().whole(rows.bytes(2))));
                if (keys.size() > 1 && !shape.isMultikey()) {
                    Rows.markMultikey(session, shape);
                }
                for (byte[] key : keys) {
                    piece.add(new Entry(key, rows.number(1)));
                    bytes += key.length + 64;
                }
                if (bytes > LARGEST_PIECE) {
                    write(session, table, shape, piece);
                    bytes = 0;
                }
            }
        }
        write(session, table, shape, piece);
    }

    private static void write(Session session, Table table, Shape shape, List<Entry> piece) throws SQLException {
        piece.sort((a, b) -> Key.compare(a.key(), b.key()));
        for (Entry entry : piece) {
            if (session.update(shape.statements().insertNew(), entry.key(), entry.number()) == 0) {
                Document culprit = Bson.decode(Rows.read(session, table, entry.number()));
                throw Refusal.duplicate(table.namespace(), shape.name(), shape.describe(culprit));
            }
        }
        piece.clear();
    }

    /** After a transaction was taken back: what readers were already told must be in the file too. */
    void rememberWhatWasTold(Session session) throws SQLException {
        for (Table table : tables.values()) {
            List<String> names = table.names().all();
            for (int i = 0; i < names.size(); i++) {
                keepName(session, table, Names.code(i), names.get(i));
            }
            for (Shape shape : table.shapes()) {
                if (shape.isMultikey()) {
                    session.update(
                            "update catalogue_index set multikey = 1 where n = ? and multikey = 0", shape.number());
                }
            }
        }
    }

    void unindex(Session session, Table table, Shape shape) throws SQLException {
        session.update("begin immediate");
        session.run("drop table " + shape.table());
        session.update("delete from catalogue_index where n = ?", shape.number());
        commit(session, table, table.without(shape));
    }
}
