package vn.diemcau.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of units and of their successions, and the revision that says when a tree read before is old. */
final class UnitStore {
    private static final String UNITS = "units";
    private static final String SUCCESSIONS = "successions";
    private static final String REVISIONS = "unit_revisions";
    static final List<Index> INDEXES = List.of(Index.on(SUCCESSIONS, "from"), Index.on(SUCCESSIONS, "to"));

    /** A unit with what only its own page shows. */
    record Kept(Unit unit, List<FormerName> formerNames, long rev) {}

    /** A name the unit bore until the day. */
    record FormerName(String name, LocalDate to) {}

    private final Mongo mongo;

    UnitStore(Mongo mongo) {
        this.mongo = mongo;
    }

    /** Raised after every change of a unit; 0 before the first. */
    Future<Long> revision() {
        return Mongo.first(mongo.collection(REVISIONS).find(eq("_id", UNITS)).batchSize(1))
                .map(found -> found.map(document -> Objects.requireNonNull(document.getLong("rev")))
                        .orElse(0L));
    }

    Future<Void> raise() {
        return Mongo.one(mongo.collection(REVISIONS)
                        .updateOne(eq("_id", UNITS), Updates.inc("rev", 1L), new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    /** All units: thousands, bounded by the size of a province. */
    Future<List<Unit>> all() {
        return allKept().map(kept -> kept.stream().map(Kept::unit).toList());
    }

    Future<List<Kept>> allKept() {
        return Mongo.all(mongo.collection(UNITS).find().batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(UnitStore::read).toList());
    }

    Future<Optional<Kept>> find(String id) {
        return Mongo.first(mongo.collection(UNITS).find(eq("_id", id)).batchSize(1))
                .map(found -> found.map(UnitStore::read));
    }

    /** Fails with a duplicate key when the code was ever used. */
    Future<Void> insert(Kept fresh) {
        return Mongo.first(mongo.collection(UNITS).insertOne(write(fresh, fresh.rev())))
                .compose(done -> raise());
    }

    /** Answers whether nobody else changed the unit since it was read. */
    Future<Boolean> replace(Kept changed) {
        return Mongo.one(mongo.collection(UNITS)
                        .replaceOne(
                                and(eq("_id", changed.unit().id()), eq("rev", changed.rev())),
                                write(changed, changed.rev() + 1)))
                .compose(result -> raise().map(done -> result.getMatchedCount() == 1));
    }

    /** Puts units as a file states them; former names are kept by the caller. */
    Future<Void> putAll(List<Kept> units) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Kept kept : units) {
            writes.add(new ReplaceOneModel<>(
                    eq("_id", kept.unit().id()), write(kept, kept.rev() + 1), new ReplaceOptions().upsert(true)));
        }
        if (writes.isEmpty()) return Future.succeededFuture();
        return Mongo.one(mongo.collection(UNITS).bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .mapEmpty();
    }

    /** Puts successions; answers how many were new. */
    Future<Integer> putSuccessions(List<Succession> successions) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Succession succession : successions) {
            Document document = new Document("_id", succession.id())
                    .append("kind", PersonDocument.code(succession.kind()))
                    .append("from", succession.from())
                    .append("to", succession.to())
                    .append("date", succession.date().toString());
            PersonDocument.put(document, "decision", succession.decision());
            writes.add(new ReplaceOneModel<>(eq("_id", succession.id()), document, new ReplaceOptions().upsert(true)));
        }
        if (writes.isEmpty()) return Future.succeededFuture(0);
        return Mongo.one(mongo.collection(SUCCESSIONS).bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .compose(result -> raise().map(done -> result.getUpserts().size()));
    }

    /** All successions: a few a unit at most. */
    Future<List<Succession>> successions() {
        return Mongo.all(mongo.collection(SUCCESSIONS).find().batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(UnitStore::succession).toList());
    }

    private static Succession succession(Document document) {
        return new Succession(
                PersonDocument.choice(Succession.Kind.class, document.getString("kind")),
                document.getString("from"),
                document.getString("to"),
                LocalDate.parse(document.getString("date")),
                document.getString("decision"));
    }

    private static Document write(Kept kept, long rev) {
        Unit unit = kept.unit();
        List<Document> placements = new ArrayList<>();
        for (Unit.Placement placement : unit.placements()) {
            Document part = new Document("from", placement.from().toString());
            PersonDocument.put(part, "parent", placement.parent());
            PersonDocument.put(part, "to", placement.to());
            placements.add(part);
        }
        Document document = new Document("_id", unit.id())
                .append("name", unit.name())
                .append("tree", PersonDocument.code(unit.tree()))
                .append("type", unit.type())
                .append("level", unit.level())
                .append("placements", placements)
                .append("folded", unit.folded())
                .append("sortKey", unit.sortKey());
        if (!kept.formerNames().isEmpty()) {
            document.append(
                    "formerNames",
                    kept.formerNames().stream()
                            .map(former -> new Document("name", former.name())
                                    .append("to", former.to().toString()))
                            .toList());
        }
        return document.append("rev", rev);
    }

    private static Kept read(Document document) {
        List<Unit.Placement> placements = new ArrayList<>();
        for (Document part : document.getList("placements", Document.class)) {
            @Nullable String parent = part.getString("parent");
            placements.add(new Unit.Placement(
                    parent, LocalDate.parse(part.getString("from")), PersonDocument.day(part, "to")));
        }
        Unit unit = new Unit(
                document.getString("_id"),
                document.getString("name"),
                PersonDocument.choice(Tree.class, document.getString("tree")),
                document.getString("type"),
                document.getInteger("level"),
                placements,
                document.getString("folded"),
                document.getString("sortKey"));
        List<FormerName> formerNames = document.getList("formerNames", Document.class, List.of()).stream()
                .map(part -> new FormerName(part.getString("name"), LocalDate.parse(part.getString("to"))))
                .toList();
        return new Kept(unit, formerNames, Objects.requireNonNull(document.getLong("rev")));
    }
}
