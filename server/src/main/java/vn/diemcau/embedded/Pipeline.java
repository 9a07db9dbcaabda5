package vn.diemcau.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.Accumulator;
import de.bwaldvogel.mongo.backend.aggregation.stage.AddFieldsStage;
import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.backend.aggregation.stage.ProjectStage;
import de.bwaldvogel.mongo.backend.aggregation.stage.UnwindStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stages of an aggregation after the ones an index has already served. */
final class Pipeline {

    /** How a lookup finds documents of another collection. */
    interface Lookup {
        List<Document> find(String collection, Document filter);
    }

    private record Keyed(byte[] key, Document document) {}

    private final Effort effort;
    private final Lookup lookup;

    Pipeline(Effort effort, Lookup lookup) {
        this.effort = effort;
        this.lookup = lookup;
    }

    Stream<Document> run(List<Document> stages, Stream<Document> documents) {
        Stream<Document> stream = documents;
        List<AggregationStage> built = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            built.add(stage(stages, i));
        }
        for (AggregationStage stage : built) {
            stream = stage.apply(stream);
        }
        return stream;
    }

    /** A stage as the library's interface has it. */
    private static AggregationStage of(String name, java.util.function.UnaryOperator<Stream<Document>> change) {
        return new AggregationStage() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Stream<Document> apply(Stream<Document> stream) {
                return change.apply(stream);
            }
        };
    }

    static String name(Document stage) {
        if (stage.size() != 1) {
            throw new MongoServerError(40323, "A pipeline stage specification object must contain exactly one field.");
        }
        return stage.keySet().iterator().next();
    }

    private AggregationStage stage(List<Document> stages, int at) {
        Document stage = stages.get(at);
        String name = name(stage);
        Object value = stage.get(name);
        switch (name) {
            case "$match":
                Filter filter = Filter.of(value);
                return of(name, stream -> stream.filter(filter::matches));
            case "$skip":
                long skip = whole(name, value);
                return of(name, stream -> stream.skip(skip));
            case "$limit":
                long limit = whole(name, value);
                return of(name, stream -> stream.limit(limit));
            case "$sort":
                return sort(Order.of(object(name, value)));
            case "$project":
                return new ProjectStage(value);
            case "$addFields":
                return new AddFieldsStage(object(name, value));
            case "$unwind":
                return new UnwindStage(value);
            case "$group":
                return new Group(object(name, value));
            case "$count":
                return count(String.valueOf(value));
            case "$lookup":
                return join(object(name, value));
            case "$changeStream":
                throw new MongoServerError(
                        40573, "Location40573", "The $changeStream stage is only supported on replica sets");
            default:
                throw new MongoServerError(
                        40324,
                        "Location40324",
                        "Unrecognized pipeline stage name, or not supported by the embedded store: '" + name + "'");
        }
    }

    private static Document object(String name, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw Refusal.failedToParse(name + " needs an object");
    }

    private static long whole(String name, @Nullable Object value) {
        if (value instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw Refusal.badValue(name + " needs a number that is not negative");
    }

    private AggregationStage sort(Order order) {
        return of("$sort", stream -> {
            List<Keyed> all = new ArrayList<>();
            stream.forEach(document -> {
                byte[] key = order.key(document);
                effort.hold(key.length + Bson.encode(document).length + 200L, "the sort");
                all.add(new Keyed(key, document));
            });
            all.sort((a, b) -> Key.compare(a.key(), b.key()));
            return all.stream().map(Keyed::document);
        });
    }

    private AggregationStage count(String field) {
        return of("$count", stream -> {
            long count = stream.count();
            Object number = count > Integer.MAX_VALUE ? (Object) count : (Object) (int) count;
            return count == 0 ? Stream.empty() : Stream.of(new Document(field, number));
        });
    }

    private AggregationStage join(Document join) {
        Arguments.known("$lookup", join, Set.of("from", "localField", "foreignField", "as"));
        String from = Arguments.collection(join, "from");
        String foreign = Arguments.collection(join, "foreignField");
        String as = Arguments.collection(join, "as");
        List<String> local = Paths.split(Arguments.collection(join, "localField"));
        return of(
                "$lookup",
                stream -> stream.map(document -> {
                    List<@Nullable Object> values = new ArrayList<>();
                    for (Object value : Paths.at(document, local)) {
                        if (value instanceof Collection<?> list) {
                            values.addAll(list);
                        } else {
                            values.add(value instanceof Missing ? null : value);
                        }
                    }
                    Document filter = new Document(foreign, new Document("$in", values));
                    return new AddFieldsStage(new Document(as, new Document("$literal", lookup.find(from, filter))))
                            .apply(Stream.of(document))
                            .findFirst()
                            .orElseThrow();
                }));
    }

    /** Groups by the one order of values; what it gathers counts as memory. */
    private final class Group implements AggregationStage {
        private final @Nullable Object id;
        private final Map<String, Supplier<Accumulator>> accumulators;
        private final boolean gathers;

        Group(Document group) {
            if (!group.containsKey("_id")) {
                throw new MongoServerError(15955, "a group specification must include an _id");
            }
            this.id = group.get("_id");
            this.accumulators = Accumulator.parse(group);
            this.gathers = group.values().stream()
                    .anyMatch(value ->
                            value instanceof Document d && (d.containsKey("$push") || d.containsKey("$addToSet")));
        }

        @Override
        public String name() {
            return "$group";
        }

        @Override
        public Stream<Document> apply(Stream<Document> stream) {
            Map<ByteBuffer, List<Accumulator>> groups = new HashMap<>();
            List<@Nullable Object> keys = new ArrayList<>();
            List<List<Accumulator>> values = new ArrayList<>();
            stream.forEach(document -> {
                Object key = Expression.evaluateDocument(id, document);
                byte[] bytes = Key.of(key);
                List<Accumulator> group = groups.get(ByteBuffer.wrap(bytes));
                if (group == null) {
                    effort.hold(bytes.length * 3L + 400, "the groups");
                    group = accumulators.values().stream().map(Supplier::get).toList();
                    groups.put(ByteBuffer.wrap(bytes), group);
                    keys.add(key instanceof Missing ? null : key);
                    values.add(group);
                }
                for (Accumulator accumulator : group) {
                    accumulator.aggregate(Expression.evaluateDocument(accumulator.getExpression(), document));
                }
                if (gathers) {
                    effort.hold(Bson.encode(document).length, "the groups");
                }
            });
            List<Document> result = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                var document = new Document("_id", keys.get(i));
                values.get(i).forEach(value -> document.put(value.getField(), value.getResult()));
                result.add(document);
            }
            return result.stream();
        }
    }
}
