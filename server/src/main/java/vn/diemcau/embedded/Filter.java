package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query, understood once and asked many times; what it does not understand it refuses. */
final class Filter {

    /** One condition on one path, as the planner wants to see it. */
    record Condition(String path, String operator, @Nullable Object operand) {}

    private static final Set<String> PLANNABLE = Set.of("$eq", "$gt", "$gte", "$lt", "$lte", "$in");

    private final Document source;
    private final Predicate<Document> test;
    private final Notes notes = new Notes();
    /** The documents' own fields that decide; null when the whole document may. */
    private final @Nullable Set<String> fields;

    private Filter(Document source) {
        this.source = source;
        this.test = document(source, notes);
        this.fields = fields(source);
    }

    /** What the planner is told while a query is read. */
    private static final class Notes {
        private final List<Condition> conditions = new ArrayList<>();
        private boolean complete = true;
    }

    static Filter of(@Nullable Object query) {
        if (query == null) {
            return new Filter(new Document());
        } else if (query instanceof Document document) {
            return new Filter(document);
        }
        throw Refusal.failedToParse("a filter must be an object");
    }

    private static @Nullable Set<String> fields(Document query) {
        Set<String> fields = new HashSet<>();
        for (String path : query.keySet()) {
            if (path.startsWith("$")) {
                return null;
            }
            fields.add(Paths.split(path).get(0));
        }
        return fields;
    }

    boolean matches(Document document) {
        return test.test(document);
    }

    /** The same on the bytes; only what the query looks at is read. */
    boolean matches(byte[] document) {
        return test.test(fields == null ? Bson.decode(document) : Bson.pick(document, fields));
    }

    boolean isEmpty() {
        return source.isEmpty();
    }

    /** Every one of these holds for every match; together with {@link #matches} nothing is lost by using them. */
    List<Condition> conditions() {
        return notes.conditions;
    }

    /** Whether the conditions together say all that the query says. */
    boolean isOnlyConditions() {
        return notes.complete;
    }

