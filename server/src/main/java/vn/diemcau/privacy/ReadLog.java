package vn.diemcau.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.http.SignedIn;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Who looked at whose record, kept for twelve months: once an hour for the same reader, page and record. A list of many is kept once,
 * with its unit or session; whoever is in it finds it there.
 */
public final class ReadLog {
    static final String NAME = "reads";
    static final int DAYS = 366;
    static final List<Index> INDEXES = List.of(
            Index.sparseOn(NAME, "person", "at"),
            Index.sparseOn(NAME, "session", "at"),
            Index.sparseOn(NAME, "unit", "at"),
            Index.on(NAME, "at"));

    private static final int KNOWN = 20_000;
    private static final int MOST = 2_000;

    private final MongoCollection<Document> reads;
    private final InstantSource clock;
    private final Map<String, Boolean> known = Collections.synchronizedMap(new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KNOWN;
        }
    });

    /**
     * What was looked at.
     *
     * @param what a stable name of the page, such as {@code /persons/{person}}
     * @param person the one person, or null for a list
     * @param session the list's session, or null
     * @param unit the list's unit, or null
     */
    public record Seen(
            String what,
            @Nullable String person,
            @Nullable String session,
            @Nullable String unit) {}

    public ReadLog(Mongo mongo, InstantSource clock) {
        reads = mongo.collection(NAME);
        this.clock = clock;
    }

    /** Keeps what is not kept of this hour already; completes when it is durable. */
    public Future<Void> keep(SignedIn by, Collection<Seen> all, String from) {
        Instant now = clock.instant();
        List<WriteModel<Document>> fresh = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Seen seen : all) {
            String id = id(by, seen, now);
            if (known.containsKey(id)) continue;
            ids.add(id);
            fresh.add(new UpdateOneModel<>(
                    eq("_id", id), combine(fields(by, seen, from, now)), new UpdateOptions().upsert(true)));
        }
        if (fresh.isEmpty()) return Future.succeededFuture();
        return Mongo.one(reads.bulkWrite(fresh, new BulkWriteOptions().ordered(false)))
                .<Void>mapEmpty()
                // two requests at once write the same line
                .recover(failure -> isTwice(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                .onSuccess(done -> ids.forEach(id -> known.put(id, true)));
    }

    private static boolean isTwice(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }

    private static String id(SignedIn by, Seen seen, Instant now) {
        return String.join(
                "|",
                by.account(),
                seen.what(),
                String.valueOf(seen.person()),
                String.valueOf(seen.session()),
                String.valueOf(seen.unit()),
                now.truncatedTo(ChronoUnit.HOURS).toString());
    }

    private static List<Bson> fields(SignedIn by, Seen seen, String from, Instant now) {
        List<Bson> fields = new ArrayList<>(List.of(
                setOnInsert("at", Date.from(now)),
                setOnInsert("by", by.account()),
                setOnInsert("name", by.name()),
                setOnInsert("what", seen.what()),
                setOnInsert("from", from)));
        if (seen.person() != null) fields.add(setOnInsert("person", seen.person()));
        if (seen.session() != null) fields.add(setOnInsert("session", seen.session()));
        if (seen.unit() != null) fields.add(setOnInsert("unit", seen.unit()));
        return fields;
    }

    /** Who looked at the person, or at lists of these sessions and units, the latest first. */
    Future<List<Document>> about(String person, Collection<String> sessions, Collection<String> units, Instant since) {
        Bson late = gt("at", Date.from(since));
        Bson listed = and(eq("person", null), or(in("session", sessions), in("unit", units)));
        return Mongo.all(reads.find(and(late, or(eq("person", person), listed)))
                .sort(new Document("at", -1))
                .batchSize(Mongo.BATCH)
                .limit(MOST));
    }
}
