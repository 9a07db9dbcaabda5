package vn.diemcau.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Use case: goes through a directory, brings what is complete, and tells the server how the disk stands. */
final class Sweep {
    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());

    /** What a sweep left: still to be sent, and what will never be taken. */
    record Left(int waiting, int failing) {
        boolean nothing() {
            return waiting == 0;
        }
    }

    private final Platform platform;
    private final Bring bring;
    private final Duration settle;
    private final Duration orphan;

    Sweep(Platform platform, Bring bring, Duration settle, Duration orphan) {
        this.platform = platform;
        this.bring = bring;
        this.settle = settle;
        this.orphan = orphan;
    }

    /** One that cannot be brought now holds up none of the others. */
    Left handle(Path directory) throws IOException, InterruptedException {
        int waiting = 0;
        int failing = 0;
        for (Take take : Take.in(directory)) {
            try {
                boolean done = take.complete(Instant.now(), settle, orphan) && bring.handle(take);
                if (!done) waiting++;
                else if (Files.exists(take.video())
                        && Journal.of(take.directory()).stage() == Journal.Stage.FAILED) failing++;
            } catch (IOException | Platform.Refused failure) {
                waiting++;
                LOG.log(System.Logger.Level.WARNING, "{0}: {1}", take.video().getFileName(), failure.toString());
            }
        }
        report(directory, waiting, failing);
        return new Left(waiting, failing);
    }

    private void report(Path directory, int waiting, int failing) throws InterruptedException {
        try {
            platform.report(Files.getFileStore(directory).getUsableSpace(), waiting, failing);
        } catch (IOException | Platform.Refused failure) {
            LOG.log(System.Logger.Level.WARNING, "the server does not hear: {0}", failure.toString());
        }
    }
}