    private static Predicate<Document> document(Document query, @Nullable Notes found) {
        List<Predicate<Document>> all = new ArrayList<>();
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            all.add(entry(entry.getKey(), entry.getValue(), found));
        }
        return all.size() == 1 ? all.get(0) : all(all);
    }

    private static <T> Predicate<T> all(List<Predicate<T>> tests) {
        return value -> {
            for (Predicate<T> test : tests) {
                if (!test.test(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    private static void more(@Nullable Notes found) {
        if (found != null) {
            found.complete = false;
        }
    }

    private static Predicate<Document> entry(String name, @Nullable Object value, @Nullable Notes found) {
        if (name.startsWith("$") && !name.equals("$and")) {
            more(found);
        }
        switch (name) {
            case "$and":
                List<Predicate<Document>> all = new ArrayList<>();
                clauses(name, value).forEach(clause -> all.add(document(clause, found)));
                return all(all);
            case "$or", "$nor":
                List<Predicate<Document>> any = new ArrayList<>();
                clauses(name, value).forEach(clause -> any.add(document(clause, null)));
                boolean wanted = name.equals("$or");
                return document -> any.stream().anyMatch(clause -> clause.test(document)) == wanted;
            default:
                if (name.startsWith("$")) {
                    throw Refusal.badValue("unknown top level operator: " + name);
                }
                return field(name, value, found);
        }
    }

    private static List<Document> clauses(String name, @Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw Refusal.badValue(name + " must be a nonempty array");
        }
        List<Document> clauses = new ArrayList<>();
        for (Object clause : list) {
            if (!(clause instanceof Document document)) {
                throw Refusal.badValue(name + " entries need to be full objects");
            }
            clauses.add(document);
        }
        return clauses;
    }

    private static Predicate<Document> field(String name, @Nullable Object value, @Nullable Notes found) {
        List<String> path = Paths.split(name);
        Predicate<List<@Nullable Object>> test = condition(name, value, found);
        return document -> test.test(Paths.at(document, path));
    }

    static boolean isOperators(@Nullable Object value) {
        return value instanceof Document document
                && !document.isEmpty()
                && document.keySet().iterator().next().startsWith("$")
                && !document.containsKey("$ref")
                && !document.containsKey("$id");
    }

    /** A test of all the values at a path. */
    private static Predicate<List<@Nullable Object>> condition(
            String name, @Nullable Object value, @Nullable Notes found) {
        if (value instanceof BsonRegularExpression regex) {
            note(found, name, "$regex", regex);
            return any(Values.matching(regex));
        } else if (!isOperators(value)) {
            note(found, name, "$eq", value);
            return any(Values.equal(value));
        }
        Document operators = (Document) Objects.requireNonNull(value);
        List<Predicate<List<@Nullable Object>>> all = new ArrayList<>();
        for (Map.Entry<String, Object> entry : operators.entrySet()) {
            all.add(operator(name, entry.getKey(), entry.getValue(), operators, found));
        }
        return all(all);
    }

    private static void note(@Nullable Notes found, String path, String operator, @Nullable Object operand) {
        if (found != null) {
            found.conditions.add(new Condition(path, operator, operand));
        }
    }

    private static Predicate<List<@Nullable Object>> operator(
            String name, String operator, @Nullable Object operand, Document siblings, @Nullable Notes found) {
        if (!PLANNABLE.contains(operator)) {
            more(found);
        }
        switch (operator) {
            case "$eq", "$gt", "$gte", "$lt", "$lte":
                note(found, name, operator, operand);
                return any(Values.comparison(operator, operand));
            case "$in":
                note(found, name, operator, operand);
                return any(Values.oneOf(operand));
            case "$ne":
                return not(any(Values.equal(operand)));
            case "$nin":
                return not(any(Values.oneOf(operand)));
            case "$not":
                if (operand instanceof Document || operand instanceof BsonRegularExpression) {
                    return not(condition(name, operand, null));
                }
                throw Refusal.badValue("$not needs a regex or a document");
            case "$exists":
                boolean wanted = Utils.isTrue(operand);
                if (wanted) {
                    note(found, name, operator, true);
                }
                return values -> values.stream().anyMatch(value -> !(value instanceof Missing)) == wanted;
            case "$regex":
                BsonRegularExpression regex = Values.regex(operand, siblings.get("$options"));
                note(found, name, operator, regex);
                return any(Values.matching(regex));
            case "$options":
                if (!siblings.containsKey("$regex")) {
                    throw Refusal.badValue("$options needs a $regex");
                }
                return values -> true;
            case "$elemMatch":
                Predicate<@Nullable Object> element = element(name, operand, found);
                return values -> values.stream()
                        .anyMatch(value -> value instanceof Collection<?> list
                                && list.stream().anyMatch(element));
            default:
                throw Refusal.badValue("unknown operator: " + operator);
        }
    }

    private static <T> Predicate<T> not(Predicate<T> test) {
        return value -> !test.test(value);
    }

    /** True when the value, or one element of it when it is an array, passes. */
    private static Predicate<List<@Nullable Object>> any(Predicate<@Nullable Object> test) {
        return values -> {
            for (Object value : values) {
                if (test.test(value)) {
                    return true;
                }
                if (value instanceof Collection<?> list) {
                    for (Object element : list) {
                        if (test.test(element)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        };
    }

    private static Predicate<@Nullable Object> element(String name, @Nullable Object operand, @Nullable Notes found) {
        if (!(operand instanceof Document query)) {
            throw Refusal.badValue("$elemMatch needs an Object");
        }
        var inner = new Notes();
        if (isOperators(query)
                && !query.containsKey("$and")
                && !query.containsKey("$or")
                && !query.containsKey("$nor")) {
            Predicate<List<@Nullable Object>> test = condition("", query, inner);
            inner.conditions.forEach(c -> note(found, name, c.operator(), c.operand()));
            return value -> test.test(Collections.singletonList(value));
        }
        Predicate<Document> test = document(query, inner);
        inner.conditions.forEach(c -> note(found, name + "." + c.path(), c.operator(), c.operand()));
        return value -> value instanceof Document document && test.test(document);
    }
}
