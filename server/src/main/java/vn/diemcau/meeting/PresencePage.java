package vn.diemcau.meeting;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Prosody's module answered.
 *
 * @param now its clock, in milliseconds
 * @param first the oldest sequence it still has
 * @param last the newest that is safe on its disk
 * @param beatSeconds how often it says that it lives
 * @param fault why its disk takes nothing, or null
 * @param snapshot who is there now, with all of these events behind it, or null
 */
record PresencePage(
        String journal,
        String boot,
        long now,
        long first,
        long last,
        boolean more,
        boolean durable,
        int beatSeconds,
        int hibernationSeconds,
        int readTimeoutSeconds,
        @Nullable String fault,
        @Nullable List<PresenceEvent> snapshot,
        List<PresenceEvent> events) {
    static PresencePage of(JsonObject json) {
        JsonObject snapshot = json.getJsonObject("snapshot");
        return new PresencePage(
                json.getString("journal"),
                json.getString("boot"),
                json.getLong("now"),
                json.getLong("first"),
                json.getLong("last"),
                json.getBoolean("more", false),
                json.getBoolean("durable", false),
                json.getInteger("beat", 10),
                json.getInteger("hibernation", 0),
                json.getInteger("readTimeout", 0),
                json.getString("fault"),
                snapshot == null ? null : events(snapshot.getJsonArray("people", new JsonArray())),
                events(json.getJsonArray("events", new JsonArray())));
    }

    private static List<PresenceEvent> events(JsonArray array) {
        List<PresenceEvent> events = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) events.add(PresenceEvent.of(array.getJsonObject(i)));
        return events;
    }
}
