package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The updates that make up nearly all of a busy day, done without copying the document: set, setOnInsert, unset, inc,
 * min and max of whole fields. Everything else, and everything that must be refused, is left to {@link Workbench}.
 */
final class PlainUpdate {

    private static final Set<String> OPERATORS = Set.of("$set", "$setOnInsert", "$unset", "$inc", "$min", "$max");

    private PlainUpdate() {}

    /** The document after the update (of an upsert: the one to insert), or null when this is none of the plain ones. */
    static @Nullable Document updated(
            @Nullable Document document, Document selector, Document statement, @Nullable Object update) {
        if (!(update instanceof Document change)
                || change.isEmpty()
                || statement.get("arrayFilters") != null
                || !isPlain(change)) {
            return null;
        }
        Document result = document == null ? start(selector) : copied(document);
        if (result == null) {
            return null;
        }
        for (Map.Entry<String, Object> operator : change.entrySet()) {
            for (Map.Entry<String, Object> field : ((Document) operator.getValue()).entrySet()) {
                if (!apply(operator.getKey(), field.getKey(), field.getValue(), result, document == null)) {
                    return null;
                }
            }
        }
        return result;
    }

    /** The same values in another document: only whole fields are replaced in it, so that what is not stays the very same. */
    private static Document copied(Document document) {
        var copy = new Document();
        copy.putAll(document);
        return copy;
    }

    /** Whether all of it is about whole fields, each once. */
    static boolean isPlain(Document change) {
        Set<String> touched = new HashSet<>();
        for (Map.Entry<String, Object> operator : change.entrySet()) {
            if (!OPERATORS.contains(operator.getKey()) || !(operator.getValue() instanceof Document fields)) {
                return false;
            }
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                String name = field.getKey();
                boolean whole =
                        !name.isEmpty() && name.indexOf('.') < 0 && name.charAt(0) != '$' && !name.equals("_id");
                boolean known = !(field.getValue() instanceof Document inner)
                        || inner.keySet().stream().noneMatch(key -> key.startsWith("$"));
                if (!whole || !known || !touched.add(name)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What an upsert begins with: the fields its selector fixes. */
    private static @Nullable Document start(Document selector) {
        var fresh = new Document();
        if (selector.containsKey("_id")) {
            fresh.put("_id", selector.get("_id"));
        }
        for (Map.Entry<String, Object> field : selector.entrySet()) {
            boolean value = !(field.getValue() instanceof Document)
                    && !(field.getValue() instanceof de.bwaldvogel.mongo.bson.BsonRegularExpression);
            if (field.getKey().indexOf('.') >= 0 || field.getKey().startsWith("$") || !value) {
                return null;
            }
            fresh.put(field.getKey(), field.getValue());
        }
        return fresh;
    }

    private static boolean apply(String operator, String name, @Nullable Object value, Document result, boolean fresh) {
        Object old = result.get(name);
        boolean there = result.containsKey(name);
        switch (operator) {
            case "$set" -> result.put(name, value);
            case "$unset" -> result.remove(name);
            case "$setOnInsert" -> {
                if (fresh) {
                    result.put(name, value);
                }
            }
            case "$min", "$max" -> {
                int order = there ? Key.compare(value, old) : 0;
                if (!there || (operator.equals("$min") ? order < 0 : order > 0)) {
                    result.put(name, value);
                }
            }
            default -> {
                Object sum = !there ? value : sum(old, value);
                if (!(sum instanceof Number)) {
                    return false;
                }
                result.put(name, sum);
            }
        }
        return true;
    }

    /** Whole numbers only; an int that grows too large becomes a long, a long that would is left to be refused. */
    static @Nullable Object sum(@Nullable Object old, @Nullable Object more) {
        if (old instanceof Integer a && more instanceof Integer b) {
            long sum = (long) a + b;
            return sum == (int) sum ? (Object) (int) sum : (Object) sum;
        }
        if (!(old instanceof Integer || old instanceof Long) || !(more instanceof Integer || more instanceof Long)) {
            return null;
        }
        long a = ((Number) old).longValue();
        long b = ((Number) more).longValue();
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? null : (Object) sum;
    }
}
