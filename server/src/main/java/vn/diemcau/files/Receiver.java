package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diemcau.problem.Problem;

/**
 * One request's bytes on their way into an upload: collected into chunks, written a few at a time with never more than two writes under
 * way, and counted once they are durable. A line that is cut keeps what arrived.
 */
final class Receiver {
    private static final int TOGETHER = 8;
    private static final int WRITES = 2;
    private static final long AT_LEAST_EVERY = 5_000_000_000L;

    /** Notes durably how far the upload has come; fails when another writer took over. */
    interface Advance {
        Future<Void> to(long offset);
    }

    private final Upload upload;
    private final Shelf shelf;
    private final Advance advance;
    private final MessageDigest whole;
    private final @Nullable Checksum checksum;
    private final Function<byte[], @Nullable Problem> look;
    private final Promise<Long> promise = Promise.promise();
    private final byte[] head;
    private int headLength;
    private boolean looked;
    private byte[] chunk = new byte[Shelf.CHUNK];
    private int filled;
    private List<byte[]> full = new ArrayList<>();
    private long base;
    private long received;
    private long flushedAt = System.nanoTime();
    private int writing;
    private boolean over;
    private Future<Void> chain = Future.succeededFuture();

    /**
     * @param tail the bytes already kept of the chunk that the offset lies in
     * @param head the file's first bytes as far as they are kept
     * @param look says what speaks against a file that begins so, or null
     */
    Receiver(
            Upload upload,
            Shelf shelf,
            Advance advance,
            MessageDigest whole,
            byte[] tail,
            byte[] head,
            @Nullable Checksum checksum,
            Function<byte[], @Nullable Problem> look) {
        this.upload = upload;
        this.shelf = shelf;
        this.advance = advance;
        this.whole = whole;
        this.checksum = checksum;
        this.look = look;
        this.head = Arrays.copyOf(head, FileKind.HEAD);
        this.headLength = head.length;
        this.looked = head.length == FileKind.HEAD;
        System.arraycopy(tail, 0, chunk, 0, tail.length);
        filled = tail.length;
        base = upload.offset() - tail.length;
    }

    /**
     * The offset after all that arrived is kept. Fails as {@code look} says, with upload_too_long, or with what the writing failed with;
     * with {@link Checksum.Mismatch} nothing of this request counts.
     */
    Future<Long> take(ReadStream<Buffer> in) {
        in.handler(buffer -> take(buffer, in));
        in.endHandler(ended -> end(true));
        in.exceptionHandler(cut -> end(false));
        in.resume();
        return promise.future();
    }

    private void take(Buffer buffer, ReadStream<Buffer> in) {
        if (over) return;
        byte[] bytes = buffer.getBytes();
        if (upload.offset() + received + bytes.length > upload.length()) {
            refuse(Problem.invalid("", "upload_too_long", "More bytes came than the upload was said to have."));
            return;
        }
        received += bytes.length;
        whole.update(bytes);
        if (checksum != null) checksum.update(bytes);
        if (!looked && !look(bytes)) return;
        for (int from = 0; from < bytes.length; ) {
            int part = Math.min(bytes.length - from, Shelf.CHUNK - filled);
            System.arraycopy(bytes, from, chunk, filled, part);
            from += part;
            filled += part;
            if (filled == Shelf.CHUNK) {
                full.add(chunk);
                chunk = new byte[Shelf.CHUNK];
                filled = 0;
            }
        }
        boolean due = System.nanoTime() - flushedAt > AT_LEAST_EVERY;
        if (full.size() >= TOGETHER || due && !full.isEmpty()) flush(false, in);
    }

    private boolean look(byte[] bytes) {
        int more = Math.min(bytes.length, FileKind.HEAD - headLength);
        System.arraycopy(bytes, 0, head, headLength, more);
        headLength += more;
        if (headLength < FileKind.HEAD && headLength < upload.length()) return true;
        looked = true;
        Problem against = look.apply(Arrays.copyOf(head, headLength));
        if (against != null) refuse(against);
        return against == null;
    }

    private void flush(boolean last, ReadStream<Buffer> in) {
        flush(last);
        if (writing < WRITES) return;
        in.pause();
        chain.onComplete(done -> {
            if (!over) in.resume();
        });
    }

    private void flush(boolean last) {
        flushedAt = System.nanoTime();
        List<byte[]> parts = full;
        full = new ArrayList<>();
        long at = base;
        base += (long) parts.size() * Shelf.CHUNK;
        if (last && filled > 0) parts.add(Arrays.copyOf(chunk, filled));
        if (parts.isEmpty()) return;
        long end = last ? upload.offset() + received : base;
        writing++;
        Future<Void> written = shelf.write(upload.id(), upload.turn(), at, parts);
        chain = chain.compose(before -> written)
                .compose(done -> checksum == null ? advance.to(end) : Future.succeededFuture());
        chain.onComplete(done -> {
            writing--;
            if (done.failed()) refuse(done.cause());
        });
    }

    private void end(boolean whole) {
        if (over) return;
        over = true;
        flush(true);
        chain.compose(done -> {
                    if (checksum == null) return Future.succeededFuture();
                    if (!whole || !checksum.holds()) return Future.<Void>failedFuture(new Checksum.Mismatch());
                    return received == 0 ? Future.succeededFuture() : advance.to(upload.offset() + received);
                })
                .<Long>map(done -> upload.offset() + received)
                .onComplete(promise::handle);
    }

    private void refuse(Throwable why) {
        over = true;
        chain.onComplete(done -> promise.tryFail(why));
    }
}
