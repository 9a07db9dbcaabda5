package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.recording.Watched.MadeUp;
import vn.diemcau.recording.Watched.Unsettled;

/** What each person has seen of each recording; {@code untold} marks what attendance has not been told yet. */
final class WatchStore {
    static final List<Index> INDEXES = List.of(
            Index.on("watched", "recording"),
            Index.on("watched", "person"),
            Index.sparseOn("watched", "untold", "triedAt"));

    private static final int UNTOLD = 100;

    private final MongoCollection<Document> watched;

    WatchStore(Mongo mongo) {
        watched = mongo.collection("watched");
    }

    Future<Optional<Watched>> find(String recording, String person) {
        return Mongo.first(watched.find(eq("_id", id(recording, person))).batchSize(1))
                .map(found -> found.map(WatchStore::watched));
    }

    Future<List<Watched>> of(String recording) {
        return Mongo.all(watched.find(eq("recording", recording)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(WatchStore::watched).toList());
    }

    /** Whether watching it has made up for somebody's absence. */
    Future<Boolean> counted(String recording) {
        return Mongo.first(watched.find(and(eq("recording", recording), eq("madeUp", "counted")))
                        .batchSize(1))
                .map(Optional::isPresent);
    }

    /** A hundred, those first that were never tried or not for the longest time: one that cannot be told keeps no other from it. */
    Future<List<Watched>> untold() {
        return Mongo.all(watched.find(eq("untold", true))
                        .sort(ascending("triedAt"))
                        .batchSize(UNTOLD)
                        .limit(UNTOLD))
                .map(found -> found.stream().map(WatchStore::watched).toList());
    }

    /** Keeps it if nobody changed it since it was read; false when somebody did. */
    Future<Boolean> keep(Watched next, boolean untold) {
        String id = id(next);
        Document document = write(next).append("rev", next.rev() + 1);
        if (untold) document.append("untold", true);
        if (next.rev() == 0) {
            return Mongo.one(watched.insertOne(document.append("_id", id)))
                    .map(true)
                    .recover(failure -> Mongo.isDuplicateKey(failure)
                            ? Future.succeededFuture(false)
                            : Future.failedFuture(failure));
        }
        // what attendance has not been told yet stays marked, whatever is watched meanwhile
        return Mongo.one(watched.updateOne(and(eq("_id", id), eq("rev", next.rev())), new Document("$set", document)))
                .map(result -> result.getMatchedCount() == 1);
    }

    Future<Void> told(Watched told) {
        return Mongo.one(watched.updateOne(eq("_id", id(told)), combine(unset("untold"), unset("triedAt"))))
                .mapEmpty();
    }

    /** It could not be told this time; the others come first. */
    Future<Void> later(Watched untold, Instant now) {
        return Mongo.one(watched.updateOne(
                        and(eq("_id", id(untold)), eq("untold", true)), set("triedAt", Date.from(now))))
                .mapEmpty();
    }

    /** It can never be told: it counts no more, and says why. */
    Future<Void> settle(Watched untold, Unsettled why) {
        return Mongo.one(watched.updateOne(
                        and(eq("_id", id(untold)), eq("untold", true)),
                        combine(
                                set("madeUp", wire(MadeUp.NOT_YET)),
                                set("unsettled", wire(why)),
                                set("session", null),
                                set("reachedAt", null),
                                unset("untold"),
                                unset("triedAt"),
                                inc("rev", 1L))))
                .mapEmpty();
    }

    private static String id(Watched watched) {
        return id(watched.recording(), watched.person());
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String id(String recording, String person) {
        return recording + "|" + person;
    }

    private static Document write(Watched watched) {
        List<Integer> flat = new ArrayList<>();
        watched.seen().spans().forEach(span -> {
            flat.add(span.from());
            flat.add(span.until());
        });
        return new Document("recording", watched.recording())
                .append("person", watched.person())
                .append("seen", flat)
                .append("at", date(watched.at()))
                .append("allowance", watched.allowance())
                .append("position", watched.position())
                .append("madeUp", wire(watched.madeUp()))
                .append("reachedAt", date(watched.reachedAt()))
                .append("session", watched.session())
                .append("unsettled", watched.unsettled() == null ? null : wire(watched.unsettled()));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static Watched watched(Document document) {
        List<Integer> flat = document.getList("seen", Integer.class, List.of());
        List<Seconds.Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) spans.add(new Seconds.Span(flat.get(i), flat.get(i + 1)));
        String unsettled = document.getString("unsettled");
        return new Watched(
                document.getString("recording"),
                document.getString("person"),
                document.get("rev", Number.class).longValue(),
                new Seconds(spans),
                instant(document.getDate("at")),
                document.get("allowance", Number.class).doubleValue(),
                document.getInteger("position", 0),
                MadeUp.valueOf(document.getString("madeUp").toUpperCase(Locale.ROOT)),
                instant(document.getDate("reachedAt")),
                document.getString("session"),
                unsettled == null ? null : Unsettled.valueOf(unsettled.toUpperCase(Locale.ROOT)));
    }
}
