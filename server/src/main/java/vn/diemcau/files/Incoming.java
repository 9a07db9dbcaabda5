package vn.diemcau.files;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import vn.diemcau.problem.Problem;

/** Bytes on their way into the store: counted, hashed and looked at while they pass; the reader's pace is the store's. */
final class Incoming implements Publisher<ByteBuffer>, Subscription {
    private final Context context;
    private final ReadStream<Buffer> in;
    private final String name;
    private final long limit;
    private final MessageDigest digest;
    private byte[] head = new byte[0];
    private @Nullable FileKind kind;
    private @Nullable Subscriber<? super ByteBuffer> subscriber;
    private volatile @Nullable Problem problem;
    private volatile long size;
    private boolean over;
    private boolean ended;

    Incoming(Context context, ReadStream<Buffer> in, String name, long limit) {
        this.context = context;
        this.in = in;
        this.name = name;
        this.limit = limit;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> reader) {
        context.runOnContext(now -> {
            subscriber = reader;
            in.handler(this::take);
            in.endHandler(ended -> finish());
            in.exceptionHandler(failure -> fail(reader, failure));
            reader.onSubscribe(this);
        });
    }

    @Override
    public void request(long count) {
        context.runOnContext(now -> in.fetch(count));
    }

    @Override
    public void cancel() {
        context.runOnContext(now -> over = true);
    }

    private void take(Buffer buffer) {
        Subscriber<? super ByteBuffer> reader = subscriber;
        if (over || reader == null) return;
        byte[] bytes = buffer.getBytes();
        size += bytes.length;
        if (size > limit) {
            refuse(reader, new Problem(Problem.Kind.TOO_LARGE, "file_too_large", "At most " + limit + " bytes.", null));
            return;
        }
        digest.update(bytes);
        if (kind == null && head.length < FileKind.HEAD) {
            int from = head.length;
            int more = Math.min(bytes.length, FileKind.HEAD - from);
            head = Arrays.copyOf(head, from + more);
            System.arraycopy(bytes, 0, head, from, more);
            if (head.length == FileKind.HEAD && !recognise(reader)) return;
        }
        reader.onNext(ByteBuffer.wrap(bytes));
    }

    private boolean recognise(Subscriber<? super ByteBuffer> reader) {
        kind = FileKind.of(head, name).orElse(null);
        if (kind != null) return true;
        refuse(
                reader,
                new Problem(
                        Problem.Kind.UNSUPPORTED,
                        "file_kind",
                        "This kind of file is not kept, or its name says another kind than its content.",
                        null));
        return false;
    }

    private void finish() {
        ended = true;
        Subscriber<? super ByteBuffer> reader = subscriber;
        if (over || reader == null) return;
        if (size == 0) {
            refuse(reader, Problem.invalid("", "file_empty", "The file is empty."));
            return;
        }
        if (kind == null && !recognise(reader)) return;
        over = true;
        reader.onComplete();
    }

    /** What still comes is let go, so that the answer can be sent. */
    private void refuse(Subscriber<? super ByteBuffer> reader, Problem why) {
        problem = why;
        fail(reader, why);
        if (!ended) in.resume();
    }

    private void fail(Subscriber<? super ByteBuffer> reader, Throwable failure) {
        if (over) return;
        over = true;
        reader.onError(failure);
    }

    /** Why it was refused, or else the failure that was seen. */
    Throwable cause(Throwable seen) {
        Problem refused = problem;
        return refused == null ? seen : refused;
    }

    Future<StoredFile> result(String id) {
        FileKind known = kind;
        Problem refused = problem;
        if (refused != null) return Future.failedFuture(refused);
        if (known == null) return Future.failedFuture(new IllegalStateException("the file ended without a kind"));
        return Future.succeededFuture(
                new StoredFile(id, Place.GRID, known, size, HexFormat.of().formatHex(digest.digest())));
    }
}
