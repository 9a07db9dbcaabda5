package vn.diemcau.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the log on the disk, once for all the groups that were written to it meanwhile, and only then lets their answers
 * go. The writer goes on with the next group while the disk works. When the disk cannot do it, nothing written from
 * then on is ever acknowledged.
 */
final class Acknowledgements implements AutoCloseable {

    /** The disk under the log. */
    interface Disk {
        /** Returns when everything written to the log so far is on the disk. */
        void sync() throws IOException;

        default void close() throws IOException {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);

    private final Disk disk;
    private final LinkedBlockingQueue<List<Writer.Answer>> written = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::loop, "store-sync");
    private volatile @Nullable Throwable broken;

    Acknowledgements(Disk disk) {
        this.disk = disk;
        thread.setDaemon(true);
        thread.start();
    }

    /** The disk under a log file, which need not be there yet. */
    static Disk of(Path log) {
        return new Disk() {
            private @Nullable FileChannel channel;

            @Override
            public void sync() throws IOException {
                if (channel == null) {
                    channel = FileChannel.open(log, StandardOpenOption.WRITE);
                }
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                if (channel != null) {
                    channel.close();
                }
            }
        };
    }

    /** Answers that may go once the log as it is now is on the disk. */
    void after(List<Writer.Answer> answers) {
        written.add(answers);
    }

    private void loop() {
        List<List<Writer.Answer>> groups = new ArrayList<>();
        while (true) {
            try {
                groups.add(written.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            written.drainTo(groups);
            sync();
            Throwable failure = broken;
            for (List<Writer.Answer> group : groups) {
                if (group.isEmpty()) {
                    return;
                }
                for (Writer.Answer answer : group) {
                    answer.give(failure);
                }
            }
            groups.clear();
        }
    }

    private void sync() {
        try {
            if (broken == null) {
                disk.sync();
            }
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("the disk refused to keep the log; no write is acknowledged until the store is started again", e);
            broken = e;
        }
    }

    /** Lets the last answers go. */
    @Override
    public void close() {
        written.add(List.of());
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            disk.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the log did not close: {}", e.getMessage());
        }
    }
}
