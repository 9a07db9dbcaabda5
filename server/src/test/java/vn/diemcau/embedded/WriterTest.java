package vn.diemcau.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.Patience;

/** Whoever writes is answered, whatever happens meanwhile. */
class WriterTest {

    private final Catalogue catalogue = new Catalogue();
    private StoreFile file;
    private Session session;
    private Checkpoints checkpoints;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        file = StoreFile.open(folder);
        session = Session.open(file.path(), false);
        session.run("pragma journal_mode = wal");
        catalogue.load(session);
        checkpoints = new Checkpoints(file.path());
    }

    @AfterEach
    void close() throws Exception {
        checkpoints.close();
        session.close();
        file.close();
    }

    private Writer writer() {
        return new Writer(session, catalogue, checkpoints, new Acknowledgements(() -> {}));
    }

    @Test
    void whoeverWritesWhileTheStoreClosesIsAnswered() throws Exception {
        for (int round = 0; round < 30; round++) {
            var asked = new AtomicInteger();
            var answered = new AtomicInteger();
            List<Thread> threads = new ArrayList<>();
            try (Writer writer = writer()) {
                for (int i = 0; i < 4; i++) {
                    var thread = new Thread(() -> {
                        var refused = new AtomicInteger();
                        while (refused.get() == 0) {
                            asked.incrementAndGet();
                            writer.submit(new Writer.Task(own -> new Document(), false, (reply, failure) -> {
                                answered.incrementAndGet();
                                if (failure != null) {
                                    refused.incrementAndGet();
                                }
                            }));
                        }
                    });
                    threads.add(thread);
                    thread.start();
                }
                Patience.until("some writes were answered", () -> answered.get() > 100);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(answered.get()).as("round " + round).isEqualTo(asked.get());
        }
    }
}
