package vn.diemcau.files;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Bytes on their way out of the store: the next chunk is asked for when the stream has taken the last one. */
final class Outgoing implements Subscriber<ByteBuffer> {
    private final Context context;
    private final WriteStream<Buffer> out;
    private final Promise<Void> done = Promise.promise();
    private @Nullable Subscription subscription;
    private int writing;
    private boolean ended;

    Outgoing(Context context, WriteStream<Buffer> out) {
        this.context = context;
        this.out = out;
    }

    Future<Void> done() {
        return done.future();
    }

    @Override
    public void onSubscribe(Subscription chunks) {
        subscription = chunks;
        chunks.request(1);
    }

    @Override
    public void onNext(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        context.runOnContext(now -> {
            writing++;
            out.write(Buffer.buffer(bytes)).onComplete(written -> {
                writing--;
                if (written.failed()) stop(written.cause());
                else if (ended) finish();
                else if (out.writeQueueFull()) out.drainHandler(drained -> more());
                else more();
            });
        });
    }

    /** The last chunk must be written, not only handed over, before the stream may be ended. */
    private void finish() {
        if (writing == 0) done.tryComplete();
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
