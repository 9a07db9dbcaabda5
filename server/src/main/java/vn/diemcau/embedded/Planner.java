package vn.diemcau.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.diemcau.embedded.Filter.Condition;
import vn.diemcau.embedded.Plan.Span;

/** Chooses the index: equalities first, then one range; an order that comes for free counts too. */
final class Planner {

    private static final int MOST_SPANS = 2000;
    /** What an index scores that finds at most one document for each key asked for; nothing can be better. */
    private static final int ONE = 1000;

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] EVERYTHING = {(byte) 0xFF};

    private Planner() {}

    static Plan plan(Table table, Filter filter, @Nullable Document sort) {
        boolean unsorted = sort == null || sort.isEmpty();
        Plan best = new Plan(table, null, List.of(), false, filter.isEmpty(), unsorted);
        int bestScore = 0;
        for (Shape shape : table.shapes()) {
            var attempt = new Attempt(table, shape, filter, sort);
            if (attempt.score() > bestScore) {
                best = attempt.plan();
                bestScore = attempt.score();
            }
            if (bestScore >= ONE) {
                return best;
            }
        }
        return best;
    }

    /** What one index could do for a query. */
    private static final class Attempt {
        private final Table table;
        private final Shape shape;
        private final Filter filter;
        private final @Nullable Document sort;
        private final List<Span> spans = new ArrayList<>();
        private List<byte[]> starts = List.of(NOTHING);
        private int fixed;
        private int used;
        private int score;
        private boolean exact;
        private boolean sorted;
        private boolean backwards;

        Attempt(Table table, Shape shape, Filter filter, @Nullable Document sort) {
            this.table = table;
            this.shape = shape;
            this.filter = filter;
            this.sort = sort;
            this.exact = filter.isOnlyConditions() && !shape.isMultikey() && shape.partial() == null;
            if (usable()) {
                bound();
                order();
                exact = exact && used == filter.conditions().size();
            }
        }

        int score() {
            return score;
        }

        Plan plan() {
            return new Plan(table, shape, spans, backwards, exact, sorted);
        }

        /** Sparse and partial indexes lack documents: only for queries that cannot want those. */
        private boolean usable() {
            if (shape.isSparse()) {
                return shape.parts().stream().anyMatch(part -> filter.conditions().stream()
                        .anyMatch(c -> c.path().equals(part.path()) && demandsPresence(c)));
            }
            Filter partial = shape.partial();
            return partial == null
                    || (partial.isOnlyConditions() || onlyExists(partial))
                            && partial.conditions().stream().allMatch(this::implied);
        }

        private static boolean onlyExists(Filter partial) {
            return partial.conditions().size() == 1
                    && partial.conditions().get(0).operator().equals("$exists");
        }

        private boolean implied(Condition wanted) {
            return filter.conditions().stream()
                    .filter(c -> c.path().equals(wanted.path()))
                    .anyMatch(c -> c.operator().equals(wanted.operator()) && Key.same(c.operand(), wanted.operand())
                            || wanted.operator().equals("$exists") && demandsPresence(c)
                            || c.operator().equals("$eq")
                                    && !(c.operand() instanceof Collection)
                                    && Filter.of(new Document("v", new Document(wanted.operator(), wanted.operand())))
                                            .matches(new Document("v", c.operand())));
        }

        private static boolean demandsPresence(Condition condition) {
            return switch (condition.operator()) {
                case "$exists", "$regex" -> true;
                case "$in" ->
                    condition.operand() instanceof Collection<?> list
                            && list.stream().allMatch(value -> Key.kind(value) != Key.NULL);
                default -> Key.kind(condition.operand()) != Key.NULL;
            };
        }

        private void bound() {
            for (Shape.Part part : shape.parts()) {
                List<Condition> here = filter.conditions().stream()
                        .filter(c -> c.path().equals(part.path()))
                        .toList();
                List<byte[]> values = points(here);
                if (values == null || (long) values.size() * starts.size() > MOST_SPANS) {
                    range(part, here);
                    return;
                }
                List<byte[]> next = new ArrayList<>();
                for (byte[] start : starts) {
                    for (byte[] value : values) {
                        next.add(Key.joined(start, part.descending() ? Key.inverted(value) : value));
                    }
                }
                starts = next;
                used++;
                score += values.size() == 1 ? 100 : 90;
                fixed += values.size() == 1 && fixed == used - 1 ? 1 : 0;
            }
            close(NOTHING, NOTHING, true);
            if (shape.isUnique() && used == shape.parts().size()) {
                score += ONE;
            }
        }

        /** The single values a part may have, or null when it may have a range of them. */
        private @Nullable List<byte[]> points(List<Condition> conditions) {
            for (Condition condition : conditions) {
                if (condition.operator().equals("$eq") && isPoint(condition.operand())) {
                    return List.of(Key.of(condition.operand()));
                }
            }
            for (Condition condition : conditions) {
                if (condition.operator().equals("$in")
                        && condition.operand() instanceof Collection<?> list
                        && list.stream().allMatch(this::isPoint)) {
                    var keys = new TreeSet<byte[]>(Key::compare);
                    list.forEach(value -> keys.add(Key.of(value)));
                    return List.copyOf(keys);
                }
            }
            return null;
        }

        private boolean isPoint(@Nullable Object value) {
            int kind = Key.kind(value);
            if (kind == Key.NULL) {
                exact = false;
            }
            return kind != Key.ARRAY && kind != Key.REGEX && !(kind == Key.NULL && shape.isSparse());
        }

        private void range(Shape.Part part, List<Condition> conditions) {
            byte[] low = null;
            byte[] high = null;
            boolean lowIncluded = true;
            boolean highIncluded = true;
            int kind = 0;
            for (Condition condition : conditions) {
                if (condition.operator().equals("$regex")) {
                    String prefix = Values.prefix(
                            (BsonRegularExpression) java.util.Objects.requireNonNull(condition.operand()));
                    if (!prefix.isEmpty() && low == null && high == null) {
                        low = Key.prefix(prefix);
                        high = low;
                        exact = false;
                        used++;
                    }
                    continue;
                }
                int own = Key.kind(condition.operand());
                if (condition.operator().equals("$exists")
                        || own == Key.ARRAY
                        || own == Key.MIN
                        || own == Key.MAX
                        || own == Key.NULL
                        || kind != 0 && own != kind) {
                    continue;
                }
                byte[] key = Key.of(condition.operand());
                boolean above = condition.operator().startsWith("$gt");
                boolean below = condition.operator().startsWith("$lt");
                if (above && low == null && (high == null || !shape.isMultikey())) {
                    low = key;
                    lowIncluded = condition.operator().equals("$gte");
                } else if (below && high == null && (low == null || !shape.isMultikey())) {
                    high = key;
                    highIncluded = condition.operator().equals("$lte");
                } else {
                    continue;
                }
                kind = own;
                used++;
            }
            if (low == null && high == null) {
                boolean present = shape.isSparse()
                        && conditions.stream().anyMatch(c -> c.operator().equals("$exists"));
                score += present ? 40 : 0;
                close(NOTHING, NOTHING, true);
                return;
            }
            byte[] whole = {(byte) (kind == 0 ? Key.STRING : kind)};
            score += low != null && high != null ? 60 : 50;
            low = low == null ? whole : low;
            high = high == null ? whole : high;
            if (part.descending()) {
                byte[] swap = Key.inverted(low);
                low = Key.inverted(high);
                high = swap;
                boolean swapped = lowIncluded;
                lowIncluded = highIncluded;
                highIncluded = swapped;
            }
            close(lowIncluded ? low : Key.after(low), highIncluded ? Key.after(high) : high, false);
        }

        private void close(byte[] from, byte[] to, boolean whole) {
            var sortedStarts = new TreeSet<byte[]>(Key::compare);
            sortedStarts.addAll(starts);
            for (byte[] start : sortedStarts) {
                if (whole) {
                    spans.add(new Span(start, start.length == 0 ? EVERYTHING : Key.after(start)));
                } else {
                    spans.add(new Span(Key.joined(start, from), Key.joined(start, to)));
                }
            }
        }

        /** Whether the index's own order is the one asked for, forwards or backwards. */
        private void order() {
            if (sort == null || sort.isEmpty()) {
                sorted = true;
                return;
            }
            if (shape.isMultikey()) {
                return;
            }
            int at = fixed;
            Boolean against = null;
            for (Map.Entry<String, Object> key : sort.entrySet()) {
                if (isFixed(key.getKey())) {
                    continue;
                }
                if (at == shape.parts().size()) {
                    if (!(shape.isUnique() && !shape.isSparse())) {
                        return;
                    }
                    break;
                }
                Shape.Part part = shape.parts().get(at++);
                boolean descending = key.getValue() instanceof Number number && number.doubleValue() < 0;
                if (!part.path().equals(key.getKey())
                        || against != null && against != (descending != part.descending())) {
                    return;
                }
                against = descending != part.descending();
            }
            sorted = true;
            backwards = against != null && against;
            score += 45;
        }

        private boolean isFixed(String path) {
            return shape.parts().subList(0, fixed).stream()
                    .anyMatch(part -> part.path().equals(path));
        }
    }
}
