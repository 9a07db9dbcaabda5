package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One index: its fields and options, and which keys a document has in it. */
final class Shape {

    /** What is said to the file about its table, worded once. */
    record Statements(String insert, String insertNew, String delete, String holder) {
        private static Statements of(String table) {
            return new Statements(
                    "insert into " + table + " (k, n) values (?, ?)",
                    "insert or ignore into " + table + " (k, n) values (?, ?)",
                    "delete from " + table + " where k = ? and n = ?",
                    "select n from " + table + " where k = ?");
        }
    }

    /** One field of an index. */
    record Part(String path, List<String> steps, boolean descending) {}

    private static final Set<String> OPTIONS =
            Set.of("key", "name", "unique", "sparse", "partialFilterExpression", "v", "ns", "background");

    private final long number;
    private final String table;
    private final Document spec;
    private final List<Part> parts = new ArrayList<>();
    private final @Nullable Filter partial;
    private final Statements statements;
    private final @Nullable String[] walks = new String[4];
    private volatile boolean multikey;

    private Shape(long number, String table, Document spec, boolean multikey) {
        this.number = number;
        this.table = table;
        this.statements = Statements.of(table);
        this.spec = spec;
        this.multikey = multikey;
        for (Map.Entry<String, Object> part : pattern().entrySet()) {
            boolean descending = ((Number) part.getValue()).doubleValue() < 0;
            parts.add(new Part(part.getKey(), Paths.split(part.getKey()), descending));
        }
        Object condition = spec.get("partialFilterExpression");
        this.partial = condition == null ? null : Filter.of(condition);
    }

    /** The index on _id that every collection has. */
    static Shape id(long collection) {
        var spec = new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_");
        return new Shape(0, "k" + collection, spec, false);
    }

    /** Reads a wanted index and refuses what this store cannot do. */
    static Shape of(long number, Document spec, boolean multikey) {
        if (!(spec.get("key") instanceof Document key) || key.isEmpty() || !(spec.get("name") instanceof String)) {
            throw Refusal.failedToParse("an index needs a key and a name");
        }
        for (Map.Entry<String, Object> option : spec.entrySet()) {
            if (!OPTIONS.contains(option.getKey())) {
                throw Refusal.unsupported("the index option " + option.getKey());
            }
        }
        for (Map.Entry<String, Object> part : key.entrySet()) {
            if (!(part.getValue() instanceof Number direction)) {
                throw Refusal.unsupported("an index of kind " + part.getValue());
            } else if (direction.doubleValue() == 0) {
                throw new MongoServerError(67, "CannotCreateIndex", "Values in the index key pattern cannot be 0.");
            } else if (part.getKey().contains("$")
                    || Paths.split(part.getKey()).stream().anyMatch(Paths::isPosition)) {
                throw Refusal.unsupported("an index on " + part.getKey());
            }
        }
        boolean sparse = Utils.isTrue(spec.get("sparse"));
        if (sparse && spec.get("partialFilterExpression") != null) {
            throw new MongoServerError(
                    67, "CannotCreateIndex", "cannot mix \"partialFilterExpression\" and \"sparse\" options");
        }
        var kept = new Document("v", 2).append("key", key).append("name", spec.get("name"));
        if (Utils.isTrue(spec.get("unique"))) {
            kept.append("unique", true);
        }
        if (sparse) {
            kept.append("sparse", true);
        }
        if (spec.get("partialFilterExpression") != null) {
            kept.append("partialFilterExpression", spec.get("partialFilterExpression"));
        }
        return new Shape(number, "i" + number, kept, multikey);
    }

    long number() {
        return number;
    }

    boolean isId() {
        return number == 0;
    }

    String table() {
        return table;
    }

    Statements statements() {
        return statements;
    }

    /** How a part of this index of the table is walked, with documents or without, forwards or backwards. */
    String walk(Table of, boolean documents, boolean backwards) {
        int which = (documents ? 1 : 0) + (backwards ? 2 : 0);
        String worded = walks[which];
        if (worded == null) {
            String select = documents
                    ? "select i.n, i.k, c.v from " + table + " i cross join " + of.rows() + " c on c.n = i.n"
                    : "select i.n, i.k from " + table + " i";
            worded = select
                    + (backwards
                            ? " where i.k >= ? and (i.k, i.n) < (?, ?) order by i.k desc, i.n desc"
                            : " where (i.k, i.n) > (?, ?) and i.k < ? order by i.k, i.n");
            walks[which] = worded;
        }
        return worded;
    }

    String name() {
        return String.valueOf(spec.get("name"));
    }

    Document spec() {
        return spec;
    }

    /** Its fields and directions, as a client gave them. */
    Document pattern() {
        return Arguments.document(spec, "key");
    }

    List<Part> parts() {
        return parts;
    }

    boolean isUnique() {
        return isId() || spec.containsKey("unique");
    }

    boolean isSparse() {
        return spec.containsKey("sparse");
    }

    @Nullable
    Filter partial() {
        return partial;
    }

    /** Whether a document may have had more than one key here; then ranges and orders promise less. */
    boolean isMultikey() {
        return multikey;
    }

    void markMultikey() {
        multikey = true;
    }

    /** Whether an update left the very values in place that this index looks at, so that the keys need not be compared. */
    boolean looksAtTheSame(Document before, Document after) {
        return partial == null
                && parts.stream().allMatch(part -> {
                    String field = part.steps().get(0);
                    return before.getOrMissing(field) == after.getOrMissing(field);
                });
    }

    /** Whether a change of these of a document's own fields may change its keys. */
    boolean looksAt(Set<String> fields) {
        return partial != null
                || parts.stream().anyMatch(part -> fields.contains(part.steps().get(0)));
    }

    /** The keys of a document, in order and each once; none when the index leaves it out. */
    Collection<byte[]> keys(Document document) {
        if (partial != null && !partial.matches(document)) {
            return List.of();
        }
        if (isSparse() && parts.stream().noneMatch(part -> Paths.exists(document, part.steps()))) {
            return List.of();
        }
        List<byte[]> keys = List.of(new byte[0]);
        Part wide = null;
        for (Part part : parts) {
            List<byte[]> values = Paths.keys(document, part.steps());
            if (values.size() > 1) {
                if (wide != null && !wide.steps().get(0).equals(part.steps().get(0))) {
                    throw new MongoServerError(
                            171,
                            "CannotIndexParallelArrays",
                            "cannot index parallel arrays [" + part.path() + "] [" + wide.path() + "]");
                }
                wide = part;
            }
            keys = product(keys, values, part.descending());
        }
        if (keys.size() == 1) {
            return keys;
        }
        var sorted = new TreeSet<byte[]>(Key::compare);
        sorted.addAll(keys);
        return sorted;
    }

    private static List<byte[]> product(List<byte[]> starts, List<byte[]> values, boolean descending) {
        List<byte[]> result = new ArrayList<>(starts.size() * values.size());
        for (byte[] start : starts) {
            for (byte[] value : values) {
                byte[] end = descending ? Key.inverted(value) : value;
                result.add(start.length == 0 ? end : Key.joined(start, end));
            }
        }
        return result;
    }

    /** The values of a document under this index, for the message of a duplicate. */
    String describe(Document document) {
        var text = new StringBuilder("{ ");
        for (Part part : parts) {
            Object value = Paths.at(document, part.steps()).stream().findFirst().orElse(null);
            text.append(text.length() > 2 ? ", " : "").append(part.path()).append(": ");
            text.append(value instanceof String ? "\"" + value + "\"" : Key.kind(value) == Key.NULL ? "null" : value);
        }
        return text.append(" }").toString();
    }
}
