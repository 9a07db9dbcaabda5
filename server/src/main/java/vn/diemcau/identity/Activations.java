package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/**
 * Single-use codes by which a person gets a PIN: one on the slip that the unit prints (30 days), one when somebody who sees the person
 * presses "Cấp lại mã" (15 minutes). A person has one code at a time; only its keyed hash is stored.
 */
final class Activations {
    static final Duration SLIP = Duration.ofDays(30);
    static final Duration REISSUED = Duration.ofMinutes(15);
    private static final Duration CHOOSING = Duration.ofMinutes(15);
    private static final String NAME = "activations";
    static final List<Index> INDEXES = List.of(Index.uniqueSparseOn(NAME, "code"), Index.uniqueSparseOn(NAME, "token"));

    private final MongoCollection<Document> activations;
    private final Secrets secrets;
    private final InstantSource clock;

    Activations(Mongo mongo, Secrets secrets, InstantSource clock) {
        activations = mongo.collection(NAME);
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A new code for the person, ten letters; the one before is void. Completes when durable. */
    Future<String> issue(String person, Duration valid) {
        String code = secrets.code(10);
        Document document = new Document("_id", person)
                .append("code", secrets.sealed(code))
                .append("until", Date.from(clock.instant().plus(valid)));
        return Mongo.one(activations.replaceOne(eq("_id", person), document, new ReplaceOptions().upsert(true)))
                .map(done -> code);
    }

    /** Whose code it is, while it is valid; the code stays good until a PIN is chosen. */
    Future<Optional<String>> person(String typed) {
        return Mongo.first(activations
                        .find(eq("code", secrets.sealed(Secrets.tidy(typed))))
                        .batchSize(1))
                .map(found -> found.filter(this::valid).map(document -> document.getString("_id")));
    }

    /** A token with which the person, having shown code and year of birth, may choose a PIN within 15 minutes. */
    Future<String> admit(String person) {
        String token = secrets.token();
        return Mongo.one(activations.updateOne(
                        and(eq("_id", person), exists("code")),
                        combine(
                                set("token", secrets.sealed(token)),
                                set("tokenUntil", Date.from(clock.instant().plus(CHOOSING))))))
                .map(done -> token);
    }

    /** Uses the token up, and with it the code: the person, or empty when it is unknown, used or too old. */
    Future<Optional<String>> use(String token) {
        return Mongo.first(activations.findOneAndDelete(eq("token", secrets.sealed(token))))
                .map(found -> found.filter(document -> clock.instant()
                                .isBefore(document.getDate("tokenUntil").toInstant()))
                        .map(document -> document.getString("_id")));
    }

    private boolean valid(Document document) {
        return clock.instant().isBefore(document.getDate("until").toInstant());
    }
}
