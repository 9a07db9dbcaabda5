package vn.diemcau.schedule;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of sessions. What others have not been told yet is marked in {@code untold}. */
final class SessionStore {
    /** No session is longer; spans are searched with it. */
    static final Duration LONGEST = Duration.ofHours(24);

    static final List<Index> INDEXES = List.of(
            Index.on("sessions", "programme", "startsAt"),
            Index.on("sessions", "startsAt"),
            Index.on("sessions", "room"),
            Index.sparseOn("sessions", "untold"));

    /** What the others are to be told of a session. */
    enum News {
        ISSUED,
        CHANGED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final MongoCollection<Document> sessions;

    SessionStore(Mongo mongo) {
        sessions = mongo.collection("sessions");
    }

    /** True if it was added, false if the id stands already. */
    Future<Boolean> add(Session session, Change change, @Nullable News news) {
        Document document = SessionDocument.fields(session)
                .append("_id", session.id())
                .append("programme", session.programme())
                .append("number", session.number())
                .append("room", session.room())
                .append("rev", session.rev())
                .append("changes", List.of(SessionDocument.of(change)));
        if (news != null) document.append("untold", List.of(news.stored()));
        return Mongo.first(sessions.insertOne(document))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    Future<Optional<Session>> get(String id) {
        return Mongo.first(sessions.find(eq("_id", id)).batchSize(1)).map(found -> found.map(SessionDocument::read));
    }

    Future<Optional<Session>> inRoom(String room) {
        return Mongo.first(sessions.find(eq("room", room)).batchSize(1)).map(found -> found.map(SessionDocument::read));
    }

    Future<List<Change>> changes(String id) {
        return Mongo.first(sessions.find(eq("_id", id))
                        .projection(new Document("changes", 1))
                        .batchSize(1))
                .map(found -> found.map(SessionDocument::changes).orElse(List.of()));
    }

    Future<List<Session>> many(Collection<String> ids) {
        return find(in("_id", ids), Sorts.ascending("_id"), false);
    }

    /** By start. */
    Future<List<Session>> ofProgramme(String programme) {
        return find(eq("programme", programme), Sorts.ascending("startsAt", "_id"), false);
    }

    /** By start, without their sites and agendas: for lists and counts. */
    Future<List<Session>> ofProgrammeBriefly(String programme) {
        return find(eq("programme", programme), Sorts.ascending("startsAt", "_id"), true);
    }

    /** Overlapping [from, to), of units whose path starts with the prefix, by start. */
    Future<List<Session>> between(Instant from, Instant to, String unitPathPrefix) {
        Bson span = and(
                gt("startsAt", Date.from(from.minus(LONGEST))),
                lt("startsAt", Date.from(to)),
                gt("endsAt", Date.from(from)));
        return find(and(span, below(unitPathPrefix)), Sorts.ascending("startsAt", "_id"), false);
    }

    /** Paths that start with the prefix. */
    static Bson below(String unitPathPrefix) {
        return and(gte("unitPath", unitPathPrefix), lt("unitPath", unitPathPrefix + "\uffff"));
    }

    /** Writes it over the state of revision {@code session.rev()}, keeping number and room; empty if that is no longer the state. */
    Future<Optional<Session>> replace(Session session, Change change, @Nullable News news) {
        List<Bson> updates = new ArrayList<>();
        updates.add(new Document("$set", SessionDocument.fields(session).append("rev", session.rev() + 1)));
        updates.add(Updates.push("changes", SessionDocument.of(change)));
        if (news != null) updates.add(Updates.addToSet("untold", news.stored()));
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", session.id()), eq("rev", session.rev())), Updates.combine(updates)))
                .map(result -> result.getMatchedCount() == 1
                        ? Optional.of(SessionDocument.withRev(session, session.rev() + 1))
                        : Optional.empty());
    }

    /** Gives the sessions of a programme these numbers; does not touch their revision, for a number is nobody's input. */
    Future<Void> number(Map<String, Integer> numbers) {
        if (numbers.isEmpty()) return Future.succeededFuture();
        List<WriteModel<Document>> writes = new ArrayList<>();
        numbers.forEach((id, number) -> writes.add(new UpdateOneModel<>(eq("_id", id), Updates.set("number", number))));
        return Mongo.one(sessions.bulkWrite(writes)).mapEmpty();
    }

    /** Ids of sessions that somebody has not been told of. */
    Future<List<String>> untold() {
        return Mongo.all(sessions.find(in("untold", News.ISSUED.stored(), News.CHANGED.stored()))
                        .projection(new Document("_id", 1))
                        .batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(each -> each.getString("_id")).toList());
    }

    /** What is to be told of it, if anything. */
    Future<Optional<Untold>> news(String id) {
        return Mongo.first(sessions.find(eq("_id", id)).batchSize(1)).map(found -> found.map(document -> new Untold(
                        document.getList("untold", String.class, List.of()).stream()
                                .map(news -> News.valueOf(news.toUpperCase(Locale.ROOT)))
                                .collect(Collectors.toUnmodifiableSet()),
                        SessionDocument.read(document)))
                .filter(untold -> !untold.news().isEmpty()));
    }

    /** What the sessions of a programme have from it, but do not keep, is another: whoever was told of them is told again. */
    Future<Void> tellAgain(String programme) {
        return Mongo.one(sessions.updateMany(
                        and(eq("programme", programme), com.mongodb.client.model.Filters.ne("state", "draft")),
                        Updates.combine(Updates.addToSet("untold", News.CHANGED.stored()), Updates.inc("rev", 1L))))
                .mapEmpty();
    }

    /** Everybody knows the session as of this revision. */
    Future<Void> told(Session session) {
        return Mongo.one(sessions.updateOne(
                        and(eq("_id", session.id()), eq("rev", session.rev())), Updates.unset("untold")))
                .mapEmpty();
    }

    Future<Void> delete(String id) {
        return Mongo.one(sessions.deleteOne(eq("_id", id))).mapEmpty();
    }

    private Future<List<Session>> find(Bson filter, Bson order, boolean briefly) {
        var found = sessions.find(filter).sort(order).batchSize(Mongo.BATCH);
        if (briefly)
            found.projection(new Document("sites", 0).append("agenda", 0).append("changes", 0));
        else found.projection(new Document("changes", 0));
        return Mongo.all(found)
                .map(all -> all.stream().map(SessionDocument::read).toList());
    }

    /** A session and what is to be told of it. */
    record Untold(Set<News> news, Session session) {}
}
