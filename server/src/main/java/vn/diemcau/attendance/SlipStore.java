package vn.diemcau.attendance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Slips, found by an HMAC of their code and kept sealed so that they can be printed again. */
final class SlipStore {
    static final List<Index> INDEXES = List.of(Index.uniqueOn("slips", "code"), Index.on("slips", "session"));

    private final MongoCollection<Document> slips;

    SlipStore(Mongo mongo) {
        slips = mongo.collection("slips");
    }

    /** A slip as kept. */
    record Slip(String session, String site, byte[] sealed) {}

    private static Slip read(Document document) {
        return new Slip(
                document.getString("session"),
                document.getString("site"),
                document.get("sealed", Binary.class).getData());
    }

    Future<List<Slip>> of(String session) {
        return Mongo.all(slips.find(eq("session", session)).batchSize(Mongo.BATCH))
                .map(found -> found.stream().map(SlipStore::read).toList());
    }

    Future<Optional<Slip>> byCode(String hashed) {
        return Mongo.first(slips.find(eq("code", hashed)).batchSize(1)).map(found -> found.map(SlipStore::read));
    }

    /** Makes the slip of a site if it has none; the first one stands. */
    Future<Void> make(String session, String site, String hashed, byte[] sealed, Instant at) {
        return Mongo.one(slips.updateOne(
                        eq("_id", session + "|" + site),
                        combine(
                                setOnInsert("session", session),
                                setOnInsert("site", site),
                                setOnInsert("code", hashed),
                                setOnInsert("sealed", new Binary(sealed)),
                                setOnInsert("at", Date.from(at))),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    Future<Void> delete(String session) {
        return Mongo.one(slips.deleteMany(eq("session", session))).mapEmpty();
    }
}
