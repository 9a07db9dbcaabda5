package vn.diemcau.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Fresh;
import vn.diemcau.people.Reorganisation.Hand;
import vn.diemcau.people.Reorganisation.Place;
import vn.diemcau.people.Reorganisation.State;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** The documents of reorganisations, one each with everything decided in it, and of what followed when one was applied. */
final class ReorganisationStore {
    private static final String NAME = "reorganisations";
    private static final String FOLLOWED = "reorganisation_followed";
    private static final int MOST_LISTED = 500;
    static final List<Index> INDEXES = List.of(
            Index.on(NAME, "-date"),
            Index.on(NAME, "state", "date"),
            Index.on(NAME, "named"),
            Index.on(NAME, "undoes"),
            Index.on(FOLLOWED, "reorganisation"));

    private final Mongo mongo;

    ReorganisationStore(Mongo mongo) {
        this.mongo = mongo;
    }

    /** Fails with a duplicate key when the id stands already. */
    Future<Void> insert(Reorganisation fresh) {
        return Mongo.first(mongo.collection(NAME).insertOne(write(fresh))).mapEmpty();
    }

    Future<Optional<Reorganisation>> find(String id) {
        return Mongo.first(mongo.collection(NAME).find(eq("_id", id)).batchSize(1))
                .map(found -> found.map(ReorganisationStore::read));
    }

    /** The latest by their day. */
    Future<List<Reorganisation>> latest() {
        return list(new Document());
    }

    /** Those that name the unit, the latest first. */
    Future<List<Reorganisation>> naming(String unit) {
        return list(eq("named", unit));
    }

    /** Those that take this one back, whatever became of them. */
    Future<List<Reorganisation>> undoing(String id) {
        return list(eq("undoes", id));
    }

