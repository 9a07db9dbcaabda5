package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A sort: for each document the bytes by which it stands among the others. */
final class Order {

    private record Field(List<String> steps, boolean descending) {}

    private final List<Field> fields = new ArrayList<>();

    private Order() {}

    static Order of(Document sort) {
        var order = new Order();
        for (Map.Entry<String, Object> entry : sort.entrySet()) {
            if (!(entry.getValue() instanceof Number direction)
                    || entry.getKey().startsWith("$")) {
                throw Refusal.unsupported("a sort by " + entry.getKey() + ": " + entry.getValue());
            } else if (direction.doubleValue() != 1 && direction.doubleValue() != -1) {
                throw Refusal.badValue("$sort key ordering must be 1 (for ascending) or -1 (for descending)");
            }
            order.fields.add(new Field(Paths.split(entry.getKey()), direction.doubleValue() < 0));
        }
        return order;
    }

    /** Of an array its least element counts when ascending, its greatest when descending. */
    byte[] key(Document document) {
        byte[] whole = new byte[0];
        for (Field field : fields) {
            List<byte[]> keys = Paths.keys(document, field.steps());
            byte[] one = keys.size() == 1
                    ? keys.get(0)
                    : field.descending() ? Collections.max(keys, Key::compare) : Collections.min(keys, Key::compare);
            whole = Key.joined(whole, field.descending() ? Key.inverted(one) : one);
        }
        return whole;
    }
}
