package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import vn.diemcau.access.Action;
import vn.diemcau.audit.Audit;
import vn.diemcau.http.Api;
import vn.diemcau.http.Input;
import vn.diemcau.http.SignedIn;
import vn.diemcau.problem.Problem;

/** HTTP of the tokens of recording agents: made, shown once, renewed with an overlap, taken back. */
final class RecorderTokenRoutes {
    /** How long a token that was replaced still holds: long enough to bring the new one to the machine. */
    private static final Duration OVERLAP = Duration.ofDays(2);

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
        api.get("/recorders", Action.MANAGE_INSTALLATION, this::all);
        api.post("/recorders", Action.MANAGE_INSTALLATION, this::add);
        api.post("/recorders/{recorder}/token", Action.MANAGE_INSTALLATION, this::renew);
        api.delete("/recorders/{recorder}", Action.MANAGE_INSTALLATION, this::delete);
    }

    private Future<JsonObject> all(RoutingContext ctx) {
        Instant now = clock.instant();
        return recorders.all().map(all -> {
            JsonArray items = new JsonArray();
            all.forEach(recorder -> items.add(RecordingJson.of(recorder, now)));
            return new JsonObject().put("items", items);
        });
    }

    private static String token() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The token is shown this once. */
    private Future<Api.Reply> add(RoutingContext ctx) {
        Input in = Input.of(ctx);
        String token = token();
        Instant now = clock.instant();
        Recorder recorder = Recorder.fresh(UUID.randomUUID().toString(), in.text("name"), host(in), now);
        return recorders
                .add(recorder, token)
                .compose(done -> audited(ctx, "recorder_added", recorder))
                .map(done -> Api.Reply.created(RecordingJson.of(recorder, now).put("token", token)));
    }

    private static String host(Input in) {
        String host = in.optional("host").orElse("");
        if (!host.isEmpty() && !host.matches("[0-9a-fA-F.:]{2,45}"))
            throw Problem.invalid("host", "host_form", "An address such as 10.0.0.7, or nothing for any.");
        return host;
    }

    /** A new token beside the present one, which holds for two more days. */
    private Future<JsonObject> renew(RoutingContext ctx) {
        String token = token();
        Instant now = clock.instant();
        return recorders
                .renew(Input.of(ctx).path("recorder"), token, now, now.plus(OVERLAP))
                .map(found -> found.orElseThrow(Viewers::missing))
                .compose(recorder -> audited(ctx, "recorder_renewed", recorder)
                        .map(done -> RecordingJson.of(recorder, now).put("token", token)));
    }

    private Future<Void> delete(RoutingContext ctx) {
        String id = Input.of(ctx).path("recorder");
        return recorders.all().compose(all -> recorders.delete(id).compose(there -> {
            if (!there) throw Viewers.missing();
            JsonObject before = new JsonObject();
            all.stream()
                    .filter(recorder -> recorder.id().equals(id))
                    .forEach(recorder -> before.put("name", recorder.name()).put("host", recorder.host()));
            SignedIn by = SignedIn.of(ctx);
            return audit.add(
                    by.account(), "recorder_deleted", "recorder/" + id, by.did(new JsonObject().put("before", before)));
        }));
    }

    private Future<Void> audited(RoutingContext ctx, String what, Recorder recorder) {
        SignedIn by = SignedIn.of(ctx);
        JsonObject detail = new JsonObject().put("recorder", recorder.name()).put("host", recorder.host());
        return audit.add(by.account(), what, "recorder/" + recorder.id(), by.did(detail));
    }
}
