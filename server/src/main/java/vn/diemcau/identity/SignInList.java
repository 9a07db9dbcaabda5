package vn.diemcau.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import org.bson.Document;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.SignedIn;

/** Use cases of whoever looks where they are signed in, and ends what is not theirs or not needed. */
final class SignInList {
    private final SignInStore store;
    private final SignIns signIns;
    private final Audit audit;
    private final InstantSource clock;

    SignInList(SignInStore store, SignIns signIns, Audit audit, InstantSource clock) {
        this.store = store;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    Future<JsonObject> of(RoutingContext ctx, SignedIn by) {
        String here = signIns.id(ctx).orElse("");
        return store.ofAccount(by.account(), clock.instant()).map(found -> {
            JsonArray items = new JsonArray();
            found.forEach(document -> items.add(json(document, here)));
            return new JsonObject().put("items", items);
        });
    }

    private static JsonObject json(Document document, String here) {
        return new JsonObject()
                .put("id", document.getString("_id"))
                .put("here", document.getString("_id").equals(here))
                .put("agent", document.get("agent", ""))
                .put("from", document.get("from", ""))
                .put("byPin", document.containsKey("device"))
                .put("createdAt", document.getDate("createdAt").toInstant().toString())
                .put("seenAt", document.getDate("seenAt").toInstant().toString())
                .put("expiresAt", document.getDate("expiresAt").toInstant().toString());
    }

    /** Ends one of one's own; of anybody else's nothing happens. */
    Future<Void> end(SignedIn by, String id) {
        return ended(by, signIns.end(and(eq("account", by.account()), eq("_id", id))));
    }

    /** Ends all of one's own but this browser's. */
    Future<Void> endOthers(RoutingContext ctx, SignedIn by) {
        String here = signIns.id(ctx).orElse("");
        return ended(by, signIns.end(and(eq("account", by.account()), ne("_id", here))));
    }

    private Future<Void> ended(SignedIn by, Future<Void> ending) {
        return ending.compose(done -> audit.add(by.account(), "sign_ins_ended", "account/" + by.account(), by.did()));
    }
}
