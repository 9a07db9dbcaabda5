package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;

/** HTTP in, HTTP out: the recording agents' tokens, for the installation's administrator. */
final class RecorderTokenRoutes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecorderStore recorders;
    private final Audit audit;
    private final InstantSource clock;

    RecorderTokenRoutes(RecorderStore recorders, Audit audit, InstantSource clock) {
        this.recorders = recorders;
        this.audit = audit;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/recorders", Action.MANAGE_INSTALLATION, this::recorders);
        api.post("/recorders", Action.MANAGE_INSTALLATION, this::addRecorder);
        api.delete("/recorders/{recorder}", Action.MANAGE_INSTALLATION, this::deleteRecorder);
    }

    private Future<JsonObject> recorders(RoutingContext ctx) {
        return recorders.all().map(all -> {
            JsonArray items = new JsonArray();
            all.forEach(recorder -> items.add(RecordingJson.of(recorder)));
            return new JsonObject().put("items", items);
        });
    }

    /** The token is shown this once. */
    private Future<Api.Reply> addRecorder(RoutingContext ctx) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Recorder recorder =
                new Recorder(UUID.randomUUID().toString(), Input.of(ctx).text("name"), clock.instant(), null, -1, 0, 0);
        return recorders
                .add(recorder, token)
                .compose(done -> audited(ctx, "recorder_added", recorder.id(), recorder.name()))
                .map(done -> Api.Reply.created(RecordingJson.of(recorder).put("token", token)));
    }

    private Future<Void> deleteRecorder(RoutingContext ctx) {
        String id = Input.of(ctx).path("recorder");
        return recorders.delete(id).compose(there -> {
            if (!there) throw Viewers.missing();
            return audited(ctx, "recorder_deleted", id, null);
        });
    }

    private Future<Void> audited(RoutingContext ctx, String what, String id, @Nullable String name) {
        SignedIn by = SignedIn.of(ctx);
        return audit.add(by.account(), what, "recorder/" + id, by.did(new JsonObject().put("recorder", name)));
    }
}
