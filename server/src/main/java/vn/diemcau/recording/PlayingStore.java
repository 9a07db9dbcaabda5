package vn.diemcau.recording;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.problem.Problem;

/** On which page each person plays just now: one page, whatever it plays; and since when time has not been accounted for. */
final class PlayingStore {
    static final List<Index> INDEXES = List.of(Index.on("playing", "person"));
    /** A page that has said nothing for so long plays no more. */
    static final Duration SILENT = Duration.ofSeconds(25);

    private final MongoCollection<Document> playing;

    PlayingStore(Mongo mongo) {
        playing = mongo.collection("playing");
    }

    /**
     * The page plays from here on, and the time since the answered instant is its own: the person's last report, of whatever recording;
     * empty for the first. Fails with plays_elsewhere while another page plays that it may not take over from.
     */
    Future<Optional<Instant>> begin(String person, String stream, boolean takeOver, Instant now) {
        Bson mine = takeOver
                ? eq("_id", person)
                : and(eq("_id", person), or(eq("stream", stream), lte("at", Date.from(now.minus(SILENT)))));
        return Mongo.first(playing.findOneAndUpdate(
                        mine,
                        combine(set("stream", stream), set("at", Date.from(now))),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE)))
                .compose(before -> before.isPresent()
                        ? Future.succeededFuture(
                                before.map(there -> there.getDate("at").toInstant()))
                        : first(person, stream, now));
    }

    private Future<Optional<Instant>> first(String person, String stream, Instant now) {
        Document document = new Document("_id", person)
                .append("person", person)
                .append("stream", stream)
                .append("at", Date.from(now));
        return Mongo.one(playing.insertOne(document))
                .map(Optional.<Instant>empty())
                .recover(failure -> Future.failedFuture(
                        Mongo.isDuplicateKey(failure)
                                ? Problem.conflict("plays_elsewhere", "A recording plays on another page of yours.")
                                : failure));
    }
}
