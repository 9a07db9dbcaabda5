package vn.diemcau.files;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far the checksum of each upload has come on this node; what is not known here is read again from what is kept. */
final class Digests {
    private static final int MOST = 500;

    private record Progress(long offset, MessageDigest digest) {}

    private final Map<String, Progress> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Progress> eldest) {
            return size() > MOST;
        }
    });

    static MessageDigest named(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The checksum up to the upload's offset; it is the caller's alone until it is kept again. */
    Future<MessageDigest> upTo(Upload upload, Shelf shelf) {
        Progress progress = known.remove(upload.id());
        if (progress != null && progress.offset() == upload.offset()) return Future.succeededFuture(progress.digest());
        MessageDigest digest = named("SHA-256");
        if (upload.offset() == 0) return Future.succeededFuture(digest);
        return shelf.send(upload.id(), 0, upload.offset(), new Sink(digest)).map(digest);
    }

    void keep(String upload, long offset, MessageDigest digest) {
        known.put(upload, new Progress(offset, digest));
    }

    void forget(String upload) {
        known.remove(upload);
    }

    private static final class Sink implements WriteStream<Buffer> {
        private final MessageDigest digest;

        Sink(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public Future<Void> write(Buffer data) {
            digest.update(data.getBytes());
            return Future.succeededFuture();
        }

        @Override
        public Future<Void> end() {
            return Future.succeededFuture();
        }

        @Override
        public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
            return this;
        }

        @Override
        public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return false;
        }

        @Override
        public WriteStream<Buffer> drainHandler(@Nullable Handler<@Nullable Void> handler) {
            return this;
        }
    }
}
