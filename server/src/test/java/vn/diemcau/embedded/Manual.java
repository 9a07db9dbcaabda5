package vn.diemcau.embedded;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** MongoDB's manual on query operators, read plainly and written down slowly: an oracle that shares no code with the store. */
final class Manual {

    private static final Object MISSING = new Object();

    private Manual() {}

    static boolean matches(Document document, Document query) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            Object wanted = entry.getValue();
            boolean holds =
                    switch (entry.getKey()) {
                        case "$and" -> ((List<?>) wanted).stream().allMatch(one -> matches(document, (Document) one));
                        case "$or" -> ((List<?>) wanted).stream().anyMatch(one -> matches(document, (Document) one));
                        default -> field(values(document, entry.getKey()), wanted);
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /** The values a path reaches; documents inside an array on the way are all entered. */
    private static List<@Nullable Object> values(Document document, String path) {
        int dot = path.indexOf('.');
        List<@Nullable Object> found = new ArrayList<>();
        if (dot < 0) {
            found.add(document.containsKey(path) ? document.get(path) : MISSING);
            return found;
        }
        Object first = document.containsKey(path.substring(0, dot)) ? document.get(path.substring(0, dot)) : MISSING;
        String rest = path.substring(dot + 1);
        if (first instanceof Document inner) {
            return values(inner, rest);
        } else if (first instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Document inner) {
                    found.addAll(values(inner, rest));
                }
            }
        } else {
            found.add(MISSING);
        }
        return found;
    }

    private static boolean field(List<@Nullable Object> values, @Nullable Object wanted) {
        if (!(wanted instanceof Document operators)
                || operators.isEmpty()
                || !operators.keySet().iterator().next().startsWith("$")) {
            return anyEqual(values, wanted);
        }
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            Object operand = operator.getValue();
            boolean holds =
                    switch (operator.getKey()) {
                        case "$in" -> ((List<?>) operand).stream().anyMatch(one -> anyEqual(values, one));
                        case "$ne" -> !anyEqual(values, operand);
                        case "$exists" -> values.stream().anyMatch(value -> value != MISSING) == (Boolean) operand;
                        case "$regex" ->
                            each(values).stream()
                                    .anyMatch(value -> value instanceof String text
                                            && text.startsWith(
                                                    operand.toString().substring(1)));
                        default -> each(values).stream().anyMatch(value -> compares(operator.getKey(), value, operand));
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable Object> each(List<@Nullable Object> values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(value);
            if (value instanceof List<?> list) {
                all.addAll(list);
            }
        }
        return all;
    }

    private static boolean anyEqual(List<@Nullable Object> values, @Nullable Object wanted) {
        return each(values).stream().anyMatch(value -> equal(value, wanted));
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == MISSING) {
            return b == null;
        } else if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() == y.doubleValue();
        } else if (a instanceof List<?> x && b instanceof List<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            for (int i = 0; i < x.size(); i++) {
                if (!equal(x.get(i), y.get(i))) {
                    return false;
                }
            }
            return true;
        } else if (a instanceof Document x && b instanceof Document y) {
            return new ArrayList<>(x.keySet()).equals(new ArrayList<>(y.keySet()))
                    && equal(new ArrayList<>(x.values()), new ArrayList<>(y.values()));
        }
        return Objects.equals(a, b);
    }

    /** Only values of one type are compared. */
    private static boolean compares(String operator, @Nullable Object value, @Nullable Object operand) {
        Integer order = null;
        if (value instanceof Number x && operand instanceof Number y) {
            order = Double.compare(x.doubleValue(), y.doubleValue());
        } else if (value instanceof String x && operand instanceof String y) {
            order = x.compareTo(y);
        } else if (value instanceof Boolean x && operand instanceof Boolean y) {
            order = x.compareTo(y);
        } else if (value instanceof Date x && operand instanceof Date y) {
            order = x.compareTo(y);
        } else if (value instanceof Document x
                && operand instanceof Document y
                && x.containsKey("x")
                && y.containsKey("x")) {
            order = Integer.compare(x.getInteger("x"), y.getInteger("x"));
        } else if ((value == null || value == MISSING) && operand == null) {
            order = 0;
        }
        if (order == null) {
            return false;
        }
        return switch (operator) {
            case "$gt" -> order > 0;
            case "$gte" -> order >= 0;
            case "$lt" -> order < 0;
            case "$lte" -> order <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }
}
