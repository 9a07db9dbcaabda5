package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Badges by their number. A person has one that is good at a time: the unique {@code good} says whose. */
final class BadgeStore {
    static final List<Index> INDEXES = List.of(
            Index.uniqueOn("badges", "short"),
            Index.on("badges", "person"),
            Index.uniqueSparseOn("badges", "good"),
            Index.sparseOn("badges", "revokedAt"));

    private final MongoCollection<Document> badges;

    BadgeStore(Mongo mongo) {
        badges = mongo.collection("badges");
    }

    /** A badge; revokedAt is null while it is good. */
    record Badge(
            String number,
            String digits,
            String shortCode,
            String person,
            @Nullable Instant revokedAt) {}

    private static Badge read(Document document) {
        return new Badge(
                document.getString("_id"),
                document.getString("digits"),
                document.getString("short"),
                document.getString("person"),
                AttendanceDocument.instant(document.getDate("revokedAt")));
    }

    Future<Optional<Badge>> byNumber(String number) {
        return Mongo.first(badges.find(eq("_id", number)).batchSize(1)).map(found -> found.map(BadgeStore::read));
    }

    Future<Optional<Badge>> byShort(String code) {
        return Mongo.first(badges.find(eq("short", code)).batchSize(1)).map(found -> found.map(BadgeStore::read));
    }

    Future<List<Badge>> good(Collection<String> persons) {
        if (persons.isEmpty()) return Future.succeededFuture(List.of());
        return Mongo.all(badges.find(in("good", persons)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(BadgeStore::read).toList());
    }

    /** Inserts; who has a good one already keeps that one. */
    Future<Void> insert(Collection<Badge> fresh) {
        if (fresh.isEmpty()) return Future.succeededFuture();
        List<Document> documents = fresh.stream()
                .map(badge -> new Document("_id", badge.number())
                        .append("digits", badge.digits())
                        .append("short", badge.shortCode())
                        .append("person", badge.person())
                        .append("good", badge.person()))
                .toList();
        return Mongo.one(badges.insertMany(documents, new InsertManyOptions().ordered(false)))
                .<Void>mapEmpty()
                .recover(failure -> failure instanceof MongoBulkWriteException
                        ? Future.succeededFuture()
                        : Future.failedFuture(failure));
    }

    /** Revokes once; answers whether there was such a good badge. */
    Future<Boolean> revoke(String number, Instant at) {
        return Mongo.one(badges.updateOne(
                        and(eq("_id", number), exists("revokedAt", false)),
                        combine(set("revokedAt", Date.from(at)), com.mongodb.client.model.Updates.unset("good"))))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<List<String>> revoked() {
        return Mongo.all(badges.find(exists("revokedAt")).batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(document -> document.getString("_id"))
                        .toList());
    }
}
