package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
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

/** What each person has seen of each recording; {@code untold} marks what attendance has not been told yet. */
final class WatchStore {
    static final List<Index> INDEXES = List.of(
            Index.on("watched", "recording"), Index.on("watched", "person"), Index.sparseOn("watched", "untold"));

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

    Future<List<Watched>> untold() {
        return Mongo.all(watched.find(eq("untold", true)).batchSize(100).limit(100))
                .map(found -> found.stream().map(WatchStore::watched).toList());
    }

    /** Keeps it if nobody changed it since it was read; false when somebody did. */
    Future<Boolean> keep(Watched next, boolean untold) {
        String id = id(next.recording(), next.person());
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
        return Mongo.one(watched.updateOne(eq("_id", id(told.recording(), told.person())), unset("untold")))
                .mapEmpty();
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
                .append("stream", watched.stream())
                .append("at", date(watched.at()))
                .append("allowance", watched.allowance())
                .append("position", watched.position())
                .append("madeUp", watched.madeUp().name().toLowerCase(Locale.ROOT))
                .append("reachedAt", date(watched.reachedAt()));
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
        return new Watched(
                document.getString("recording"),
                document.getString("person"),
                document.get("rev", Number.class).longValue(),
                new Seconds(spans),
                document.getString("stream"),
                instant(document.getDate("at")),
                document.get("allowance", Number.class).doubleValue(),
                document.getInteger("position", 0),
                MadeUp.valueOf(document.getString("madeUp").toUpperCase(Locale.ROOT)),
                instant(document.getDate("reachedAt")));
    }
}
