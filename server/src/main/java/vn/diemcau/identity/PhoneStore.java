package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** Phones that people activated: a secret in an HttpOnly cookie for 90 days, and which accounts may sign in there by PIN. */
final class PhoneStore {
    static final Duration KEPT = Duration.ofDays(90);
    private static final String NAME = "phones";
    static final List<Index> INDEXES = List.of(Index.on(NAME, "accounts"), Index.on(NAME, "until"));

    private final MongoCollection<Document> phones;
    private final InstantSource clock;

    PhoneStore(Mongo mongo, InstantSource clock) {
        phones = mongo.collection(NAME);
        this.clock = clock;
    }

    /** Lets the account sign in on the phone; the 90 days begin anew. */
    Future<Void> admit(String phone, String account) {
        Date until = Date.from(clock.instant().plus(KEPT));
        return Mongo.one(phones.updateOne(
                        eq("_id", phone),
                        combine(addToSet("accounts", account), set("until", until)),
                        new UpdateOptions().upsert(true)))
                .mapEmpty();
    }

    /** The accounts that may sign in on the phone. */
    Future<List<String>> accounts(String phone) {
        return Mongo.first(phones.find(and(eq("_id", phone), gt("until", Date.from(clock.instant()))))
                        .batchSize(1))
                .map(found -> found.map(document -> document.getList("accounts", String.class))
                        .orElse(List.of()));
    }

    /** Takes the account off every phone: when a new code was issued, or by the person's wish. */
    Future<Void> revoke(String account) {
        return Mongo.one(phones.updateMany(eq("accounts", account), pull("accounts", account)))
                .mapEmpty();
    }
}
