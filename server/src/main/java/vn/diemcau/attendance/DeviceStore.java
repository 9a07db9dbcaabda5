package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The devices opened at sites, and what their seals proved: {@code devices} and {@code seals}. */
final class DeviceStore {
    static final List<Index> INDEXES = List.of(
            Index.on("devices", "session", "site"),
            Index.on("seals", "entries"),
            Index.on("seals", "session", "device"));

    private static final long REMEMBERED_MILLIS = 5_000;

    private final MongoCollection<Document> devices;
    private final MongoCollection<Document> seals;
    private final Recent<SiteDevice> recent = new Recent<>(REMEMBERED_MILLIS);

    DeviceStore(Mongo mongo) {
        devices = mongo.collection("devices");
        seals = mongo.collection("seals");
    }

    Future<Void> add(
            String id,
            String session,
            String site,
            String name,
            boolean door,
            @Nullable Map<String, Object> publicKey,
            Instant at) {
        Document document = new Document("_id", id)
                .append("session", session)
                .append("site", site)
                .append("name", name)
                .append("door", door)
                .append("publicKey", publicKey == null ? null : new Document(publicKey))
                .append("openedAt", Date.from(at))
                .append("lastN", 0L)
                .append("missing", 0L);
        return Mongo.one(devices.insertOne(document)).mapEmpty();
    }

    Future<Optional<SiteDevice>> one(String id) {
        return Mongo.first(devices.find(eq("_id", id)).batchSize(1)).map(found -> found.map(DeviceStore::read));
    }

    /** As of a few seconds ago, for the door. */
    Future<Optional<SiteDevice>> lately(String id) {
        return recent.get(List.of(id), ids -> one(id).map(
                                found -> found.map(device -> Map.of(id, device)).orElse(Map.of())))
                .map(found -> Optional.ofNullable(found.get(id)));
    }

    Future<List<SiteDevice>> of(String session) {
        return Mongo.all(devices.find(eq("session", session)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(DeviceStore::read).toList());
    }

    Future<Integer> count(String session, String site) {
        return Mongo.one(devices.countDocuments(and(eq("session", session), eq("site", site))))
                .map(Long::intValue);
    }

    /** Revokes once; the first word stands. */
    Future<Void> revoke(String id, String by, Instant at) {
        return Mongo.one(devices.updateOne(
                        and(eq("_id", id), exists("revokedAt", false)),
                        combine(set("revokedAt", Date.from(at)), set("revokedBy", by))))
                .<Void>mapEmpty()
                .onComplete(done -> recent.forget(id));
    }

    /** Moves the end of the device's chain forward; an older batch sent again moves nothing. */
    Future<Void> advance(SiteDevice device, long n, String hash, long missing, Instant at, @Nullable Long offset) {
        return Mongo.one(devices.updateOne(
                        and(eq("_id", device.id()), lt("lastN", n)),
                        combine(
                                set("lastN", n),
                                set("lastHash", hash),
                                set("missing", device.missing() + missing),
                                set("lastAt", Date.from(at)),
                                set("offsetMillis", offset))))
                .<Void>mapEmpty()
                .onComplete(done -> recent.forget(device.id()));
    }

    /** Keeps what a seal proved; the same seal again is once. Its lines are kept where somebody has to look at them. */
    Future<Void> keep(Sealed sealed, String device, Sealed.Verdict verdict, List<String> ids, String by, Instant at) {
        String session = sealed.session();
        Document document = new Document("session", session)
                .append("site", sealed.site())
                .append("device", device)
                .append("verdict", verdict.wire())
                .append("entries", ids.stream().map(id -> session + "|" + id).toList())
                .append("by", by)
                .append("at", Date.from(at));
        if (verdict.held()) document.append("lines", sealed.lines());
        return Mongo.one(seals.updateOne(
                        eq("_id", session + "|" + device + "|" + sealed.fingerprint()),
                        setOnInsert(document),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    /** What the seals of these entries proved, by the entry's id. */
    Future<Map<String, String>> verdicts(String session, Collection<String> entries) {
        if (entries.isEmpty()) return Future.succeededFuture(Map.of());
        List<String> keys = entries.stream().map(id -> session + "|" + id).toList();
        return Mongo.all(seals.find(in("entries", keys)).batchSize(Mongo.BATCH)).map(found -> {
            Map<String, String> verdicts = new HashMap<>();
            for (Document seal : found) {
                for (String entry : seal.getList("entries", String.class)) {
                    verdicts.put(entry.substring(session.length() + 1), seal.getString("verdict"));
                }
            }
            return verdicts;
        });
    }

    /** Entries that were not taken because of their seal, with what they said. */
    Future<List<Held>> held(String session) {
        return Mongo.all(
                        seals.find(and(eq("session", session), exists("lines"))).batchSize(Mongo.BATCH))
                .map(found -> found.stream()
                        .map(seal -> new Held(
                                seal.getString("_id"),
                                seal.getString("device"),
                                seal.getString("verdict"),
                                seal.getList("lines", String.class)))
                        .toList());
    }

    /** Entries that were not taken because of their seal. */
    record Held(String id, String device, String verdict, List<String> lines) {}

    /** Somebody has looked at them and taken them. */
    Future<Void> accepted(Collection<String> ids) {
        if (ids.isEmpty()) return Future.succeededFuture();
        return Mongo.one(seals.updateMany(in("_id", ids), combine(set("verdict", "accepted"), unset("lines"))))
                .mapEmpty();
    }

    Future<Void> delete(String session) {
        return Mongo.one(devices.deleteMany(eq("session", session)))
                .compose(done -> Mongo.one(seals.deleteMany(eq("session", session))))
                .mapEmpty();
    }

    private static SiteDevice read(Document document) {
        Document key = document.get("publicKey", Document.class);
        return new SiteDevice(
                document.getString("_id"),
                document.getString("session"),
                document.getString("site"),
                document.getString("name"),
                Boolean.TRUE.equals(document.getBoolean("door")),
                key == null ? null : Map.copyOf(key),
                document.getDate("openedAt").toInstant(),
                AttendanceDocument.instant(document.getDate("revokedAt")),
                document.getString("revokedBy"),
                number(document.get("lastN")),
                document.getString("lastHash"),
                AttendanceDocument.instant(document.getDate("lastAt")),
                document.get("offsetMillis") == null ? null : number(document.get("offsetMillis")),
                number(document.get("missing")));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
