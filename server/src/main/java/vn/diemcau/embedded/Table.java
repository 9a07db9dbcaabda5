package vn.diemcau.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One collection: where its documents lie and which indexes it has. A change makes a new one. */
record Table(
        long number,
        String database,
        String name,
        List<Shape> shapes,
        Names names,
        AtomicLong last,
        Statements statements) {

    /** What is said to the file about its rows, worded once. */
    record Statements(String read, String insert, String replace, String delete) {
        private static Statements of(String rows) {
            return new Statements(
                    "select v from " + rows + " where n = ?",
                    "insert into " + rows + " (n, v) values (?, ?)",
                    "update " + rows + " set v = ? where n = ?",
                    "delete from " + rows + " where n = ?");
        }
    }

    Table(long number, String database, String name, List<Shape> shapes, Names names, AtomicLong last) {
        this(number, database, name, shapes, names, last, Statements.of("c" + number));
    }

    String rows() {
        return "c" + number;
    }

    String namespace() {
        return database + "." + name;
    }

    @Nullable
    Shape shape(String wanted) {
        return shapes.stream()
                .filter(shape -> shape.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    Table with(Shape shape) {
        List<Shape> more = new ArrayList<>(shapes);
        more.add(shape);
        return new Table(number, database, name, List.copyOf(more), names, last, statements);
    }

    Table without(Shape shape) {
        List<Shape> fewer = new ArrayList<>(shapes);
        fewer.remove(shape);
        return new Table(number, database, name, List.copyOf(fewer), names, last, statements);
    }
}
