package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.BsonType;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The {@code $type} operator. */
final class Types {

    private Types() {}

    static Predicate<@Nullable Object> matching(@Nullable Object operand) {
        List<BsonType> types = new ArrayList<>();
        if (operand instanceof Collection<?> list) {
            list.forEach(one -> add(one, types));
        } else {
            add(operand, types);
        }
        if (types.isEmpty()) {
            throw Refusal.failedToParse("$type must match at least one type");
        }
        return value -> !(value instanceof Missing) && types.stream().anyMatch(type -> is(type, value));
    }

    private static boolean is(BsonType type, @Nullable Object value) {
        return type == BsonType.REGEX ? value instanceof BsonRegularExpression : type.matches(value);
    }

    private static void add(@Nullable Object name, List<BsonType> types) {
        if (name instanceof String text) {
            if (text.equals("number")) {
                types.addAll(List.of(BsonType.INT, BsonType.LONG, BsonType.DOUBLE, BsonType.DECIMAL128));
            } else {
                types.add(BsonType.forString(text));
            }
        } else if (name instanceof Number number) {
            types.add(BsonType.forNumber(number));
        } else {
            throw Refusal.badValue("type must be represented as a number or a string");
        }
    }
}
