package vn.diemcau.embedded;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** MongoDB's manual on query operators and on the order of values, read plainly and written down slowly: an oracle that shares no code with the store. */
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

    /** Types in their order, numbers as one; of an array the least element ascending, the greatest descending; missing as null. */
    static List<Document> sorted(List<Document> documents, Document sort) {
        List<Document> sorted = new ArrayList<>(documents);
        sorted.sort((a, b) -> {
            for (Map.Entry<String, Object> field : sort.entrySet()) {
                boolean descending = (Integer) field.getValue() < 0;
                Object one = outermost(values(a, field.getKey()), descending);
                Object other = outermost(values(b, field.getKey()), descending);
                int order = order(one, other);
                if (order != 0) {
                    return descending ? -order : order;
                }
            }
            return 0;
        });
        return sorted;
    }

    private static @Nullable Object outermost(List<@Nullable Object> values, boolean greatest) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof List<?> list && !list.isEmpty()) {
                elements.addAll(list);
            } else {
                elements.add(value);
            }
        }
        elements.sort(Manual::order);
        return elements.get(greatest ? elements.size() - 1 : 0);
    }

    private static int order(@Nullable Object a, @Nullable Object b) {
        if (rank(a) != rank(b)) {
            return Integer.compare(rank(a), rank(b));
        } else if (a instanceof Number x && b instanceof Number y) {
            return Double.compare(x.doubleValue(), y.doubleValue());
        } else if (a instanceof String x && b instanceof String y) {
            return x.compareTo(y);
        } else if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.compareTo(y);
        } else if (a instanceof Date x && b instanceof Date y) {
            return x.compareTo(y);
        } else if (a instanceof Document x && b instanceof Document y) {
            return order(x.get("x"), y.get("x"));
        }
        return 0;
    }

    /** An empty array comes before null. */
    private static int rank(@Nullable Object value) {
        if (value instanceof List) {
            return 0;
        } else if (value == null || value == MISSING) {
            return 1;
        } else if (value instanceof Number) {
            return 2;
        } else if (value instanceof String) {
            return 3;
        } else if (value instanceof Document) {
            return 4;
        } else if (value instanceof Boolean) {
            return 5;
        } else if (value instanceof Date) {
            return 6;
        }
        throw new IllegalArgumentException("no order known for " + value.getClass());
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
