package vn.diemcau.privacy;

import static com.mongodb.client.model.Filters.lt;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import vn.diemcau.audit.Audit;
import vn.diemcau.mongo.Holding;
import vn.diemcau.mongo.Mongo;

/** Deletes what is older than its kind is kept, for good; first it can be asked what would go. */
final class Retention {
    private final Mongo mongo;
    private final List<Holding> aging;
    private final Map<String, Integer> days;
    private final Audit audit;
    private final InstantSource clock;

    /** @param days by kind, where the operator decided otherwise; 0 keeps for ever */
    Retention(Mongo mongo, List<Holding> holdings, Map<String, Integer> days, Audit audit, InstantSource clock) {
        this.mongo = mongo;
        aging = holdings.stream().filter(holding -> !holding.dated().isEmpty()).toList();
        this.days = days;
        this.audit = audit;
        this.clock = clock;
    }

    /** Each kind that ages: for how long it is kept, from when on it would go, and how many are due now. Nothing is deleted. */
    Future<JsonArray> preview() {
        JsonArray kinds = new JsonArray();
        Instant now = clock.instant();
        Future<Void> chain = Future.succeededFuture();
        for (Holding kind : aging) {
            chain = chain.compose(done -> days(kind) == 0
                            ? Future.succeededFuture(0L)
                            : Mongo.one(mongo.collection(kind.collection()).countDocuments(due(kind, now))))
                    .map(count -> {
                        kinds.add(new JsonObject()
                                .put("kind", kind.collection())
                                .put("days", days(kind))
                                .put("due", count));
                        return null;
                    });
        }
        return chain.map(kinds);
    }

    /** Deletes what is due; how many of each kind went. */
    Future<JsonObject> run(String by) {
        JsonObject gone = new JsonObject();
        Instant now = clock.instant();
        Future<Void> chain = Future.succeededFuture();
        for (Holding kind : aging) {
            if (days(kind) == 0) continue;
            chain = chain.compose(done ->
                            Mongo.one(mongo.collection(kind.collection()).deleteMany(due(kind, now))))
                    .map(deleted -> {
                        if (deleted.getDeletedCount() > 0) gone.put(kind.collection(), deleted.getDeletedCount());
                        return null;
                    });
        }
        return chain.compose(done -> gone.isEmpty()
                        ? Future.succeededFuture()
                        : audit.add(by, "retention_run", "installation", gone))
                .map(gone);
    }

    private int days(Holding kind) {
        return days.getOrDefault(kind.collection(), kind.days());
    }

    private Bson due(Holding kind, Instant now) {
        return lt(kind.dated(), Date.from(now.minus(Duration.ofDays(days(kind)))));
    }
}
