package vn.diemcau.material;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** What reports are asked for, and those that were handed in. */
final class ReflectionStore implements HandedIn {
    static final List<Index> INDEXES = List.of(
            Index.on("reflections", "programme"), Index.on("reflections", "person"), Index.on("reflections", "at"));

    private final MongoCollection<Document> asked;
    private final MongoCollection<Document> reflections;

    ReflectionStore(Mongo mongo) {
        asked = mongo.collection("reflections_asked");
        reflections = mongo.collection("reflections");
    }

    Future<Void> ask(Reflection.Asked task) {
        return Mongo.one(asked.updateOne(
                        eq("_id", task.programme()),
                        combine(set("deadline", Date.from(task.deadline())), set("task", task.task())),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    Future<Optional<Reflection.Asked>> asked(String programme) {
        return Mongo.first(asked.find(eq("_id", programme)).batchSize(1))
                .map(found -> found.map(document -> new Reflection.Asked(
                        programme, document.getDate("deadline").toInstant(), document.getString("task"))));
    }

    Future<Optional<Reflection>> of(String programme, String person) {
        return Mongo.first(reflections.find(eq("_id", programme + "|" + person)).batchSize(1))
                .map(found -> found.map(ReflectionStore::reflection));
    }

    Future<List<Reflection>> ofPerson(String person) {
        return Mongo.all(reflections.find(eq("person", person)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ReflectionStore::reflection).toList());
    }

    /** Its file is deleted and its person forgotten. */
    Future<Void> dropFile(Reflection reflection) {
        return Mongo.one(reflections.updateOne(
                        eq("_id", reflection.programme() + "|" + reflection.person()), unset("file")))
                .mapEmpty();
    }

    Future<List<Reflection>> all(String programme) {
        return Mongo.all(reflections.find(eq("programme", programme)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ReflectionStore::reflection).toList());
    }

    /** Whether the report of this programme and person has the file. */
    Future<Boolean> keeps(String key, String file) {
        int bar = key.indexOf('|');
        return bar < 0
                ? Future.succeededFuture(false)
                : of(key.substring(0, bar), key.substring(bar + 1))
                        .map(found -> found.flatMap(there -> Optional.ofNullable(there.file()))
                                .filter(there -> there.id().equals(file))
                                .isPresent());
    }

    @Override
    public Future<Set<String>> of(String programme) {
        return Mongo.all(reflections
                        .find(eq("programme", programme))
                        .projection(include("person"))
                        .batchSize(Mongo.BATCH))
                .map(found -> {
                    Set<String> persons = new HashSet<>();
                    found.forEach(document -> persons.add(document.getString("person")));
                    return persons;
                });
    }

    @Override
    public Future<List<One>> between(Instant from, Instant to) {
        return Mongo.all(reflections
                        .find(and(gte("at", Date.from(from)), lt("at", Date.from(to))))
                        .projection(include("programme", "person"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> new One(document.getString("programme"), document.getString("person")))
                        .toList());
    }

    /** Puts the report above the one before; false when another came between. */
    Future<Boolean> handIn(Reflection reflection) {
        boolean first = reflection.times() == 1;
        String id = reflection.programme() + "|" + reflection.person();
        Document document = new Document("programme", reflection.programme())
                .append("person", reflection.person())
                .append("name", reflection.name())
                .append("file", MaterialStore.write(Objects.requireNonNull(reflection.file())))
                .append("at", Date.from(reflection.at()))
                .append("times", reflection.times());
        if (first) {
            return Mongo.one(reflections.insertOne(document.append("_id", id)))
                    .map(true)
                    .recover(failure -> Mongo.isDuplicateKey(failure)
                            ? Future.succeededFuture(false)
                            : Future.failedFuture(failure));
        }
        return Mongo.one(reflections.replaceOne(and(eq("_id", id), eq("times", reflection.times() - 1)), document))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Reflection reflection(Document document) {
        Document file = document.get("file", Document.class);
        return new Reflection(
                document.getString("programme"),
                document.getString("person"),
                document.getString("name"),
                file == null ? null : MaterialStore.file(file),
                document.getDate("at").toInstant(),
                document.getInteger("times"));
    }
}