    /** Whatever is to be done on the day or was begun. */
    Future<List<Reorganisation>> due(LocalDate today) {
        return Mongo.all(mongo.collection(NAME)
                        .find(and(
                                in("state", code(State.APPROVED), code(State.APPLYING)), lte("date", today.toString())))
                        .sort(Sorts.ascending("date", "drafted.at"))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ReorganisationStore::read).toList());
    }

    /** Those applied since the moment. */
    Future<List<Reorganisation>> appliedSince(Instant since) {
        return list(and(eq("state", code(State.APPLIED)), gte("appliedAt", Date.from(since))));
    }

    /** Keeps what follows when it is applied; the same again is once, and what was kept first stands. */
    Future<Void> keepFollowed(String id, List<Followed> all) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Followed one : all) {
            String what = code(one.what());
            String key = String.join("|", id, what, one.id(), one.from(), one.detail());
            Document fields = new Document("reorganisation", id)
                    .append("what", what)
                    .append("thing", one.id())
                    .append("from", one.from())
                    .append("to", one.to())
                    .append("detail", one.detail());
            PersonDocument.put(fields, "until", one.until());
            writes.add(new UpdateOneModel<>(
                    eq("_id", key), new Document("$setOnInsert", fields), new UpdateOptions().upsert(true)));
        }
        Future<Void> chain = Future.succeededFuture();
        for (int at = 0; at < writes.size(); at += Mongo.BATCH) {
            List<WriteModel<Document>> part = writes.subList(at, Math.min(writes.size(), at + Mongo.BATCH));
            chain = chain.compose(
                    done -> Mongo.one(mongo.collection(FOLLOWED).bulkWrite(part, new BulkWriteOptions().ordered(false)))
                            .mapEmpty());
        }
        return chain;
    }

    /** What followed when it was applied. */
    Future<List<Followed>> followed(String id) {
        return Mongo.all(mongo.collection(FOLLOWED)
                        .find(eq("reorganisation", id))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> new Followed(
                                PersonDocument.choice(Affected.What.class, document.getString("what")),
                                document.getString("thing"),
                                document.getString("from"),
                                document.getString("to"),
                                document.getString("detail"),
                                PersonDocument.day(document, "until")))
                        .toList());
    }

    /** Replaces it if nobody else did since it was read; answers whether it did. The stored rev is one higher. */
    Future<Boolean> replace(Reorganisation changed) {
        return Mongo.one(mongo.collection(NAME)
                        .replaceOne(and(eq("_id", changed.id()), eq("rev", changed.rev())), write(changed.raised())))
                .map(result -> result.getMatchedCount() == 1);
    }

    private Future<List<Reorganisation>> list(org.bson.conversions.Bson filter) {
        return Mongo.all(mongo.collection(NAME)
                        .find(filter)
                        .sort(Sorts.descending("date"))
                        .limit(MOST_LISTED)
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ReorganisationStore::read).toList());
    }

    private static String code(Enum<?> constant) {
        return PersonDocument.code(constant);
    }

    private static Document write(Reorganisation one) {
        Wish wish = one.wish();
        Document document = new Document("_id", one.id())
                .append("kind", code(wish.kind()))
                .append("date", wish.date().toString())
                .append("decision", wish.decision())
                .append("note", wish.note())
                .append("units", wish.units())
                .append("named", List.copyOf(wish.named()))
                .append(
                        "fresh",
                        wish.fresh().stream().map(ReorganisationStore::fresh).toList())
                .append(
                        "places",
                        wish.places().stream()
                                .map(place -> new Document("what", place.what()).append("to", place.to()))
                                .toList())
                .append("rightsFollow", wish.rightsFollow())
                .append("state", code(one.state()))
                .append("drafted", hand(one.drafted()))
                .append(
                        "stuck",
                        one.stuck().stream().map(ReorganisationStore::fault).toList())
                .append("rev", one.rev());
        PersonDocument.put(document, "decidedOn", wish.decidedOn());
        PersonDocument.put(document, "into", wish.into());
        PersonDocument.put(document, "name", wish.name());
        PersonDocument.put(document, "undoes", wish.undoes());
        if (one.approved() != null) document.append("approved", hand(one.approved()));
        if (one.appliedAt() != null) document.append("appliedAt", Date.from(one.appliedAt()));
        if (one.summary() != null) document.append("summary", one.summary().encode());
        return document;
    }

    private static Document fresh(Fresh fresh) {
        Document part = new Document("code", fresh.code())
                .append("name", fresh.name())
                .append("type", fresh.type())
                .append("level", fresh.level());
        PersonDocument.put(part, "parent", fresh.parent());
        return part;
    }

    private static Document fault(Fault fault) {
        Document part = new Document("why", code(fault.why()));
        PersonDocument.put(part, "what", fault.what());
        return part;
    }

    private static Document hand(Hand hand) {
        return new Document("account", hand.account())
                .append("name", hand.name())
                .append("at", Date.from(hand.at()));
    }

    private static Reorganisation read(Document document) {
        Wish wish = new Wish(
                PersonDocument.choice(Succession.Kind.class, document.getString("kind")),
                Objects.requireNonNull(PersonDocument.day(document, "date")),
                document.getString("decision"),
                PersonDocument.day(document, "decidedOn"),
                document.getString("note"),
                document.getList("units", String.class),
                document.getString("into"),
                document.getList("fresh", Document.class).stream()
                        .map(part -> new Fresh(
                                part.getString("code"),
                                part.getString("name"),
                                part.getString("type"),
                                part.getInteger("level"),
                                part.getString("parent")))
                        .toList(),
                document.getString("name"),
                document.getList("places", Document.class).stream()
                        .map(part -> new Place(part.getString("what"), part.getString("to")))
                        .toList(),
                document.getString("undoes"),
                document.getBoolean("rightsFollow", false));
        Date applied = document.getDate("appliedAt");
        String summary = document.getString("summary");
        return new Reorganisation(
                document.getString("_id"),
                wish,
                PersonDocument.choice(State.class, document.getString("state")),
                Objects.requireNonNull(hand(document, "drafted")),
                hand(document, "approved"),
                applied == null ? null : applied.toInstant(),
                document.getList("stuck", Document.class).stream()
                        .map(part -> new Fault(
                                PersonDocument.choice(Why.class, part.getString("why")), part.getString("what")))
                        .toList(),
                summary == null ? null : new JsonObject(summary),
                Objects.requireNonNull(document.getLong("rev")));
    }

    private static @Nullable Hand hand(Document document, String field) {
        Document part = document.get(field, Document.class);
        if (part == null) return null;
        Instant at = part.getDate("at").toInstant();
        return new Hand(part.getString("account"), part.getString("name"), at);
    }
}
