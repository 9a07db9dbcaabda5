package vn.diemcau.meeting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
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
import vn.diemcau.mongo.Mongo;

/** How far each Prosody's journal was read, and which node reads it now. */
final class CursorStore {
    private final MongoCollection<Document> servers;

    CursorStore(Mongo mongo) {
        servers = mongo.collection("meeting_servers");
    }

    /** Whether this node may read the server's journal until then. The lease saves work; the revision gives correctness. */
    Future<Boolean> lease(String server, String node, Instant now, Instant until) {
        return Mongo.one(servers.updateOne(
                        and(eq("_id", server), or(eq("leaseBy", node), lte("leaseUntil", Date.from(now)))),
                        combine(set("leaseBy", node), set("leaseUntil", Date.from(until)), setOnInsert("rev", 0L)),
                        new UpdateOptions().upsert(true)))
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** Others need not wait for the lease to end. */
    Future<Void> release(String server, String node) {
        return Mongo.one(servers.updateOne(
                        and(eq("_id", server), eq("leaseBy", node)), set("leaseUntil", Date.from(Instant.EPOCH))))
                .mapEmpty();
    }

    Future<Cursor> get(String server) {
        return Mongo.first(servers.find(eq("_id", server)).batchSize(1))
                .map((Optional<Document> found) -> found.map(CursorStore::read).orElse(Cursor.fresh(server)));
    }

    /** Keeps the cursor over the revision it was read at; false when another has moved it since. */
    Future<Boolean> move(Cursor cursor) {
        return Mongo.one(servers.updateOne(
                        and(eq("_id", cursor.server()), eq("rev", cursor.rev())),
                        new Document("$set", document(cursor).append("rev", cursor.rev() + 1))))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Document document(Cursor cursor) {
        List<Document> alarms = new ArrayList<>();
        for (Cursor.Alarm alarm : cursor.alarms()) {
            alarms.add(new Document("what", alarm.what().wire())
                    .append("at", Date.from(alarm.at()))
                    .append("from", alarm.from())
                    .append("to", alarm.to()));
        }
        Cursor.Doubt doubt = cursor.place().doubt();
        return new Document("journal", cursor.place().journal())
                .append("boot", cursor.place().boot())
                .append("seq", cursor.place().seq())
                .append("loose", cursor.place().loose())
                .append("check", cursor.place().check())
                .append("doubtSince", doubt == null ? null : Date.from(doubt.since()))
                .append("doubtUntil", doubt == null || doubt.until() == null ? null : Date.from(doubt.until()))
                .append(
                        "pulledAt",
                        cursor.health().pulledAt() == null
                                ? null
                                : Date.from(cursor.health().pulledAt()))
                .append(
                        "eventAt",
                        cursor.health().eventAt() == null
                                ? null
                                : Date.from(cursor.health().eventAt()))
                .append("lag", cursor.health().lagMillis())
                .append("offset", cursor.health().offsetMillis())
                .append("durable", cursor.health().durable())
                .append("fault", cursor.health().fault())
                .append("failure", cursor.health().failure())
                .append("lines", cursor.health().lines())
                .append("alarmCount", cursor.alarmCount())
                .append("alarms", alarms);
    }

    private static Cursor read(Document document) {
        if (document.getLong("seq") == null) {
            return Cursor.fresh(document.getString("_id"));
        }
        List<Cursor.Alarm> alarms = new ArrayList<>();
        for (Document alarm : document.getList("alarms", Document.class, List.of())) {
            alarms.add(new Cursor.Alarm(
                    Cursor.What.valueOf(alarm.getString("what").toUpperCase(Locale.ROOT)),
                    alarm.getDate("at").toInstant(),
                    alarm.getLong("from"),
                    alarm.getLong("to")));
        }
        Date pulled = document.getDate("pulledAt");
        Date event = document.getDate("eventAt");
        Cursor.Place place = new Cursor.Place(
                document.getString("journal"),
                document.getString("boot"),
                document.getLong("seq"),
                document.getBoolean("loose", false),
                document.getBoolean("check", true),
                doubt(document.getDate("doubtSince"), document.getDate("doubtUntil")));
        Cursor.Health health = new Cursor.Health(
                pulled == null ? null : pulled.toInstant(),
                event == null ? null : event.toInstant(),
                document.getLong("lag"),
                document.getLong("offset"),
                document.getBoolean("durable", true),
                document.getString("fault"),
                document.getString("failure"),
                document.getLong("lines"));
        return new Cursor(
                document.getString("_id"),
                document.getLong("rev"),
                place,
                health,
                document.getInteger("alarmCount", 0),
                alarms);
    }

    private static Cursor.@Nullable Doubt doubt(@Nullable Date since, @Nullable Date until) {
        return since == null ? null : new Cursor.Doubt(since.toInstant(), until == null ? null : until.toInstant());
    }
}
