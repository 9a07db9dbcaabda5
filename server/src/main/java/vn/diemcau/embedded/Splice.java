package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commonest updates done on the bytes of a document: set, unset and inc of whole fields. What they do not touch is
 * neither read nor written anew. Whatever is less plain is left to {@link PlainUpdate} and what stands behind it.
 */
final class Splice {

    private static final Set<String> OPERATORS = Set.of("$set", "$unset", "$inc");
    private static final int INT = 0x10;
    private static final int LONG = 0x12;

    /** @param element the whole new field; of inc, the field if it is not there yet; of unset null */
    private record Change(
            byte[] name,
            byte @Nullable [] element,
            @Nullable Number more) {}

    private final List<Change> changes;
    private final Set<String> fields;

    private Splice(List<Change> changes, Set<String> fields) {
        this.changes = changes;
        this.fields = fields;
    }

    /** Null when the update is not of this kind. */
    static @Nullable Splice of(Document statement, @Nullable Object update) {
        if (!(update instanceof Document change)
                || !OPERATORS.containsAll(change.keySet())
                || statement.get("arrayFilters") != null
                || !PlainUpdate.isPlain(change)) {
            return null;
        }
        List<Change> changes = new ArrayList<>();
        Set<String> fields = new HashSet<>();
        for (Map.Entry<String, Object> operator : change.entrySet()) {
            for (Map.Entry<String, Object> field : ((Document) operator.getValue()).entrySet()) {
                boolean inc = operator.getKey().equals("$inc");
                Number more = field.getValue() instanceof Number number ? number : null;
                if (inc && !(more instanceof Integer) && !(more instanceof Long)) {
                    return null;
                }
                byte[] name = field.getKey().getBytes(StandardCharsets.UTF_8);
                boolean unset = operator.getKey().equals("$unset");
                byte[] element = unset ? null : BsonWriter.field(field.getKey(), field.getValue());
                changes.add(new Change(name, element, inc ? more : null));
                fields.add(field.getKey());
            }
        }
        return changes.isEmpty() ? null : new Splice(changes, fields);
    }

    /** The fields it may change. */
    Set<String> fields() {
        return fields;
    }

    /** The document after the update; null when this document needs the long way. */
    byte @Nullable [] applied(byte[] document) {
        int most = document.length;
        for (Change change : changes) {
            most += change.element() == null ? 0 : change.element().length + Long.BYTES;
        }
        byte[] out = new byte[most];
        boolean[] done = new boolean[changes.size()];
        int to = 4;
        int from = 4;
        int at = 4;
        while (document[at] != 0) {
            int start = at;
            int type = document[at++];
            int name = at;
            while (document[at] != 0) {
                at++;
            }
            int index = find(document, name, at);
            at = Bson.end(document, type, at + 1);
            if (index < 0) {
                continue;
            }
            System.arraycopy(document, from, out, to, start - from);
            to += start - from;
            from = at;
            done[index] = true;
            Change change = changes.get(index);
            byte[] element =
                    change.more() == null ? change.element() : sum(document, type, at, change.name(), change.more());
            if (element != null) {
                System.arraycopy(element, 0, out, to, element.length);
                to += element.length;
            } else if (change.more() != null) {
                return null;
            }
        }
        System.arraycopy(document, from, out, to, at - from);
        to += at - from;
        for (int i = 0; i < done.length; i++) {
            byte[] element = changes.get(i).element();
            if (!done[i] && element != null) {
                System.arraycopy(element, 0, out, to, element.length);
                to += element.length;
            }
        }
        Bson.INT.set(out, 0, to + 1);
        return Arrays.copyOf(out, to + 1);
    }

    private int find(byte[] document, int start, int end) {
        for (int i = 0; i < changes.size(); i++) {
            byte[] name = changes.get(i).name();
            if (name.length == end - start && Arrays.equals(name, 0, name.length, document, start, end)) {
                return i;
            }
        }
        return -1;
    }

    /** The field with the sum; null when the old value is no whole number, or the sum would be too large. */
    private static byte @Nullable [] sum(byte[] document, int type, int end, byte[] name, Number more) {
        Number old = type == INT
                ? (Number) (int) Bson.INT.get(document, end - Integer.BYTES)
                : type == LONG ? (Number) (long) Bson.LONG.get(document, end - Long.BYTES) : null;
        Object sum = old == null ? null : PlainUpdate.sum(old, more);
        return sum == null ? null : BsonWriter.field(new String(name, StandardCharsets.UTF_8), sum);
    }
}
