package vn.diemcau.files;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Chunks on their way out of the store, cut to the bytes that were asked for; a few are under way, never more. */
final class Outgoing implements Subscriber<Document> {
    private static final int AHEAD = 4;

    private final Context context;
    private final WriteStream<Buffer> out;
    private final long until;
    private final Promise<Void> done = Promise.promise();
    private @Nullable Subscription subscription;
    private long at;
    private int writing;
    private boolean ended;

    Outgoing(Context context, WriteStream<Buffer> out, long from, long until) {
        this.context = context;
        this.out = out;
        this.at = from;
        this.until = until;
    }

    Future<Void> done() {
        return done.future();
    }

    @Override
    public void onSubscribe(Subscription chunks) {
        subscription = chunks;
        chunks.request(AHEAD);
    }

    @Override
    public void onNext(Document chunk) {
        byte[] data = chunk.get("data", Binary.class).getData();
        int number = chunk.get("n", Number.class).intValue();
        context.runOnContext(now -> write(number, data));
    }

    private void write(int number, byte[] data) {
        if (done.future().isComplete()) return;
        int from = (int) (at % Shelf.CHUNK);
        int length = (int) Math.min(data.length - from, until - at);
        if (number != at / Shelf.CHUNK || length <= 0) {
            stop(new IllegalStateException("a chunk is missing or too short"));
            return;
        }
        at += length;
        writing++;
        out.write(Buffer.buffer(data).slice(from, from + length)).onComplete(written -> {
            writing--;
            if (written.failed()) stop(written.cause());
            else if (ended) finish();
            else if (out.writeQueueFull()) out.drainHandler(drained -> more());
            else more();
        });
    }

    /** The last chunk must be written, not only handed over, before the stream may be ended. */
    private void finish() {
        if (writing > 0) return;
        if (at == until) done.tryComplete();
        else done.tryFail(new IllegalStateException("chunks are missing"));
    }

    private void more() {
        if (subscription != null) subscription.request(1);
    }

    private void stop(Throwable cause) {
        if (subscription != null) subscription.cancel();
        done.tryFail(cause);
    }

    @Override
    public void onError(Throwable failure) {
        context.runOnContext(now -> done.tryFail(failure));
    }

    @Override
    public void onComplete() {
        context.runOnContext(now -> {
            ended = true;
            finish();
        });
    }
}
