package vn.diemcau.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of programmes. A programme being deleted is found by {@link #deleting} alone. */
final class ProgrammeStore {
    static final List<Index> INDEXES = List.of(
            Index.on("programmes", "cells", "startsAt"),
            Index.on("programmes", "cells", "endsAt"),
            Index.on("programmes", "cells", "state", "-createdAt"),
            Index.on("programmes", "campaign", "startsAt"),
            Index.sparseOn("programmes", "deleting"));

    private final MongoCollection<Document> programmes;

    ProgrammeStore(Mongo mongo) {
        programmes = mongo.collection("programmes");
    }

    /** True if it was added, false if the id stands already. */
    Future<Boolean> add(Programme programme) {
        Document document = fields(programme)
                .append("_id", programme.id())
                .append("createdAt", Date.from(programme.createdAt()))
                .append("rev", programme.rev());
        return Mongo.first(programmes.insertOne(document))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    Future<Optional<Programme>> get(String id) {
        return Mongo.first(programmes
                        .find(and(eq("_id", id), exists("deleting", false)))
                        .batchSize(1))
                .map(found -> found.map(ProgrammeStore::read));
    }

    /** Writes it over the state of revision {@code programme.rev()}; empty if that is no longer the state. */
    Future<Optional<Programme>> replace(Programme programme) {
        Document set = fields(programme).append("rev", programme.rev() + 1);
        return Mongo.one(programmes.updateOne(
                        and(eq("_id", programme.id()), eq("rev", programme.rev()), exists("deleting", false)),
                        new Document("$set", set)))
                .map(result -> result.getMatchedCount() == 1
                        ? Optional.of(withRev(programme, programme.rev() + 1))
                        : Optional.empty());
    }

    /** Those that match, in this order, at most {@code limit}. */
    Future<List<Programme>> find(Bson filter, Bson order, int limit) {
        return Mongo.all(programmes
                        .find(and(filter, exists("deleting", false)))
                        .projection(new Document("sites", 0))
                        .sort(Sorts.orderBy(order, Sorts.ascending("_id")))
                        .limit(limit)
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(ProgrammeStore::read).toList());
    }

    Future<Void> markDeleting(String id) {
        return Mongo.one(programmes.updateOne(eq("_id", id), Updates.set("deleting", true)))
                .mapEmpty();
    }

    Future<List<String>> deleting() {
        return Mongo.all(programmes
                        .find(eq("deleting", true))
                        .projection(new Document("_id", 1))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> document.getString("_id"))
                        .toList());
    }

    Future<Void> delete(String id) {
        return Mongo.one(programmes.deleteOne(and(eq("_id", id), eq("deleting", true))))
                .mapEmpty();
    }

    static Programme withRev(Programme p, long rev) {
        return new Programme(
                p.id(),
                p.kind(),
                p.title(),
                p.unit(),
                p.unitPath(),
                p.campaign(),
                p.mode(),
                p.state(),
                p.policy(),
                p.rehearsal(),
                p.sites(),
                p.startsAt(),
                p.endsAt(),
                p.sessions(),
                p.createdAt(),
                rev,
                p.training());
    }

    private static Document fields(Programme programme) {
        return new Document("kind", programme.kind().name().toLowerCase(Locale.ROOT))
                .append("cells", programme.kind() == ProgrammeKind.CELL_MEETING)
                .append("title", programme.title())
                .append("folded", Folded.of(programme.title()))
                .append("unit", programme.unit())
                .append("unitPath", programme.unitPath())
                .append("campaign", programme.campaign())
                .append("training", programme.training() == null ? null : lower(programme.training()))
                .append("mode", programme.mode().name().toLowerCase(Locale.ROOT))
                .append("state", programme.state().name().toLowerCase(Locale.ROOT))
                .append("policy", programme.policy())
                .append("rehearsal", programme.rehearsal())
                .append("sites", SiteDocument.of(programme.sites()))
                .append("startsAt", date(programme.startsAt()))
                .append("endsAt", date(programme.endsAt()))
                .append("sessions", programme.sessions());
    }

    private static Programme read(Document document) {
        return new Programme(
                document.getString("_id"),
                ProgrammeKind.valueOf(document.getString("kind").toUpperCase(Locale.ROOT)),
                document.getString("title"),
                document.getString("unit"),
                document.getString("unitPath"),
                document.getString("campaign"),
                Mode.valueOf(document.getString("mode").toUpperCase(Locale.ROOT)),
                State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                document.getString("policy"),
                document.getBoolean("rehearsal", false),
                SiteDocument.read(document),
                instant(document.getDate("startsAt")),
                instant(document.getDate("endsAt")),
                document.getInteger("sessions", 0),
                document.getDate("createdAt").toInstant(),
                document.get("rev", Number.class).longValue(),
                training(document.getString("training")));
    }

    private static String lower(Training training) {
        return training.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Training training(@Nullable String kept) {
        return kept == null ? null : Training.valueOf(kept.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
