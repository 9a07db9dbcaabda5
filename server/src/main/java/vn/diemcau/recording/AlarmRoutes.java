package vn.diemcau.recording;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import vn.diemcau.access.Action;
import vn.diemcau.http.Api;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;

/** HTTP in, HTTP out: recordings that are missing or will be removed, with what is known of why. */
final class AlarmRoutes {
    private final Alarms alarms;
    private final Live live;
    private final InstantSource clock;

    AlarmRoutes(Alarms alarms, Live live, InstantSource clock) {
        this.alarms = alarms;
        this.live = live;
        this.clock = clock;
    }

    void mount(Api api) {
        api.get("/recordings/alarms", Action.PLAN, this::list);
        api.get("/recordings/alarms/live", Action.PLAN, ctx -> live.stream(ctx, Alarms.TOPIC, alarms::state));
    }

    private Future<JsonObject> list(RoutingContext ctx) {
        SignedIn who = SignedIn.of(ctx);
        Instant now = clock.instant();
        return alarms.below(Viewers.planned(who)).map(mine -> {
            JsonArray items = new JsonArray();
            mine.forEach(alarm -> items.add(json(alarm, now)));
            return new JsonObject().put("items", items);
        });
    }

    private static JsonObject json(Alarm alarm, Instant now) {
        JsonObject json = new JsonObject()
                .put("recording", RecordingJson.of(alarm.recording(), now, true))
                .put("cause", alarm.cause().name().toLowerCase(Locale.ROOT));
        Recorder recorder = alarm.recorder();
        if (recorder != null)
            json.put(
                    "recorder",
                    new JsonObject()
                            .put("name", recorder.name())
                            .put("seenAt", recorder.seenAt())
                            .put("freeBytes", recorder.freeBytes() < 0 ? null : recorder.freeBytes())
                            .put("waiting", recorder.waiting())
                            .put("failing", recorder.failing()));
        return json;
    }
}
