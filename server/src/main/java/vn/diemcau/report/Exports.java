package vn.diemcau.report;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import vn.diemcau.http.Live;
import vn.diemcau.http.SignedIn;

/** How far documents are that are being written: told to whoever asked for them, on any node; nothing of it is kept. */
final class Exports {
    private static final String ADDRESS = "exports.progress";
    private static final int REMEMBERED = 200;
    private static final JsonObject WAITING =
            new JsonObject().put("state", "waiting").put("done", 0).put("of", 0);

    private final Vertx vertx;
    private final Live live;
    private final Map<String, JsonObject> known = new LinkedHashMap<>();

    Exports(Vertx vertx, Live live) {
        this.vertx = vertx;
        this.live = live;
        vertx.eventBus().<JsonObject>consumer(ADDRESS, message -> heard(message.body()));
    }

    /** Streams how far the export is, by a stream that is given the topic and the state. */
    Future<Void> follow(
            String export, SignedIn by, BiFunction<String, Supplier<Future<JsonObject>>, Future<Void>> stream) {
        String key = key(by, export);
        return stream.apply("export." + key, () -> Future.succeededFuture(state(key)));
    }

    /** Nobody hears of another account's exports. */
    private static String key(SignedIn by, String export) {
        return by.account() + "|" + export;
    }

    private synchronized JsonObject state(String key) {
        return known.getOrDefault(key, WAITING).copy();
    }

    private void heard(JsonObject told) {
        String key = told.getString("key");
        synchronized (this) {
            known.remove(key);
            known.put(key, told.getJsonObject("state"));
            if (known.size() > REMEMBERED)
                known.remove(known.keySet().iterator().next());
        }
        live.nudge("export." + key);
    }

    /** Where the writer of a document tells how many rows it has written; from any thread. */
    IntConsumer teller(SignedIn by, Wanted wanted, int rows) {
        if (wanted.export() == null) return written -> {};
        String key = key(by, wanted.export());
        return written -> tell(key, written < rows ? "writing" : "sending", written, rows);
    }

    private void tell(String key, String state, int done, int of) {
        vertx.eventBus()
                .publish(
                        ADDRESS,
                        new JsonObject()
                                .put("key", key)
                                .put(
                                        "state",
                                        new JsonObject()
                                                .put("state", state)
                                                .put("done", done)
                                                .put("of", of)));
    }
}
