package vn.diemcau.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diemcau.RunningPlatform;
import vn.diemcau.mongo.Index;
import vn.diemcau.mongo.Mongo;
import vn.diemcau.mongo.TestStore;

/** Tokens of recording agents through time. */
class RecorderStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @TempDir
    Path folder;

    private TestStore store;
    private RecorderStore recorders;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.open(folder);
        RunningPlatform.await(Index.ensure(store.mongo(), RecorderStore.INDEXES));
        recorders = new RecorderStore(store.mongo());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    private boolean holds(String token, Instant at) {
        return RunningPlatform.await(recorders.byToken(token, at)).isPresent();
    }

    @Test
    void theTokenBeforeHoldsUntilItsTimeAndTheNewOneOn() {
        RunningPlatform.await(recorders.add(Recorder.fresh("r", "jibri", "", NOW), "first"));
        Instant until = NOW.plus(Duration.ofDays(2));
        assertThat(RunningPlatform.await(recorders.renew("r", "second", NOW, until)))
                .isPresent();
        assertThat(holds("first", until.minusSeconds(1))).isTrue();
        assertThat(holds("first", until)).isFalse();
        assertThat(holds("second", until)).isTrue();
        assertThat(RunningPlatform.await(recorders.renew("nobody", "third", NOW, until)))
                .isEmpty();
    }

    @Test
    void anAgentOfAnOlderVersionKeepsItsToken() {
        RunningPlatform.await(recorders.add(Recorder.fresh("r", "jibri", "", NOW), "first"));
        RunningPlatform.await(Mongo.one(store.mongo()
                .collection("recorders")
                .updateOne(new Document("_id", "r"), new Document("$unset", new Document("host", "")))));
        assertThat(RunningPlatform.await(recorders.byToken("first", NOW))
                        .orElseThrow()
                        .renewedAt())
                .isEqualTo(Date.from(NOW).toInstant());
    }
}
