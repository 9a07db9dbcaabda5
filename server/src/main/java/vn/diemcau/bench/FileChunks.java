package vn.diemcau.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A file as the driver wants to be given it: one chunk for each that it asks for. For one reader. */
final class FileChunks implements Publisher<ByteBuffer> {
    private final Path file;
    private final int size;

    FileChunks(Path file, int size) {
        this.file = file;
        this.size = size;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> reader) {
        try {
            FileChannel channel = FileChannel.open(file);
            reader.onSubscribe(new Reading(channel, reader));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Reading implements Subscription {
        private final FileChannel channel;
        private final Subscriber<? super ByteBuffer> reader;
        private final AtomicLong wanted = new AtomicLong();
        private boolean over;

        Reading(FileChannel channel, Subscriber<? super ByteBuffer> reader) {
            this.channel = channel;
            this.reader = reader;
        }

        /** Whoever raises the count from nothing gives until it is nothing again. */
        @Override
        public void request(long count) {
            if (wanted.getAndAdd(count) > 0) return;
            do {
                give();
            } while (wanted.decrementAndGet() > 0);
        }

        private void give() {
            if (over) return;
            ByteBuffer part = ByteBuffer.allocate(size);
            try {
                while (part.hasRemaining()) {
                    if (channel.read(part) < 0) break;
                }
            } catch (IOException failure) {
                cancel();
                reader.onError(failure);
                return;
            }
            part.flip();
            if (part.hasRemaining()) {
                reader.onNext(part);
                return;
            }
            cancel();
            reader.onComplete();
        }

        @Override
        public void cancel() {
            over = true;
            try {
                channel.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
