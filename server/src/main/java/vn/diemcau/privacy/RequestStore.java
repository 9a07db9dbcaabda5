package vn.diemcau.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;

/** The documents of requests about one's own data. */
final class RequestStore {
    static final String NAME = "data_requests";
    static final List<Index> INDEXES =
            List.of(Index.on(NAME, "person", "filedAt"), Index.on(NAME, "state", "unitPath", "filedAt"));
    private static final int MOST = 500;
    private static final List<String> OPEN =
            List.of(DataRequest.State.FILED.name(), DataRequest.State.ACKNOWLEDGED.name());

    private final MongoCollection<Document> requests;

    RequestStore(Mongo mongo) {
        requests = mongo.collection(NAME);
    }

    /** The same id twice is once. */
    Future<Void> insert(DataRequest request) {
        Document document = new Document("_id", request.id())
                .append("person", request.person())
                .append("name", request.name())
                .append("unitPath", request.unitPath())
                .append("kind", request.kind().name())
                .append("text", request.text())
                .append("filedAt", Date.from(request.filedAt()))
                .append("state", request.state().name());
        return Mongo.one(requests.insertOne(document))
                .<Void>mapEmpty()
                .recover(failure ->
                        Mongo.isDuplicateKey(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    Future<Optional<DataRequest>> of(String id) {
        return Mongo.first(requests.find(eq("_id", id)).batchSize(1)).map(found -> found.map(RequestStore::read));
    }

    Future<List<DataRequest>> ofPerson(String person) {
        return list(eq("person", person), -1);
    }

    /** Those that wait in the subtree, the oldest first. */
    Future<List<DataRequest>> open(String unitPath) {
        Bson waiting = in("state", OPEN);
        return list(unitPath.equals("/") ? waiting : and(waiting, regex("unitPath", "^" + Pattern.quote(unitPath))), 1);
    }

    private Future<List<DataRequest>> list(Bson which, int order) {
        return Mongo.all(requests.find(which)
                        .sort(new Document("filedAt", order))
                        .batchSize(Mongo.BATCH)
                        .limit(MOST))
                .map(found -> found.stream().map(RequestStore::read).toList());
    }

    /** False when it was answered meanwhile. */
    Future<Boolean> answer(String id, DataRequest.State state, String answer, String by, Instant at) {
        return Mongo.one(requests.updateOne(
                        and(eq("_id", id), in("state", OPEN)),
                        combine(
                                set("state", state.name()),
                                set("answer", answer),
                                set("by", by),
                                set("answeredAt", Date.from(at)))))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static DataRequest read(Document document) {
        return new DataRequest(
                document.getString("_id"),
                document.getString("person"),
                document.getString("name"),
                document.getString("unitPath"),
                DataRequest.Kind.valueOf(document.getString("kind")),
                document.getString("text"),
                document.getDate("filedAt").toInstant(),
                DataRequest.State.valueOf(document.getString("state")),
                document.getString("answer"),
                document.getString("by"),
                instant(document.getDate("answeredAt")));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
