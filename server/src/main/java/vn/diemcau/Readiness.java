package vn.diemcau;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.diemcau.embedded.EmbeddedStore;
import vn.diemcau.embedded.StoreFacts;
import vn.diemcau.mongo.Mongo;

/** Whether the server can serve, and by which store with which limits; for the machine's operator. */
final class Readiness {

    private static final long PATIENCE_SECONDS = 5;

    private final Vertx vertx;
    private final Mongo mongo;
    private final @Nullable EmbeddedStore embedded;

    Readiness(Vertx vertx, Mongo mongo, @Nullable EmbeddedStore embedded) {
        this.vertx = vertx;
        this.mongo = mongo;
        this.embedded = embedded;
    }

    void mount(Router health) {
        health.get("/health/ready").respond(this::ready);
    }

    private Future<JsonObject> ready(RoutingContext context) {
        return Mongo.first(mongo.database().runCommand(new Document("ping", 1)))
                .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .compose(pong -> vertx.executeBlocking(this::store, false))
                .map(store -> new JsonObject().put("status", "up").put("store", store))
                .recover(failure -> {
                    context.response().setStatusCode(503);
                    return Future.succeededFuture(
                            new JsonObject().put("status", "down").put("store", "does not answer"));
                });
    }

    private JsonObject store() {
        if (embedded == null) {
            return new JsonObject().put("kind", "MongoDB by URI");
        }
        StoreFacts facts = embedded.facts();
        return new JsonObject()
                .put("kind", "embedded")
                .put("file", facts.file().toString())
                .put("bytes", facts.bytes())
                .put("logBytes", facts.logBytes())
                .put("limits", facts.limits());
    }
}
