package vn.diemcau.recording;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import vn.diemcau.files.StoredFile;

/** Recordings and what was seen of them, as they go over the wire. */
final class RecordingJson {
    private RecordingJson() {}

    static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static JsonObject of(Recording recording, Instant now, boolean runs) {
        StoredFile file = recording.file();
        JsonObject json = new JsonObject()
                .put("id", recording.id())
                .put("session", recording.session())
                .put("programme", recording.programme())
                .put("title", recording.title())
                .put("state", wire(recording.state()))
                .put("startedAt", recording.startedAt())
                .put("seconds", recording.seconds())
                .put("poster", recording.poster() != null)
                .put("captions", recording.captions())
                .put("chapters", recording.chapters())
                .put("percent", recording.rule().percent())
                .put("approval", recording.rule().approval())
                .put("mayEdit", runs);
        if (file != null) json.put("type", file.kind().type()).put("size", file.size());
        if (!runs) return json;
        return json.put("name", recording.name())
                .put("sha256", file == null ? null : file.sha256())
                .put("dueAt", recording.dueAt())
                .put("overdue", recording.overdue(now))
                .put("failure", recording.failure())
                .put("removeAfter", recording.removeAfter())
                .put("removalWarned", recording.warnedAt() != null);
    }

    static JsonObject of(Recorder recorder, Instant now) {
        Recorder.Before before = recorder.before();
        boolean holds = before != null && before.until().isAfter(now);
        return new JsonObject()
                .put("id", recorder.id())
                .put("name", recorder.name())
                .put("host", recorder.host())
                .put("madeAt", recorder.madeAt())
                .put("renewedAt", recorder.renewedAt())
                .put("usedAt", recorder.usedAt())
                .put("formerUntil", before != null && holds ? before.until() : null)
                .put("formerUsedAt", before != null && holds ? before.usedAt() : null)
                .put("seenAt", recorder.seenAt())
                .put("freeBytes", recorder.freeBytes() < 0 ? null : recorder.freeBytes())
                .put("waiting", recorder.waiting())
                .put("failing", recorder.failing());
    }

    static JsonObject of(Watched watched) {
        JsonArray spans = new JsonArray();
        watched.seen()
                .spans()
                .forEach(span -> spans.add(new JsonArray().add(span.from()).add(span.until())));
        return new JsonObject()
                .put("seen", watched.seen().count())
                .put("spans", spans)
                .put("position", watched.position())
                .put("madeUp", wire(watched.madeUp()));
    }
}
