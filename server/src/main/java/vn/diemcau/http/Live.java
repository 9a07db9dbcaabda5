package vn.diemcau.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server-sent events. The bus only nudges; a reader then gets the whole state of its topic, computed once for all readers of the
 * topic on this node, at most five times a second. A reader that does not keep up is dropped and comes back by itself.
 */
public final class Live {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long GATHER_MILLIS = 200;
    private static final String STILL = "diemcau.still";
    private static final String KEEP = "diemcau.keep";

    private final Vertx vertx;
    private final long heartbeatMillis = Long.getLong("diemcau.heartbeatMillis", 15_000);
    private final ConcurrentMap<String, Turns> topics = new ConcurrentHashMap<>();

    public Live(Vertx vertx) {
        this.vertx = vertx;
    }

    /** How to ask whether whoever began the request is still signed in, with the same rights. */
    static void askOf(RoutingContext ctx, Supplier<Future<Boolean>> still) {
        ctx.put(STILL, still);
    }

    /** How to keep a record of the request; it is kept once, whoever asks first. */
    static void keptBy(RoutingContext ctx, Supplier<Future<Void>> keep) {
        ctx.put(KEEP, keep);
    }

    /** Says that the state of the topic changed. */
    public void nudge(String topic) {
        vertx.eventBus().publish("live." + topic, "");
    }

    /**
     * Streams the state now and after each nudge until the reader goes, or is not signed in any more, or not with the rights of the
     * beginning: that is looked at with each heartbeat. The future completes then. That somebody reads stands in the record before the
     * first word.
     */
    public Future<Void> stream(RoutingContext ctx, String topic, Supplier<Future<JsonObject>> state) {
        Supplier<Future<Void>> keep = ctx.get(KEEP);
        return keep == null ? begin(ctx, topic, state) : keep.get().compose(kept -> begin(ctx, topic, state));
    }

    private Future<Void> begin(RoutingContext ctx, String topic, Supplier<Future<JsonObject>> state) {
        if (ctx.response().closed()) return Future.succeededFuture();
        Promise<Void> gone = Promise.promise();
        Reader reader = new Reader(ctx.response(), topic, state);
        ctx.response()
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Encoding", "identity")
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true);
        MessageConsumer<String> consumer = vertx.eventBus().consumer("live." + topic, message -> reader.nudged());
        Supplier<Future<Boolean>> still = ctx.get(STILL);
        long heartbeat = vertx.setPeriodic(heartbeatMillis, id -> {
            reader.write(": beat\n\n");
            // while the store is away nobody is thrown out
            if (still != null)
                still.get().onSuccess(same -> {
                    if (!same) reader.end();
                });
        });
        Runnable over = () -> {
            consumer.unregister();
            vertx.cancelTimer(heartbeat);
            reader.closed = true;
            gone.tryComplete();
        };
        ctx.response().closeHandler(closed -> over.run());
        // not the response's own end handler: the router hangs others on it
        ctx.addEndHandler(ended -> over.run());
        reader.write("retry: 2000\n\n");
        reader.send();
        return gone.future();
    }

    /** A state that was being read before this call may miss what this caller was nudged for, so the caller gets the one after it. */
    private Future<JsonObject> compute(String topic, Supplier<Future<JsonObject>> state) {
        Promise<JsonObject> promise = Promise.promise();
        Turns turns = topics.compute(topic, (key, old) -> {
            if (old == null) return new Turns(promise.future(), null);
            return old.next == null ? new Turns(old.current, promise.future()) : old;
        });
        if (turns.next == null) start(topic, state, promise);
        else if (turns.next == promise.future()) turns.current.onComplete(done -> start(topic, state, promise));
        return turns.next == null ? turns.current : turns.next;
    }

    private void start(String topic, Supplier<Future<JsonObject>> state, Promise<JsonObject> promise) {
        state.get().onComplete(result -> {
            topics.compute(
                    topic, (key, turns) -> turns == null || turns.next == null ? null : new Turns(turns.next, null));
            promise.handle(result);
        });
    }

    private record Turns(
            Future<JsonObject> current, @Nullable Future<JsonObject> next) {}

    private final class Reader {
        private final HttpServerResponse response;
        private final String topic;
        private final Supplier<Future<JsonObject>> state;
        private boolean waiting;
        private boolean closed;
        private boolean failed;

        Reader(HttpServerResponse response, String topic, Supplier<Future<JsonObject>> state) {
            this.response = response;
            this.topic = topic;
            this.state = state;
        }

        void nudged() {
            if (waiting || closed) return;
            waiting = true;
            vertx.setTimer(GATHER_MILLIS, id -> {
                waiting = false;
                send();
            });
        }

        void send() {
            if (closed) return;
            compute(topic, state)
                    .onSuccess(value -> {
                        failed = false;
                        write("event: state\ndata: " + value.encode() + "\n\n");
                    })
                    .onFailure(failure -> {
                        if (!failed) LOG.warn("no state for a live reader: {}", failure.toString());
                        failed = true;
                        vertx.setTimer(TimeUnit.SECONDS.toMillis(2), id -> send());
                    });
        }

        void end() {
            if (closed || response.ended()) return;
            closed = true;
            response.end();
        }

        void write(String text) {
            if (closed) return;
            if (response.writeQueueFull()) {
                response.reset();
                return;
            }
            response.write(text);
        }
    }
}
