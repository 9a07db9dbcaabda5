package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dotted path finds in a document: filters, indexes and sorts all look through these same eyes. */
final class Paths {

    private Paths() {}

    static List<String> split(String path) {
        return List.of(path.split("\\.", -1));
    }

    /**
     * The values at the path, arrays on the way opened; an array at its end stays whole. A document without the path
     * gives {@link Missing}; an array on the way whose elements are no documents gives nothing.
     */
    static List<@Nullable Object> at(Document document, List<String> path) {
        if (path.size() == 1) {
            List<@Nullable Object> single = new ArrayList<>(1);
            single.add(document.getOrMissing(path.get(0)));
            return single;
        }
        List<@Nullable Object> found = new ArrayList<>(2);
        walk(document, path, 0, found);
        return found;
    }

    private static void walk(@Nullable Object value, List<String> path, int depth, List<@Nullable Object> found) {
        if (depth == path.size()) {
            found.add(value);
        } else if (value instanceof Document document) {
            walk(document.getOrMissing(path.get(depth)), path, depth + 1, found);
        } else if (value instanceof Collection<?> list) {
            String name = path.get(depth);
            if (isPosition(name)) {
                int position = Integer.parseInt(name);
                if (position < list.size()) {
                    walk(new ArrayList<>(list).get(position), path, depth + 1, found);
                }
            }
            for (Object element : list) {
                if (element instanceof Document) {
                    walk(element, path, depth, found);
                }
            }
        } else {
            found.add(Missing.getInstance());
        }
    }

    static boolean isPosition(String name) {
        if (name.isEmpty() || name.length() > 8) {
            return false;
        }
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The encoded values an index or a sort sees: elements of an array at the end, one mark for an empty one. */
    static List<byte[]> keys(Document document, List<String> path) {
        List<@Nullable Object> values = at(document, path);
        if (values.size() == 1 && !(values.get(0) instanceof Collection)) {
            return List.of(Key.of(values.get(0)));
        }
        List<byte[]> keys = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Collection<?> list) {
                if (list.isEmpty()) {
                    keys.add(new byte[] {Key.EMPTY});
                }
                list.forEach(element -> keys.add(Key.of(element)));
            } else {
                keys.add(Key.of(value));
            }
        }
        if (keys.isEmpty()) {
            keys.add(Key.of(null));
        }
        return keys;
    }

    static boolean exists(Document document, List<String> path) {
        for (Object value : at(document, path)) {
            if (!(value instanceof Missing)) {
                return true;
            }
        }
        return false;
    }
}
